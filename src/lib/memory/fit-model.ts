/**
 * FSRS-6 over the columns of a history: a card's memory after each of its reviews, and the chance
 * of recall just before it.
 *
 * The formulas are those of FSRS-6 (open-spaced-repetition, "The Algorithm",
 * https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm) with the bounds of
 * ts-fsrs: a property test holds the memory equal to the scheduler's. ts-fsrs takes some 30
 * times as long, and tells no slopes (`fit-gradient.ts`).
 */
import { at } from './column.ts';
import type { History } from './fit-history.ts';

export const AGAIN = 1;
export const HARD = 2;
export const GOOD = 3;
export const EASY = 4;

/** The bounds of stability in days; a card's first stability has its own least one. */
const SHORTEST = 0.001;
const LONGEST = 36_500;
export const SHORTEST_FIRST = 0.1;
const EASIEST = 1;
const HARDEST = 10;

/**
 * One card at a time: `follow` fills the columns with it. Made once for all cards of a history,
 * because making columns takes longer than following a card.
 */
export class Model {
	/** Stability (days) and difficulty (1 to 10) after each review of the card followed last. */
	readonly stability: Float64Array;
	readonly difficulty: Float64Array;
	/** The chance of recall, 0 to 1, just before each review; 1 on the day of the one before. */
	readonly recall: Float64Array;

	/** The 21 weights. */
	readonly w = new Float64Array(21);
	/** FACTOR of the forgetting curve, R(t) = (1 + FACTOR · t / S) ^ -w20, so that R(S) = 0.9. */
	factor = 0;
	/** The difficulty that every difficulty drifts to: that of a first Easy, unbounded. */
	goal = 0;

	constructor({ starts }: History) {
		let longest = 0;
		for (let card = 0; card + 1 < starts.length; card++) {
			longest = Math.max(longest, at(starts, card + 1) - at(starts, card));
		}
		this.stability = new Float64Array(longest);
		this.difficulty = new Float64Array(longest);
		this.recall = new Float64Array(longest);
	}

	/** Takes other weights, copied: 21 numbers within `WEIGHT_RANGES`. */
	use(weights: Float64Array): void {
		this.w.set(weights);
		this.factor = Math.exp(-Math.log(0.9) / at(this.w, 20)) - 1;
		this.goal = this.firstDifficulty(EASY);
	}

	/** Works out the memory over the first `count` reviews of a card. */
	follow({ starts, ratings, elapsed }: History, card: number, count: number): void {
		const start = at(starts, card);
		const first = at(ratings, start);
		let s = Math.max(at(this.w, first - 1), SHORTEST_FIRST);
		let d = boundDifficulty(this.firstDifficulty(first));
		this.stability[0] = s;
		this.difficulty[0] = d;
		this.recall[0] = 1;
		for (let step = 1; step < count; step++) {
			const days = at(elapsed, start + step);
			const rating = at(ratings, start + step);
			const r = days === 0 ? 1 : Math.exp(-at(this.w, 20) * Math.log(this.decline(days, s)));
			s = boundStability(
				days === 0
					? s * this.sameDayFactor(s, rating)
					: rating === AGAIN
						? Math.min(this.stabilityForgotten(s, d, r), this.mostForgotten(s))
						: s * (1 + this.gain(s, d, r) * this.ease(rating))
			);
			d = boundDifficulty(this.nextDifficulty(d, rating));
			this.stability[step] = s;
			this.difficulty[step] = d;
			this.recall[step] = r;
		}
	}

	/** What the forgetting curve raises to the power of -w20. */
	decline(days: number, s: number): number {
		return 1 + (this.factor * days) / s;
	}

	/** What a review on the day of the one before multiplies stability by; nothing but Again lowers it. */
	sameDayFactor(s: number, rating: number): number {
		const factor = this.sameDayRaise(s, rating);
		return rating >= HARD ? Math.max(factor, 1) : factor;
	}

	sameDayRaise(s: number, rating: number): number {
		const { w } = this;
		return Math.exp(at(w, 17) * (rating - GOOD + at(w, 18)) - at(w, 19) * Math.log(s));
	}

	stabilityForgotten(s: number, d: number, r: number): number {
		const { w } = this;
		const kept = Math.pow(s + 1, at(w, 13)) - 1;
		return at(w, 11) * Math.pow(d, -at(w, 12)) * kept * Math.exp((1 - r) * at(w, 14));
	}

	/** Forgetting leaves no more stability than an Again on the same day would. */
	mostForgotten(s: number): number {
		return s * Math.exp(-at(this.w, 17) * at(this.w, 18));
	}

	/** By what part a Good raises stability. */
	gain(s: number, d: number, r: number): number {
		return this.gainFactor(s, d) * (Math.exp((1 - r) * at(this.w, 10)) - 1);
	}

	gainFactor(s: number, d: number): number {
		return Math.exp(at(this.w, 8) - at(this.w, 9) * Math.log(s)) * (11 - d);
	}

	/** What Hard and Easy multiply the gain of a Good by. */
	ease(rating: number): number {
		return rating === HARD ? at(this.w, 15) : rating === EASY ? at(this.w, 16) : 1;
	}

	/** Before its bounds. */
	firstDifficulty(rating: number): number {
		return at(this.w, 4) - Math.exp((rating - 1) * at(this.w, 5)) + 1;
	}

	/** Before the drift and the bounds. */
	movedDifficulty(d: number, rating: number): number {
		return d - (at(this.w, 6) * (rating - GOOD) * (10 - d)) / 9;
	}

	/** Before its bounds. */
	nextDifficulty(d: number, rating: number): number {
		const drift = at(this.w, 7);
		return drift * this.goal + (1 - drift) * this.movedDifficulty(d, rating);
	}
}

/** Does the stability stand between its bounds, not on one? */
export function isFreeStability(s: number): boolean {
	return s > SHORTEST && s < LONGEST;
}

/** Does the difficulty stand between its bounds, not on or beyond one? */
export function isFreeDifficulty(d: number): boolean {
	return d > EASIEST && d < HARDEST;
}

function boundStability(s: number): number {
	return Math.min(Math.max(s, SHORTEST), LONGEST);
}

function boundDifficulty(d: number): number {
	return Math.min(Math.max(d, EASIEST), HARDEST);
}
