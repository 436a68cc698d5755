/**
 * Walks through every place on a phone and on a desk. With `SCREENSHOTS=1` it takes their pictures,
 * light and dark, into `tests/screenshots/`; without, it looks whether each place shows what it is
 * and keeps to the width of its screen.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { withoutChance } from './chance.ts';
import { Learner, live } from './learner.ts';

const folder = fileURLToPath(new URL('screenshots', import.meta.url));
const takesPictures = Boolean(process.env['SCREENSHOTS']);

const screens = {
	phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
	desktop: { viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false }
};

async function look(page: Page, name: string, sign: Locator): Promise<void> {
	await expect(sign, name).toBeVisible();
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		await page.waitForFunction(() =>
			document.getAnimations().every((it) => it.playState !== 'running')
		);
		const tooWide = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(tooWide, `${name}, ${colorScheme}`).toBeLessThanOrEqual(0);
		if (!takesPictures) continue;
		await page.evaluate(() => document.fonts.ready);
		const path = join(folder, `${name}-${colorScheme}.png`);
		await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
	}
}

for (const [screen, { viewport, isMobile, hasTouch }] of Object.entries(screens)) {
	test(`every place shows what it is on a ${screen}`, async ({ browser }) => {
		test.setTimeout(120_000);
		const context = await browser.newContext({
			viewport,
			isMobile,
			hasTouch,
			deviceScaleFactor: 1,
			reducedMotion: 'reduce',
			serviceWorkers: 'block',
			timezoneId: 'Africa/Casablanca'
		});
		const page = await context.newPage();
		await withoutChance(page);
		const learner = new Learner(page);
		const heading = (key: string) =>
			page.getByRole('heading', { name: learner.say(key), exact: true });

		await page.goto('/');
		await live(page);
		await look(page, `today-first-${screen}`, heading('today_lead'));
		await learner.options.first().click();
		await look(page, `today-answered-${screen}`, learner.goOnButton);

		await page.goto('/study/');
		while ((await learner.kind()) === 'flashcard') await learner.answerAndGoOn();
		await look(page, `study-question-${screen}`, learner.stem);
		await learner.answer();
		await look(page, `study-feedback-${screen}`, learner.goOnButton);
		await learner.goOnButton.click();
		for (let answers = 1; answers <= 4; answers++) await learner.answerAndGoOn();

		await page.goto('/');
		await expect(page.getByText('answers today')).toBeVisible();
		await look(page, `today-returning-${screen}`, heading('today_title'));

		await page.goto('/quiz/');
		await expect(learner.button('quiz_start')).toBeEnabled();
		await look(page, `quiz-builder-${screen}`, heading('quiz_title'));
		await page.getByRole('radio', { name: '5', exact: true }).check();
		await learner.button('quiz_start').click();
		for (let answers = 1; answers <= 5; answers++) await learner.answerAndGoOn();
		await look(page, `quiz-results-${screen}`, heading('quiz_results_title'));

		await page.goto('/explore/');
		await expect(page.getByRole('searchbox')).toBeEnabled();
		await look(page, `explore-timeline-${screen}`, heading('explore_title'));
		await page.goto('/explore/#egoz-wreck');
		await look(page, `explore-fact-${screen}`, page.locator('#explore-detail'));

		await page.goto('/settings/');
		await expect(learner.button('settings_delete_open')).toBeEnabled();
		await look(page, `settings-${screen}`, heading('settings_title'));
		await context.close();
	});
}
