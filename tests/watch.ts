import type { Page } from '@playwright/test';

/**
 * Collects what goes wrong in a page and must not: errors on the console (a breach of the content
 * security policy is one), exceptions, requests that fail or leave the site.
 */
export function watch(page: Page): string[] {
	const troubles: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
	page.on('requestfailed', (request) => {
		troubles.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
	});
	page.on('request', (request) => {
		const { protocol, hostname } = new URL(request.url());
		if (protocol.startsWith('http') && hostname !== 'localhost') {
			troubles.push(`left the site: ${request.url()}`);
		}
	});
	return troubles;
}
