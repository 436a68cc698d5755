/**
 * FSRS-6 as plain arithmetic, for what looks ahead: a plan tries thousands of futures, where a
 * scheduler with its fuzz, steps and dates would only be in the way. `forgetting.test.ts` holds it
 * to `scheduler.ts`.
 *
 * Formulas and default weights: https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
 * (FSRS-6), as ts-fsrs 5.4 computes them.
 */
import type { Rating } from './review.ts';

/** The 21 weights of FSRS-6, w0 to w20. */
// prettier-ignore
export type Weights = readonly [
	number, number, number, number, number, number, number, number, number, number, number,
	number, number, number, number, number, number, number, number, number, number
];

/** What FSRS knows of a memory: stability in days, difficulty from 1 to 10. */
export type Strength = { readonly stability: number; readonly difficulty: number };

/** The published defaults, which `scheduler.ts` uses. */
// prettier-ignore
export const DEFAULT_WEIGHTS: Weights = [
	0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
	1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
];

const SHORTEST = 0.001;
const LONGEST = 36_500;
const AGAIN = 1;
const HARD = 2;
const GOOD = 3;
const EASY = 4;

/**
 * The chance of recall, 0 to 1, so many days after the last review:
 * R = (1 + f · t / S)^-w20, with f such that R = 0.9 at t = S.
 */
export function recallAfter(weights: Weights, days: number, stability: number): number {
	const decay = weights[20];
	return power(1 + (Math.expm1(-Math.log(0.9) / decay) * days) / stability, -decay);
}

/** The memory that a first answer leaves. */
export function firstStrength(weights: Weights, rating: Rating): Strength {
	return {
		stability: Math.max(weights[rating - 1] ?? SHORTEST, 0.1),
		difficulty: clamp(firstDifficulty(weights, rating), 1, 10)
	};
}

/**
 * The memory after a review `days` after the one before. Within one day (`days` is 0) the formula
 * for same-day reviews holds, from one day on those for recall and for forgetting.
 */
export function nextStrength(
	weights: Weights,
	strength: Strength,
	{ days, rating }: { readonly days: number; readonly rating: Rating }
): Strength {
	return {
		stability: clamp(nextStability(weights, strength, { days, rating }), SHORTEST, LONGEST),
		difficulty: nextDifficulty(weights, strength.difficulty, rating)
	};
}

function nextStability(
	w: Weights,
	{ stability, difficulty }: Strength,
	{ days, rating }: { readonly days: number; readonly rating: Rating }
): number {
	if (days === 0) {
		const factor = power(stability, -w[19]) * Math.exp(w[17] * (rating - GOOD + w[18]));
		return stability * (rating >= HARD ? Math.max(factor, 1) : factor);
	}
	const forgotten = 1 - recallAfter(w, days, stability);
	if (rating === AGAIN) {
		const relearnt =
			w[11] *
			power(difficulty, -w[12]) *
			(power(stability + 1, w[13]) - 1) *
			Math.exp(forgotten * w[14]);
		return Math.min(relearnt, stability / Math.exp(w[17] * w[18]));
	}
	const growth =
		Math.exp(w[8]) *
		(11 - difficulty) *
		power(stability, -w[9]) *
		(Math.exp(forgotten * w[10]) - 1);
	return stability * (1 + growth * (rating === HARD ? w[15] : rating === EASY ? w[16] : 1));
}

function nextDifficulty(w: Weights, difficulty: number, rating: Rating): number {
	const moved = difficulty - (w[6] * (rating - GOOD) * (10 - difficulty)) / 9;
	return clamp(w[7] * firstDifficulty(w, EASY) + (1 - w[7]) * moved, 1, 10);
}

const firstDifficulty = (w: Weights, rating: Rating): number =>
	w[4] - Math.exp((rating - 1) * w[5]) + 1;

/** Half the time of `Math.pow`, which is most of the time of a plan; `base` is positive. */
const power = (base: number, exponent: number): number => Math.exp(exponent * Math.log(base));

const clamp = (value: number, low: number, high: number): number =>
	Math.min(Math.max(value, low), high);
