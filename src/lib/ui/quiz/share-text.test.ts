import { expect, test } from 'vitest';
import type { Verdict } from '#lib/quiz/question.ts';
import { resultText } from './share-text.ts';

const right: Verdict = { outcome: 'right', score: 1 };
const near: Verdict = { outcome: 'near', score: 1 };
const part: Verdict = { outcome: 'wrong', score: 0.4 };
const wrong: Verdict = { outcome: 'wrong', score: 0 };
const url = 'https://example.org/quiz/#quiz=1';

test('a result is the score, a mark for each question and the link', () => {
	const text = resultText({
		app: 'Tarikh',
		score: 2.4,
		verdicts: [right, near, part, wrong],
		url,
		language: 'en'
	});
	expect(text).toBe(`Tarikh 2.4/4\n●●◐○\n${url}`);
});

test('twenty questions stand in two rows, and a score has one decimal in the style of its language', () => {
	const verdicts = Array.from({ length: 20 }, (_, index) => (index < 12 ? right : wrong));
	const text = resultText({ app: 'Tarikh', score: 12.3456, verdicts, url, language: 'fr' });
	expect(text).toBe(`Tarikh 12,3/20\n●●●●●●●●●●\n●●○○○○○○○○\n${url}`);
});
