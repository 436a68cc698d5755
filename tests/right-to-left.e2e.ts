import { expect, test, type Locator, type Page } from '@playwright/test';
import { Learner, live, reviewsIn } from './learner.ts';
import { pseudoBuild } from './pseudo.ts';
import { Site } from './site.ts';
import { watch } from './watch.ts';

const site = new Site();
test.beforeAll(async () => {
	test.setTimeout(300_000);
	await site.show(pseudoBuild());
});
test.afterAll(() => site.stop());
test.use({ serviceWorkers: 'block' });

type Box = { readonly start: number; readonly end: number };

/** The sides of elements, from the edge where reading starts, in whole pixels. */
const boxesOf = (elements: Locator): Promise<Box[]> =>
	elements.evaluateAll((all) =>
		all.map((element) => {
			const { left, right } = element.getBoundingClientRect();
			const width = document.documentElement.clientWidth;
			const isRtl = document.documentElement.dir === 'rtl';
			const [start, end] = isRtl ? [width - right, width - left] : [left, right];
			return { start: Math.round(start), end: Math.round(end) };
		})
	);

const widerThanScreen = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What must stand mirrored, by place. */
const mirrored = {
	'': ['nav a', 'nav a svg', 'h1', '[data-option]', '[data-option] kbd', '[data-option] span'],
	'quiz/': ['h1', 'fieldset', '.chip', 'button[type="submit"]'],
	'explore/': ['h1', '[role="search"] input', '[role="search"] select', '[data-entry]'],
	'explore/#egoz-wreck': ['#explore-detail', '.pane .close', '.pane dt', '.pane dd'],
	'settings/': ['h1', 'h2', 'fieldset label', '.stepper button', 'main button']
} as const;

for (const [place, selectors] of Object.entries(mirrored)) {
	test(`/${place} is laid out from the right`, async ({ page }) => {
		const troubles = watch(page);
		const found: Record<string, Box[]>[] = [];
		for (const prefix of ['', 'xb/']) {
			await page.goto(`${site.url}${prefix}${place}`);
			await page.waitForLoadState('networkidle');
			await expect(page.locator('html')).toHaveAttribute('dir', prefix ? 'rtl' : 'ltr');
			const boxes: Record<string, Box[]> = {};
			for (const selector of selectors) {
				boxes[selector] = await boxesOf(page.locator(selector).locator('visible=true'));
				expect(boxes[selector].length, selector).toBeGreaterThan(0);
			}
			found.push(boxes);
			expect(await widerThanScreen(page)).toBeLessThanOrEqual(0);
		}
		expect(found[1]).toEqual(found[0]);
		expect(troubles).toEqual([]);
	});
}

test('a session runs from right to left: five answers', async ({ page }) => {
	const learner = new Learner(page);
	await page.goto(`${site.url}xb/`);
	await live(page);
	await learner.options.first().click();
	await learner.goOnButton.click();
	await expect(page).toHaveURL(`${site.url}xb/study/`);
	for (let answers = 1; answers <= 5; answers++) {
		const kind = await learner.kind();
		const [close] = await boxesOf(learner.button('session_close'));
		expect(close?.start).toBeLessThan(100);
		if (kind === 'choice') {
			const [number] = await boxesOf(learner.options.first().locator('kbd'));
			const [text] = await boxesOf(learner.options.first().locator('span'));
			expect(number?.end ?? 0).toBeLessThanOrEqual(text?.start ?? 0);
		}
		expect(await widerThanScreen(page)).toBeLessThanOrEqual(0);
		await learner.answerAndGoOn();
	}
	expect(await reviewsIn(page)).toHaveLength(6);
	await learner.button('session_close').click();
	await expect(page).toHaveURL(`${site.url}xb/`);
	await page.reload();
	await expect(page.getByText('answers today').locator('..')).toContainText('6');
});
