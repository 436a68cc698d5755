import { describe, expect, it } from 'vitest';
import {
	ask,
	askOften,
	canAsk,
	people,
	taking,
	worded
} from '../../../../tests/fixtures/asking.ts';
import { claim, date, event, sampleBank, when } from '../../../../tests/fixtures/sample.ts';
import type { EventFact } from '../../bank/pack.ts';

/** Four events of 1961 and one of 1963, told at about the same length. */
const then = ['02', '05', '08', '11'].map((month) =>
	event(`y${month}`, { name: `event of month ${month}`, date: date(`1961-${month}`) })
);
const later = event('later', { name: 'event of month 04', date: date('1963-04') });
const bank = sampleBank([...then, later]);
const withOne = (more: Partial<EventFact>, others = then) =>
	sampleBank([...others, { ...later, ...more }]);

describe('the odd one among events', () => {
	it('is of another year than the three beside it', () => {
		for (const { given, options, key } of askOften(bank, 'later.when', 'odd')) {
			expect(given).toEqual(['1961']);
			expect(key).toBe('later');
			expect(options).toHaveLength(4);
			expect(new Set(options).size).toBe(4);
			const others = options.filter((id) => id !== key);
			expect(others.every((id) => then.some((each) => each.id === id))).toBe(true);
		}
	});

	it('is not asked where a year has fewer than three others', () => {
		expect(canAsk(bank, 'y02.when', 'odd')).toBe(false);
		expect(canAsk(sampleBank([...then.slice(2), later]), 'later.when', 'odd')).toBe(false);
	});

	it('never is one that may have been in that year too', () => {
		const can = (more: Partial<EventFact>) => canAsk(withOne(more), 'later.when', 'odd');
		expect(can({})).toBe(true);
		expect(can({ date: date('1963-04', { also: [when('1961-04')] }) })).toBe(false);
		expect(can({ date: date('1963-04', { barred: [when('1961-04')] }) })).toBe(false);
		expect(can({ date: date('1960/1963') })).toBe(false);
		expect(can({ date: date('1963~') })).toBe(false);
	});

	it.each([
		event('also', { date: date('1961-12', { also: [when('1962-01')] }) }),
		event('about', { date: date('1961~') }),
		event('inferred', { date: date('1961-03', { inferred: true }) }),
		event('winter', { date: date('1961-24') }),
		event('untold', { date: date('1961-03'), flags: ['no-date'] }),
		event('held', { date: date('1961-03'), status: 'HOLD' }),
		event('claimed', { date: date('1961-03'), status: 'ATTRIBUTE' }),
		event('grave', { date: date('1961-03'), flags: ['sensitive'] }),
		event('named', { date: date('1961-03'), name: 'event of 1961' })
	])('never stands beside one of that year that is not plain: $id', (one) => {
		const offered = askOften(withOne({}, [...then, one]), 'later.when', 'odd');
		expect(offered.length).toBeGreaterThan(0);
		expect(offered.flatMap(({ options }) => options)).not.toContain(one.id);
	});

	it('is not one account, disputed, grave or named by its year', () => {
		const can = (more: Partial<EventFact>) => canAsk(withOne(more), 'later.when', 'odd');
		expect(can({ status: 'ATTRIBUTE' })).toBe(false);
		expect(can({ conflict: 'rivals' })).toBe(false);
		expect(can({ flags: ['sensitive'] })).toBe(false);
		expect(can({ name: 'event of 1963' })).toBe(false);
		expect(can({ status: 'HOLD' })).toBe(false);
	});

	it('is asked by the year, and each of the others tells its date', () => {
		const question = ask(bank, 'later.when', 'odd');
		const { stem, options, answer } = worded(bank, question);
		expect(stem).toBe('Which was not in 1961?');
		expect(answer).toBe('Event of month 04 (April 1963)');
		for (const { right, why } of options) {
			if (right) expect(why).toBe('');
			else expect(why).toMatch(/^It was then: \w+ 1961$/);
		}
	});

	it('is right when taken, and no other is', () => {
		const question = ask(bank, 'later.when', 'odd');
		for (const option of question.options) {
			expect(taking(bank, question, option).outcome).toBe(option === 'later' ? 'right' : 'wrong');
		}
	});
});

describe('the odd one among positions', () => {
	const held = [1, 2, 3].map((number) =>
		claim(`a${number}`, { speakers: ['p0'], position: `claim number ${number} is so` })
	);
	const own = claim('b', { speakers: ['p1'], position: 'claim number 4 is so' });
	const said = [own, claim('b2', { speakers: ['p1'], position: 'claim number 5 is so' })];

	/** One account is no ground to call the others' positions odd, but two documents may agree. */
	const asserted = <T extends object>(all: readonly T[]) =>
		all.map((each) => ({ ...each, status: 'ASSERT' as const }));
	const spoken = sampleBank([...asserted(held), ...asserted(said)], people);

	it('is the position of somebody else, who is silent on theirs', () => {
		const question = ask(spoken, 'b.speaker', 'odd');
		expect(question.given).toEqual(['p0']);
		expect([...question.options].sort()).toEqual(['a1', 'a2', 'a3', 'b']);
		expect(question.key).toBe('b');
		const { stem, options, answer } = worded(spoken, question);
		expect(stem).toBe('According to the paper, which does Anna Berg not hold?');
		expect(answer).toBe('Boris Claes said that claim number 4 is so');
		const [wrong] = options.filter(({ right }) => !right);
		expect(wrong?.why).toMatch(/^Anna Berg said that claim number \d is so$/);
	});

	it('is not asked where the speaker spoke on the matter as well, or several speak together', () => {
		const on = (more: object) =>
			sampleBank(
				[...asserted(held), { ...own, status: 'ASSERT', ...more }, ...asserted(said.slice(1))],
				people
			);
		expect(canAsk(on({ matter: 'matter-a1' }), 'b.speaker', 'odd')).toBe(false);
		expect(canAsk(on({ speakers: ['p1', 'p2'] }), 'b.speaker', 'odd')).toBe(false);
		expect(canAsk(on({ about: ['p0'] }), 'b.speaker', 'odd')).toBe(false);
	});
});
