import { describe, expect, test } from 'vitest';
import { date, event, sampleBank } from '../../../tests/fixtures/sample.ts';
import type { Outcome } from '#lib/quiz/question.ts';
import type { Place } from '#lib/memory/review.ts';
import type { Queue } from '#lib/memory/queue.ts';
import { missedCards, putFirst } from './missed-cards.ts';

const ids = ['a', 'b', 'c', 'd'];
const bank = sampleBank(ids.map((id, at) => event(id, { date: date(`${1950 + at}`) })));
const review = (card: string, place: Place, outcome: Outcome) => ({
	card: `${card}.when`,
	place,
	outcome
});
const cardOf = (id: string) => ({ id: `${id}.when`, fact: id, group: null });

describe('cards missed in quizzes', () => {
	test('are those whose last answer today was a wrong one in a quiz', () => {
		const missed = missedCards(bank, [
			review('a', 'quiz', 'wrong'),
			review('b', 'quiz', 'right'),
			review('c', 'study', 'wrong'),
			review('d', 'quiz', 'wrong')
		]);
		expect(missed).toEqual([cardOf('a'), cardOf('d')]);
	});

	test('are not missed any more once they were answered in Study, or rightly in a quiz', () => {
		const missed = missedCards(bank, [
			review('a', 'quiz', 'wrong'),
			review('b', 'quiz', 'wrong'),
			review('c', 'quiz', 'right'),
			review('a', 'study', 'wrong'),
			review('b', 'quiz', 'near'),
			review('c', 'quiz', 'wrong')
		]);
		expect(missed).toEqual([cardOf('c')]);
	});

	test('that the learner’s packs do not have are passed over', () => {
		expect(missedCards(bank, [review('elsewhere', 'quiz', 'wrong')])).toEqual([]);
	});

	test('come before all others, once each, whether they were due or not', () => {
		const queue: Queue = {
			cards: [cardOf('a'), cardOf('b')],
			due: 1,
			fresh: 1,
			later: 0,
			next: 0
		};
		const first = putFirst(queue, [cardOf('c'), cardOf('b')]);
		expect(first.cards).toEqual([cardOf('c'), cardOf('b'), cardOf('a')]);
		expect(first.due).toBe(2);
		expect(putFirst(queue, [])).toEqual(queue);
	});
});
