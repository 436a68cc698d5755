import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { DAY } from './day.ts';
import type { Rating } from './review.ts';
import { LAST_TIME } from './log.ts';
import { nextMemory, preview, type Memory, type Rated } from './scheduler.ts';

// Thousands of random runs take longer than the usual five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const MINUTE = 60_000;
const noon = Date.UTC(2026, 2, 10, 12);
const card = 'rabin-visit.when';

function rated(rating: Rating, at = noon, offset = 0): Rated {
	return { card, kind: 'typed', rating, at, offset };
}

/** The memory after several reviews, each given as a rating and the time since the one before. */
function after(...steps: readonly (readonly [Rating, number])[]): Memory {
	let at = noon;
	let memory: Memory | undefined;
	for (const [rating, wait] of steps) {
		at += wait;
		memory = nextMemory(memory, rated(rating, at));
	}
	if (!memory) throw new Error('no steps');
	return memory;
}

const learnt = () => after([3, 0], [3, 10 * MINUTE]);

describe('scheduling', () => {
	it('takes a new card through steps of 1 and 10 minutes before its first day', () => {
		expect(preview(undefined, { card, at: noon, offset: 0 })).toMatchObject({
			1: MINUTE,
			2: 6 * MINUTE,
			3: 10 * MINUTE
		});
		const first = nextMemory(undefined, rated(3));
		expect(first).toMatchObject({ state: 'learning', step: 1, reps: 1, due: noon + 10 * MINUTE });
		expect(learnt()).toMatchObject({ state: 'review', reps: 2, lapses: 0 });
		expect(learnt().scheduled).toBeGreaterThanOrEqual(1);
	});

	it('sends a forgotten card back for 10 minutes and counts the lapse', () => {
		const memory = after([3, 0], [3, 10 * MINUTE], [1, 3 * DAY]);
		expect(memory).toMatchObject({
			state: 'relearning',
			lapses: 1,
			due: memory.at + 10 * MINUTE
		});
	});

	it('remembers with the stability that FSRS-6 gives for its default weights', () => {
		expect(nextMemory(undefined, rated(1)).stability).toBe(0.212);
		expect(nextMemory(undefined, rated(2)).stability).toBe(1.2931);
		expect(nextMemory(undefined, rated(3)).stability).toBe(2.3065);
		expect(nextMemory(undefined, rated(4)).stability).toBe(8.2956);
	});

	it('never brings an easier answer back sooner', () => {
		fc.assert(
			fc.property(history(), ({ memory, at }) => {
				const next = preview(memory, { card, at, offset: 0 });
				expect(next[1]).toBeLessThanOrEqual(next[2]);
				expect(next[2]).toBeLessThanOrEqual(next[3]);
				expect(next[3]).toBeLessThanOrEqual(next[4]);
			}),
			{ numRuns: 500 }
		);
	});

	it('remembers how the card was asked last, however long ago', () => {
		const first = nextMemory(undefined, { ...rated(3), kind: 'choice' });
		expect(first.kind).toBe('choice');
		const later = nextMemory(first, { ...rated(3, noon + 400 * DAY), kind: 'order' });
		expect(later.kind).toBe('order');
	});

	it('moves no date by the kind', () => {
		const asked = (kind: Rated['kind']) => nextMemory(learnt(), { ...rated(3, noon + DAY), kind });
		expect({ ...asked('order'), kind: null }).toEqual({ ...asked('choice'), kind: null });
	});

	it('gives two devices the same fuzz, and two cards another one', () => {
		const grow = (id: string) => {
			let memory: Memory | undefined;
			let at = noon;
			for (let round = 0; round < 6; round++) {
				memory = nextMemory(memory, { card: id, kind: 'typed', rating: 3, at, offset: 0 });
				at = memory.due;
			}
			return memory?.scheduled;
		};
		expect(grow('a.when')).toBe(grow('a.when'));
		const intervals = new Set(Array.from({ length: 40 }, (_, index) => grow(`${index}.when`)));
		expect(intervals.size).toBeGreaterThan(5);
	});

	it('previews exactly what the answer then does', () => {
		fc.assert(
			fc.property(history(), fc.constantFrom<Rating>(1, 2, 3, 4), ({ memory, at }, rating) => {
				const promised = preview(memory, { card, at, offset: 0 })[rating];
				expect(nextMemory(memory, rated(rating, at)).due - at).toBe(promised);
			}),
			{ numRuns: 300 }
		);
	});

	it('counts the learner’s days: past midnight is still the same evening', () => {
		const evening = Date.UTC(2026, 2, 10, 21);
		const memory = nextMemory(undefined, rated(4, evening));
		const sameNight = nextMemory(memory, rated(3, Date.UTC(2026, 2, 11, 1)));
		const nextMorning = nextMemory(memory, rated(3, Date.UTC(2026, 2, 11, 5)));
		expect(nextMorning.stability).toBeGreaterThan(sameNight.stability);
		// The same wall clock anywhere on Earth schedules alike.
		for (const offset of [-600, -210, 60, 345, 840]) {
			const shift = offset * MINUTE;
			const there = nextMemory(undefined, rated(4, evening - shift, offset));
			expect(nextMemory(there, rated(3, Date.UTC(2026, 2, 11, 1) - shift, offset)).stability).toBe(
				sameNight.stability
			);
		}
	});
});

