import { expect, test } from 'vitest';
import { median, medianInterval } from './statistics.ts';

test('the median does not mind the order, nor one far value', () => {
	expect(median([3, 1, 2])).toBe(2);
	expect(median([9, 1, 3, 2])).toBe(2.5);
	expect(median([1, 1.1, 1.2, 1.3, 90])).toBe(1.2);
	expect(median([])).toBeNaN();
});

test('the interval holds the median, is repeatable, and narrows when the values agree', () => {
	const values = [1.02, 1.31, 1.08, 1.11, 0.97, 1.2, 1.15, 1.07, 1.09];
	const [low, high] = medianInterval(values);
	expect(low).toBeLessThan(median(values));
	expect(high).toBeGreaterThan(median(values));
	expect(low).toBeGreaterThanOrEqual(0.97);
	expect(high).toBeLessThanOrEqual(1.31);
	expect(medianInterval(values)).toEqual([low, high]);
	expect(medianInterval([1.1, 1.1, 1.1])).toEqual([1.1, 1.1]);
});
