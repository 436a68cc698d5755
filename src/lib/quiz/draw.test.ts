import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actor, date, event, figure, sampleBank } from '../../../tests/fixtures/sample.ts';
import { samplePhrases } from '../../../tests/fixtures/sample-phrases.ts';
import type { Bank } from '../bank/bank.ts';
import { drawQuiz } from './draw.ts';
import { wordQuestion } from './kinds.ts';
import { answerSpellings, leakIn, shownText } from './leak.ts';
import { optionKinds, type Question } from './question.ts';
import { quizOf, type Difficulty, type Specification } from './specification.ts';
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
const everything: Specification = quizOf(10);
const draw = (specification: Specification, seed: string, of = bank): Question[] =>
	drawQuiz(of, specification, {
		seed,
		word: (question) => wordQuestion(of, question, samplePhrases)
	});
const factOf = (card: string) => card.split('.')[0] ?? '';

describe('drawing a quiz', () => {
	it('gives the same questions for the same seed', () => {
		expect(draw(everything, 'a')).toEqual(draw(everything, 'a'));
		expect(draw(everything, 'a')).not.toEqual(draw(everything, 'b'));
	});

	it('asks a fact at most once, a group at most once, and shows no fact that it asks elsewhere', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({ min: 1, max: 25 }), (seed, length) => {
				const questions = draw({ ...everything, length }, seed);
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
		const questions = draw(
			{ ...quizOf(8), topics: ['odd'], kinds: ['choice'], excludeSensitive: true },
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
		const kinds = draw(everything, 'vary').map(({ kind }) => kind);
		expect(new Set(kinds).size).toBeGreaterThanOrEqual(3);
		expect(kinds).not.toContain('flashcard');
	});

	/** Pairs of an earlier question and a later one that it answers. */
	function leaks(of: Bank, questions: readonly Question[]): string[] {
		const worded = questions.map((question) => wordQuestion(of, question, samplePhrases));
		return questions.flatMap((question, index) =>
			worded.slice(0, index).flatMap((earlier) => {
				const own = worded[index];
				if (!own) return [];
				const leaked = leakIn(shownText(earlier), answerSpellings(of, question, own));
				return leaked === undefined ? [] : [`“${earlier.stem}” tells “${leaked}”`];
			})
		);
	}

	/** Visits of which each one's statement names the man whom the next one asks for. */
	const people = Array.from({ length: 8 }, (_, index) =>
		actor(`p${index}`, { name: `Anders Berg${index}`, inText: `Anders Berg${index}` })
	);
	const telling = sampleBank(
		people.map(({ id }, index) =>
			event(`visit${index}`, {
				date: null,
				actors: [{ actor: id, part: 'visitor', ask: 'blank' }],
				statement: `{${id}} came to meet {p${(index + 1) % 8}}.`
			})
		),
		people
	);

	it('never tells in one question what a later one asks', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({ min: 1, max: 25 }), (seed, length) => {
				expect(leaks(bank, draw({ ...everything, length }, seed))).toEqual([]);
				expect(leaks(telling, draw({ ...everything, length }, seed, telling))).toEqual([]);
			}),
			{ numRuns: 60 }
		);
	});

	it('does without what another question tells, and without no more than that', () => {
		// In the ring of eight, three or four can be taken so that none is beside another.
		const lengths = Array.from({ length: 20 }, (_, seed) =>
			draw({ ...everything, kinds: ['cloze'] }, String(seed), telling)
		).map(({ length }) => length);
		expect(Math.min(...lengths)).toBe(3);
		expect(Math.max(...lengths)).toBe(4);
	});

	it('begins with what is recognised and ends with what is recalled', () => {
		const kinds = draw({ ...everything, length: 20 }, 'rise').map(({ kind }) => kind);
		const easy = kinds.map((kind) => optionKinds.includes(kind as never) && kind !== 'timeline');
		const recalled = kinds.map((kind) =>
			['typed', 'cloze', 'number', 'date', 'estimate'].includes(kind)
		);
		expect(easy.lastIndexOf(true)).toBeLessThan(recalled.indexOf(true));
		expect(new Set(kinds).size).toBeGreaterThanOrEqual(6);
	});

	it('keeps to a difficulty', () => {
		const kindsAt = (difficulty: Difficulty) =>
			new Set(draw({ ...everything, difficulty, length: 20 }, 's').map(({ kind }) => kind));
		expect([...kindsAt('easy')].every((kind) => optionKinds.includes(kind as never))).toBe(true);
		expect([...kindsAt('hard')].some((kind) => kind === 'choice' || kind === 'first')).toBe(false);
	});

	it('keeps to a period, to actors and to packs', () => {
		const within = draw({ ...everything, period: { from: 1930, to: 1960 }, length: 5 }, 's');
		expect(within.length).toBeGreaterThan(0);
		for (const { card } of within) {
			const fact = bank.fact(factOf(card));
			const year = Number(fact.kind === 'event' && fact.date?.when.edtf);
			expect(year).toBeGreaterThanOrEqual(1930);
			expect(year).toBeLessThanOrEqual(1960);
		}
		const named = draw({ ...everything, actors: ['p3'] }, 's', telling);
		expect(new Set(named.map(({ card }) => factOf(card)))).toEqual(
			new Set(
				named.map(({ card }) => factOf(card)).filter((id) => ['visit2', 'visit3'].includes(id))
			)
		);
		expect(named.length).toBeGreaterThan(0);
		expect(draw({ ...everything, packs: ['no-such-pack'] }, 's')).toEqual([]);
	});

	it('is empty where nothing can be asked', () => {
		expect(draw({ ...everything, topics: ['nothing'] }, 's')).toEqual([]);
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
