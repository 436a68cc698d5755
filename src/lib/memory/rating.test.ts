import { describe, expect, it, vi } from 'vitest';
import { Random } from '../quiz/random.ts';
import type { Question } from '../quiz/question.ts';
import { DAY } from './day.ts';
import { rateAsRight } from './override.ts';
import { guessChance, rate } from './rating.ts';
import type { Rating } from './review.ts';
import { nextMemory, type Memory } from './scheduler.ts';

// Thousands of random runs take longer than the usual five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const card = 'rabin-visit.when';
const choice: Question = {
	kind: 'choice',
	card,
	direction: 'value',
	given: [],
	options: ['1975', '1976', '1977', '1978'],
	key: '1976'
};
const first: Question = {
	kind: 'first',
	card,
	direction: 'value',
	given: [],
	options: ['a', 'b'],
	key: 'a'
};
const order = (count: number): Question => ({
	kind: 'order',
	card,
	items: Array.from({ length: count }, (_, index) => String(index))
});
const typed: Question = { kind: 'typed', card };
const number: Question = { kind: 'number', card };
const flashcard: Question = { kind: 'flashcard', card };

const option = { kind: 'choice', option: '1976' } as const;
const items = { kind: 'order', items: [] } as const;
const text = { kind: 'typed', text: '1976' } as const;
const right = 'right' as const;
const inReview = { state: 'review' } as const;
const inSteps = { state: 'learning' } as const;

describe('rating an answer', () => {
	it('rates wrong as Again whatever was asked', () => {
		for (const question of [choice, first, order(5), typed, number]) {
			expect(rate(question, { answer: text, outcome: 'wrong' }, inReview)).toBe(1);
		}
	});

	it('never rates Easy by itself', () => {
		for (const question of [choice, first, order(7), typed, number]) {
			for (const memory of [undefined, inSteps, inReview]) {
				expect(rate(question, { answer: text, outcome: right }, memory)).toBeLessThan(4);
			}
		}
	});

	it('rates one out of two as Hard at most, even for a card long known', () => {
		for (const memory of [undefined, inSteps, inReview]) {
			expect(rate(first, { answer: { kind: 'first', option: 'a' }, outcome: right }, memory)).toBe(
				2
			);
		}
	});

	it('rates a right choice as Good only once the card was recalled', () => {
		expect(rate(choice, { answer: option, outcome: right }, undefined)).toBe(2);
		expect(rate(choice, { answer: option, outcome: right }, inSteps)).toBe(2);
		expect(rate(choice, { answer: option, outcome: right }, inReview)).toBe(3);
		expect(rate(choice, { answer: option, outcome: right }, { state: 'relearning' })).toBe(3);
	});

	it('trusts the order of four events, and that of three only once the card was recalled', () => {
		expect(rate(order(4), { answer: items, outcome: right }, undefined)).toBe(3);
		expect(rate(order(3), { answer: items, outcome: right }, undefined)).toBe(2);
		expect(rate(order(3), { answer: items, outcome: right }, inReview)).toBe(3);
	});

	it('rates free recall as Good, and with a slip as Hard', () => {
		expect(rate(typed, { answer: text, outcome: right }, undefined)).toBe(3);
		expect(rate(number, { answer: text, outcome: right }, undefined)).toBe(3);
		expect(rate(typed, { answer: text, outcome: 'near' }, inReview)).toBe(2);
		expect(rate(order(5), { answer: items, outcome: 'near' }, inReview)).toBe(2);
	});

	it('takes the learner’s word for a flashcard', () => {
		const said = (recall: 'again' | 'hard' | 'good' | 'easy') =>
			rate(flashcard, { answer: { kind: 'flashcard', recall }, outcome: right }, undefined);
		expect([said('again'), said('hard'), said('good'), said('easy')]).toEqual([1, 2, 3, 4]);
	});

	it('knows the chance of guessing', () => {
		expect(guessChance(choice)).toBe(0.25);
		expect(guessChance(first)).toBe(0.5);
		expect(guessChance(order(3))).toBeCloseTo(1 / 6);
		expect(guessChance(typed)).toBe(0);
	});
});

describe('a pure guesser', () => {
	type Rule = (question: Question, guessed: boolean, memory: Memory | undefined) => Rating;

	const ours: Rule = (question, guessed, memory) =>
		rate(question, { answer: text, outcome: guessed ? right : 'wrong' }, memory);
	const rightIsGood: Rule = (_, guessed) => (guessed ? 3 : 1);

	/**
	 * The share of 1,000 cards that ever pass 7 days of stability when each gets 30 guesses, asked
	 * when due but never sooner than `gap`.
	 */
	function shareFooled(kinds: readonly Question[], gap: number, rule: Rule): number {
		const random = new Random('guesser');
		const cards = Array.from({ length: 1000 }, (_, index) => `fact-${index}.when`);
		const fooled = cards.filter((id) => {
			let memory: Memory | undefined;
			let at = Date.UTC(2026, 0, 1, 18);
			let strongest = 0;
			for (let answered = 0; answered < 30; answered++) {
				const question = random.pick(kinds) ?? choice;
				const guessed = random.below(1_000_000) < guessChance(question) * 1_000_000;
				const rating = rule(question, guessed, memory);
				memory = nextMemory(memory, { card: id, kind: question.kind, rating, at, offset: 0 });
				strongest = Math.max(strongest, memory.stability);
				at = Math.max(memory.due, at + gap);
			}
			return strongest > 7;
		});
		return fooled.length / cards.length;
	}

	// "Which came first" on its own, one coin a day for a month, reaches 1.4 %: sessions alternate forms.
	it.each<[string, readonly Question[], number]>([
		['choice, when due', [choice], 0],
		['choice, day after day', [choice], DAY],
		['order of three, day after day', [order(3)], DAY],
		['which came first, when due', [first], 0],
		['which came first and choice, day after day', [choice, first], DAY],
		['all forms, day after day', [choice, first, typed, number, order(4)], DAY]
	])('asked by %s, drives at most 1 %% of cards past 7 days of stability', (_, kinds, gap) => {
		expect(shareFooled(kinds, gap, ours)).toBeLessThanOrEqual(0.01);
	});

	it('would do far better if right were always Good', () => {
		expect(shareFooled([choice], DAY, rightIsGood)).toBeGreaterThan(0.05);
		expect(shareFooled([first], 0, rightIsGood)).toBeGreaterThan(0.2);
	});
});

describe('someone who knows', () => {
	it('leaves the steps with one recognition and two recalls', () => {
		let memory: Memory | undefined;
		let at = Date.UTC(2026, 0, 1, 18);
		for (const question of [choice, typed, typed]) {
			const rating = rate(question, { answer: text, outcome: right }, memory);
			memory = nextMemory(memory, { card, kind: question.kind, rating, at, offset: 0 });
			at = memory.due;
		}
		expect(memory?.state).toBe('review');
	});
});

describe('an answer that counts as right because the learner says so', () => {
	it('is Good only where nothing can be guessed', () => {
		for (const question of [choice, first, order(4), typed, number, flashcard]) {
			expect(rateAsRight(question.kind), question.kind).toBe(guessChance(question) === 0 ? 3 : 2);
		}
	});
});
