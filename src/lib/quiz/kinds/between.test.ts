import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	ask,
	askOften,
	canAsk,
	people,
	taking,
	tryAsk,
	visits,
	worded
} from '../../../../tests/fixtures/asking.ts';
import { date, event, sampleBank, when } from '../../../../tests/fixtures/sample.ts';
import type { EventFact } from '../../bank/pack.ts';

/** What is long past when the last of the visits took place. */
const later = event('later', { date: date('2025-01-01'), flags: ['sensitive'] });
const bank = sampleBank([...visits, later], people);

const pair = (one: string, two: string, more: Partial<EventFact> = {}) =>
	sampleBank([
		event('one', { date: date(one) }),
		event('two', { date: date(two), ...more }),
		later
	]);

describe('the years between two events', () => {
	it('are those of their dates, whichever of the two is asked', () => {
		for (const { card, given, key } of askOften(bank, 'e1.when', 'between')) {
			expect(Number(key)).toBe(3 * Math.abs(Number((given[0] ?? '').slice(1)) - 1));
			expect(card).toBe('e1.when');
		}
	});

	it('are nearest to the true distance, and every other number is far from it', () => {
		const month = fc.integer({ min: 1, max: 12 }).map((each) => String(each).padStart(2, '0'));
		const year = fc.integer({ min: 1900, max: 2020 });
		const day = fc
			.tuple(year, month)
			.map(([y, m]) => ({ edtf: `${y}-${m}`, at: y + Number(m) / 12 }));
		fc.assert(
			fc.property(day, day, (a, b) => {
				const question = tryAsk(pair(a.edtf, b.edtf), 'one.when', 'between');
				if (!question) return;
				const distance = Math.abs(a.at - b.at);
				expect(Math.abs(Number(question.key) - distance)).toBeLessThan(0.6);
				for (const option of question.options) {
					if (option !== question.key) {
						expect(Math.abs(Number(option) - distance)).toBeGreaterThan(2);
					}
				}
			}),
			{ numRuns: 200 }
		);
	});

	it('stand in ascending order, at any place among four', () => {
		const asked = askOften(bank, 'e1.when', 'between');
		const places = new Set(asked.map(({ options, key }) => options.indexOf(key)));
		expect(places).toEqual(new Set([0, 1, 2, 3]));
		for (const { options } of asked) {
			const years = options.map(Number);
			expect(years).toEqual([...years].sort((a, b) => a - b));
			expect(years[0]).toBeGreaterThan(0);
		}
	});

	it('are not asked of dates too near, too rough, or not said by a source', () => {
		const can = (of: ReturnType<typeof pair>) => tryAsk(of, 'one.when', 'between') !== null;
		expect(can(pair('1950', '1980'))).toBe(true);
		expect(can(pair('1950', '1952'))).toBe(false);
		expect(can(pair('1950', '1980~'))).toBe(false);
		expect(can(pair('1950', '1980/1984'))).toBe(false);
		expect(can(pair('1950', '1980', { date: date('1980', { inferred: true }) }))).toBe(false);
	});

	it('are not asked where another date is right too and gives another number', () => {
		const also = pair('1950', '1980', { date: date('1980', { also: [when('1990')] }) });
		expect(tryAsk(also, 'one.when', 'between')).toBeNull();
	});

	it('are never those to one account, to violence or to what is held', () => {
		for (const more of [
			{ status: 'ATTRIBUTE' },
			{ status: 'HOLD' },
			{ flags: ['sensitive'] }
		] as const) {
			expect(tryAsk(pair('1950', '1980', more), 'one.when', 'between')).toBeNull();
			const own = sampleBank(
				[...visits, later, event('x', { date: date('1951-03'), ...more })],
				people
			);
			expect(canAsk(own, 'x.when', 'between')).toBe(false);
		}
	});
});

describe('the words of the years between', () => {
	const question = ask(bank, 'e8.when', 'between');
	const [other = ''] = question.given;
	const { stem, options, answer, explanation } = worded(bank, question);

	it('name both events, the earlier one first, without their dates', () => {
		const [first, second] = [8, Number(other.slice(1))].sort((a, b) => a - b);
		expect(stem).toBe(`How many years between visit number ${first} and visit number ${second}?`);
		expect(stem).not.toMatch(/19\d\d/);
	});

	it('work the number out from both dates, after the answer and for each wrong one', () => {
		const derivation = new RegExp(`^March 19\\d\\d to March 19\\d\\d: ${question.key} years\\.`);
		expect(answer).toBe(`about ${question.key} years`);
		expect(explanation).toMatch(derivation);
		for (const { right, why } of options) {
			if (right) expect(why).toBe('');
			else expect(why).toMatch(derivation);
		}
	});

	it('are graded by the number taken', () => {
		for (const option of question.options) {
			expect(taking(bank, question, option).outcome).toBe(
				option === question.key ? 'right' : 'wrong'
			);
		}
	});
});
