/** The same seed gives the same questions in every browser as in Node. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, firefox, test } from '@playwright/test';
import { findFirefox } from '../scripts/browser.mjs';
import { bundle } from './bundle.ts';
import { whatSeedsGive } from './seeded/engine.ts';
import { inWebKit, webKitDriver } from './seeded/webkit.ts';
import { built } from './site.ts';

const seeds = Array.from({ length: 10 }, (_, seed) => seed);

const packs = () => {
	const folder = join(built, 'packs');
	return readdirSync(folder)
		.filter((file) => /\.en\.\w+\.json$/.test(file))
		.map((file) => readFileSync(join(folder, file), 'utf8'));
};

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** What Node gives; long enough to be many questions. */
function expected(): string {
	const text = whatSeedsGive(packs(), seeds);
	expect(text.length).toBeGreaterThan(100_000);
	return hash(text);
}

test('a seed gives the same questions in Chromium as in Node', async ({ page }) => {
	await page.addInitScript(await bundle('tests/seeded/engine.ts'));
	await page.goto('about:blank');
	const given = await page.evaluate(([texts, numbers]) => window.whatSeedsGive(texts, numbers), [
		packs(),
		seeds
	] as const);
	expect(hash(given)).toBe(expected());
});

// Only where the machine has them: a fresh clone needs one browser.
const firefoxPath = findFirefox();
if (firefoxPath) {
	test('a seed gives the same questions in Firefox as in Node', async () => {
		const browser = await firefox.launch({
			executablePath: firefoxPath,
			...(firefoxPath.includes('esr') ? { channel: 'moz-firefox' } : {})
		});
		try {
			const page = await browser.newPage();
			await page.goto('about:blank');
			await page.addScriptTag({ content: await bundle('tests/seeded/engine.ts') });
			const given = await page.evaluate(
				([texts, numbers]) => window.whatSeedsGive(texts, numbers),
				[packs(), seeds] as const
			);
			expect(hash(given)).toBe(expected());
		} finally {
			await browser.close();
		}
	});
}

if (process.env['WEBKIT'] && existsSync(webKitDriver)) {
	test('a seed gives the same questions in WebKit as in Node', async () => {
		const script = await bundle('tests/seeded/engine.ts');
		const call = `${script}\nreturn window.whatSeedsGive(arguments[0], arguments[1]);`;
		expect(hash(await inWebKit(call, [packs(), seeds]))).toBe(expected());
	});
}
