/**
 * What a minute of each study day is worth, up to an exam. Every card alone could be planned
 * perfectly by dynamic programming over its FSRS states (as Ye, Su and Cao do for stationary
 * schedules: A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling, KDD
 * 2022); what ties the cards together is only the minutes of each day. So each day gets a price per
 * minute, every card takes what pays best for it at these prices, and prices rise on days with too
 * much to do and fall on the others until the cards spread themselves: Lagrangian relaxation of the
 * limits, with the prices found by dual ascent. Whittle treats restless bandits
 * so (Restless Bandits: Activity Allocation in a Changing World, Journal of Applied Probability 25A,
 * 1988): a card rests or is worked on, and its memory changes in both cases.
 */
import {
	firstStrength,
	nextStrength,
	recallAfter,
	type Strength,
	type Weights
} from './forgetting.ts';
import { reviewMinutes, type Pace } from './pace.ts';
import { NODES, nodeStrength, Prospects } from './prospects.ts';

/** A card that was met before. */
export type Seen = {
	readonly strength: Strength;
	/** Days since the last review; 0 when it was today. */
	readonly elapsed: number;
};

export type Market = {
	readonly weights: Weights;
	readonly pace: Pace;
	/** Days from today to the exam, at least as many as there are study days. */
	readonly exam: number;
	/** The minutes of each study day, today first. */
	readonly minutes: readonly number[];
	/** What a minute must bring at least, in expected cards recalled; above 0. */
	readonly leastGain: number;
	readonly seen: readonly Seen[];
	/** How many cards were never met. */
	readonly unseen: number;
};

export type Prices = {
	/** Expected cards recalled at the exam that one more minute of each study day brings. */
	readonly prices: Float64Array;
	/** By study day and node: a card's chance of recall at the exam, less what it still costs. */
	readonly worth: Float64Array;
};

/** How often a card that was never seen is answered right at first. */
const FIRST_RIGHT = 0.3;

/** Parts of a card too small to follow. */
const FEW = 1e-5;
/** The worth of what cannot be chosen: a second time on one day. */
const NEVER = -1;

const ROUNDS = 12;
const FIRST_PRICE = 0.08;
const SPEED = 0.6;
/** Cards alike choose unlike days when these are worth about the same, or prices would swing. */
const SOFTNESS = 0.004;
/** Up to so many days ahead every day is tried for the next review, then fewer and fewer. */
const CLOSE = 8;

/** The strengths that a first meeting may leave, and how likely they are. */
export function firstStrengths(weights: Weights): readonly (readonly [number, Strength])[] {
	// Right at a choice is rated Hard; on either way the card is then asked until it is recalled.
	const after = (rating: 1 | 2) =>
		nextStrength(weights, firstStrength(weights, rating), { days: 0, rating: 3 });
	return [
		[FIRST_RIGHT, after(2)],
		[1 - FIRST_RIGHT, after(1)]
	];
}

/** The minutes that a first meeting takes: the answer, and asking again until it is recalled. */
export function firstMinutes(pace: Pace): number {
	return reviewMinutes(pace, FIRST_RIGHT) + (FIRST_RIGHT * pace.right) / 60;
}

/** The study days worth trying for the next review after one on study day `day`; -1 for none yet. */
export function nextDays(day: number, studyDays: number): number[] {
	const days: number[] = [];
	let step = 1;
	for (let next = day + 1; next < studyDays; next += step) {
		days.push(next);
		if (next - day >= CLOSE) step = Math.max(1, Math.floor((next - day) / 8));
	}
	if (studyDays > 0 && days.at(-1) !== studyDays - 1 && day < studyDays - 1) {
		days.push(studyDays - 1);
	}
	return days;
}

/** Finds the prices at which the expected work of every day fits its minutes. */
export function findPrices(market: Market): Prices {
	const days = market.minutes.length;
	const prices = new Float64Array(days).fill(FIRST_PRICE);
	const trade = new Trade(market);
	for (let round = 0; round < ROUNDS; round++) {
		trade.value(prices);
		const loads = trade.loads(prices);
		const speed = SPEED / (1 + round / 8);
		for (let day = 0; day < days; day++) {
			const excess = (loads[day] as number) / Math.max(market.minutes[day] as number, 0.1) - 1;
			const price = (prices[day] as number) * Math.exp(speed * Math.min(excess, 1.5));
			prices[day] = Math.max(price, market.leastGain);
		}
	}
	trade.value(prices);
	return { prices, worth: trade.worth };
}

class Trade {
	readonly worth: Float64Array;
	readonly #market: Market;
	readonly #days: number;
	/** By study day, then for the start: the days to choose the next review from. */
	readonly #next: readonly (readonly number[])[];
	readonly #start: readonly number[];
	/** By gap in days and node. */
	readonly #gaps: Prospects;
	readonly #gapMinutes: Float64Array;
	/** By seen card and place in `#start`. */
	readonly #seen: Prospects;
	readonly #seenMinutes: Float64Array;
	/** By seen card: the chance of recall at the exam without a review. */
	readonly #seenAtExam: Float64Array;
	readonly #first: Prospects;
	readonly #chances: readonly number[];
	/** By study day, node and place in `#next`: how likely that choice is. */
	readonly #choice: Float64Array[];
	readonly #atExam: Float64Array;

