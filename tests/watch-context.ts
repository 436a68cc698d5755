import type { BrowserContext } from '@playwright/test';

/**
 * Collects what goes wrong anywhere in a browser context and must not: errors and warnings on the
 * console, exceptions, breaches of the content security policy, requests that leave the site, and
 * requests that fail while `isOnline` says that there is a server. Workers included.
 */
export async function watchContext(
	context: BrowserContext,
	isOnline: () => boolean
): Promise<string[]> {
	const troubles: string[] = [];
	await context.addInitScript(() => {
		addEventListener('securitypolicyviolation', (event) => {
			console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`);
		});
	});
	context.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) {
			troubles.push(`console: ${message.text()}`);
		}
	});
	context.on('weberror', (error) => troubles.push(`exception: ${error.error().message}`));
	context.on('requestfailed', (request) => {
		if (isOnline()) troubles.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
	});
	context.on('response', (response) => {
		if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
	});
	context.on('request', (request) => {
		const { protocol, hostname } = new URL(request.url());
		if (protocol.startsWith('http') && hostname !== 'localhost') {
			troubles.push(`left the site: ${request.url()}`);
		}
	});
	return troubles;
}
