/** The contract of `Progress`, run on IndexedDB and on the in-memory twin. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyLog } from '#lib/memory/any-entry.ts';
import { canonicalEntry, isReview, mergeLogs } from '#lib/memory/log.ts';
import { replay } from '#lib/memory/replay.ts';
import type { Rating, Review } from '#lib/memory/review.ts';
import { nextMemory, type Memory } from '#lib/memory/scheduler.ts';
import { countedReviews, setAside } from '#lib/memory/standing.ts';
import type { DecisionDraft, Draft } from './log-state.ts';
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

/** What a draft of a decision says besides its type. */
export function said(number: number, card = 'rabin-visit.when') {
	const { id, at, offset } = draft(number);
	return { id, card, at, offset };
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
			expect(await progress.entry(review.id)).toEqual(review);
			expect(await progress.entry(draft(2).id)).toBeNull();
		});

		it('changes nothing when the same answer comes again', async () => {
			const progress = make();
			const first = await progress.record(draft(1));
			const again = await progress.record(draft(1, { rating: 1, at: morning + DAY }));
			expect(first.isNew).toBe(true);
			expect(again).toEqual({ ...first, isNew: false });
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

	describe('deciding', () => {
		it('takes an answer back: the memory is what it was before', async () => {
			const progress = make();
			const { memory: before } = await progress.record(draft(1));
			const { review } = await progress.record(draft(2, { rating: 1 }));
			const undo = { ...said(3), type: 'undo', of: review.id } as const;
			const { decision, memory, log } = await progress.decide(undo);
			expect(decision).toMatchObject({ ...undo, v: 1, sequence: 3, time: undo.at });
			expect(memory).toEqual(before);
			expect(log).toMatchObject({ count: 3, reviews: 2, last: undo.id });
			expect(await progress.log()).toEqual(log);
			expect(await progress.exportLog()).toHaveLength(3);
			expect(await progress.entry(review.id)).toEqual(review);
			expect(await progress.memories()).toEqual(new Map([[review.card, before]]));
		});

		it('leaves no memory of a card whose only answer is taken back', async () => {
			const progress = make();
			const { review } = await progress.record(draft(1));
			const undone = await progress.decide({ ...said(2), type: 'undo', of: review.id });
			expect(undone.memory).toBeNull();
			expect((await progress.memories()).size).toBe(0);
			expect(await progress.record(draft(1))).toMatchObject({ isNew: false, memory: null });
			const { memory, review: again } = await progress.record(draft(3));
			expect(memory).toEqual(nextMemory(undefined, again));
			expect(await progress.check()).toMatchObject({ repaired: 0, unreadable: 0 });
		});

		it('changes nothing when the same decision comes again', async () => {
			const progress = make();
			await progress.record(draft(1));
			const undo = { ...said(2), type: 'undo', of: draft(1).id } as const;
			const first = await progress.decide(undo);
			expect(await progress.decide({ ...undo, at: morning + DAY })).toEqual(first);
			expect(await progress.exportLog()).toHaveLength(2);
		});

		it('stores nothing when a field is impossible', async () => {
			const progress = make();
			const { log } = await progress.record(draft(1));
			const broken = [
				{ ...said(2), type: 'undo', of: 'that one' },
				{ ...said(2), type: 'bury', until: NaN },
				{ ...said(2), type: 'override', of: draft(1).id, outcome: 'right', rating: 1 },
				{ ...said(2), type: 'override', of: draft(1).id, outcome: 'near', rating: 3 },
				{ ...said(2), type: 'suspend', at: Infinity },
				{ ...said(2), type: 'forget' },
				{ ...said(2), type: 'toString' }
			] as unknown as DecisionDraft[];
			for (const one of broken) {
				await expect(progress.decide(one), JSON.stringify(one)).rejects.toThrow(RangeError);
			}
			expect(await progress.log()).toEqual(log);
		});

		it('counts an answer as right when the learner says so', async () => {
			const progress = make();
			const { review } = await progress.record(draft(1, { outcome: 'wrong', rating: 1 }));
			const right = { outcome: 'right', rating: 3 } as const;
			const { memory } = await progress.decide({
				...said(2),
				type: 'override',
				of: review.id,
				...right
			});
			expect(memory).toEqual(nextMemory(undefined, { ...review, ...right }));
			const day = await progress.reviewsBetween(morning, morning + DAY);
			expect(day).toEqual([{ ...review, ...right }]);
		});

		it('sets cards aside and brings them back', async () => {
			const progress = make();
			await progress.decide({ ...said(1, 'a.when'), type: 'suspend' });
			await progress.decide({ ...said(2, 'b.when'), type: 'suspend' });
			await progress.decide({ ...said(3, 'b.when'), type: 'resume' });
			await progress.decide({ ...said(4, 'c.when'), type: 'bury', until: morning + DAY });
			expect(await progress.setAside()).toEqual({
				suspended: new Set(['a.when']),
				buried: new Map([['c.when', morning + DAY]])
			});
			expect(await progress.log()).toMatchObject({ count: 4, reviews: 0 });
		});

		it('waits for what a merge brings, and for the very answer it is about', async () => {
			const [here, there] = [make(), make()];
			const { review } = await there.record(draft(1));
			await here.decide({ ...said(2), type: 'undo', of: review.id });
			await here.decide({ ...said(3), type: 'undo', of: draft(4).id });
			expect((await here.merge(await there.exportLog())).added).toBe(1);
			expect((await here.memories()).size).toBe(0);
			expect(await here.record(draft(4))).toMatchObject({ isNew: true, memory: null });
			expect(await here.check()).toMatchObject({ repaired: 0 });
		});

		it(`equals the log without what was undone (${runs} sequences)`, async () => {
			await fc.assert(
				fc.asyncProperty(
					anyAnswers,
					fc.infiniteStream(fc.nat({ max: 3 })),
					async (answers, undos) => {
						const progress = make();
						let at = morning;
						let number = 0;
						let left: Review[] = [];
						for (const { card, rating, wait, offset } of answers) {
							at = Math.max(morning, at + wait);
							const { review } = await progress.record(
								draft(++number, { card, rating, offset, at })
							);
							left.push(review);
							for (let undo = undos.next().value as number; undo > 1; undo--) {
								const [newest] = await progress.undoable();
								expect(newest).toEqual(left.at(-1));
								if (!newest) break;
								await progress.decide({
									...said(++number, newest.card),
									type: 'undo',
									of: newest.id
								});
								left = left.slice(0, -1);
							}
						}
						const stored = await progress.memories();
						expect(stored).toEqual(replay(left));
						expect(stored).toEqual(replay([...(await progress.exportLog())].reverse()));
						expect(await progress.reviewsBetween(0, Infinity)).toEqual(left);
						expect(await progress.undoable()).toEqual(left.slice(-20).reverse());
						expect(await progress.check()).toMatchObject({ unreadable: 0, repaired: 0 });
						progress.close();
					}
				),
				{ numRuns: Math.ceil(runs / 4) }
			);
		}, 120_000);

		it('offers the last 20 answers of this device to be undone, and then those before', async () => {
			const [here, there] = [make(), make()];
			for (let number = 1; number <= 45; number++) await here.record(draft(number));
			await there.record(draft(99, { at: morning + DAY }));
			await here.merge(await there.exportLog());
			for (let number = 45; number > 0; number--) {
				const offered = (await here.undoable()).map(({ id }) => id);
				const last = Array.from({ length: Math.min(20, number) }, (_, back) => number - back);
				expect(offered).toEqual(last.map((one) => draft(one).id));
				await here.decide({ ...said(200 + number), type: 'undo', of: draft(number).id });
			}
			expect(await here.undoable()).toEqual([]);
			expect(await here.memories()).toEqual(await there.memories());
		});
	});

	describe('asking for what was done', () => {
		it('leaves out what was undone, also where that was on another day', async () => {
			const progress = make();
			await progress.record(draft(1, { at: morning }));
			await progress.record(draft(2, { at: morning + 5 }));
			const later = { ...said(3), at: morning + DAY };
			await progress.decide({ ...later, type: 'undo', of: draft(1).id });
			const day = await progress.reviewsBetween(morning, morning + DAY);
			expect(day.map(({ id }) => id)).toEqual([draft(2).id]);
			expect(await progress.reviewsBetween(morning + DAY, morning + 2 * DAY)).toEqual([]);
		});

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
					const merged = mergeLogs(a, b).map(canonicalEntry);
					expect((await one.exportLog()).map(canonicalEntry)).toEqual(merged);
					expect((await other.exportLog()).map(canonicalEntry)).toEqual(merged);
					expect(await one.memories()).toEqual(await other.memories());
					expect(await one.memories()).toEqual(replay(await one.exportLog()));
					expect(await one.setAside()).toEqual(await other.setAside());
					expect(await one.setAside()).toEqual(setAside(mergeLogs(a, b)));
					expect(await one.reviewsBetween(0, Infinity)).toEqual(countedReviews(mergeLogs(a, b)));
					expect((await one.log()).reviews).toBe(mergeLogs(a, b).filter(isReview).length);
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
