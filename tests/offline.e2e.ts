import { expect, test, type Page } from '@playwright/test';
import { Site, built, filesOf, pagesOf } from './site.ts';
import { watch } from './watch.ts';

const isOfBase = (page: string) => !page.startsWith('/fr/');

/** Waits until the service worker serves this page: a visit of a few seconds. */
async function visit(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

for (const base of ['', '/some/path']) {
	test.describe(`at ${base || '/'}`, () => {
		const site = new Site(base);
		test.beforeEach(() => site.show(built));
		test.afterEach(() => site.stop());

		test('after one visit every page opens with the server stopped', async ({ page }) => {
			await visit(page, site.url);
			await site.stop();
			const troubles = watch(page);
			for (const path of pagesOf(built).filter(isOfBase)) {
				const response = await page.goto(site.url + path.slice(1));
				expect(response?.status(), path).toBe(200);
				await expect(page.getByRole('main'), path).toBeVisible();
			}
			expect(troubles).toEqual([]);
		});

		test('after one visit every script and pack is there with the server stopped', async ({
			page
		}) => {
			await visit(page, site.url);
			await site.stop();
			const needed = filesOf(built).filter(
				(file) =>
					/^\/(_app\/immutable|packs)\//.test(file) && !/\.(br|gz)$|\.fr\.\w+\.json$/.test(file)
			);
			expect(needed.length).toBeGreaterThan(10);
			const missing = await page.evaluate(
				async ({ root, files }) => {
					const isThere = await Promise.all(
						files.map((file) =>
							fetch(root + file.slice(1), { cache: 'no-store' }).then(
								(response) => response.ok,
								() => false
							)
						)
					);
					return files.filter((_, i) => !isThere[i]);
				},
				{ root: site.url, files: needed }
			);
			expect(missing).toEqual([]);
		});
	});
}

test.describe('languages', () => {
	const site = new Site();
	test.beforeEach(() => site.show(built));
	test.afterEach(() => site.stop());

	const cachedPages = (page: Page) =>
		page.evaluate(async () => {
			const names = (await caches.keys()).filter((name) => name.startsWith('tarikh-precache-'));
			const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
			return keys.flat().map(({ url }) => new URL(url).pathname);
		});

	test('a language that nobody chose takes no space', async ({ page }) => {
		await visit(page, site.url);
		expect((await cachedPages(page)).filter((path) => /^\/fr\/|\.fr\./.test(path))).toEqual([]);
	});

	test('a language that was visited once works with the server stopped', async ({ page }) => {
		await visit(page, `${site.url}fr/`);
		const pages = pagesOf(built).filter((path) => !isOfBase(path));
		await expect
			.poll(async () => {
				const cached = await cachedPages(page);
				return pages.every((path) => cached.includes(path));
			})
			.toBe(true);
		await site.stop();
		const troubles = watch(page);
		for (const path of pages) {
			const response = await page.goto(site.url + path.slice(1));
			expect(response?.status(), path).toBe(200);
			await expect(page.locator('html'), path).toHaveAttribute('lang', 'fr');
		}
		expect(troubles).toEqual([]);
	});

	test('an address without its last slash, or with a query, opens too', async ({ page }) => {
		await visit(page, site.url);
		await site.stop();
		await page.goto(`${site.url}explore?from=elsewhere#a-fact`);
		await expect(page.getByRole('main')).toBeVisible();
		expect(page.url()).toBe(`${site.url}explore/?from=elsewhere#a-fact`);
		await page.goto(`${site.url}study/index.html`);
		await expect(page.getByRole('main')).toBeVisible();
	});
});
