/** Wrong values for a figure, and wrong figures for a value, known to be wrong by `truth.ts`. */
import type { Bank } from '../../bank/bank.ts';
import type { FigureFact } from '../../bank/pack.ts';
import { isValueOf, SAFE_RATIO } from '../../bank/truth.ts';
import { rangeOption, type Range } from '../options.ts';
import { around, sampled, type Pool } from './pool.ts';

/** Rounds to as many significant digits as the model number shows. */
function roundLike(value: number, model: number): number {
	const digits = String(Math.abs(model)).replace(/0+$/, '').replace('.', '').length;
	const scale = 10 ** (Math.floor(Math.log10(Math.abs(value))) - Math.max(0, digits - 1));
	return scale >= 1 ? Math.round(value / scale) * scale : Math.max(1, Math.round(value));
}

/** Counts up to here are told apart one by one, so that 20 is not offered beside 3. */
const SMALL = 12;

/** Far enough to be told apart, near enough to be thought of. */
const RATIOS = [1 / 3, 2 / 5, 1 / 2, 3 / 5, 8 / 5, 2, 5 / 2, 3];

/** Spans of time are known within narrower bounds: nobody reigned for three times as long. */
const SPANS: ReadonlySet<string> = new Set(['days', 'weeks', 'months', 'years']);

/** How many times smaller or larger a number on record may be and still be offered. */
const FAR = 4;

const isClear = (a: Range, b: Range): boolean =>
	a.max * SAFE_RATIO <= b.min || b.max * SAFE_RATIO <= a.min;

/**
 * Values that the figure does not have: those of other figures in the unit first, then its own
 * multiplied by plain ratios and rounded as it is.
 */
export function wrongValues(bank: Bank, figure: FigureFact): Pool {
	const key: Range = figure;
	const isRange = key.min !== key.max;
	const isUsable = (range: Range) =>
		isClear(range, key) && isValueOf(bank, figure, range) === 'no' && range.min > 0;
	const isSmall = key.max <= SMALL && Number.isInteger(key.min) && !isRange;
	const isSpan = SPANS.has(figure.unit);
	const reach = isSmall ? 3 : isSpan ? 2 : FAR;
	const near = key.min / reach;
	const far = key.max * reach;
	const stored = bank
		.valuesIn(figure.unit)
		.filter(
			(value) =>
				(value.min !== value.max) === isRange &&
				value.min >= near &&
				value.max <= far &&
				value.figures.every(
					({ qualifier, flags }) =>
						(qualifier === 'exact' || qualifier === 'about') && !flags.includes('sensitive')
				)
		)
		.map(({ min, max }): Range => ({ min, max }));
	const counts = Array.from({ length: 3 * SMALL }, (_, index) => index + 1)
		.filter((value) => value >= near && value <= far)
		.map((value): Range => ({ min: value, max: value }));
	const multiples = RATIOS.filter((ratio) => !isSpan || (ratio >= 1 / 2 && ratio <= 2)).map(
		(ratio): Range => {
			const min = roundLike(key.min * ratio, key.min);
			return isRange ? { min, max: roundLike(key.max * ratio, key.max) } : { min, max: min };
		}
	);
	const made = isSmall ? counts : multiples;
	const usable = [...stored, ...made].filter(isUsable);
	const distinct = [...new Map(usable.map((range) => [rangeOption(range), range])).values()];
	return around(
		{
			before: distinct.filter((range) => range.max < key.min).sort((a, b) => b.max - a.max),
			after: distinct.filter((range) => range.min > key.max).sort((a, b) => a.min - b.min)
		},
		{
			fits: (range, others) => others.every((other) => isClear(range, other)),
			name: rangeOption
		}
	);
}

/** Figures of the same unit that do not have this one's value. */
export function wrongFigures(bank: Bank, figure: FigureFact): Pool {
	const candidates = bank.figures.filter(
		(other) =>
			other.id !== figure.id &&
			other.unit === figure.unit &&
			other.status === 'ASSERT' &&
			other.flags.length === 0 &&
			(figure.group === null || other.group !== figure.group) &&
			Math.max(other.max / figure.min, figure.max / other.min) <= FAR &&
			isValueOf(bank, other, figure) === 'no'
	);
	return sampled(candidates.map(({ id }) => id));
}
