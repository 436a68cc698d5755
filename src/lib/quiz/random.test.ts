import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from './random.ts';

describe('a seeded generator', () => {
	it('gives the same numbers for a seed wherever it runs', () => {
		const random = new Random('pinned');
		expect([1, 2, 3, 4, 5].map(() => random.below(1000))).toEqual([23, 771, 978, 602, 367]);
	});

	it('takes a character beyond the first 65,536 for one', () => {
		const numbers = (seed: string) => {
			const random = new Random(seed);
			return [random.below(1000), random.below(1000), random.below(1000)];
		};
		expect(numbers('a🐫b')).toEqual([656, 364, 55]);
		expect(numbers('a🐫b')).not.toEqual(numbers('ab'));
	});
});

describe('a sample', () => {
	const anyItems = fc.uniqueArray(fc.integer(), { maxLength: 30 });

	it('is of different items that meet the condition, as many as there are', () => {
		fc.assert(
			fc.property(anyItems, fc.nat(12), fc.string(), (items, count, seed) => {
				const isEven = (item: number) => item % 2 === 0;
				const drawn = new Random(seed).sample(items, count, isEven);
				const usable = items.filter(isEven);
				expect(new Set(drawn).size).toBe(drawn.length);
				expect(drawn).toHaveLength(Math.min(count, usable.length));
				expect(usable).toEqual(expect.arrayContaining(drawn));
			})
		);
	});

	it('draws every item at every place about as often', () => {
		const counts = new Map<string, number>();
		const random = new Random('fair');
		for (let round = 0; round < 6000; round++) {
			for (const [place, item] of random.sample(['a', 'b', 'c', 'd'], 2).entries()) {
				counts.set(`${item}${place}`, (counts.get(`${item}${place}`) ?? 0) + 1);
			}
		}
		// χ² with 6 degrees of freedom stays below 22.46 in 999 of 1,000 fair draws.
		const chi = [...counts.values()].reduce((sum, count) => sum + (count - 1500) ** 2 / 1500, 0);
		expect(counts.size).toBe(8);
		expect(chi).toBeLessThan(22.46);
	});
});
