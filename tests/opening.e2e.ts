import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { Learner, live, reviewsIn, tabTo } from './learner.ts';

const scripts = '**/_app/immutable/**/*.js';

/** A browser without a service worker, in which every request is ours to hold back. */
async function contextOf(browser: Browser): Promise<BrowserContext> {
	return browser.newContext({ serviceWorkers: 'block', viewport: { width: 360, height: 740 } });
}

/** Holds the scripts of the app back; returns the function that lets them come. */
async function holdScripts(context: BrowserContext): Promise<() => void> {
	let release = (): void => undefined;
	const released = new Promise<void>((done) => (release = done));
	await context.route(scripts, async (route) => {
		await released;
		await route.continue();
	});
	return () => release();
}

const opening = (page: Page) => page.locator('[data-opening]');

/** The right option, or the first wrong one. */
async function option(page: Page, isRight: boolean) {
	const key = (await opening(page).getAttribute('data-key')) ?? '';
	const right = `[data-option="${key}"]`;
	return opening(page)
		.locator(isRight ? right : `[data-option]:not(${right})`)
		.first();
}

for (const isRight of [true, false]) {
	const verdict = isRight ? 'Right' : 'Wrong';

	test(`a ${verdict.toLowerCase()} tap before the app is live gets its verdict and is logged once`, async ({
		browser
	}) => {
		const context = await contextOf(browser);
		const release = await holdScripts(context);
		const page = await context.newPage();
		const learner = new Learner(page);
		await page.goto('/', { waitUntil: 'commit' });
		await (await option(page, isRight)).click();
		const told = page.locator('[data-verdict]');
		await expect(told).toHaveText(new RegExp(`^${verdict}\\.`));
		await expect(page.getByText(learner.say('question_see_fact'))).toBeVisible();
		await expect(page.getByRole('link', { name: learner.say('today_go_on') })).toBeVisible();
		expect(await opening(page).getAttribute('data-opening')).toBe('answered');

		release();
		await live(page);
		await expect(learner.goOnButton).toBeVisible();
		await expect(told).toHaveCount(0);
		await expect(opening(page).getByText(new RegExp(`^${verdict}$`))).toHaveCount(1);
		await expect.poll(() => reviewsIn(page)).toHaveLength(1);
		await expect.poll(() => page.evaluate(() => localStorage.getItem('tarikh.opening'))).toBe(null);

		// Nothing of it is logged again, however often the app is opened.
		await page.reload();
		await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
		const [review, ...others] = await reviewsIn(page);
		expect(others).toEqual([]);
		expect(review).toMatchObject({
			place: 'first',
			kind: 'choice',
			outcome: isRight ? 'right' : 'wrong'
		});
		await context.close();
	});

	test(`a ${verdict.toLowerCase()} tap is logged although the tab was closed before the app was live`, async ({
		browser
	}) => {
		const context = await contextOf(browser);
		await context.route(scripts, (route) => route.abort());
		const first = await context.newPage();
		await first.goto('/', { waitUntil: 'commit' });
		await (await option(first, isRight)).click();
		await expect(first.locator('[data-verdict]')).toHaveText(new RegExp(`^${verdict}\\.`));
		await first.close();

		await context.unroute(scripts);
		const second = await context.newPage();
		await second.goto('/');
		await live(second);
		await expect(opening(second).getByText(new RegExp(`^${verdict}$`))).toBeVisible();
		await expect.poll(() => reviewsIn(second)).toHaveLength(1);
		await second.reload();
		await expect(second.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
		expect(await reviewsIn(second)).toHaveLength(1);
		await context.close();
	});
}

test('the answer is logged from whatever place is opened next', async ({ browser }) => {
	const context = await contextOf(browser);
	await context.route(scripts, (route) => route.abort());
	const first = await context.newPage();
	await first.goto('/', { waitUntil: 'commit' });
	await (await option(first, true)).click();
	await first.close();
	await context.unroute(scripts);
	const second = await context.newPage();
	await second.goto('/settings/');
	await expect.poll(() => reviewsIn(second)).toHaveLength(1);
	await context.close();
});

test('two taps are one answer, before the app is live and after', async ({ browser }) => {
	for (const isLive of [false, true]) {
		const context = await contextOf(browser);
		const release = await holdScripts(context);
		const page = await context.newPage();
		await page.goto('/', { waitUntil: 'commit' });
		await expect(opening(page)).toBeVisible();
		if (isLive) {
			release();
			await live(page);
		}
		// In one task, on two options: nothing can come between them.
		const chosen = await opening(page).evaluate((element) => {
			const options = [...element.querySelectorAll<HTMLElement>('[data-option]')];
			for (const each of options) each.click();
			return options[0]?.dataset['option'] ?? '';
		});
		const key = await opening(page).getAttribute('data-key');
		release();
		await live(page);
		await expect(new Learner(page).goOnButton).toBeVisible();
		await expect.poll(() => reviewsIn(page)).toHaveLength(1);
		const [review] = await reviewsIn(page);
		expect(review).toMatchObject({ outcome: chosen === key ? 'right' : 'wrong' });
		await context.close();
	}
});

test('a tap on the live app is logged once', async ({ browser }) => {
	const context = await contextOf(browser);
	const page = await context.newPage();
	await page.goto('/');
	await live(page);
	await (await option(page, false)).click();
	await expect(opening(page).getByText(/^Wrong$/)).toBeVisible();
	await expect.poll(() => reviewsIn(page)).toHaveLength(1);
	await page.reload();
	await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
	expect(await reviewsIn(page)).toHaveLength(1);
	await context.close();
});

test('the keyboard answers before the app is live', async ({ browser }) => {
	const context = await contextOf(browser);
	const release = await holdScripts(context);
	const page = await context.newPage();
	await page.goto('/', { waitUntil: 'commit' });
	const right = await option(page, true);
	await expect(right).toBeVisible();
	await tabTo(right);
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-verdict]')).toHaveText(/^Right\./);
	await page.keyboard.press('Enter');
	release();
	await live(page);
	await expect.poll(() => reviewsIn(page)).toHaveLength(1);
	await context.close();
});

