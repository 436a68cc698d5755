import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	ask,
	askOften,
	canAsk,
	people,
	tryAsk,
	visits,
	worded
} from '../../../../tests/fixtures/asking.ts';
import { actor, date, event, sampleBank } from '../../../../tests/fixtures/sample.ts';
import type { EventFact } from '../../bank/pack.ts';
import { gradeAnswer } from '../kinds.ts';

const bank = sampleBank(visits, people);
/** The person of a card: "e7.who.p1" asks for p1. */
const personOf = (card: string): string => card.split('.')[2] ?? '';

describe('a match', () => {
	it('sets three or four cards beside their own actors, each once', () => {
		for (const { card, cards, options } of askOften(bank, 'e4.who.p4', 'match')) {
			expect(card).toBe('e4.who.p4');
			expect(cards).toContain(card);
			expect([3, 4]).toContain(cards.length);
			expect([...options].sort()).toEqual(cards.map(personOf).sort());
			expect(new Set(options).size).toBe(options.length);
		}
	});

	it('never lists the actors always in the order of their cards', () => {
		const asked = askOften(bank, 'e4.who.p4', 'match');
		const isSolved = asked.map(({ cards, options }) =>
			cards.every((card, row) => personOf(card) === options[row])
		);
		expect(isSolved).toContain(false);
	});

	it('never sets two cards side by side of which one actor may answer both', () => {
		const like = (id: string, person: string, more: Partial<EventFact> = {}) =>
			event(id, {
				type: 'visit',
				date: date('1970'),
				actors: [{ actor: person, part: 'envoy', ask: 'blank' }],
				statement: `{${person}} came.`,
				...more
			});
		// One type of act in one year: who was at the one may have been at the other.
		const twins = sampleBank([like('one', 'p0'), like('two', 'p1'), ...visits.slice(2, 6)], people);
		for (const { cards } of askOften(twins, 'one.who.p0', 'match')) {
			expect(cards).not.toContain('two.who.p1');
		}
		// Named in the statement of the other.
		const named = sampleBank(
			[
				like('one', 'p0', { type: 'talk', statement: '{p0} met {p1}.' }),
				like('two', 'p1', { date: date('1980') }),
				...visits.slice(2, 6)
			],
			people
		);
		for (const { cards } of askOften(named, 'one.who.p0', 'match')) {
			expect(cards).not.toContain('two.who.p1');
		}
	});

	it('never mixes people with places, nor facts that answer each other', () => {
		const town = actor('town', { type: 'place', name: 'Town' });
		const there = event('there', {
			date: date('1962'),
			places: ['town'],
			askPlace: { actor: 'town', ask: 'blank' },
			statement: 'It was in {town}.'
		});
		const grouped = visits.map((each) =>
			each.id === 'e3' || each.id === 'e4' ? { ...each, group: 'g' } : each
		);
		const mixed = sampleBank([...grouped, there], [...people, town]);
		for (const { cards } of askOften(mixed, 'e4.who.p4', 'match')) {
			expect(cards).not.toContain('there.where');
			expect(cards).not.toContain('e3.who.p3');
		}
	});

	it.each([
		['one account', { status: 'ATTRIBUTE' }],
		['disputed', { conflict: 'rivals' }],
		['of violence', { flags: ['sensitive'] }],
		['held', { status: 'HOLD' }]
	] as const)('is never about what is %s, in any row', (_name, more) => {
		const changed = visits.map((each) => (each.id === 'e3' ? { ...each, ...more } : each));
		const small = sampleBank(changed, people);
		expect(canAsk(small, 'e3.who.p3', 'match')).toBe(false);
		for (const { cards } of askOften(small, 'e4.who.p4', 'match')) {
			expect(cards).not.toContain('e3.who.p3');
		}
	});

	it('is not made of fewer than three cards', () => {
		expect(tryAsk(sampleBank(visits.slice(0, 2), people), 'e0.who.p0', 'match')).toBeNull();
		const ofOne = visits.map((each) => ({
			...each,
			actors: [{ actor: 'p0', part: 'envoy', ask: 'blank' as const }]
		}));
		expect(tryAsk(sampleBank(ofOne, people), 'e0.who.p0', 'match')).toBeNull();
	});
});

describe('the verdict on a match', () => {
	const question = ask(bank, 'e4.who.p4', 'match');
	const solved = question.cards.map(personOf);
	const grade = (items: readonly string[]) => gradeAnswer(bank, question, { kind: 'match', items });

	it('is right for the one solution alone', () => {
		expect(grade(solved)).toEqual({ outcome: 'right', score: 1 });
		fc.assert(
			fc.property(fc.shuffledSubarray(solved, { minLength: solved.length }), (items) => {
				expect(grade(items).outcome).toBe(items.join() === solved.join() ? 'right' : 'wrong');
			})
		);
	});

	it('gives the share of the rows that are right', () => {
		const item = fc.constantFrom(...solved, '');
		const rows = fc.array(item, { minLength: solved.length, maxLength: solved.length });
		fc.assert(
			fc.property(rows, (items) => {
				const right = items.filter((each, row) => each === solved[row]).length;
				expect(grade(items)).toMatchObject({ score: right / solved.length });
			})
		);
	});

	it('is wrong for nothing, too little or another kind of answer', () => {
		expect(grade([])).toEqual({ outcome: 'wrong', score: 0 });
		expect(grade(solved.slice(1)).outcome).toBe('wrong');
		expect(gradeAnswer(bank, question, { kind: 'order', items: solved }).outcome).toBe('wrong');
	});
});

describe('the words of a match', () => {
	const question = ask(bank, 'e4.who.p4', 'match');
	const { stem, given, options, answer } = worded(bank, question);
	const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '?';

	it('give a question for every row without its answer, and a name for every actor', () => {
		expect(stem).toBe('Match.');
		expect(given).toHaveLength(question.cards.length);
		for (const [row, text] of given.entries()) {
			expect(text).toMatch(/^What is missing\? _____ paid visit number \d+\. March 19\d\d$/);
			expect(text).not.toContain(nameOf(personOf(question.cards[row] ?? '')));
		}
		expect(options.map(({ text }) => text)).toEqual(question.options.map(nameOf));
	});

	it('answer with every pair, one a line', () => {
		expect(answer.split('\n')).toEqual(
			question.cards.map((card, row) => `${given[row] ?? ''} ${nameOf(personOf(card))}`)
		);
	});
});
