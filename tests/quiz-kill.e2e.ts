/**
 * A quiz goes on where it was, with the same options in the same order, after its tab was
 * killed at a random moment: in the middle of a question, or between an answer and the next.
 */
import { expect, test, type Page } from '@playwright/test';
import { Learner } from './learner.ts';
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

/** Begins the quiz of the link, of which nothing is left unfinished. */
async function begin(learner: Learner, url: string): Promise<void> {
	await learner.page.goto('about:blank');
	await learner.page.goto(url);
	await learner.button('quiz_shared_start').click();
	await learner.kind();
}

/** A tab that dies as it does when the system needs its memory: at once, with nothing said. */
async function crash(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const gone = page.waitForEvent('crash');
	session.send('Page.crash').catch(() => undefined);
	await gone;
	await page.close();
}

test(`after ${KILLS} kills the quiz is at the same question with the same options`, async ({
	page,
	context,
	baseURL
}) => {
	test.setTimeout(150_000);
	const url = `${baseURL ?? ''}${quizLink({ length: LENGTH, seed: 'kill' })}`;
	let learner = new Learner(page);
	await begin(learner, url);
	const questions: string[] = [];
	for (let answers = 0; answers < LENGTH; answers++) {
		questions.push(await shown(learner));
		await learner.answerAndGoOn();
	}
	expect(new Set(questions).size).toBe(LENGTH);

	const points: string[] = [];
	const lost: string[] = [];
	let answered = LENGTH;
	for (let kills = 0; kills < KILLS; kills++) {
		// Somewhere further on; at the end, from the first question again.
		const target = answered + Math.floor(Math.random() * 3);
		if (target >= LENGTH - 1) {
			for (; answered < LENGTH; answered++) await learner.answerAndGoOn();
			await begin(learner, url);
			answered = 0;
		} else for (; answered < target; answered++) await learner.answerAndGoOn();
		// Half of them with the verdict on the screen, before the next question.
		const isBetween = Math.random() < 0.5;
		if (isBetween) {
			await learner.answer();
			answered += 1;
		}
		// A random moment is the point here; nothing is waited for.
		await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
		await crash(learner.page);

		learner = new Learner(await context.newPage());
		await learner.page.goto(`${baseURL ?? ''}quiz/`);
		await learner.button('quiz_resume_go').click();
		const point = isBetween ? `after answer ${answered}` : `in question ${answered + 1}`;
		points.push(point);
		if ((await shown(learner)) !== questions[answered]) lost.push(point);
	}
	console.log(`${KILLS - lost.length} of ${KILLS} the same; killed ${points.join(', ')}`);
	expect(lost).toEqual([]);
});