test('the answer needs the page alone: no script, no fetch', async ({ browser }) => {
	const context = await contextOf(browser);
	const asked: string[] = [];
	context.on('request', (request) => asked.push(request.resourceType()));
	await context.route(scripts, (route) => route.abort());
	const page = await context.newPage();
	await page.goto('/', { waitUntil: 'load' });
	await (await option(page, true)).click();
	await expect(page.locator('[data-verdict]')).toHaveText(/^Right\./);
	expect(asked).toContain('script');
	expect(asked.filter((type) => ['fetch', 'xhr', 'stylesheet'].includes(type))).toEqual([]);
	await context.close();
});

test('a learner who comes back sees no welcome, not even before the app is live', async ({
	browser
}) => {
	const context = await contextOf(browser);
	const page = await context.newPage();
	await page.goto('/');
	await live(page);
	await (await option(page, true)).click();
	await expect
		.poll(() => page.evaluate(() => localStorage.getItem('tarikh.returning')))
		.not.toBe(null);

	const release = await holdScripts(context);
	await page.goto('/', { waitUntil: 'commit' });
	await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('data-returning');
	await expect(opening(page)).toBeAttached();
	await expect(opening(page)).toBeHidden();
	release();
	await expect(page.getByRole('main').getByText('answer today')).toBeVisible();
	await expect(opening(page)).toBeHidden();
	await context.close();
});

test('after the answer the way on is on the screen, not behind the navigation', async ({
	browser
}) => {
	const context = await contextOf(browser);
	const page = await context.newPage();
	const { goOnButton } = new Learner(page);
	await page.goto('/');
	await live(page);
	await (await option(page, false)).click();
	await expect(goOnButton).toBeFocused();
	await expect
		.poll(() =>
			goOnButton.evaluate((button) => {
				const { left, right, top, bottom } = button.getBoundingClientRect();
				return button.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
			})
		)
		.toBe(true);
	await context.close();
});

test('after a first session Today is there, and the welcome does not come back', async ({
	browser
}) => {
	const context = await contextOf(browser);
	const page = await context.newPage();
	const learner = new Learner(page);
	await page.goto('/');
	await live(page);
	await (await option(page, true)).click();
	await learner.goOnButton.click();
	await learner.answerAndGoOn();
	await learner.button('session_close').click();
	await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
	await expect(opening(page)).toBeHidden();
	await context.close();
});
