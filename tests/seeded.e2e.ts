/** The same seed gives the same questions in a browser as in Node. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bundle } from './bundle.ts';
import { whatSeedsGive } from './seeded/engine.ts';
import { built } from './site.ts';

const seeds = Array.from({ length: 10 }, (_, seed) => seed);

test('a seed gives the same questions in the browser as in Node', async ({ page }) => {
	const folder = join(built, 'packs');
	const packs = readdirSync(folder)
		.filter((file) => /\.en\.\w+\.json$/.test(file))
		.map((file) => readFileSync(join(folder, file), 'utf8'));
	await page.addInitScript(await bundle('tests/seeded/engine.ts'));
	await page.goto('about:blank');
	const inBrowser = await page.evaluate(
		([texts, numbers]) => window.whatSeedsGive(texts, numbers),
		[packs, seeds] as const
	);
	expect(inBrowser.length).toBeGreaterThan(100_000);
	expect(inBrowser).toBe(whatSeedsGive(packs, seeds));
});
