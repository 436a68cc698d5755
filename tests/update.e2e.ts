import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { Learner, reviewsIn } from './learner.ts';
import { kill, launch } from './own-browser.ts';
import { Site, built, filesOf, laterVersion } from './site.ts';
import { watch } from './watch.ts';

/** More of them prove more; each starts a browser twice. */
const INSTALL_KILLS = 3;

const site = new Site();
const made: string[] = [];

/** A later version of a folder, removed after the test. */
function later(of: string, mark: string): string {
	const dir = laterVersion(of, mark);
	made.push(dir);
	return dir;
}

// A trace of a browser that was killed cannot be written.
test.use({ trace: 'off' });

test.beforeEach(() => site.show(built));
test.afterEach(async () => {
	await site.stop();
	for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

const controlled = (page: Page) =>
	page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

const reloadButton = (page: Page) => page.getByRole('button', { name: 'Reload' });

/** What the page does when the learner comes back to it: it looks for a new version. */
const comeBack = (page: Page) =>
	page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

const hasWaiting = (page: Page) =>
	page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));

/** Waits until a version that is being fetched has come through or failed. */
const settled = (page: Page) =>
	page.waitForFunction(
		async () => (await navigator.serviceWorker.getRegistration())?.installing === null
	);

const precaches = (page: Page) =>
	page.evaluate(async () =>
		(await caches.keys()).filter((name) => name.startsWith('tarikh-precache-'))
	);

/** The script of a page that stands in this version and not in the built one. */
function newPageScript(dir: string): string {
	const before = new Set(filesOf(built));
	const script = filesOf(dir).find((file) => file.includes('/nodes/') && !before.has(file));
	if (script === undefined) throw new Error('The later version has no page of its own.');
	return script;
}

/** Asks for every script of a version, past the browser's own cache; gives those that fail. */
async function loadAllScripts(page: Page, dir: string): Promise<string[]> {
	const scripts = filesOf(dir).filter((file) => /^\/_app\/immutable\/.*\.js$/.test(file));
	expect(scripts.length).toBeGreaterThan(5);
	return page.evaluate(async (files) => {
		const failed: string[] = [];
		for (const file of files) {
			const response = await fetch(file, { cache: 'no-store' }).catch(() => undefined);
			const type = response?.headers.get('content-type') ?? '';
			if (!response?.ok || !type.includes('javascript')) failed.push(file);
		}
		return failed;
	}, scripts);
}

test('a new version waits until it is accepted, and an old tab goes on working', async ({
	context
}) => {
	const first = await context.newPage();
	const second = await context.newPage();
	const troubles = [watch(first), watch(second)];
	await first.goto(site.url);
	await controlled(first);
	await second.goto(site.url);
	await controlled(second);

	await site.show(later(built, 'b'));
	await comeBack(second);
	await expect(reloadButton(second)).toBeVisible();
	await expect(reloadButton(first)).toBeVisible();
	await second.reload();
	await expect(second.locator('html')).not.toHaveAttribute('data-version');
	expect(await hasWaiting(second)).toBe(true);

	await reloadButton(second).click();
	await expect(second.locator('html')).toHaveAttribute('data-version', 'b');
	await controlled(second);
	await expect(first.locator('html')).not.toHaveAttribute('data-version');
	await site.stop();
	expect(await loadAllScripts(first, built)).toEqual([]);
	expect(troubles.flat()).toEqual([]);
});

test('the version before is kept, older ones are deleted', async ({ page }) => {
	await page.goto(site.url);
	await controlled(page);
	const [one] = await precaches(page);
	const versions: string[] = [built];
	for (const mark of ['b', 'c']) {
		const next = later(versions.at(-1) ?? built, mark);
		versions.push(next);
		await site.show(next);
		await comeBack(page);
		await reloadButton(page).click();
		await expect(page.locator('html')).toHaveAttribute('data-version', mark);
		await controlled(page);
	}
	const kept = await precaches(page);
	expect(kept).toHaveLength(2);
	expect(kept).not.toContain(one);
	expect(kept).toEqual([`${one}b`, `${one}bc`]);
});

test('an update fetches only the files that have changed', async ({ page }) => {
	await page.goto(site.url);
	await controlled(page);
	const next = later(built, 'b');
	await site.show(next);
	await comeBack(page);
	await expect(reloadButton(page)).toBeVisible();
	const before = new Set(filesOf(built));
	const hashed = site.requests.filter((path) => path.startsWith('/_app/immutable/'));
	expect(hashed.length).toBeGreaterThan(0);
	expect(hashed.filter((path) => before.has(path))).toEqual([]);
});

test('a version of which one file is missing is not taken; the old one goes on', async ({
	page
}) => {
	await page.goto(site.url);
	await controlled(page);
	const next = later(built, 'b');
	const script = newPageScript(next);
	rmSync(join(next, script));
	await site.show(next);
	await comeBack(page);
	await expect.poll(() => site.requests).toContain(script);
	await settled(page);
	await site.stop();
	await page.reload();
	await expect(page.locator('html')).not.toHaveAttribute('data-version');
	expect(await hasWaiting(page)).toBe(false);
	expect(await loadAllScripts(page, built)).toEqual([]);
});

