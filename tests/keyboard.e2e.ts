import { expect, test, type Page } from '@playwright/test';
import type { KindName } from '../src/lib/quiz/question.ts';
import { withoutChance } from './chance.ts';
import { Learner, live, reviewsIn, tabTo } from './learner.ts';

test.use({ viewport: { width: 1280, height: 800 }, hasTouch: false, isMobile: false });

const focused = (page: Page) => page.locator(':focus');

/** The focus is on something: a key press is not lost, and a screen reader knows where it is. */
async function expectFocus(page: Page): Promise<void> {
	await expect(focused(page)).toHaveCount(1);
	await expect(focused(page)).not.toHaveJSProperty('localName', 'body');
}

/** Answers the question on the screen by keys; how each kind looks and sounds is in `kinds.e2e.ts`. */
async function answerByKeys(learner: Learner, kind: KindName): Promise<void> {
	const { page } = learner;
	const { keyboard } = page;
	switch (kind) {
		case 'order': {
			const rows = page.getByRole('list', { name: learner.say('question_order_label') });
			const first = await rows.getByRole('listitem').first().innerText();
			const down = rows.getByRole('button', { name: /^Move down/ }).first();
			await tabTo(down);
			await keyboard.press('ArrowDown');
			await expect(rows.getByRole('listitem').nth(1)).toHaveText(first);
			// The focus goes along with the event that moved.
			await expect(focused(page)).toHaveAccessibleName(`Move down: ${first.trim()}`);
			await tabTo(learner.button('question_check'));
			await keyboard.press('Enter');
			break;
		}
		case 'match':
			for (const list of await page.getByRole('combobox').all()) {
				await tabTo(list);
				await keyboard.press('ArrowDown');
			}
			await tabTo(learner.button('question_check'));
			await keyboard.press('Enter');
			break;
		case 'estimate':
			await tabTo(learner.button('question_skip'));
			await keyboard.press('Enter');
			break;
		case 'cloze':
		case 'typed':
		case 'number':
		case 'date':
			await expect(focused(page)).toHaveRole('textbox');
			await keyboard.type('7');
			await keyboard.press('Enter');
			break;
		case 'flashcard':
			await keyboard.press('Space');
			await expect(learner.recall('good')).toBeFocused();
			await keyboard.press('3');
			break;
		default:
			await keyboard.press('2');
	}
}

test('a quiz is chosen, taken and reviewed by keys alone', async ({ page }) => {
	test.setTimeout(120_000);
	const learner = new Learner(page);
	const { keyboard } = page;
	await withoutChance(page);
	await page.goto('/quiz/');
	await expect(learner.button('quiz_start')).toBeEnabled();
	await tabTo(page.getByRole('checkbox').nth(1));
	await keyboard.press('Space');
	await expect(page.getByRole('checkbox').nth(1)).toBeChecked();
	await keyboard.press('Space');
	await expect(page.getByRole('checkbox').first()).toBeChecked();
	await tabTo(page.getByRole('radio', { name: '10' }));
	await keyboard.press('ArrowRight');
	await expect(page.getByRole('radio', { name: '20' })).toBeChecked();
	await tabTo(page.getByRole('checkbox', { name: learner.say('quiz_sensitive') }));
	await keyboard.press('Space');
	await expect(focused(page)).toBeChecked();

	const kinds = new Set<KindName>();
	// The choice of 20 stays for the second quiz.
	for (const length of [20, 20]) {
		await tabTo(learner.button('quiz_start'));
		await keyboard.press('Enter');
		for (let position = 1; position <= length; position++) {
			const kind = await learner.kind();
			await expectFocus(page);
			await answerByKeys(learner, kind);
			kinds.add(kind);
			await expect(learner.goOnButton).toBeFocused();
			await keyboard.press('Enter');
			await expect.poll(() => learner.position()).toBe(position === length ? 0 : position + 1);
		}
		await expect(page.getByRole('heading', { name: 'Your result' })).toBeFocused();
		const review = page.getByRole('main').locator('ol > li summary').first();
		await tabTo(review);
		await keyboard.press('Enter');
		await expect(page.getByRole('link', { name: 'See this fact' }).first()).toBeVisible();
		await keyboard.press('Shift+Tab');
		await expect(learner.button('quiz_same')).toBeFocused();
		await keyboard.press('Shift+Tab');
		await expect(learner.button('quiz_again')).toBeFocused();
		await keyboard.press('Enter');
		await expect(learner.button('quiz_start')).toBeEnabled();
	}
	expect(kinds.size).toBeGreaterThanOrEqual(6);
});

