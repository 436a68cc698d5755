/**
 * A quiz goes on where it was, with the same options in the same order, after its browser or its
 * tab was killed at a random moment: in the middle of a question, or between an answer and the next.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { Learner } from './learner.ts';
import { kill, launch } from './own-browser.ts';
import { quizLink } from './quiz-link.ts';

const KILLS = 20;
const LENGTH = 10;

// A trace of a browser that was killed cannot be written.
test.use({ trace: 'off' });

/** The question on the screen with all its options, as they stand. */
async function shown(learner: Learner): Promise<string> {
	await learner.kind();
	return learner.page.getByRole('main').innerText();
}

/** Begins the quiz of the link, whatever was there before. */
async function begin(learner: Learner, url: string): Promise<void> {
	await learner.page.goto('about:blank');
	await learner.page.goto(url);
	await learner.button('quiz_shared_start').click();
	const replace = learner.button('quiz_replace_new');
	const session = learner.page.getByRole('progressbar', { name: learner.say('session_progress') });
	await expect(replace.or(session)).toBeVisible();
	if (await replace.isVisible()) await replace.click();
	await learner.kind();
}

/** Every question of the quiz as it is first shown. */
async function walk(learner: Learner): Promise<string[]> {
	const all: string[] = [];
	for (let answers = 1; answers <= LENGTH; answers++) {
		all.push(await shown(learner));
		await learner.answerAndGoOn();
	}
	return all;
}

/** A tab that dies as it does when the system needs its memory: at once, with nothing said. */
async function crash(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const gone = page.waitForEvent('crash');
	session.send('Page.crash').catch(() => undefined);
	await gone;
}

test(`after ${KILLS} kills the quiz is at the same question with the same options`, async ({
	baseURL
}) => {
	test.setTimeout(90_000);
	const url = `${baseURL ?? ''}${quizLink({ length: LENGTH, seed: 'kill' })}`;
	const profile = await mkdtemp(join(tmpdir(), 'tarikh-quiz-kill-'));
	const told: string[] = [];
	let same = 0;
	try {
		const { child, page: first } = await launch(profile);
		const context: BrowserContext = first.context();
		let learner = new Learner(first);
		await begin(learner, url);
		const questions = await walk(learner);
		expect(new Set(questions).size).toBe(LENGTH);
		for (let round = 1; round <= KILLS; round++) {
			await begin(learner, url);
			const answers = Math.floor(Math.random() * LENGTH);
			for (let given = 0; given < answers; given++) await learner.answerAndGoOn();
			// Half of them with the verdict on the screen, before the next question.
			const isBetween = round % 2 === 0 && answers < LENGTH - 1;
			if (isBetween) await learner.answer();
			const expected = answers + (isBetween ? 1 : 0);
			// A random moment is the point here; nothing is waited for.
			await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
			await crash(learner.page);
			const old = learner.page;
			learner = new Learner(await context.newPage());
			await old.close();
			await learner.page.goto(`${baseURL ?? ''}quiz/`);
			await learner.button('quiz_resume_go').click();
			const found = await shown(learner);
			const isSame = found === questions[expected];
			told.push(`${expected}${isBetween ? ' between' : ''}${isSame ? '' : ' LOST'}`);
			if (isSame) same += 1;
		}
		await kill(child);
	} finally {
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	}
	console.log(`killed after answers: ${told.join(', ')}; ${same} of ${KILLS} the same`);
	expect(same).toBe(KILLS);
});
