import { describe, expect, it } from 'vitest';
import type { KindName } from '../quiz/question.ts';
import { Random } from '../quiz/random.ts';
import { chooseKind } from './form.ts';

const all: KindName[] = ['choice', 'first', 'order', 'typed', 'number', 'flashcard'];
const choices = (kinds: KindName[], memory: Parameters<typeof chooseKind>[1]): Set<KindName> =>
	new Set(Array.from({ length: 60 }, (_, seed) => chooseKind(kinds, memory, new Random(seed))));

describe('the kind in which a card is asked', () => {
	it('a new card is a choice, and a flashcard where no choice can be made', () => {
		expect(choices(all, undefined)).toEqual(new Set(['choice']));
		expect(choices(['typed', 'flashcard'], undefined)).toEqual(new Set(['flashcard']));
	});

	it('a card in its learning steps is recalled, so that it can leave them', () => {
		expect(choices(all, { state: 'learning', stability: 0.2, kind: 'choice' })).toEqual(
			new Set(['flashcard', 'typed', 'number'])
		);
	});

	it('a young memory is recognised', () => {
		expect(choices(all, { state: 'review', stability: 2, kind: 'flashcard' })).toEqual(
			new Set(['choice', 'first'])
		);
	});

	it('a stable memory is recalled', () => {
		expect(choices(all, { state: 'review', stability: 7, kind: 'choice' })).toEqual(
			new Set(['typed', 'number', 'order'])
		);
	});

	it('a stable memory in relearning is recognised again', () => {
		expect(choices(all, { state: 'relearning', stability: 30, kind: 'typed' })).toEqual(
			new Set(['choice', 'first'])
		);
	});

	it('is never the kind of the last time, unless it is the only one', () => {
		expect(choices(all, { state: 'review', stability: 2, kind: 'choice' })).toEqual(
			new Set(['first'])
		);
		expect(choices(['choice'], { state: 'review', stability: 2, kind: 'choice' })).toEqual(
			new Set(['choice'])
		);
	});
});
