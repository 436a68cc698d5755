import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from './day.ts';
import {
	DEFAULT_WEIGHTS,
	firstStrength,
	nextStrength,
	recallAfter,
	type Strength
} from './forgetting.ts';
import type { Rating } from './review.ts';
import { nextMemory, type Memory } from './scheduler.ts';

const rating = () => fc.constantFrom<Rating>(1, 2, 3, 4);
const noon = Date.UTC(2026, 0, 1, 12);

describe('FSRS-6 as arithmetic', () => {
	it('agrees with the scheduler over any course of reviews, to its rounding', () => {
		const course = fc.array(fc.tuple(rating(), fc.nat({ max: 40 })), {
			minLength: 1,
			maxLength: 8
		});
		fc.assert(
			fc.property(course, (steps) => {
				let memory: Memory | undefined;
				let strength: Strength | undefined;
				let at = noon;
				for (const [rated, days] of steps) {
					if (memory) at += days * DAY;
					const review = { card: 'a', kind: 'typed', rating: rated, at, offset: 0 } as const;
					memory = nextMemory(memory, review);
					strength = strength
						? nextStrength(DEFAULT_WEIGHTS, strength, { days, rating: rated })
						: firstStrength(DEFAULT_WEIGHTS, rated);
					expect(Math.abs(strength.stability / memory.stability - 1)).toBeLessThan(1e-4);
					expect(strength.difficulty).toBeCloseTo(memory.difficulty, 5);
				}
			})
		);
	});

	it('recalls nine in ten after as many days as the stability says, all at once, less later', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (stability) => {
				expect(recallAfter(DEFAULT_WEIGHTS, stability, stability)).toBeCloseTo(0.9, 9);
				expect(recallAfter(DEFAULT_WEIGHTS, 0, stability)).toBe(1);
				expect(recallAfter(DEFAULT_WEIGHTS, 2 * stability, stability)).toBeLessThan(0.9);
			})
		);
	});
});
