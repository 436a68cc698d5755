import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date, event, sampleBank } from '../../../tests/fixtures/sample.ts';
import { samplePhrases } from '../../../tests/fixtures/sample-phrases.ts';
import { drawQuiz } from '#lib/quiz/draw.ts';
import { wordQuestion } from '#lib/quiz/kinds.ts';
import { quizOf } from '#lib/quiz/specification.ts';
import { readKeptQuiz, type KeptQuiz } from './kept-quiz.ts';

const bank = sampleBank(
	Array.from({ length: 20 }, (_, index) =>
		event(`e${index}`, { date: date(String(1900 + index * 4)) })
	)
);
const specification = quizOf(8);
const kept: KeptQuiz = {
	version: 1,
	specification,
	questions: drawQuiz(bank, specification, {
		seed: 'kept',
		word: (question) => wordQuestion(bank, question, samplePhrases)
	}),
	answers: [
		{ kind: 'typed', text: 'x' },
		{ kind: 'order', items: ['e1', 'e2'] },
		{ kind: 'flashcard', recall: 'good' }
	]
};

describe('a quiz kept between visits', () => {
	it('comes back as it was', () => {
		expect(readKeptQuiz(JSON.stringify(kept))).toEqual(kept);
	});

	it.each([
		['nothing', null],
		['no JSON', '{"version":1'],
		['another version', JSON.stringify({ ...kept, version: 2 })],
		[
			'more answers than questions',
			JSON.stringify({ ...kept, questions: kept.questions.slice(0, 2) })
		],
		[
			'a question of no kind',
			JSON.stringify({ ...kept, questions: [{ kind: 'riddle', card: 'a' }] })
		],
		[
			'a key that is no option',
			JSON.stringify({
				...kept,
				answers: [],
				questions: [{ kind: 'choice', card: 'a', direction: 'value', options: ['x'], key: 'y' }]
			})
		],
		[
			'a wrong length',
			JSON.stringify({ ...kept, specification: { ...specification, length: 1e9 } })
		]
	])('is refused: %s', (_, text) => {
		expect(readKeptQuiz(text)).toBeNull();
	});

	it('never throws, whatever was stored', () => {
		fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readKeptQuiz(text)));
	});
});
