/** The last answer can be taken back: by the button, by a key, after a reload, from the end. */
import { expect, test } from '@playwright/test';
import { Learner, reviewsIn } from './learner.ts';

test('an answer in Study is taken back and its card asked again, after a reload as well', async ({
	page
}) => {
	const learner = new Learner(page);
	await page.goto('/study/');
	await learner.kind();
	const undo = learner.button('session_undo');
	await expect(undo).toHaveCount(0);
	const stem = await learner.stem.innerText();

	await learner.answer();
	await expect(undo).toBeVisible();
	await expect.poll(async () => (await reviewsIn(page)).length).toBe(1);
	await undo.click();
	await learner.kind();
	await expect(undo).toHaveCount(0);
	expect(await learner.position()).toBe(1);
	// The log keeps both: the answer and that it was taken back.
	await expect.poll(async () => (await reviewsIn(page)).length).toBe(2);
	expect(await learner.stem.innerText()).toBe(stem);

	await learner.answer();
	await expect(undo).toBeVisible();
	await expect.poll(async () => (await reviewsIn(page)).length).toBe(3);
	await page.reload();
	await learner.kind();
	await expect(undo).toBeVisible();
	await page.locator('body').press('u');
	await expect(undo).toHaveCount(0);
	await expect.poll(async () => (await reviewsIn(page)).length).toBe(4);

	// Nothing is remembered of what was taken back.
	await page.goto('/explore/');
	await expect(page.getByRole('searchbox')).toBeEnabled();
	await expect(page.getByText(learner.say('explore_known_legend'))).toHaveCount(0);
});