describe('a clock that is set back or forward', () => {
	const YEAR = 365 * DAY;
	it.each([
		['a second', -1000],
		['an hour', -3_600_000],
		['a day', -DAY],
		['a year', -YEAR],
		['ten years forward', 10 * YEAR]
	])('by %s neither throws nor breaks a memory', (_, jump) => {
		for (const start of [nextMemory(undefined, rated(3)), learnt(), after([3, 0], [1, 0])]) {
			for (const rating of [1, 2, 3, 4] as const) {
				const memory = nextMemory(start, rated(rating, start.at + jump));
				expectSound(memory);
				expect(memory.due - memory.at).toBeLessThanOrEqual(100 * 366 * DAY);
				const corrected = nextMemory(memory, rated(3, noon + DAY));
				expectSound(corrected);
				expect(corrected.due).toBeLessThan(noon + 100 * YEAR);
			}
		}
	});

	it('back counts as no time passed', () => {
		const memory = learnt();
		expect(nextMemory(memory, rated(3, memory.at - 400 * DAY)).stability).toBe(
			nextMemory(memory, rated(3, memory.at)).stability
		);
	});

	it('stays sound through any history of jumps', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.record({
						rating: fc.constantFrom<Rating>(1, 2, 3, 4),
						at: fc.oneof(
							fc.integer({ min: 0, max: LAST_TIME }),
							fc.integer({ min: noon, max: noon + DAY })
						),
						offset: fc.integer({ min: -720, max: 840 })
					}),
					{ minLength: 1, maxLength: 30 }
				),
				(events) => {
					let memory: Memory | undefined;
					for (const event of events) {
						memory = nextMemory(memory, { card, kind: 'typed', ...event });
						expectSound(memory);
						expect(memory.due - memory.at).toBeLessThanOrEqual(36_500 * DAY);
						expect(memory.due).toBeGreaterThan(memory.at);
					}
				}
			),
			{ numRuns: 1000 }
		);
	});
});

describe('broken numbers', () => {
	const broken = [NaN, Infinity, -Infinity, -1];

	it.each(broken)('%d is refused as a time, an offset or a rating', (value) => {
		expect(() => nextMemory(undefined, { ...rated(3), at: value })).toThrow(RangeError);
		expect(() => nextMemory(undefined, { ...rated(3), rating: value as Rating })).toThrow(
			RangeError
		);
		if (value !== -1) {
			expect(() => nextMemory(undefined, { ...rated(3), offset: value })).toThrow(RangeError);
		}
	});

	it('are refused in every field of a memory', () => {
		const fields = ['due', 'stability', 'difficulty', 'scheduled', 'step', 'reps', 'lapses', 'at'];
		for (const field of fields) {
			for (const value of broken) {
				if (field === 'due' && value === -1) continue;
				const memory = { ...learnt(), [field]: value };
				expect(() => nextMemory(memory, rated(3, noon + DAY)), field).toThrow(RangeError);
			}
		}
	});

	it('text in the place of a number is refused', () => {
		const memory = { ...learnt(), stability: 'NaN' as unknown as number };
		expect(() => nextMemory(memory, rated(3))).toThrow(RangeError);
	});
});

function expectSound(memory: Memory): void {
	for (const value of Object.values(memory)) {
		if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
	}
	expect(Number.isNaN(new Date(memory.due).getTime())).toBe(false);
}

/** A memory after a random history, and a moment to answer again. */
function history(): fc.Arbitrary<{ memory: Memory; at: number }> {
	const step = fc.tuple(
		fc.constantFrom<Rating>(1, 2, 3, 4),
		fc.oneof(fc.nat({ max: 20 * MINUTE }), fc.nat({ max: 60 * DAY }))
	);
	return fc
		.tuple(fc.array(step, { minLength: 1, maxLength: 12 }), fc.nat({ max: 100 * DAY }))
		.map(([steps, wait]) => {
			const memory = after(...steps);
			return { memory, at: memory.at + wait };
		});
}
