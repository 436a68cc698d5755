import { expect, it } from 'vitest';
import { lineOf } from './line.ts';
import { nearest } from './sides.ts';

type Stretch = { readonly start: number; readonly end: number };

const areApart = (a: Stretch, b: Stretch): boolean => a.end < b.start || b.end < a.start;

/** The nearest after 0, of which those that overlap cannot stand together. */
function nearestOf(items: readonly Stretch[]): readonly Stretch[] {
	const { later } = lineOf(items, (item) => item);
	return nearest((from, count) => later.take(from, count, () => true), {
		from: 0,
		farOf: ({ end }) => end,
		fits: (item, others) => others.every((other) => areApart(item, other))
	});
}

it('where they lie apart the nearest are taken', () => {
	const items = Array.from({ length: 20 }, (_, index) => ({
		start: 10 * index + 1,
		end: 10 * index + 2
	}));
	expect(nearestOf(items)).toEqual(items.slice(0, 8));
});

it('where they overlap some farther ones are taken, so that three can stand together', () => {
	const items = Array.from({ length: 400 }, (_, index) => ({ start: index + 1, end: index + 100 }));
	const chain: Stretch[] = [];
	for (const item of nearestOf(items)) {
		if (chain.every((other) => areApart(item, other))) chain.push(item);
	}
	expect(chain.length).toBeGreaterThanOrEqual(3);
});
