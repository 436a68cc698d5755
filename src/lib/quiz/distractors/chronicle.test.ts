import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outwards, type Moment } from './chronicle.ts';

const anyMoments = fc
	.uniqueArray(
		fc.tuple(fc.oneof(fc.nat(30), fc.constant(-Infinity)), fc.stringMatching(/^[a-d]{1,4}$/)),
		{ maxLength: 30, selector: ([, id]) => id }
	)
	.map((all) =>
		all
			.map(([start, id]): Moment => ({ start, id }))
			.sort((a, b) => (a.start === b.start ? (a.id < b.id ? -1 : 1) : a.start < b.start ? -1 : 1))
	);

const distance = (a: Moment, b: Moment): number =>
	a.start === b.start ? 0 : Math.abs(a.start - b.start);

it('walking outwards comes by everything once, the nearest first', () => {
	fc.assert(
		fc.property(anyMoments, fc.nat(30), (moments, start) => {
			const moment = { start, id: 'b' };
			const walked = [...outwards(moments, moment)];
			expect(new Set(walked)).toEqual(new Set(moments));
			expect(walked).toHaveLength(moments.length);
			const distances = walked.map((each) => distance(each, moment));
			expect(distances).toEqual(distances.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
		})
	);
});

it('of many on one day those beside the asking one come first, from either side in turn', () => {
	const moments = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ start: 7, id }));
	const ids = [...outwards(moments, { start: 7, id: 'c' })].map(({ id }) => id);
	expect(ids).toEqual(['c', 'b', 'd', 'a', 'e']);
});
