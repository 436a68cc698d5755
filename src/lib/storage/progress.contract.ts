/** The contract of `Progress`, run on IndexedDB and on the in-memory twin. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyLog } from '#lib/memory/any-review.ts';
import { canonicalReview, mergeLogs, replay, type Rating } from '#lib/memory/review.ts';
import { nextMemory, type Memory } from '#lib/memory/scheduler.ts';
import type { Draft } from './log-state.ts';
import type { Progress } from './progress.ts';

const DAY = 86_400_000;
const morning = Date.UTC(2026, 2, 10, 9);

/** A draft with what does not matter to a test filled in. */
export function draft(number: number, more: Partial<Draft> = {}): Draft {
	return {
		id: number.toString(16).padStart(32, '0'),
		card: 'rabin-visit.when',
		kind: 'typed',
		place: 'study',
		outcome: 'right',
		rating: 3,
		at: morning + number * 60_000,
		offset: 60,
		took: 4000,
		...more
	};
}

/** Answers as they come: cards in any order, clocks that jump, now and then the same answer again. */
const anyAnswers = fc.array(
	fc.record({
		card: fc.constantFrom('a.when', 'b.who.someone', 'c.value'),
		rating: fc.constantFrom<Rating>(1, 2, 3, 4),
		wait: fc.oneof(
			fc.nat({ max: 20 * 60_000 }),
			fc.nat({ max: 40 * DAY }),
			fc.constantFrom(-1000, -3_600_000, -DAY, -365 * DAY)
		),
		offset: fc.constantFrom(0, 60, -210),
		again: fc.boolean()
	}),
	{ minLength: 1, maxLength: 12 }
);

