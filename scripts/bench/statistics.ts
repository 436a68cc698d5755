import { Random } from '#lib/quiz/random.ts';

/** The middle value, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const half = Math.floor(sorted.length / 2);
	const upper = sorted[half] ?? NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
}

/**
 * The 95 % interval of the median by the percentile bootstrap (Efron, 1979), with a fixed seed: the
 * same values give the same interval.
 */
export function medianInterval(values: readonly number[]): readonly [low: number, high: number] {
	const random = new Random('bootstrap');
	const medians = Array.from({ length: 10_000 }, () =>
		median(values.map(() => random.pick(values) ?? NaN))
	).sort((a, b) => a - b);
	return [medians[249] ?? NaN, medians[9_749] ?? NaN];
}
