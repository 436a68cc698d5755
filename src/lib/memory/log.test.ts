import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { anyDecision, anyLog, anyReview } from './any-entry.ts';
import {
	canonicalEntry,
	compareEntries,
	decisionFields,
	logicalTime,
	mergeLogs,
	type Entry
} from './log.ts';

// Thousands of random runs take longer than the usual five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const text = (log: readonly Entry[]) => log.map(canonicalEntry);
const runs = { numRuns: 2000 };
const anyEntry = fc.oneof<fc.Arbitrary<Entry>[]>(anyReview(), anyDecision());

describe('the canonical text', () => {
	it('of a review is what it was before there were decisions', () => {
		expect(
			canonicalEntry({
				sequence: 3,
				device: '0000000000000000000000000000000a',
				took: 4000,
				offset: 60,
				time: 1773136800001,
				at: 1773136800000,
				rating: 3,
				outcome: 'right',
				place: 'study',
				kind: 'typed',
				card: 'rabin-visit.when',
				v: 1,
				id: '00000000000000000000000000000001'
			})
		).toBe(
			'{"id":"00000000000000000000000000000001","v":1,"card":"rabin-visit.when","kind":"typed",' +
				'"place":"study","outcome":"right","rating":3,"at":1773136800000,"time":1773136800001,' +
				'"offset":60,"took":4000,"device":"0000000000000000000000000000000a","sequence":3}'
		);
	});

	it('tells every field of every entry, in one order', () => {
		fc.assert(
			fc.property(anyEntry, (entry) => {
				const backwards = Object.fromEntries(Object.entries(entry).reverse()) as Entry;
				expect(JSON.parse(canonicalEntry(entry))).toEqual(entry);
				expect(canonicalEntry(backwards)).toBe(canonicalEntry(entry));
			}),
			runs
		);
		expect(Object.keys(decisionFields)).toEqual(['undo', 'override', 'suspend', 'resume', 'bury']);
	});
});

describe('logical time', () => {
	it('is the wall clock while that runs forward, and never stands still or goes back', () => {
		expect(logicalTime(2000, 1000)).toBe(2000);
		expect(logicalTime(1000, 1000)).toBe(1001);
		expect(logicalTime(500, 1000)).toBe(1001);
	});

	it('stops at the end of time instead of overflowing', () => {
		expect(logicalTime(5, 8.64e15)).toBe(8.64e15);
	});
});

describe('the order of the log', () => {
	it('is total: any shuffle of a log sorts to the same log', () => {
		fc.assert(
			fc.property(anyLog(), (log) => {
				const once = mergeLogs(log, []);
				expect(text([...log].reverse().sort(compareEntries))).toEqual(
					text([...log].sort(compareEntries))
				);
				expect(text(mergeLogs([...log].reverse(), []))).toEqual(text(once));
			}),
			{ numRuns: 500 }
		);
	});
});

describe('merging two logs', () => {
	it('gives the same whichever comes first', () => {
		fc.assert(
			fc.property(anyLog(), anyLog(), (a, b) => {
				expect(text(mergeLogs(a, b))).toEqual(text(mergeLogs(b, a)));
			}),
			runs
		);
	});

	it('gives the same for three devices in any grouping', () => {
		fc.assert(
			fc.property(anyLog(), anyLog(), anyLog(), (a, b, c) => {
				expect(text(mergeLogs(mergeLogs(a, b), c))).toEqual(text(mergeLogs(a, mergeLogs(b, c))));
			}),
			runs
		);
	});

	it('changes nothing the second time', () => {
		fc.assert(
			fc.property(anyLog(), anyLog(), (a, b) => {
				const merged = mergeLogs(a, b);
				expect(text(mergeLogs(merged, b))).toEqual(text(merged));
				expect(text(mergeLogs(merged, merged))).toEqual(text(merged));
			}),
			runs
		);
	});

	it('loses no entry', () => {
		fc.assert(
			fc.property(anyLog(), anyLog(), (a, b) => {
				const kept = new Set(mergeLogs(a, b).map(({ id }) => id));
				for (const { id } of [...a, ...b]) expect(kept).toContain(id);
			}),
			{ numRuns: 500 }
		);
	});

	it('settles one id with two contents the same way on both devices', () => {
		fc.assert(
			fc.property(anyEntry, anyEntry, (a, other) => {
				const b = { ...other, id: a.id };
				expect(mergeLogs([a], [b])).toEqual(mergeLogs([b], [a]));
				expect(mergeLogs([a], [b])).toHaveLength(1);
			}),
			{ numRuns: 500 }
		);
	});
});
