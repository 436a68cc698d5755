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

const bank = sampleBank(visits, people);
const numberOf = (id: string): number => Number(id.slice(1));

describe('a place on the timeline', () => {
	it('is the number of placed events before it, and the placed ones stand in order', () => {
		for (const { given, options, key } of askOften(bank, 'e6.when', 'timeline')) {
			const placed = given.map(numberOf);
			expect(placed).toEqual([...placed].sort((a, b) => a - b));
			expect(placed).not.toContain(6);
			expect(options).toEqual(Array.from({ length: given.length + 1 }, (_, gap) => String(gap)));
			expect(Number(key)).toBe(placed.filter((number) => number < 6).length);
		}
	});

	it('is that of any years', () => {
		const years = fc.uniqueArray(fc.integer({ min: 1000, max: 2000 }), {
			minLength: 3,
			maxLength: 9
		});
		fc.assert(
			fc.property(years, fc.string({ minLength: 1, maxLength: 4 }), (all, seed) => {
				const events = all.map((year, index) => event(`y${index}`, { date: date(String(year)) }));
				const question = tryAsk(sampleBank(events), 'y0.when', 'timeline', { seed });
				if (!question) return;
				const placed = question.given.map((id) => all[numberOf(id)] ?? NaN);
				const own = all[0] ?? NaN;
				expect(placed).toEqual([...placed].sort((a, b) => a - b));
				expect(Number(question.key)).toBe(placed.filter((year) => year < own).length);
			}),
			{ numRuns: 200 }
		);
	});

	it('is any of the gaps, about as often', () => {
		const asked = askOften(bank, 'e6.when', 'timeline').filter(({ given }) => given.length === 2);
		const places = asked.map(({ key }) => key);
		for (const gap of ['0', '1', '2']) {
			expect(places.filter((each) => each === gap).length).toBeGreaterThan(asked.length / 10);
		}
	});

	it('holds two to four events that cannot touch one another', () => {
		const close = [
			event('year', { date: date('1968') }),
			event('printed', { date: date('1968-06', { barred: [when('1965')] }) })
		];
		for (const { given } of askOften(
			sampleBank([...visits, ...close], people),
			'e6.when',
			'timeline'
		)) {
			expect(given.length).toBeGreaterThanOrEqual(2);
			expect(given.length).toBeLessThanOrEqual(4);
			expect(given).not.toContain('year');
			expect(given).not.toContain('printed');
		}
	});

	it('never shows one account, violence or what is held', () => {
		for (const more of [
			{ status: 'ATTRIBUTE' },
			{ status: 'HOLD' },
			{ flags: ['sensitive'] }
		] as const) {
			const one = event('one', { date: date('1967-01'), ...more });
			const small = sampleBank([...visits, one], people);
			const shown = askOften(small, 'e6.when', 'timeline').flatMap(({ given }) => given);
			expect(shown).not.toContain('one');
			expect(canAsk(small, 'one.when', 'timeline')).toBe(false);
		}
	});

	it('is not asked of a long stretch, nor where too little can be placed', () => {
		const can = (more: Partial<EventFact>) =>
			canAsk(sampleBank([...visits, event('x', more)], people), 'x.when', 'timeline');
		expect(can({ date: date('1955~') })).toBe(true);
		expect(can({ date: date('1951/1959') })).toBe(false);
		const two = sampleBank([
			event('a', { date: date('1950') }),
			event('b', { date: date('1960') })
		]);
		expect(tryAsk(two, 'a.when', 'timeline')).toBeNull();
	});
});

describe('the words of a timeline', () => {
	const question = ask(bank, 'e6.when', 'timeline');
	const { stem, given, options, answer } = worded(bank, question);

	it('tell the dates of the placed events, and not that of the event asked for', () => {
		expect(stem).toBe('Where does Visit number 6 belong?');
		expect(given).toEqual(
			question.given.map((id) => `Visit number ${numberOf(id)} (March ${1950 + 3 * numberOf(id)})`)
		);
		expect(answer).toBe('Visit number 6 (March 1968)');
	});

	it('say of each gap what stands around it, and of each wrong one the date', () => {
		const names = question.given.map((id) => `visit number ${numberOf(id)}`);
		expect(options.map(({ text }) => text)).toEqual(
			[...names, 'nothing'].map(
				(before, gap) => `After ${names[gap - 1] ?? 'nothing'}, before ${before}`
			)
		);
		for (const { right, why } of options) expect(why).toBe(right ? '' : 'Its date: March 1968');
	});

	it('are graded by the gap taken', () => {
		for (const option of question.options) {
			expect(taking(bank, question, option).outcome).toBe(
				option === question.key ? 'right' : 'wrong'
			);
		}
	});
});
