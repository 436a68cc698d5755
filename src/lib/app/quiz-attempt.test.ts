import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date, event, sampleBank } from '../../../tests/fixtures/sample.ts';
import { drawQuiz } from '#lib/quiz/draw.ts';
import type { Specification } from '#lib/quiz/specification.ts';
import { canBeAsked, readAttempt, type QuizAttempt } from './quiz-attempt.ts';

const bank = sampleBank(
	Array.from({ length: 20 }, (_, index) =>
		event(`e${index}`, { date: date(String(1900 + index * 4)) })
	)
);
const specification: Specification = { topics: [], kinds: [], length: 8, excludeSensitive: false };
const attempt: QuizAttempt = {
	version: 1,
	specification,
	questions: drawQuiz(bank, specification, 'kept'),
	answers: [
		{ kind: 'typed', text: 'x' },
		{ kind: 'order', items: ['e1', 'e2'] },
		{ kind: 'flashcard', recall: 'good' }
	]
};

describe('a quiz kept between visits', () => {
	it('comes back as it was', () => {
		expect(readAttempt(JSON.stringify(attempt))).toEqual(attempt);
	});

	it.each([
		['nothing', null],
		['no JSON', '{"version":1'],
		['another version', JSON.stringify({ ...attempt, version: 2 })],
		[
			'more answers than questions',
			JSON.stringify({ ...attempt, questions: attempt.questions.slice(0, 2) })
		],
		[
			'a question of no kind',
			JSON.stringify({ ...attempt, questions: [{ kind: 'riddle', card: 'a' }] })
		],
		[
			'a key that is no option',
			JSON.stringify({
				...attempt,
				answers: [],
				questions: [{ kind: 'choice', card: 'a', direction: 'value', options: ['x'], key: 'y' }]
			})
		],
		[
			'a wrong length',
			JSON.stringify({ ...attempt, specification: { ...specification, length: 1e9 } })
		]
	])('is refused: %s', (_, text) => {
		expect(readAttempt(text)).toBeNull();
	});

	it('never throws, whatever was stored', () => {
		fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readAttempt(text)));
	});

	it('is asked on only while the bank has everything it names', () => {
		expect(attempt.questions.every((question) => canBeAsked(bank, question))).toBe(true);
		const smaller = sampleBank([]);
		expect(attempt.questions.some((question) => canBeAsked(smaller, question))).toBe(false);
	});
});