	constructor(market: Market) {
		const { weights, pace, exam, minutes, seen } = market;
		const days = minutes.length;
		this.#market = market;
		this.#days = days;
		this.#next = minutes.map((_, day) => nextDays(day, days));
		this.#start = nextDays(-1, days);
		this.#choice = this.#next.map((next) => new Float64Array(NODES * next.length));
		this.worth = new Float64Array(days * NODES);
		this.#atExam = new Float64Array(days * NODES);
		this.#gaps = new Prospects(weights, days * NODES);
		this.#gapMinutes = new Float64Array(days * NODES);
		for (let node = 0; node < NODES; node++) {
			const strength = nodeStrength(node);
			for (let gap = 1; gap < days; gap++) {
				const at = gap * NODES + node;
				this.#gaps.set(at, strength, gap);
				this.#gapMinutes[at] = reviewMinutes(pace, this.#gaps.recall(at));
			}
			for (let day = 0; day < days; day++) {
				this.#atExam[day * NODES + node] = recallAfter(weights, exam - day, strength.stability);
			}
		}
		this.#seen = new Prospects(weights, seen.length * this.#start.length);
		this.#seenMinutes = new Float64Array(seen.length * this.#start.length);
		this.#seenAtExam = new Float64Array(seen.length);
		for (const [card, { strength, elapsed }] of seen.entries()) {
			for (const [place, day] of this.#start.entries()) {
				const at = card * this.#start.length + place;
				this.#seen.set(at, strength, elapsed + day);
				this.#seenMinutes[at] = reviewMinutes(pace, this.#seen.recall(at));
			}
			this.#seenAtExam[card] = recallAfter(weights, elapsed + exam, strength.stability);
		}
		const first = firstStrengths(weights);
		this.#chances = first.map(([chance]) => chance);
		this.#first = new Prospects(weights, first.length);
		for (const [at, [, strength]] of first.entries()) this.#first.setCertain(at, strength);
	}

	/** Works out `worth` and the choices at these prices, from the last study day back. */
	value(prices: Float64Array): void {
		for (let day = this.#days - 1; day >= 0; day--) {
			const next = this.#next[day] as readonly number[];
			const choice = this.#choice[day] as Float64Array;
			for (let node = 0; node < NODES; node++) {
				const rest = this.#atExam[day * NODES + node] as number;
				const from = node * next.length;
				for (let place = 0; place < next.length; place++) {
					const to = next[place] as number;
					const at = (to - day) * NODES + node;
					choice[from + place] =
						this.#gaps.worth(at, this.worth, to * NODES) -
						(prices[to] as number) * (this.#gapMinutes[at] as number);
				}
				this.worth[day * NODES + node] = choose(choice, from, next.length, rest);
			}
		}
	}

	/** The minutes of every day when the cards choose as `value` found. */
	loads(prices: Float64Array): Float64Array {
		const loads = new Float64Array(this.#days);
		const cards = new Float64Array(this.#days * NODES);
		this.#startSeen(prices, loads, cards);
		this.#startUnseen(prices, loads, cards);
		for (let day = 0; day < this.#days; day++) {
			const next = this.#next[day] as readonly number[];
			const choice = this.#choice[day] as Float64Array;
			for (let node = 0; node < NODES; node++) {
				const here = cards[day * NODES + node] as number;
				if (here < FEW) continue;
				for (let place = 0; place < next.length; place++) {
					const amount = here * (choice[node * next.length + place] as number);
					if (amount < FEW) continue;
					const to = next[place] as number;
					const at = (to - day) * NODES + node;
					loads[to] = (loads[to] as number) + amount * (this.#gapMinutes[at] as number);
					this.#gaps.move(at, amount, cards, to * NODES);
				}
			}
		}
		return loads;
	}

	#startSeen(prices: Float64Array, loads: Float64Array, cards: Float64Array): void {
		const { seen } = this.#market;
		const start = this.#start;
		const choice = new Float64Array(start.length);
		for (let card = 0; card < seen.length; card++) {
			const from = card * start.length;
			for (let place = 0; place < start.length; place++) {
				const day = start[place] as number;
				choice[place] =
					this.#seen.worth(from + place, this.worth, day * NODES) -
					(prices[day] as number) * (this.#seenMinutes[from + place] as number);
			}
			if (seen[card]?.elapsed === 0) choice[0] = NEVER;
			choose(choice, 0, start.length, this.#seenAtExam[card] as number);
			for (let place = 0; place < start.length; place++) {
				const amount = choice[place] as number;
				if (amount === 0) continue;
				const day = start[place] as number;
				loads[day] = (loads[day] as number) + amount * (this.#seenMinutes[from + place] as number);
				this.#seen.move(from + place, amount, cards, day * NODES);
			}
		}
	}

	#startUnseen(prices: Float64Array, loads: Float64Array, cards: Float64Array): void {
		const { unseen, pace } = this.#market;
		const minutes = firstMinutes(pace);
		const choice = Float64Array.from(this.#start, (day) => {
			const worths = this.#chances.map(
				(chance, at) => chance * this.#first.worth(at, this.worth, day * NODES)
			);
			return worths.reduce((sum, worth) => sum + worth, 0) - (prices[day] as number) * minutes;
		});
		choose(choice, 0, choice.length, 0);
		for (const [place, day] of this.#start.entries()) {
			const amount = unseen * (choice[place] as number);
			loads[day] = (loads[day] as number) + amount * minutes;
			for (const [at, chance] of this.#chances.entries()) {
				this.#first.move(at, amount * chance, cards, day * NODES);
			}
		}
	}
}

/** Turns worths into chances of being chosen, against `rest` for none of them; gives the best. */
function choose(worths: Float64Array, from: number, count: number, rest: number): number {
	let best = rest;
	for (let at = from; at < from + count; at++) best = Math.max(best, worths[at] as number);
	let sum = Math.exp((rest - best) / SOFTNESS);
	for (let at = from; at < from + count; at++) {
		const behind = ((worths[at] as number) - best) / SOFTNESS;
		const weight = behind < -8 ? 0 : Math.exp(behind);
		worths[at] = weight;
		sum += weight;
	}
	for (let at = from; at < from + count; at++) worths[at] = (worths[at] as number) / sum;
	return best;
}
