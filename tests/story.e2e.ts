import { expect, test, type Page } from '@playwright/test';
import { Learner, reviewsIn } from './learner.ts';
import { Site, built } from './site.ts';
import { watchContext } from './watch-context.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

const site = new Site();
test.beforeEach(() => site.show(built));
test.afterEach(() => site.stop());

/** The numbers of Today, as they stand on the screen. */
async function numbersOn(page: Page): Promise<{ answered: string; met: string }> {
	const numberAt = async (label: RegExp) => {
		const text = await page.getByRole('main').getByText(label).locator('..').innerText();
		return /\d+/.exec(text)?.[0] ?? '';
	};
	return {
		answered: await numberAt(/^answers? today$/),
		met: await numberAt(/^cards? met so far$/)
	};
}

test('a learner starts on a phone, goes on without a network, and takes a quiz', async ({
	page,
	context
}) => {
	test.setTimeout(180_000);
	let isOnline = true;
	const troubles = await watchContext(context, () => isOnline);
	let learner = new Learner(page);

	await test.step('the first visit asks a question at once', async () => {
		await page.goto(site.url);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(learner.say('today_lead'));
		await learner.options.first().tap();
		await expect(learner.goOnButton).toBeVisible();
		await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
		await learner.goOnButton.tap();
		await expect(page).toHaveURL(`${site.url}study/`);
	});

	await test.step('ten answers in Study', async () => {
		for (let answers = 1; answers <= 10; answers++) {
			await learner.answerAndGoOn();
			expect((await reviewsIn(page)).length).toBe(answers + 1);
		}
	});

	let later = page;
	await test.step('the tab is closed and the server stopped: the progress is there', async () => {
		const met = new Set((await reviewsIn(page)).map(({ card }) => card)).size;
		await page.close();
		isOnline = false;
		await site.stop();
		later = await context.newPage();
		learner = new Learner(later);
		const response = await later.goto(site.url);
		expect(response?.fromServiceWorker()).toBe(true);
		await expect(later.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
		await expect(learner.stem.filter({ hasText: 'A short quiz' })).toBeVisible();
		expect(await numbersOn(later)).toEqual({ answered: '11', met: String(met) });
	});

	await test.step('ten more answers without a network', async () => {
		await later.getByRole('main').getByRole('link', { name: 'Study', exact: true }).tap();
		for (let answers = 1; answers <= 10; answers++) await learner.answerAndGoOn();
		const reviews = await reviewsIn(later);
		expect(reviews.map(({ place }) => place).sort()).toEqual([
			'first',
			...Array<string>(20).fill('study')
		]);
	});

	await test.step('a quiz of ten goes on where it was after a reload', async () => {
		await learner.button('session_close').tap();
		await later.getByRole('link', { name: 'Quiz', exact: true }).tap();
		await learner.button('quiz_start').tap();
		for (let answers = 1; answers <= 4; answers++) await learner.answerAndGoOn();
		await learner.kind();
		const question = await later.getByRole('main').innerText();
		await later.reload();
		await learner.button('quiz_resume_go').tap();
		await learner.kind();
		expect(await later.getByRole('main').innerText()).toBe(question);
		expect(await learner.position()).toBe(5);
		for (let answers = 5; answers <= 10; answers++) await learner.answerAndGoOn();
	});

	await test.step('its results show every question again with its source', async () => {
		await expect(later.getByRole('heading', { name: 'Your result' })).toBeVisible();
		await expect(later.getByText(/^[\d.]+ of 10$/)).toBeVisible();
		const questions = later.locator('.results > ol > li');
		await expect(questions).toHaveCount(10);
		for (const question of await questions.all()) {
			await question.locator('summary').first().tap();
			await expect(question.getByText(/^(Right|Wrong|Partly right)/).last()).toBeVisible();
			await expect(question.getByRole('link', { name: 'See this fact' })).toBeVisible();
		}
		const places = (await reviewsIn(later)).map(({ place }) => place);
		expect(places.filter((place) => place === 'quiz')).toHaveLength(10);
	});

	expect(troubles).toEqual([]);
});
