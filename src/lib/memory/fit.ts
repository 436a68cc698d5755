/**
 * Personal parameters: the weights of FSRS-6 fitted to a learner's own log, offered only when they
 * foretell answers that they were not fitted to better than the weights in use.
 *
 * Held out are later reviews: weights fitted to the first 40 % foretell the next 20 %, and so on to
 * the end (time-series cross-validation, as srs-benchmark does:
 * https://github.com/open-spaced-repetition/srs-benchmark). What is offered is fitted to the whole log.
 */
import { at } from './column.ts';
import { readHistory, type Answered, type History } from './fit-history.ts';
import { AGAIN, Model } from './fit-model.ts';
import { trainWeights } from './fit-train.ts';
import { DEFAULT_WEIGHTS } from './forgetting.ts';

/** Predictable reviews that are enough; Anki asked for as many before it fitted FSRS. */
export const LEAST_REVIEWS = 400;
/** Cards that are enough to tell a learner from the cards. */
const LEAST_CARDS = 20;
/** Where the folds begin and the last one ends, as parts of the log. */
const FOLDS = [0.4, 0.6, 0.8, 1] as const;
/** Held-out log loss that is worth a change of every interval; 0.02 is usual in srs-benchmark. */
const LEAST_GAIN = 0.001;
/**
 * How many standard errors a gain must be. One in twenty gains of nothing would pass by chance;
 * but where there is nothing to find, fitted weights foretell worse than those in use, so that of
 * simulated learners with the default weights about one in a hundred passes.
 */
const SURE = 1.645;

export type FitOptions = {
	/** The weights in use, to be beaten: 21 within `WEIGHT_RANGES`, the default ones unless given. */
	readonly weights?: readonly number[];
	/** The same log and seed give the same fit. */
	readonly seed?: string;
};

/**
 * `reviews` are those that count: not a card's first, and at least a day after the one before.
 * `before` and `after` are the mean log losses, held out, of the weights in use and of fitted ones.
 */
export type Fit =
	| {
			readonly offered: true;
			readonly reviews: number;
			readonly before: number;
			readonly after: number;
			/** The 21 weights of FSRS-6, within its ranges, to four decimals as usual. */
			readonly weights: readonly number[];
	  }
	| {
			readonly offered: false;
			readonly reason: 'no-gain';
			readonly reviews: number;
			readonly before: number;
			readonly after: number;
	  }
	| {
			readonly offered: false;
			/** `one-sided`: no review that counts was forgotten, or none was remembered. */
			readonly reason: 'few-reviews' | 'few-cards' | 'one-sided';
			readonly reviews: number;
	  };

/**
 * Fits weights to a log in the order of replay (`mergeLogs`). Whatever the log holds, it never throws
 * and never gives a number that is not finite; a review that the scheduler would refuse is left out.
 * 100,000 reviews that count take about half a second, so it belongs in a worker.
 *
 * A gain is one when it is at least `LEAST_GAIN` and at least `SURE` standard errors of the paired
 * difference. The reviews of one card are not independent: the error is that of sums by card
 * (Liang and Zeger, Biometrika 73, 1986).
 */
export function fitWeights(reviews: readonly Answered[], options: FitOptions = {}): Fit {
	const { weights = DEFAULT_WEIGHTS, seed = 'fit' } = options;
	const history = readHistory(reviews);
	const { predicted, right, starts } = history;
	const declined = { offered: false, reviews: predicted } as const;
	if (predicted < LEAST_REVIEWS) return { ...declined, reason: 'few-reviews' };
	if (starts.length - 1 < LEAST_CARDS) return { ...declined, reason: 'few-cards' };
	if (right === 0 || right === predicted) return { ...declined, reason: 'one-sided' };

	const { before, after, error } = holdOut(history, Float64Array.from(weights), seed);
	const gain = before - after;
	if (gain < Math.max(LEAST_GAIN, SURE * error)) {
		return { ...declined, reason: 'no-gain', before, after };
	}
	const fitted = trainWeights(history, { until: predicted, seed });
	return {
		offered: true,
		reviews: predicted,
		before,
		after,
		weights: Array.from(fitted, (weight) => Number(weight.toFixed(4)))
	};
}

/** The mean log losses of the weights in use and of fitted ones, and the difference's error. */
function holdOut(history: History, weights: Float64Array, seed: string) {
	const { predicted } = history;
	const [first, ...ends] = FOLDS.map((part) => Math.floor(part * predicted));
	const used = new Float64Array(predicted);
	const fitted = new Float64Array(predicted);
	const model = new Model(history);
	let from = first ?? 0;
	model.use(weights);
	fillLosses(model, history, { from, to: predicted, losses: used });
	for (const to of ends) {
		model.use(trainWeights(history, { until: from, seed }));
		fillLosses(model, history, { from, to, losses: fitted });
		from = to;
	}
	return compareLosses(history, used.subarray(first), fitted.subarray(first));
}

/** Writes the log loss of each predictable review in a part of the log. */
function fillLosses(
	model: Model,
	history: History,
	{ from, to, losses }: { from: number; to: number; losses: Float64Array }
): void {
	const { starts, order, ratings } = history;
	for (let card = 0; card + 1 < starts.length; card++) {
		const start = at(starts, card);
		const count = at(starts, card + 1) - start;
		model.follow(history, card, count);
		for (let step = 1; step < count; step++) {
			const place = at(order, start + step);
			if (place < from || place >= to) continue;
			const recall = at(model.recall, step);
			losses[place] = -Math.log(at(ratings, start + step) === AGAIN ? 1 - recall : recall);
		}
	}
}

function compareLosses(history: History, used: Float64Array, fitted: Float64Array) {
	const { starts, order, predicted } = history;
	const mean = (losses: Float64Array) => losses.reduce((sum, loss) => sum + loss) / losses.length;
	const before = mean(used);
	const after = mean(fitted);
	const gain = before - after;
	const first = predicted - used.length;
	let squares = 0;
	for (let card = 0; card + 1 < starts.length; card++) {
		let surplus = 0;
		for (let review = at(starts, card); review < at(starts, card + 1); review++) {
			const place = at(order, review) - first;
			if (place >= 0) surplus += at(used, place) - at(fitted, place) - gain;
		}
		squares += surplus ** 2;
	}
	return { before, after, error: Math.sqrt(squares) / used.length };
}