test('Study goes by keys alone: cards are turned and rated, the list of keys opens and closes', async ({
	page
}) => {
	const learner = new Learner(page);
	const { keyboard } = page;
	await page.goto('/');
	await live(page);
	await tabTo(learner.options.first());
	await keyboard.press('Enter');
	await expect(learner.goOnButton).toBeFocused();
	// Without new cards Study asks the one card again, and soon as a flashcard.
	await page.evaluate(() => localStorage.setItem('tarikh.settings', '{"newPerDay":0}'));
	await page.reload();
	await tabTo(page.getByRole('main').getByRole('link', { name: 'Study', exact: true }));
	await keyboard.press('Enter');

	// In a field a question mark is a question mark.
	let kind = await learner.kind();
	const isField = ['typed', 'cloze', 'number', 'date'].includes(kind);
	if (isField) await tabTo(learner.button('session_close'));
	await keyboard.press('?');
	const keys = page.getByRole('dialog', { name: learner.say('session_keys_title') });
	await expect(keys).toBeVisible();
	await expectFocus(page);
	await keyboard.press('Escape');
	await expect(keys).toBeHidden();
	await expectFocus(page);
	if (isField) await tabTo(page.getByRole('textbox'));

	for (let flashcards = 0; flashcards < 2; kind = await learner.kind()) {
		const before = (await reviewsIn(page)).length;
		await answerByKeys(learner, kind);
		if (kind === 'flashcard') flashcards += 1;
		else {
			await expect(learner.goOnButton).toBeFocused();
			await keyboard.press('Enter');
		}
		await expect.poll(async () => (await reviewsIn(page)).length).toBe(before + 1);
		if (flashcards === 2) break;
		await expect.poll(() => learner.position()).toBe(before + 1);
		await expectFocus(page);
	}
});

test('a session is closed by keys, and Today is there', async ({ page }) => {
	const learner = new Learner(page);
	await page.goto('/study/');
	await learner.kind();
	await expectFocus(page);
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Shift+Tab');
	await expect(learner.button('session_close')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/$/);
	await expect(page.getByRole('navigation')).toBeVisible();
	// A new page begins at its beginning.
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: learner.say('common_skip') })).toBeFocused();
});

test('after the results the choice of another quiz takes the focus', async ({ page }) => {
	const learner = new Learner(page);
	await page.goto('/quiz/');
	await page.getByRole('radio', { name: '5', exact: true }).check();
	await learner.button('quiz_start').click();
	for (let answers = 1; answers <= 5; answers++) await learner.answerAndGoOn();
	await learner.button('quiz_again').focus();
	await page.keyboard.press('Enter');
	await expect(learner.button('quiz_start')).toBeEnabled();
	await expectFocus(page);
});

test('the end of a session takes the focus', async ({ page }) => {
	const learner = new Learner(page);
	await page.goto('/');
	await live(page);
	await learner.options.first().click();
	await page.evaluate(() => localStorage.setItem('tarikh.settings', '{"newPerDay":0}'));
	await page.goto('/study/');
	let kind = await learner.kind();
	for (; kind !== 'flashcard'; kind = await learner.kind()) await learner.answerAndGoOn();
	await page.keyboard.press('Space');
	await expect(learner.recall('good')).toBeFocused();
	await page.keyboard.press('4');
	await expect(page.getByText(learner.say('study_finished_title'))).toBeVisible();
	await expectFocus(page);
});