/** Runs the contract; `make` gives an empty progress, `runs` is how many sequences to replay. */
export function progressContract(make: () => Progress, runs: number): void {
	describe('recording an answer', () => {
		it('adds the review to the log and moves its card’s memory', async () => {
			const progress = make();
			const { review, memory, log } = await progress.record(draft(1));
			expect(review).toMatchObject({ ...draft(1), v: 1, sequence: 1 });
			expect(memory).toEqual(nextMemory(undefined, review));
			expect(log).toMatchObject({ count: 1, last: review.id, time: review.time });
			expect(await progress.exportLog()).toEqual([review]);
			expect(await progress.memories()).toEqual(new Map([[review.card, memory]]));
			expect(await progress.log()).toEqual(log);
			expect(await progress.has(review.id)).toBe(true);
			expect(await progress.has(draft(2).id)).toBe(false);
		});

		it('changes nothing when the same answer comes again', async () => {
			const progress = make();
			const first = await progress.record(draft(1));
			const again = await progress.record(draft(1, { rating: 1, at: morning + DAY }));
			expect(again).toEqual(first);
			expect(await progress.exportLog()).toEqual([first.review]);
		});

		it('keeps the order when the clock is set back', async () => {
			const progress = make();
			const { review: first } = await progress.record(draft(1));
			const { review: second } = await progress.record(draft(2, { at: morning - 365 * DAY }));
			expect(second.at).toBe(morning - 365 * DAY);
			expect(second.time).toBe(first.time + 1);
			expect((await progress.exportLog()).map(({ id }) => id)).toEqual([first.id, second.id]);
		});

		it('stores nothing when a number is impossible', async () => {
			const progress = make();
			const { log } = await progress.record(draft(1));
			for (const field of ['at', 'offset', 'took', 'rating'] as const) {
				for (const value of [NaN, Infinity, -Infinity, 0.5, '1', null, undefined]) {
					const broken = { ...draft(2), [field]: value };
					await expect(progress.record(broken), field).rejects.toThrow(RangeError);
				}
			}
			for (const id of ['', 'x'.repeat(32), '__proto__']) {
				await expect(progress.record(draft(2, { id }))).rejects.toThrow();
			}
			expect(await progress.log()).toEqual(log);
			expect((await progress.memories()).size).toBe(1);
		});

		it('loses nothing when many answers come at once', async () => {
			const progress = make();
			const drafts = Array.from({ length: 50 }, (_, index) => draft(index + 1));
			await Promise.all(drafts.map((one) => progress.record(one)));
			const log = await progress.exportLog();
			expect(log.map(({ sequence }) => sequence)).toEqual(drafts.map((_, index) => index + 1));
			expect(await progress.memories()).toEqual(replay(log));
		});

		it(`leaves memories that a replay of the log gives back (${runs} sequences)`, async () => {
			await fc.assert(
				fc.asyncProperty(anyAnswers, async (answers) => {
					const progress = make();
					const byHand = new Map<string, Memory>();
					let at = morning;
					for (const [index, { wait, again, ...answer }] of answers.entries()) {
						at += wait;
						const made = draft(index + 1, { ...answer, at });
						const { review, memory } = await progress.record(made);
						if (again) await progress.record(made);
						byHand.set(review.card, nextMemory(byHand.get(review.card), review));
						expect(memory).toEqual(byHand.get(review.card));
					}
					const log = await progress.exportLog();
					expect(log).toHaveLength(answers.length);
					const stored = await progress.memories();
					expect(stored).toEqual(byHand);
					expect(stored).toEqual(replay([...log].reverse()));
					expect(await progress.check()).toMatchObject({ unreadable: 0, repaired: 0 });
					progress.close();
				}),
				{ numRuns: runs }
			);
		}, 120_000);
	});

	describe('asking for what was done', () => {
		it('gives the reviews of a day by the clock on the wall', async () => {
			const progress = make();
			await progress.record(draft(1, { at: morning }));
			await progress.record(draft(2, { at: morning + DAY - 1 }));
			await progress.record(draft(3, { at: morning + DAY }));
			await progress.record(draft(4, { at: morning + 5 }));
			const day = await progress.reviewsBetween(morning, morning + DAY);
			expect(day.map(({ id }) => id)).toEqual([draft(1).id, draft(2).id, draft(4).id]);
		});
	});

	describe('merging a backup', () => {
		it('adds what is new, keeps what is there, and counts both', async () => {
			const [here, there] = [make(), make()];
			await here.record(draft(1));
			await there.record(draft(2, { card: 'egoz.value' }));
			await there.record(draft(3));
			const log = await there.exportLog();
			expect(await here.merge(log)).toMatchObject({ added: 2, known: 0, settled: 0 });
			expect(await here.merge(log)).toMatchObject({ added: 0, known: 2, settled: 0 });
			expect(await here.memories()).toEqual(replay(await here.exportLog()));
			const { review } = await here.record(draft(4, { at: morning - DAY }));
			expect((await here.exportLog()).at(-1)).toEqual(review);
		});

		it('ends alike on both devices, whichever merges first', async () => {
			await fc.assert(
				fc.asyncProperty(anyLog(), anyLog(), async (a, b) => {
					const [one, other] = [make(), make()];
					await one.merge(a);
					await other.merge(b);
					const [fromOne, fromOther] = [await one.exportLog(), await other.exportLog()];
					await one.merge(fromOther);
					await other.merge(fromOne);
					const merged = mergeLogs(a, b).map(canonicalReview);
					expect((await one.exportLog()).map(canonicalReview)).toEqual(merged);
					expect((await other.exportLog()).map(canonicalReview)).toEqual(merged);
					expect(await one.memories()).toEqual(await other.memories());
					expect(await one.memories()).toEqual(replay(await one.exportLog()));
					expect((await one.log()).hash).toBe((await other.log()).hash);
					expect((await one.log()).last).toBe((await other.log()).last);
					one.close();
					other.close();
				}),
				{ numRuns: Math.ceil(runs / 10) }
			);
		}, 60_000);

		it('goes on counting after it, in an order that a replay keeps', async () => {
			await fc.assert(
				fc.asyncProperty(anyLog(), anyAnswers, async (log, answers) => {
					const progress = make();
					await progress.merge(log);
					const before = (await progress.log()).count;
					for (const [index, { card, rating, wait }] of answers.entries()) {
						await progress.record(
							draft(1000 + index, { card, rating, at: morning + Math.abs(wait) })
						);
					}
					expect((await progress.log()).count).toBe(before + answers.length);
					expect(await progress.memories()).toEqual(replay(await progress.exportLog()));
					expect(await progress.check()).toMatchObject({ repaired: 0 });
					progress.close();
				}),
				{ numRuns: Math.ceil(runs / 10) }
			);
		}, 60_000);
	});

	describe('deleting everything', () => {
		it('leaves nothing, not even the identity of the device', async () => {
			const progress = make();
			const { log } = await progress.record(draft(1));
			const empty = await progress.deleteAll();
			expect(empty).toMatchObject({ count: 0, last: null, sequence: 0 });
			expect(empty.device).not.toBe(log.device);
			expect(await progress.log()).toEqual(empty);
			expect(await progress.exportLog()).toEqual([]);
			expect((await progress.memories()).size).toBe(0);
			expect((await progress.record(draft(2))).log.count).toBe(1);
		});
	});
}
