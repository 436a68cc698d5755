import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { anyLog, anyReview } from './any-review.ts';
import { canonicalReview, compareReviews, logicalTime, mergeLogs, replay } from './review.ts';
import type { Review } from './review.ts';
import { nextMemory, type Memory } from './scheduler.ts';

// Thousands of random runs take longer than the usual five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const text = (log: readonly Review[]) => log.map(canonicalReview);
const runs = { numRuns: 2000 };

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

describe('the order of replay', () => {
	it('is total: any shuffle of a log sorts to the same log', () => {
		fc.assert(
			fc.property(anyLog(), (log) => {
				const once = mergeLogs(log, []);
				expect(text([...log].reverse().sort(compareReviews))).toEqual(
					text([...log].sort(compareReviews))
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

	it('loses no review', () => {
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
			fc.property(anyReview(), anyReview(), (a, other) => {
				const b = { ...other, id: a.id };
				expect(mergeLogs([a], [b])).toEqual(mergeLogs([b], [a]));
				expect(mergeLogs([a], [b])).toHaveLength(1);
			}),
			{ numRuns: 500 }
		);
	});
});

describe('replay', () => {
	it('equals the memories worked out one by one, in any order of the log', () => {
		fc.assert(
			fc.property(anyLog(), (log) => {
				const byHand = new Map<string, Memory>();
				for (const review of mergeLogs(log, [])) {
					byHand.set(review.card, nextMemory(byHand.get(review.card), review));
				}
				expect(replay([...log].reverse())).toEqual(byHand);
			}),
			{ numRuns: 500 }
		);
	});

	it('counts a review that comes twice once', () => {
		fc.assert(
			fc.property(anyLog(), (log) => {
				expect(replay([...log, ...log])).toEqual(replay(log));
			}),
			{ numRuns: 300 }
		);
	});
});
