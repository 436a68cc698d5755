import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf } from './line.ts';

const anyStretch = fc
	.tuple(fc.integer({ min: -40, max: 40 }), fc.nat(9))
	.map(([start, length]) => ({ start, end: start + length }));
const anyStretches = fc.array(anyStretch, { maxLength: 40 });
const isEven = ({ start }: { readonly start: number }) => start % 2 === 0;

describe('walking along a line', () => {
	it('finds what ends before a point, the last to end first', () => {
		fc.assert(
			fc.property(anyStretches, fc.integer({ min: -50, max: 50 }), (items, point) => {
				const found = lineOf(items, (item) => item).earlier.take(-point, 5, isEven);
				const usable = items.filter((item) => item.end < point && isEven(item));
				const ends = usable.map(({ end }) => end).sort((a, b) => b - a);
				expect(found.map(({ end }) => end)).toEqual(ends.slice(0, 5));
				expect(usable).toEqual(expect.arrayContaining(found));
			})
		);
	});

	it('finds what begins after a point, the first to begin first', () => {
		fc.assert(
			fc.property(anyStretches, fc.integer({ min: -50, max: 50 }), (items, point) => {
				const found = lineOf(items, (item) => item).later.take(point, 5, isEven);
				const usable = items.filter((item) => item.start > point && isEven(item));
				const starts = usable.map(({ start }) => start).sort((a, b) => a - b);
				expect(found.map(({ start }) => start)).toEqual(starts.slice(0, 5));
			})
		);
	});

	it('gives up where nothing is usable, however long the line is', () => {
		const items = Array.from({ length: 50_000 }, (_, start) => ({ start, end: start }));
		let looked = 0;
		const isUsable = () => {
			looked++;
			return false;
		};
		expect(lineOf(items, (item) => item).later.take(100, 8, isUsable)).toEqual([]);
		expect(looked).toBeLessThan(100);
	});
});
