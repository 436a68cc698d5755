/**
 * What is known of a learner's weights before any review: they lie around the default ones, about as
 * far as those of other learners do. The trainer counts in these coordinates: 0 is the default
 * weight, 1 lies one deviation above it.
 *
 * The deviations are those that fsrs-rs regularises with (PARAMS_STDDEV, src/training_v6.rs,
 * https://github.com/open-spaced-repetition/fsrs-rs), and so is the penalty: with its strength of
 * one half, the sum of squared coordinates is the logarithm of a normal prior (MacKay, Information
 * Theory, Inference, and Learning Algorithms, 2003, chapter 41). The first stabilities, w0 to w3,
 * spread over powers of ten. fsrs-rs estimates them apart, from first intervals; here they are
 * fitted along with the rest in logarithms, with the log-normal prior of the same deviation.
 */
import { add, at } from './column.ts';
import { SHORTEST_FIRST } from './fit-model.ts';
import { DEFAULT_WEIGHTS } from './forgetting.ts';
import { WEIGHT_RANGES } from './scheduler.ts';

const DEVIATIONS = [
	6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25,
	1.03, 0.31, 0.32, 0.14, 0.27
];

/** w0 to w3, the stabilities after a first Again, Hard, Good and Easy, are positive over decades. */
const isFirstStability = (place: number): boolean => place < 4;

const defaults = Float64Array.from(DEFAULT_WEIGHTS);
const least = Float64Array.from(WEIGHT_RANGES, ([bound = 0], place) =>
	// Below this the scheduler sees no difference.
	isFirstStability(place) ? Math.max(bound, SHORTEST_FIRST) : bound
);
const largest = Float64Array.from(WEIGHT_RANGES, ([, bound = 0]) => bound);
const spread = Float64Array.from(DEVIATIONS, (deviation, place) =>
	isFirstStability(place) ? logSpread(deviation / at(defaults, place)) : deviation
);

/** The deviation of the logarithm when the median is 1 and the deviation of the values `ratio`. */
function logSpread(ratio: number): number {
	return Math.sqrt(Math.log((1 + Math.sqrt(1 + 4 * ratio ** 2)) / 2));
}

/**
 * Writes the weights at some coordinates into `weights`. A coordinate beyond the range of its weight
 * is brought back to the bound.
 */
export function placeWeights(coordinates: Float64Array, weights: Float64Array): void {
	for (let place = 0; place < weights.length; place++) {
		const wanted = weightAt(place, at(coordinates, place));
		const weight = Math.min(Math.max(wanted, at(least, place)), at(largest, place));
		weights[place] = weight;
		if (weight !== wanted) coordinates[place] = coordinateOf(place, weight);
	}
}

/**
 * Turns the slopes of a sum of losses over the weights into slopes over the coordinates, in place,
 * and adds those of `share` of the penalty, 0 to 1.
 */
export function toCoordinateSlopes(
	gradient: Float64Array,
	position: { readonly coordinates: Float64Array; readonly weights: Float64Array },
	share: number
): void {
	const { coordinates, weights } = position;
	for (let place = 0; place < gradient.length; place++) {
		const step = at(spread, place) * (isFirstStability(place) ? at(weights, place) : 1);
		gradient[place] = at(gradient, place) * step;
		add(gradient, place, share * at(coordinates, place));
	}
}

function weightAt(place: number, coordinate: number): number {
	const centre = at(defaults, place);
	const step = at(spread, place) * coordinate;
	return isFirstStability(place) ? centre * Math.exp(step) : centre + step;
}

function coordinateOf(place: number, weight: number): number {
	const centre = at(defaults, place);
	const step = isFirstStability(place) ? Math.log(weight / centre) : weight - centre;
	return step / at(spread, place);
}
