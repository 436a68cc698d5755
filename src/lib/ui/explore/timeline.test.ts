import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWhen, type When } from '#lib/bank/when.ts';
import { groupByDecade, spanOn } from './timeline.ts';

function when(edtf: string): When {
	const parsed = parseWhen(edtf);
	if (!parsed) throw new RangeError(edtf);
	return parsed;
}

describe('the timeline', () => {
	test('groups dates by the decade in which they begin, the undated last', () => {
		const dates = ['1961-11-27', '195X', null, '1948/1967', '../1961-11-26', '1961'];
		const groups = groupByDecade(dates, (edtf) => (edtf === null ? null : when(edtf)));
		expect(groups).toEqual([
			{ year: 1940, items: ['1948/1967'] },
			{ year: 1950, items: ['195X'] },
			{ year: 1960, items: ['1961', '../1961-11-26', '1961-11-27'] },
			{ year: null, items: [null] }
		]);
	});

	test('draws a day as a point, a year as a tenth of its decade, a decade as the whole', () => {
		const day = spanOn(when('1961-11-27'), 1960, 1969);
		expect(day.to - day.from).toBeCloseTo(1 / 3653, 6);
		const year = spanOn(when('1965'), 1960, 1969);
		expect(year.from).toBeCloseTo(0.5, 3);
		expect(year.to - year.from).toBeCloseTo(0.1, 3);
		expect(spanOn(when('196X'), 1960, 1969)).toEqual({
			from: 0,
			to: 1,
			beyondStart: false,
			beyondEnd: false
		});
	});

	test('shows where a date goes on beyond the axis or is open', () => {
		const long = spanOn(when('1948/1967'), 1940, 1949);
		expect([long.beyondStart, long.beyondEnd, long.to]).toEqual([false, true, 1]);
		const open = spanOn(when('../1961-11-26'), 1960, 1969);
		expect([open.beyondStart, open.beyondEnd, open.from]).toEqual([true, false, 0]);
	});

	test('keeps every span on its axis, ends in order', () => {
		const year = fc.integer({ min: 1900, max: 2030 });
		fc.assert(
			fc.property(year, year, year, (a, b, first) => {
				const span = spanOn(when(`${Math.min(a, b)}/${Math.max(a, b)}`), first, first + 9);
				expect(span.from).toBeGreaterThanOrEqual(0);
				expect(span.to).toBeLessThanOrEqual(1);
				expect(span.from).toBeLessThanOrEqual(span.to);
			})
		);
	});
});
