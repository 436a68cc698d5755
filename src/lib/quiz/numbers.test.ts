import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, readYear } from './numbers.ts';

const number = (value: number) => ({ kind: 'number', value });

describe('typed numbers', () => {
	it.each([
		['530', 530],
		['1200', 1200],
		['1 200', 1200],
		['1\u202f200', 1200],
		["1'200", 1200],
		['1,200,000', 1_200_000],
		['1.200.000', 1_200_000],
		['١٢٠٠', 1200],
		['۱۲۰۰', 1200],
		['1.2 thousand', 1200],
		['1,2 mille', 1200],
		['1.200 million', 1_200_000],
		['100 000 personnes', 100_000],
		['$500 000', 500_000],
		['about 90 000 people', 90_000],
		['3.5', 3.5],
		['1,200.50', 1200.5]
	])('“%s” is %d', (typed, value) => {
		expect(readNumber(typed)).toEqual(number(value));
	});

	it.each([
		['1.200', [1200, 1.2]],
		['90,000', [90_000, 90]]
	])('“%s” is asked back', (typed, readings) => {
		expect(readNumber(typed)).toEqual({ kind: 'ambiguous', readings });
	});

	it.each(['', 'many', '-5', '12 34', '1,20,0', '5 or 6', '--', 'five'])(
		'“%s” is no number',
		(typed) => {
			expect(readNumber(typed)).toEqual({ kind: 'none' });
		}
	);

	it('reads back every whole number as it is written in English and French', () => {
		const english = new Intl.NumberFormat('en');
		const french = new Intl.NumberFormat('fr');
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1e9 }), (value) => {
				for (const format of [english, french]) {
					const reading = readNumber(format.format(value));
					const values =
						reading.kind === 'ambiguous'
							? reading.readings
							: [reading.kind === 'number' ? reading.value : NaN];
					expect(values).toContain(value);
				}
			})
		);
	});

	it('never throws, whatever is typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (typed) => void readNumber(typed))
		);
	});
});

describe('typed years', () => {
	it.each([
		['1956', 1956],
		['in 1956', 1956],
		['27/09/1956', 1956],
		['September 1956', 1956],
		['١٩٥٦', 1956]
	])('“%s” is %d', (typed, year) => {
		expect(readYear(typed)).toBe(year);
	});

	it.each(['', '56', '19561', '1956 or 1957', '0956'])('“%s” is no year', (typed) => {
		expect(readYear(typed)).toBeNull();
	});
});
