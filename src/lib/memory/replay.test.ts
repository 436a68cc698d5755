import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { anyLog, anyReviews } from './any-entry.ts';
import { mergeLogs, type Decision, type Entry } from './log.ts';
import { replay } from './replay.ts';
import type { Rating, Review } from './review.ts';
import { nextMemory, type Memory } from './scheduler.ts';
import { countedReviews, setAside } from './standing.ts';
import { UNDO_LEVELS, undoableReviews } from './undoable.ts';

// Thousands of random runs take longer than the usual five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const start = Date.UTC(2026, 2, 10, 9);
const idOf = (number: number) => number.toString(16).padStart(32, '0');
const here = '0000000000000000000000000000000a';
const card = 'rabin-visit.when';

const made = (number: number, more: Partial<Review> = {}) => ({
	id: idOf(number),
	v: 1 as const,
	card,
	at: start + number * 3_600_000,
	time: start + number * 3_600_000,
	offset: 60,
	device: here,
	sequence: number,
	...more
});

const review = (number: number, more: Partial<Review> = {}): Review => ({
	...made(number),
	kind: 'typed',
	place: 'study',
	outcome: 'wrong',
	rating: 1,
	took: 4000,
	...more
});

type About = { readonly of: number; readonly card?: string };
const undo = (number: number, { of, ...more }: About): Decision => ({
	...made(number, more),
	type: 'undo',
	of: idOf(of)
});
const override = (number: number, { of, ...more }: About, rating: 2 | 3 | 4 = 3): Decision => ({
	...made(number, more),
	type: 'override',
	of: idOf(of),
	outcome: 'right',
	rating
});
const decide = (number: number, type: 'suspend' | 'resume', of = card): Decision => ({
	...made(number, { card: of }),
	type
});
const bury = (number: number, until: number): Decision => ({
	...made(number),
	type: 'bury',
	until
});

const idsOf = (log: readonly Entry[]) => countedReviews(log).map(({ id }) => id);

describe('replay', () => {
	it('equals the memories worked out one by one, in any order of the log', () => {
		fc.assert(
			fc.property(anyReviews(), (log) => {
				const byHand = new Map<string, Memory>();
				for (const one of mergeLogs(log, [])) {
					byHand.set(one.card, nextMemory(byHand.get(one.card), one));
				}
				expect(replay([...log].reverse())).toEqual(byHand);
			}),
			{ numRuns: 500 }
		);
	});

	it('gives the same whatever the order of the log, and when entries come twice', () => {
		fc.assert(
			fc.property(anyLog(), anyLog(), (a, b) => {
				const logs = [mergeLogs(a, b), mergeLogs(b, a), [...mergeLogs(a, b), ...mergeLogs(b, a)]];
				const [one, ...others] = logs.map((log) => [replay(log), setAside([...log].reverse())]);
				for (const other of others) expect(other).toEqual(one);
				expect(replay(mergeLogs(a, b).reverse())).toEqual(one?.[0]);
			}),
			{ numRuns: 500 }
		);
	});

	it('works a card out from the entries of that card alone', () => {
		fc.assert(
			fc.property(anyLog(), (entries) => {
				// The store holds an id once, so a log is merged before it is split.
				const log = mergeLogs(entries, []);
				const [memories, aside] = [replay(log), setAside(log)];
				for (const name of new Set(log.map((entry) => entry.card))) {
					const own = log.filter((entry) => entry.card === name);
					expect(replay(own).get(name)).toEqual(memories.get(name));
					expect(setAside(own).suspended.has(name)).toBe(aside.suspended.has(name));
					expect(setAside(own).buried.get(name)).toBe(aside.buried.get(name));
				}
			}),
			{ numRuns: 500 }
		);
	});
});