test('a page of the version before is not taken into the new one', async ({ page }) => {
	await page.goto(site.url);
	await controlled(page);
	const next = later(built, 'b');
	copyFileSync(join(built, 'study/index.html'), join(next, 'study/index.html'));
	await site.show(next);
	await comeBack(page);
	await expect.poll(() => site.requests).toContain('/study/');
	await settled(page);
	await page.reload();
	expect(await hasWaiting(page)).toBe(false);
});

test('a sign-in page in place of a script is never stored', async ({ page }) => {
	await page.goto(site.url);
	await controlled(page);
	const next = later(built, 'b');
	const script = newPageScript(next);
	rmSync(join(next, script));
	writeFileSync(join(next, `${script}.html`), '<!doctype html><title>Sign in</title>');
	await site.show(next);
	await comeBack(page);
	await expect.poll(() => site.requests).toContain(script);
	await settled(page);
	await page.reload();
	expect(await hasWaiting(page)).toBe(false);
});

test('a version that comes in the middle of a session waits for its end', async ({ page }) => {
	const learner = new Learner(page);
	await page.goto(`${site.url}study/`);
	await controlled(page);
	await learner.kind();
	let loads = 0;
	page.on('load', () => (loads += 1));
	await site.show(later(built, 'b'));
	await comeBack(page);
	await expect.poll(() => hasWaiting(page)).toBe(true);
	await expect(reloadButton(page)).toBeHidden();
	await page.evaluate(() => window.dispatchEvent(new Event('vite:preloadError')));
	await learner.answerAndGoOn();
	await learner.answerAndGoOn();
	await expect(reloadButton(page)).toBeHidden();
	expect(loads).toBe(0);

	await learner.button('session_close').click();
	await reloadButton(page).click();
	await expect(page.locator('html')).toHaveAttribute('data-version', 'b');
	expect(await reviewsIn(page)).toHaveLength(2);
});

test('a page that no worker controls takes the new version too', async ({ page, context }) => {
	await page.goto(site.url);
	await controlled(page);
	// The old version goes on in another tab, so that the new one has to wait.
	const other = await context.newPage();
	await other.goto(site.url);
	await controlled(other);
	await site.show(later(built, 'b'));
	await comeBack(other);
	await expect.poll(() => hasWaiting(page)).toBe(true);
	const devtools = await context.newCDPSession(page);
	await Promise.all([
		page.waitForEvent('load'),
		devtools.send('Page.reload', { ignoreCache: true })
	]);
	expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBe(null);
	await Promise.all([page.waitForEvent('load'), reloadButton(page).click()]);
	await controlled(page);
	await expect(page.locator('html')).toHaveAttribute('data-version', 'b');
});

test(`a version killed ${INSTALL_KILLS} times while it came leaves a whole one, offline`, async () => {
	test.setTimeout(120_000);
	const next = later(built, 'b');
	const profile = mkdtempSync(join(tmpdir(), 'tarikh-install-'));
	const started = { before: 0, later: 0 };
	try {
		const visit = await launch(profile);
		await visit.page.goto(site.url);
		await controlled(visit.page);
		await kill(visit.child);
		for (let round = 0; round < INSTALL_KILLS; round++) {
			await site.show(next);
			const { child, page } = await launch(profile);
			await page.goto(site.url);
			await expect.poll(() => site.requests, { timeout: 15_000 }).toContain('/service-worker.js');
			// A random moment is the point here; nothing is waited for.
			await new Promise((resolve) => setTimeout(resolve, Math.random() * 200));
			await kill(child);

			await site.stop();
			const offline = await launch(profile);
			await offline.page.goto(site.url);
			await expect(offline.page.getByRole('main')).toBeVisible();
			const mark = await offline.page.locator('html').getAttribute('data-version');
			started[mark === null ? 'before' : 'later'] += 1;
			expect(await loadAllScripts(offline.page, mark === null ? built : next)).toEqual([]);
			await kill(offline.child);
		}
	} finally {
		rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
	}
	console.log(`killed while installing: ${JSON.stringify(started)}`);
});

test('a worker that does harm can be recalled; answers stay', async ({ page }) => {
	const learner = new Learner(page);
	await page.goto(`${site.url}study/`);
	await controlled(page);
	await learner.answerAndGoOn();
	expect(await reviewsIn(page)).toHaveLength(1);
	const next = later(built, 'b');
	copyFileSync('src/recall-worker.js', join(next, 'service-worker.js'));
	await site.show(next);
	await comeBack(page);
	await expect
		.poll(() => page.evaluate(async () => (await caches.keys()).length), { timeout: 15_000 })
		.toBe(0);
	await page.goto(site.url);
	await expect(page.locator('html')).toHaveAttribute('data-version', 'b');
	expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBe(null);
	expect(await reviewsIn(page)).toHaveLength(1);
});

test('a missing file brings one reload, not an endless row', async ({ page }) => {
	await page.goto(site.url);
	await controlled(page);
	let loads = 0;
	page.on('load', () => (loads += 1));
	const lose = () => page.evaluate(() => window.dispatchEvent(new Event('vite:preloadError')));
	await Promise.all([page.waitForEvent('load'), lose()]);
	await controlled(page);
	await expect(page.getByRole('main')).toBeVisible();
	await lose();
	await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
	expect(loads).toBe(1);
});
