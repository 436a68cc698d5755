import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberAt, placeOf, readOnScale, stepsOf } from './estimate-scale.ts';

const scales = fc
	.record({ low: fc.integer({ min: 1, max: 5000 }), tenfolds: fc.integer({ min: 1, max: 6 }) })
	.map(({ low, tenfolds }) => ({ low, high: low * 10 ** tenfolds }));

describe('the scale of an estimate', () => {
	it('begins and ends with its own ends', () => {
		fc.assert(
			fc.property(scales, (scale) => {
				expect(numberAt(scale, 0)).toBe(scale.low);
				expect(numberAt(scale, stepsOf(scale))).toBe(scale.high);
			})
		);
	});

	it('gives another number at every step from ten on', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 4 }),
				fc.integer({ min: 1, max: 5 }),
				(from, tenfolds) => {
					const scale = { low: 10 ** from, high: 10 ** (from + tenfolds) };
					for (let step = 1; step <= stepsOf(scale); step++) {
						expect(numberAt(scale, step)).toBeGreaterThan(numberAt(scale, step - 1));
					}
				}
			)
		);
	});

	it('rounds what it gives to whole numbers of two significant digits', () => {
		expect(numberAt({ low: 10, high: 10_000 }, 41)).toBe(510);
		expect(numberAt({ low: 1, high: 1000 }, 8)).toBe(2);
	});

	it('puts the number of a step back where it came from, but for its rounding', () => {
		const fromTen = scales.filter(({ low }) => low >= 10);
		fc.assert(
			fc.property(fromTen, fc.double({ min: 0, max: 1, noNaN: true }), (scale, share) => {
				const steps = stepsOf(scale);
				const step = Math.round(share * steps);
				expect(Math.abs(placeOf(scale, numberAt(scale, step)) * steps - step)).toBeLessThan(1.5);
			})
		);
	});

	it('puts what is as many times one end as the other is times it in the middle', () => {
		expect(placeOf({ low: 10, high: 1000 }, 100)).toBeCloseTo(0.5);
	});

	it('keeps what lies beyond its ends at its ends', () => {
		expect(placeOf({ low: 10, high: 1000 }, 3)).toBe(0);
		expect(placeOf({ low: 10, high: 1000 }, 0)).toBe(0);
		expect(placeOf({ low: 10, high: 1000 }, 5000)).toBe(1);
	});

	it('takes of two readings the one that fits it', () => {
		expect(readOnScale({ low: 1000, high: 1_000_000 }, '90,000')).toBe(90_000);
		expect(readOnScale({ low: 10, high: 1000 }, '90,000')).toBe(90);
		expect(readOnScale({ low: 10, high: 1000 }, '5,000')).toBe(5000);
	});

	it('reads a number as typed, grouped or among words, and nothing where there is none', () => {
		expect(readOnScale({ low: 10, high: 1000 }, '90\u202f000')).toBe(90_000);
		expect(readOnScale({ low: 10, high: 1000 }, 'about 530 children')).toBe(530);
		expect(readOnScale({ low: 10, high: 1000 }, 'many')).toBeNull();
	});
});
