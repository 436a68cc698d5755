/**
 * Possible reviews, each with what it may lead to, in flat arrays: a plan looks at some hundred
 * thousand of them. Strengths are kept between the nodes of a small grid over stability (its
 * logarithm) and difficulty; a value between nodes is interpolated.
 */
import { nextStrength, recallAfter, type Strength, type Weights } from './forgetting.ts';

const SHORTEST = Math.log(0.03);
const STABILITIES = 18;
const STEP = (Math.log(300) - SHORTEST) / (STABILITIES - 1);
const HARDEST = 10;
const DIFFICULTIES = 3;
const DIFFICULTY_STEP = (HARDEST - 1) / (DIFFICULTIES - 1);

/** How many strengths the grid holds. */
export const NODES = STABILITIES * DIFFICULTIES;

/** The strength at a node of the grid. */
export function nodeStrength(node: number): Strength {
	const row = Math.floor(node / DIFFICULTIES);
	return {
		stability: Math.exp(SHORTEST + row * STEP),
		difficulty: 1 + (node % DIFFICULTIES) * DIFFICULTY_STEP
	};
}

/**
 * The strength at the end of the day of a review `days` (at least 1) after the one before. A card
 * that was forgotten is shown and asked again the same day until it is recalled.
 */
export function reviewed(
	weights: Weights,
	strength: Strength,
	{ days, recalled }: { readonly days: number; readonly recalled: boolean }
): Strength {
	if (recalled) return nextStrength(weights, strength, { days, rating: 3 });
	const lapsed = nextStrength(weights, strength, { days, rating: 1 });
	return nextStrength(weights, lapsed, { days: 0, rating: 3 });
}

/** Places on the grid: each the lower corner of a cell and how far into the cell, 0 to 1. */
class Places {
	readonly #cell: Int32Array;
	readonly #up: Float64Array;
	readonly #across: Float64Array;

	constructor(size: number) {
		this.#cell = new Int32Array(size);
		this.#up = new Float64Array(size);
		this.#across = new Float64Array(size);
	}

	set(at: number, { stability, difficulty }: Strength): void {
		const row = limit((Math.log(stability) - SHORTEST) / STEP, STABILITIES - 1);
		const column = limit((difficulty - 1) / DIFFICULTY_STEP, DIFFICULTIES - 1);
		const lowRow = Math.min(Math.floor(row), STABILITIES - 2);
		const lowColumn = Math.min(Math.floor(column), DIFFICULTIES - 2);
		this.#cell[at] = lowRow * DIFFICULTIES + lowColumn;
		this.#up[at] = row - lowRow;
		this.#across[at] = column - lowColumn;
	}

	/** The value at a place, from a table of values by node that starts at `from`. */
	read(at: number, values: Float64Array, from: number): number {
		const cell = from + (this.#cell[at] as number);
		const up = this.#up[at] as number;
		const across = this.#across[at] as number;
		const low = mix(values[cell] as number, values[cell + 1] as number, across);
		const high = mix(
			values[cell + DIFFICULTIES] as number,
			values[cell + DIFFICULTIES + 1] as number,
			across
		);
		return mix(low, high, up);
	}

	/** Adds an amount to the nodes around a place. */
	add(at: number, amount: number, values: Float64Array, from: number): void {
		const cell = from + (this.#cell[at] as number);
		const high = amount * (this.#up[at] as number);
		const across = this.#across[at] as number;
		values[cell] = (values[cell] as number) + (amount - high) * (1 - across);
		values[cell + 1] = (values[cell + 1] as number) + (amount - high) * across;
		values[cell + DIFFICULTIES] = (values[cell + DIFFICULTIES] as number) + high * (1 - across);
		values[cell + DIFFICULTIES + 1] = (values[cell + DIFFICULTIES + 1] as number) + high * across;
	}
}

/** Reviews by number: the chance of recall, and the strengths after recall and after a lapse. */
export class Prospects {
	readonly #weights: Weights;
	readonly #recall: Float64Array;
	readonly #recalled: Places;
	readonly #lapsed: Places;

	constructor(weights: Weights, size: number) {
		this.#weights = weights;
		this.#recall = new Float64Array(size);
		this.#recalled = new Places(size);
		this.#lapsed = new Places(size);
	}

	/** Makes number `at` the review of a card of this strength, `days` after the one before. */
	set(at: number, strength: Strength, days: number): void {
		this.#recall[at] = recallAfter(this.#weights, days, strength.stability);
		this.#recalled.set(at, reviewed(this.#weights, strength, { days, recalled: true }));
		this.#lapsed.set(at, reviewed(this.#weights, strength, { days, recalled: false }));
	}

	/** Makes number `at` something that leads to this strength for certain: a first meeting. */
	setCertain(at: number, strength: Strength): void {
		this.#recall[at] = 1;
		this.#recalled.set(at, strength);
		this.#lapsed.set(at, strength);
	}

	/** The chance of recall, 0 to 1. */
	recall(at: number): number {
		return this.#recall[at] as number;
	}

	/** The expected value after the review, by the table of values that starts at `from`. */
	worth(at: number, values: Float64Array, from: number): number {
		const recall = this.#recall[at] as number;
		return mix(this.#lapsed.read(at, values, from), this.#recalled.read(at, values, from), recall);
	}

	/** Moves an amount of cards through the review, into the table that starts at `from`. */
	move(at: number, amount: number, values: Float64Array, from: number): void {
		const recall = this.#recall[at] as number;
		this.#recalled.add(at, amount * recall, values, from);
		this.#lapsed.add(at, amount * (1 - recall), values, from);
	}
}

const mix = (low: number, high: number, part: number): number => low + (high - low) * part;
const limit = (value: number, highest: number): number => Math.min(Math.max(value, 0), highest);
