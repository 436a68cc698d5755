import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date, event, figure, sampleBank } from '../../../tests/fixtures/sample.ts';
import { drawQuiz } from './draw.ts';
import type { Specification } from './specification.ts';
import { Random } from './random.ts';

const events = Array.from({ length: 30 }, (_, index) =>
	event(`e${index}`, {
		date: date(String(1900 + index * 4)),
		topics: [index % 2 === 0 ? 'even' : 'odd'],
		group: index < 6 ? 'family' : null,
		flags: index === 7 ? ['sensitive'] : []
	})
);
const figures = Array.from({ length: 10 }, (_, index) =>
	figure(`f${index}`, {
		min: 10 * 3 ** index,
		max: 10 * 3 ** index,
		ask: 'How many?',
		topics: ['odd']
	})
);
const bank = sampleBank([...events, ...figures]);
const everything: Specification = { topics: [], kinds: [], length: 10, excludeSensitive: false };
const factOf = (card: string) => card.split('.')[0] ?? '';

describe('drawing a quiz', () => {
	it('gives the same questions for the same seed', () => {
		expect(drawQuiz(bank, everything, 'a')).toEqual(drawQuiz(bank, everything, 'a'));
		expect(drawQuiz(bank, everything, 'a')).not.toEqual(drawQuiz(bank, everything, 'b'));
	});

	it('asks a fact at most once, a group at most once, and shows no fact that it asks elsewhere', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({ min: 1, max: 25 }), (seed, length) => {
				const questions = drawQuiz(bank, { ...everything, length }, seed);
				const asked = questions.map(({ card }) => factOf(card));
				expect(new Set(asked).size).toBe(asked.length);
				expect(
					asked.filter((fact) => bank.fact(fact).group === 'family').length
				).toBeLessThanOrEqual(1);
				for (const question of questions) {
					const others =
						question.kind === 'order'
							? question.items
							: 'options' in question
								? question.options
								: [];
					for (const shown of others) {
						if (shown !== factOf(question.card)) expect(asked).not.toContain(shown);
					}
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('keeps to topics, kinds and the wish to leave violence out', () => {
		const questions = drawQuiz(
			bank,
			{ topics: ['odd'], kinds: ['choice'], length: 8, excludeSensitive: true },
			's'
		);
		expect(questions.length).toBe(8);
		for (const question of questions) {
			const fact = bank.fact(factOf(question.card));
			expect(question.kind).toBe('choice');
			expect(fact.topics).toContain('odd');
			expect(fact.flags).not.toContain('sensitive');
		}
	});

	it('varies the kinds and never uses flashcards unless asked to', () => {
		const kinds = drawQuiz(bank, everything, 'vary').map(({ kind }) => kind);
		expect(new Set(kinds).size).toBeGreaterThanOrEqual(3);
		expect(kinds).not.toContain('flashcard');
	});

	it('is empty where nothing can be asked', () => {
		expect(drawQuiz(bank, { ...everything, topics: ['nothing'] }, 's')).toEqual([]);
	});
});

describe('seeded chance', () => {
	it('never changes: golden numbers', () => {
		const random = new Random('tarikh');
		expect(Array.from({ length: 8 }, () => random.below(1000))).toMatchInlineSnapshot(`
			[
			  557,
			  145,
			  4,
			  968,
			  237,
			  863,
			  478,
			  41,
			]
		`);
	});

	it('is fair', () => {
		const random = new Random(7);
		const counts = new Array<number>(10).fill(0);
		for (let draw = 0; draw < 50_000; draw++) {
			const drawn = random.below(10);
			counts[drawn] = (counts[drawn] ?? 0) + 1;
		}
		const chi = counts.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
		// χ² with 9 degrees of freedom: 27.88 in 999 of 1,000.
		expect(chi).toBeLessThan(27.88);
	});

	it('shuffles without loss', () => {
		fc.assert(
			fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
				const shuffled = new Random(seed).shuffle(items);
				expect([...shuffled].sort()).toEqual([...items].sort());
			})
		);
	});
});