describe('undoing answers', () => {
	/** Answers and undos as they come; `undo` withdraws the answer that many places back. */
	const anySteps = fc.array(
		fc.oneof(
			{
				weight: 3,
				arbitrary: fc.record({
					card: fc.constantFrom('a.when', 'b.who.someone', 'c.value'),
					rating: fc.constantFrom<Rating>(1, 2, 3, 4),
					wait: fc.nat({ max: 40 * 86_400_000 })
				})
			},
			{ weight: 2, arbitrary: fc.record({ back: fc.nat({ max: 4 }) }) }
		),
		{ maxLength: 30 }
	);

	it('equals the log without them: random sequences of answers and undos', () => {
		fc.assert(
			fc.property(anySteps, (steps) => {
				let at = start;
				let left: Review[] = [];
				const log: Entry[] = [];
				for (const [index, step] of steps.entries()) {
					if ('back' in step) {
						const target = left.at(-1 - step.back);
						if (!target) continue;
						log.push({ ...made(index + 1), type: 'undo', card: target.card, of: target.id, at });
						left = left.filter((one) => one !== target);
					} else {
						at += step.wait;
						const { card: asked, rating } = step;
						const one = review(index + 1, { card: asked, rating, at, time: at + index });
						log.push(one);
						left.push(one);
					}
				}
				expect(replay(log)).toEqual(replay(left));
				expect(countedReviews(log)).toEqual(left);
				const newest = left.slice(-UNDO_LEVELS).reverse();
				expect(undoableReviews(log, here)).toEqual(newest);
			}),
			{ numRuns: 3000 }
		);
	});

	it('gives back the memory that was there before', () => {
		const before = [review(1), review(2, { rating: 3 })];
		const log = [...before, review(3), undo(4, { of: 3 })];
		expect(replay(log)).toEqual(replay(before));
		expect(replay([review(1), undo(2, { of: 1 })])).toEqual(new Map());
	});

	it('cannot itself be undone, and is done once however often it comes', () => {
		const log = [review(1), undo(2, { of: 1 }), undo(3, { of: 2 })];
		expect(idsOf(log)).toEqual([]);
		expect(idsOf([review(1), review(2), undo(3, { of: 2 }), undo(4, { of: 2 })])).toEqual([
			idOf(1)
		]);
	});

	it('waits for a review that is not there yet', () => {
		const waiting = undo(2, { of: 1 });
		expect(replay([waiting, review(3)])).toEqual(replay([review(3)]));
		expect(idsOf(mergeLogs([waiting, review(3)], [review(1)]))).toEqual([idOf(3)]);
	});

	it('reaches no other card', () => {
		expect(idsOf([review(1), undo(2, { of: 1, card: 'egoz.value' })])).toEqual([idOf(1)]);
	});

	it('is offered for the last 20 answers of this device, newest first', () => {
		const log = Array.from({ length: 25 }, (_, index) => review(index + 1));
		const other = review(30, { device: '00000000000000000000000000000001' });
		const entries = [...log, other, undo(31, { of: 25 }), decide(32, 'suspend')];
		const offered = undoableReviews(entries, here).map(({ sequence }) => sequence);
		expect(offered).toEqual(Array.from({ length: 20 }, (_, index) => 24 - index));
	});
});

describe('“I was right”', () => {
	it('counts the review as right with the rating given instead', () => {
		const log = [review(1), override(2, { of: 1 }, 2)];
		expect(countedReviews(log)).toEqual([{ ...review(1), outcome: 'right', rating: 2 }]);
		expect(replay(log)).toEqual(replay([review(1, { rating: 2 })]));
	});

	it('is settled by the last one in the order of the log', () => {
		const log = [review(1), override(3, { of: 1 }, 4), override(2, { of: 1 }, 2)];
		expect(countedReviews(log)).toMatchObject([{ rating: 4 }]);
		expect(countedReviews([...log, undo(5, { of: 3 })])).toMatchObject([{ rating: 2 }]);
	});

	it('counts for nothing when the review is undone, is not there, or is of another card', () => {
		expect(idsOf([review(1), override(2, { of: 1 }), undo(3, { of: 1 })])).toEqual([]);
		expect(idsOf([override(2, { of: 1 })])).toEqual([]);
		const elsewhere = [review(1), override(2, { of: 1, card: 'egoz.value' })];
		expect(countedReviews(elsewhere)).toEqual([review(1)]);
	});

	it('may be withdrawn', () => {
		const log = [review(1), override(2, { of: 1 }), undo(3, { of: 2 })];
		expect(countedReviews(log)).toEqual([review(1)]);
	});
});

describe('cards set aside', () => {
	it('are suspended until they are resumed, whichever was decided last', () => {
		const suspended = (...log: Entry[]) => [...setAside(log).suspended];
		expect(suspended(decide(1, 'suspend'))).toEqual([card]);
		expect(suspended(decide(2, 'resume'), decide(1, 'suspend'))).toEqual([]);
		expect(suspended(decide(2, 'resume'), decide(3, 'suspend'))).toEqual([card]);
		expect(suspended(decide(1, 'suspend'), decide(2, 'resume', 'egoz.value'))).toEqual([card]);
	});

	it('are as before when the decision is withdrawn', () => {
		const log = [decide(1, 'suspend'), decide(2, 'resume'), bury(3, start)];
		expect(setAside([...log, undo(4, { of: 2 })]).suspended).toEqual(new Set([card]));
		expect(setAside([...log, undo(4, { of: 1 })]).suspended).toEqual(new Set());
		expect(setAside([...log, undo(4, { of: 3 })]).buried).toEqual(new Map());
	});

	it('are buried until the end of the day on which that was last decided', () => {
		expect(setAside([bury(2, 2000), bury(1, 9000)]).buried).toEqual(new Map([[card, 2000]]));
	});

	it('keep their memories', () => {
		const log = [review(1), decide(2, 'suspend'), review(3), bury(4, start)];
		expect(replay(log)).toEqual(replay([review(1), review(3)]));
	});
});
