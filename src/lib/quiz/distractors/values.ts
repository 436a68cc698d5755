/** Wrong values for a figure, and wrong figures for a value, known to be wrong by `truth.ts`. */
import type { Bank, NumberValue } from '../../bank/bank.ts';
import type { FigureFact } from '../../bank/pack.ts';
import { isValueOf, SAFE_RATIO, valueTruth, isTimeSpan } from '../../bank/truth.ts';
import { rangeOption, type Range } from '../options.ts';
import { oncePerBank } from '../per-bank.ts';
import { lineOf, type Way } from './line.ts';
import { sampled, type Pool } from './pool.ts';
import { nearest, REACH, type Sides } from './sides.ts';
import { someOf } from './some-of.ts';

/** Rounds to as many significant digits as the model number shows. */
export function roundLike(value: number, model: number): number {
	const digits = String(Math.abs(model)).replace(/0+$/, '').replace('.', '').length;
	const scale = 10 ** (Math.floor(Math.log10(Math.abs(value))) - Math.max(0, digits - 1));
	return scale >= 1 ? Math.round(value / scale) * scale : Math.max(1, Math.round(value));
}

/** Counts up to here are told apart one by one, so that 20 is not offered beside 3. */
const SMALL = 12;

/** Far enough to be told apart, near enough to be thought of. */
const RATIOS = [1 / 3, 2 / 5, 1 / 2, 3 / 5, 8 / 5, 2, 5 / 2, 3];

/** How many times smaller or larger a number on record may be and still be offered. */
const FAR = 4;

/** Whether two values are told apart with certainty: neither is near the other. */
export const areClear = (a: Range, b: Range): boolean =>
	a.max * SAFE_RATIO <= b.min || b.max * SAFE_RATIO <= a.min;

const stretchOf = ({ min, max }: Range) => ({ start: min, end: max });

const isRange = ({ min, max }: Range): boolean => min !== max;

/** Whether a value may stand among options: a plain number that is told of nothing grave. */
const isPlain = ({ figures }: NumberValue): boolean =>
	figures.every(
		({ qualifier, flags }) =>
			(qualifier === 'exact' || qualifier === 'about') && !flags.includes('sensitive')
	);

/** The values in each unit: single ones and ranges that may be offered, and all of them. */
const lines = oncePerBank(
	(bank) =>
		new Map(
			[...bank.units.keys()].map((unit) => {
				const all = bank.valuesIn(unit);
				const plain = all.filter(isPlain);
				return [
					unit,
					{
						single: lineOf(
							plain.filter((value) => !isRange(value)),
							stretchOf
						),
						range: lineOf(plain.filter(isRange), stretchOf),
						all: lineOf(all, stretchOf)
					}
				] as const;
			})
		)
);

/** A little nearer than what is safely wrong: where to begin to look. */
const NEAR = SAFE_RATIO - 0.01;

const fits = (range: Range, others: readonly Range[]): boolean =>
	others.every((other) => areClear(range, other));

/** Numbers that nobody has counted: small ones one by one, others by plain ratios, rounded alike. */
function madeUp(
	key: Range,
	{ near, far, isSpan }: { near: number; far: number; isSpan: boolean }
): Range[] {
	if (key.max <= SMALL && Number.isInteger(key.min) && !isRange(key)) {
		return Array.from({ length: 3 * SMALL }, (_, index) => index + 1)
			.filter((value) => value >= near && value <= far)
			.map((value) => ({ min: value, max: value }));
	}
	return RATIOS.filter((ratio) => !isSpan || (ratio >= 1 / 2 && ratio <= 2)).map((ratio) => {
		const min = roundLike(key.min * ratio, key.min);
		return isRange(key) ? { min, max: roundLike(key.max * ratio, key.max) } : { min, max: min };
	});
}

/**
 * Values that the figure does not have: those of other figures in the unit, and its own multiplied
 * by plain ratios and rounded as it is.
 */
export function valuesBeside(bank: Bank, figure: FigureFact): Sides<Range> {
	const key: Range = figure;
	const truth = valueTruth(bank, figure);
	const isSmall = key.max <= SMALL && Number.isInteger(key.min) && !isRange(key);
	// Spans of time are known within narrower bounds: nobody reigned for three times as long.
	const isSpan = isTimeSpan(figure);
	const reach = isSmall ? 3 : isSpan ? 2 : FAR;
	const near = key.min / reach;
	const far = key.max * reach;
	const isUsable = (range: Range) => range.min > 0 && areClear(range, key) && truth(range) === 'no';
	const isOffered = (range: Range) => range.min >= near && range.max <= far && isUsable(range);
	const line = lines(bank).get(figure.unit)?.[isRange(key) ? 'range' : 'single'];
	const towards = (way: Way<NumberValue>, from: number, farOf: (range: Range) => number) =>
		nearest<Range>((point, count) => way.take(point, count, isOffered), { from, farOf, fits });
	const stored = line
		? [
				...towards(line.earlier, -key.min / NEAR, ({ min }) => -min / NEAR),
				...towards(line.later, key.max * NEAR, ({ max }) => max * NEAR)
			]
		: [];
	const made = madeUp(key, { near, far, isSpan }).filter(isUsable);
	const usable = [...stored, ...made].map(({ min, max }): Range => ({ min, max }));
	const distinct = [...new Map(usable.map((range) => [rangeOption(range), range])).values()];
	return {
		before: distinct
			.filter((range) => range.max < key.min)
			.sort((a, b) => b.max - a.max)
			.slice(0, REACH),
		after: distinct
			.filter((range) => range.min > key.max)
			.sort((a, b) => a.min - b.min)
			.slice(0, REACH)
	};
}

/** Of how many figures of one value some may be offered. */
const OF_A_VALUE = 6;

/** Figures of the same unit that do not have this one's value. */
export function wrongFigures(bank: Bank, figure: FigureFact): Pool {
	const line = lines(bank).get(figure.unit)?.all;
	if (!line) return sampled([]);
	const values = [
		...line.earlier.take(-figure.min / NEAR, 2 * REACH, () => true),
		...line.later.take(figure.max * NEAR, 2 * REACH, () => true)
	];
	const byId = new Map(
		values
			.flatMap(({ figures }) => someOf(figures, figure.id, OF_A_VALUE))
			.map((candidate) => [candidate.id, candidate])
	);
	return sampled([...byId.keys()], (id) => {
		const other = byId.get(id);
		return (
			other?.status === 'ASSERT' &&
			other.flags.length === 0 &&
			(figure.group === null || other.group !== figure.group) &&
			Math.max(other.max / figure.min, figure.max / other.min) <= FAR &&
			isValueOf(bank, other, figure) === 'no'
		);
	});
}
