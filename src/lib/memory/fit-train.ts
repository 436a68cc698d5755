/**
 * The trainer: weights of FSRS-6 under which a learner's answers are least surprising. It lessens
 * the log loss (the binary cross-entropy of recall, as fsrs-rs and fsrs-optimizer do) with the
 * penalty of `fit-prior.ts`, by Adam (Kingma and Ba, 2015) over batches of cards in random order,
 * the step shrinking along a cosine (Loshchilov and Hutter, SGDR, 2017).
 */
import { Random } from '../quiz/random.ts';
import { add, at } from './column.ts';
import { Gradient } from './fit-gradient.ts';
import type { History } from './fit-history.ts';
import { AGAIN, Model } from './fit-model.ts';
import { placeWeights, toCoordinateSlopes } from './fit-prior.ts';
import { DEFAULT_WEIGHTS } from './forgetting.ts';

/** Predictable reviews to a step; what fsrs-rs takes. */
const BATCH = 512;
/** Steps at least, and rounds over the whole log at least: more of either gain nothing here. */
const STEPS = 150;
const ROUNDS = 2;
/** The first step, in deviations of the prior. */
const RATE = 0.1;

/** A card's reviews up to the last that is learnt from. */
type Past = { readonly card: number; readonly count: number; readonly predicted: number };

/**
 * The weights fitted to the first `until` predictable reviews of a history: the default ones when
 * there are none. Always finite and within FSRS-6's ranges; the same seed gives the same weights.
 */
export function trainWeights(
	history: History,
	{ until, seed }: { readonly until: number; readonly seed: string }
): Float64Array {
	const model = new Model(history);
	const coordinates = new Float64Array(DEFAULT_WEIGHTS.length);
	const weights = Float64Array.from(DEFAULT_WEIGHTS);
	const gradient = new Gradient(model);
	const adam = new Adam(weights.length);
	const random = new Random(seed);
	const pasts = pastsOf(history, until);
	const rounds = Math.max(ROUNDS, Math.ceil(STEPS / Math.ceil(until / BATCH)));

	let seen = 0;
	for (let round = 0; until > 0 && round < rounds; round++) {
		for (const batch of batchesOf(random.shuffle(pasts))) {
			model.use(weights);
			gradient.slopes.fill(0);
			let size = 0;
			for (const past of batch) {
				addLoss(gradient, model, { history, past, until });
				size += past.predicted;
			}
			toCoordinateSlopes(gradient.slopes, { coordinates, weights }, size / until);
			adam.step(coordinates, gradient.slopes, RATE * cosine(seen / (rounds * until)));
			placeWeights(coordinates, weights);
			seen += size;
		}
	}
	orderFirstStabilities(weights, firstRatings(history, pasts));
	return weights;
}

/** From 1 at 0 down to 0 at 1. */
const cosine = (progress: number): number => (1 + Math.cos(Math.PI * progress)) / 2;

/**
 * What a review counts, 0.25 for the oldest to 1 for the newest: people change. The weights are
 * those of fsrs-rs (recency_weighted_fsrs_items), which predicts real learners better for it.
 */
const importance = (age: number): number => 0.25 + 0.75 * age ** 3;

function pastsOf({ starts, order }: History, until: number): Past[] {
	const pasts: Past[] = [];
	for (let card = 0; card + 1 < starts.length; card++) {
		const start = at(starts, card);
		let count = 0;
		let predicted = 0;
		for (let place = start; place < at(starts, card + 1); place++) {
			if (at(order, place) < 0 || at(order, place) >= until) continue;
			count = place - start + 1;
			predicted++;
		}
		if (predicted > 0) pasts.push({ card, count, predicted });
	}
	return pasts;
}

function* batchesOf(pasts: readonly Past[]): Generator<readonly Past[]> {
	let batch: Past[] = [];
	let size = 0;
	for (const past of pasts) {
		batch.push(past);
		size += past.predicted;
		if (size < BATCH) continue;
		yield batch;
		batch = [];
		size = 0;
	}
	if (batch.length > 0) yield batch;
}

function addLoss(
	gradient: Gradient,
	model: Model,
	{ history, past, until }: { history: History; past: Past; until: number }
): void {
	const { card, count } = past;
	const { order, ratings } = history;
	const start = at(history.starts, card);
	model.follow(history, card, count);
	for (let step = 1; step < count; step++) {
		const place = at(order, start + step);
		const recall = at(model.recall, step);
		const slope = at(ratings, start + step) === AGAIN ? 1 / (1 - recall) : -1 / recall;
		gradient.pulls[step] = place < 0 ? 0 : importance(place / until) * slope;
	}
	gradient.addCard(history, card, count);
}

/** How many of the cards began with each rating, from 1 at place 0. */
function firstRatings({ starts, ratings }: History, pasts: readonly Past[]): Float64Array {
	const counts = new Float64Array(4);
	for (const { card } of pasts) add(counts, at(ratings, at(starts, card)) - 1, 1);
	return counts;
}

/**
 * Sees to it that an easier first answer never gives a lower stability, which the noise of a rating
 * seldom given first could bring about: neighbours out of order share their mean, in logarithms and
 * weighted by their cards (pooling adjacent violators; Barlow et al., Statistical Inference under
 * Order Restrictions, 1972).
 */
function orderFirstStabilities(weights: Float64Array, counts: Float64Array): void {
	const pools: { stability: number; cards: number; ratings: number }[] = [];
	for (let rating = 0; rating < counts.length; rating++) {
		// Without any card a weight still stands at its default, and yields to all others.
		const cards = Math.max(at(counts, rating), 0.001);
		let pool = { stability: at(weights, rating), cards, ratings: 1 };
		for (let last = pools.at(-1); last && last.stability > pool.stability; last = pools.at(-1)) {
			pools.pop();
			const share = last.cards / (last.cards + pool.cards);
			pool = {
				stability: last.stability ** share * pool.stability ** (1 - share),
				cards: last.cards + pool.cards,
				ratings: last.ratings + pool.ratings
			};
		}
		pools.push(pool);
	}
	weights.set(pools.flatMap(({ stability, ratings }) => Array<number>(ratings).fill(stability)));
}

class Adam {
	static readonly #MEAN = 0.9;
	static readonly #SQUARE = 0.999;
	readonly #mean: Float64Array;
	readonly #square: Float64Array;
	#steps = 0;

	constructor(length: number) {
		this.#mean = new Float64Array(length);
		this.#square = new Float64Array(length);
	}

	/** Moves the values down the gradient by about `rate` each. */
	step(values: Float64Array, gradient: Float64Array, rate: number): void {
		this.#steps++;
		const meanKnown = 1 - Adam.#MEAN ** this.#steps;
		const squareKnown = 1 - Adam.#SQUARE ** this.#steps;
		for (let place = 0; place < values.length; place++) {
			const slope = at(gradient, place);
			const mean = Adam.#MEAN * at(this.#mean, place) + (1 - Adam.#MEAN) * slope;
			const square = Adam.#SQUARE * at(this.#square, place) + (1 - Adam.#SQUARE) * slope ** 2;
			this.#mean[place] = mean;
			this.#square[place] = square;
			add(values, place, (-rate * (mean / meanKnown)) / (Math.sqrt(square / squareKnown) + 1e-8));
		}
	}
}
