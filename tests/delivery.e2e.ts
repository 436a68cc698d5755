import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { baseLocale } from '../src/locales.js';
import { filesKept, scriptsOf } from '../scripts/size.mjs';
import { Site, built, filesOf, pagesOf } from './site.ts';
import { watch } from './watch.ts';

type Icon = { src: string; sizes: string; type: string; purpose?: string };
type Manifest = {
	id: string;
	start_url: string;
	icons: Icon[];
	screenshots?: Icon[];
	shortcuts: { name: string; url: string }[];
};

test('every page is compressed, not cached unasked, and guarded', async ({ request }) => {
	for (const path of pagesOf(built)) {
		const response = await request.get(path);
		const headers = response.headers();
		expect(response.status(), path).toBe(200);
		expect(headers['content-type'], path).toContain('text/html');
		expect(headers['content-encoding'], path).toBe('br');
		expect(headers['cache-control'], path).toBe('no-cache');
		expect(headers['content-security-policy'], path).toBe("frame-ancestors 'none'");
		expect(headers['x-content-type-options'], path).toBe('nosniff');
		expect(headers['referrer-policy'], path).toBe('no-referrer');
		expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
		const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(
			await response.text()
		)?.[1];
		expect(policy, path).toContain("default-src 'none'");
		expect(policy, path).toContain("require-trusted-types-for 'script'");
		expect(policy, path).not.toMatch(/unsafe-(inline|eval)/);
	}
});

test('what never changes is kept for ever, workers are asked for anew and bound', async ({
	request
}) => {
	const files = filesOf(built).filter((file) => !/\.(br|gz)$/.test(file));
	const hashed = files.filter((file) => /^\/(_app\/immutable|packs)\//.test(file));
	expect(hashed.some((file) => file.startsWith('/packs/'))).toBe(true);
	for (const file of hashed) {
		const { 'cache-control': caching } = (await request.head(file)).headers();
		expect(caching, file).toBe('public, max-age=31536000, immutable');
	}
	const worker = (await request.get('/service-worker.js')).headers();
	expect(worker['cache-control']).toBe('no-cache');
	expect(worker['content-security-policy']).toContain("script-src 'self'");
	expect(worker['content-type']).toContain('javascript');
	expect((await request.get('/manifest.webmanifest')).headers()['cache-control']).toBe('no-cache');
});

test('an address without its slash is sent to the page, an unknown one is told so', async ({
	request
}) => {
	const redirect = await request.get('/study?x=1', { maxRedirects: 0 });
	expect(redirect.status()).toBe(308);
	expect(redirect.headers().location).toBe('/study/?x=1');
	const unknown = await request.get('/no/such/page/');
	expect(unknown.status()).toBe(404);
	expect(await unknown.text()).toContain('There is no page here');
	expect((await request.post('/')).status()).toBe(405);
});

test('nothing outside of the site can be had', async ({ baseURL }) => {
	const ask = (path: string) =>
		new Promise<number>((done, failed) => {
			const { port } = new URL(baseURL ?? '');
			httpRequest({ host: 'localhost', port, path }, (response) => {
				response.resume().on('end', () => done(response.statusCode ?? 0));
			})
				.on('error', failed)
				.end();
		});
	const paths = ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/_headers'];
	for (const path of [...paths, '/.stamp', '//study', '/study/%00', '/%zz']) {
		expect([400, 404], path).toContain(await ask(path));
	}
});

test('the page of unknown addresses finds the way home under any path', async ({ page }) => {
	const site = new Site('/some/path');
	await site.show(built);
	await page.goto(`${site.url}no/such/page/`);
	await expect(page.getByRole('link', { name: 'Tarikh' })).toHaveAttribute('href', '/some/path/');
	await site.stop();
});

test('the app can be installed: its pictures have the sizes that they claim', async ({
	request
}) => {
	const manifest = (await (await request.get('/manifest.webmanifest')).json()) as Manifest;
	const purposes = manifest.icons.map(({ purpose }) => purpose);
	expect(purposes).toEqual(expect.arrayContaining(['any', 'maskable', 'monochrome']));
	for (const { src, sizes, type } of [...manifest.icons, ...(manifest.screenshots ?? [])]) {
		const picture = await request.get(`/${src}`);
		expect(picture.headers()['content-type'], src).toBe(type);
		const body = await picture.body();
		expect(`${body.readUInt32BE(16)}x${body.readUInt32BE(20)}`, src).toBe(sizes);
	}
	for (const { url } of [...manifest.shortcuts, { url: manifest.start_url }]) {
		expect(pagesOf(built)).toContain(new URL(url, 'http://localhost/').pathname);
	}
});

test('the service worker keeps what the size gate counts', async ({ page }) => {
	await page.goto('/');
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
	const kept = await page.evaluate(async () => {
		const [name = ''] = (await caches.keys()).filter((each) => each.startsWith('tarikh-precache-'));
		return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
	});
	const counted = filesKept(baseLocale).map((file) => file.replace(/index\.html$/, ''));
	expect(kept.sort()).toEqual(counted.sort());
});

for (const path of ['/', '/quiz/']) {
	test(`${path} loads no script beyond those that the size gate counts`, async ({ browser }) => {
		const context = await browser.newContext({ serviceWorkers: 'block' });
		const page = await context.newPage();
		await page.addInitScript(() => {
			// Quiz is live when a quiz can be started; what it draws to look at comes after that.
			new MutationObserver((_, observer) => {
				if (!document.querySelector('[type="submit"]:enabled')) return;
				performance.mark('live');
				observer.disconnect();
			}).observe(document, { subtree: true, childList: true, attributes: true });
		});
		await page.goto(path, { waitUntil: 'networkidle' });
		await page.waitForLoadState('networkidle');
		const loaded = await page.evaluate(() => {
			const live = performance.getEntriesByName('live')[0]?.startTime ?? Infinity;
			return performance
				.getEntriesByType('resource')
				.filter(({ startTime }) => startTime < live)
				.map(({ name }) => new URL(name).pathname)
				.filter((script) => script.endsWith('.js'));
		});
		const counted = scriptsOf(path);
		expect(loaded.length).toBeGreaterThan(5);
		expect(loaded.filter((script) => !counted.has(script))).toEqual([]);
		await context.close();
	});
}

test('no page breaks its policy, throws, or talks to anybody else, under any path', async ({
	page
}) => {
	const site = new Site('/some/path');
	await site.show(built);
	const troubles = watch(page);
	for (const path of pagesOf(built)) {
		await page.goto(site.url + path.slice(1), { waitUntil: 'networkidle' });
		await expect(page.getByRole('main'), path).toBeVisible();
	}
	expect(troubles).toEqual([]);
	await site.stop();
});

test('the version is made from the sources: built pages and worker name the same one', () => {
	const { version } = JSON.parse(readFileSync(join(built, '_app/version.json'), 'utf8')) as {
		version: string;
	};
	expect(version).toMatch(/^\d+\.\d+\.\d+-[0-9a-f]{12}$/);
	expect(readFileSync(join(built, 'service-worker.js'), 'utf8')).toContain(version);
});
