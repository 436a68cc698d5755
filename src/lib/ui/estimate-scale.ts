/** The logarithmic scale of an estimate: equal steps multiply by equal factors. */
import { readNumber } from '#lib/quiz/numbers.ts';

/**
 * Steps of a tenfold. 24 of them, rounded to two significant digits, are all different (the E24
 * series of IEC 60063 is made so).
 */
const STEPS_PER_TENFOLD = 24;

export type Scale = { readonly low: number; readonly high: number };

/** How many steps there are from `low` to `high`; at least one. */
export const stepsOf = ({ low, high }: Scale): number =>
	Math.max(1, Math.round(STEPS_PER_TENFOLD * Math.log10(high / low)));

/** The number at a step: whole, with two significant digits; the two ends as they are. */
export function numberAt(scale: Scale, step: number): number {
	const steps = stepsOf(scale);
	if (step <= 0) return scale.low;
	if (step >= steps) return scale.high;
	const number = scale.low * (scale.high / scale.low) ** (step / steps);
	return Math.round(Number(number.toPrecision(2)));
}

/** Where a number stands, 0 at `low` to 1 at `high`; one beyond an end stands at that end. */
export function placeOf({ low, high }: Scale, number: number): number {
	if (number <= low) return 0;
	return Math.min(1, Math.log(number / low) / Math.log(high / low));
}

/**
 * The number in a text. One that can be read in two ways is the one that fits the scale, as the
 * grader takes it. Null when there is none.
 */
export function readOnScale({ low, high }: Scale, text: string): number | null {
	const reading = readNumber(text);
	if (reading.kind === 'none') return null;
	if (reading.kind === 'number') return reading.value;
	return reading.readings.find((value) => value >= low && value <= high) ?? reading.readings[0];
}