test('navigation and the way past it', async ({ page }) => {
	const learner = new Learner(page);
	await page.goto('/settings/');
	await expect(learner.button('settings_delete_open')).toBeEnabled();
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: learner.say('common_skip') });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	expect(await focused(page).evaluate((element) => element.closest('main') !== null)).toBe(true);
	for (const place of ['Explore', 'Quiz', 'Study', 'Today']) {
		await tabTo(
			page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place })
		);
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(
			place === 'Today' ? /\/$/ : new RegExp(`/${place.toLowerCase()}/$`)
		);
		if (place !== 'Study') continue;
		await learner.kind();
		await tabTo(learner.button('session_close'));
		await page.keyboard.press('Enter');
		await expect(page.getByRole('navigation')).toBeVisible();
	}
});

test('Explore is searched, opened and left by keys', async ({ page }) => {
	await page.goto('/explore/');
	await expect(page.getByRole('searchbox')).toBeEnabled();
	await tabTo(page.getByRole('searchbox'));
	await page.keyboard.type('Littman');
	const row = page.locator('[data-entry="littman-negotiations"]');
	await tabTo(row);
	await page.keyboard.press('Enter');
	await expect(page.locator('#explore-detail')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page.locator('#explore-detail')).toHaveCount(0);
	await expect(row).toBeFocused();
	await expect(page.getByRole('searchbox')).toHaveValue('Littman');
});

test('the settings are changed by keys, and everything stays when deleting is cancelled', async ({
	page
}) => {
	const learner = new Learner(page);
	const { keyboard } = page;
	await page.goto('/settings/');
	await expect(learner.button('settings_delete_open')).toBeEnabled();
	await tabTo(page.getByRole('radio', { name: 'Auto' }));
	await keyboard.press('ArrowRight');
	await keyboard.press('ArrowRight');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(page.getByRole('radio', { name: 'Dark' })).toBeFocused();

	await tabTo(page.getByRole('button', { name: learner.say('settings_more') }));
	await keyboard.press('Enter');
	await expect(page.getByLabel(learner.say('settings_new_per_day'))).toHaveValue('21');
	await expectFocus(page);

	await tabTo(learner.button('settings_delete_open'));
	await keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: learner.say('settings_delete_title') });
	await expect(dialog).toBeVisible();
	await expectFocus(page);
	await expect(learner.button('settings_delete_confirm')).toBeDisabled();
	await tabTo(learner.button('settings_delete_cancel'));
	await keyboard.press('Enter');
	await expect(dialog).toBeHidden();
	await expect(learner.button('settings_delete_open')).toBeFocused();
	await keyboard.press('Enter');
	await expect(dialog).toBeVisible();
	await keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(learner.button('settings_delete_open')).toBeFocused();
	expect(await page.evaluate(() => localStorage.getItem('tarikh.theme'))).toBe('dark');
});

for (const place of ['', 'quiz/', 'explore/', 'settings/', 'study/']) {
	test(`the focus can be seen wherever Tab comes to on /${place}`, async ({ page }) => {
		await page.goto(`/${place}`);
		await page.waitForLoadState('networkidle');
		const hidden: string[] = [];
		for (let presses = 0; presses < 40; presses++) {
			await page.keyboard.press('Tab');
			const trouble = await page.evaluate(() => {
				const element = document.activeElement;
				if (!(element instanceof HTMLElement) || element === document.body) return null;
				const name = `${element.localName} ${element.textContent.trim().slice(0, 40)}`;
				// A box drawn anew in its label shows the ring beside it.
				const drawn = [element, element.nextElementSibling, element.parentElement];
				const hasRing = drawn.some((it) => {
					if (!it) return false;
					const { outlineStyle, outlineWidth } = getComputedStyle(it);
					return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
				});
				const { left, right, top, bottom } = element.getBoundingClientRect();
				const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
				const frame = element.closest('label') ?? element.parentElement;
				const isSeen = at !== null && (element.contains(at) || frame?.contains(at) === true);
				return hasRing && isSeen ? null : `${name}: ${hasRing ? 'covered' : 'no ring'}`;
			});
			if (trouble) hidden.push(trouble);
		}
		expect(hidden).toEqual([]);
	});
}
