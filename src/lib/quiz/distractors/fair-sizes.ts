/** Wrong dates and values: real neighbours first, then made ones, so that every rank can be filled. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { FigureFact } from '../../bank/pack.ts';
import { dateOf, isDateOfCard, valueTruth } from '../../bank/truth.ts';
import { civilDate, parseWhen, type When } from '../../bank/when.ts';
import { rangeOption, type Range } from '../options.ts';
import { oncePerBank } from '../per-bank.ts';
import { areApart, datesBeside } from './dates.ts';
import { firstRecord, lastRecord } from './eras.ts';
import { fairSizes, longestChain } from './fair.ts';
import { FEWEST, type Pool } from './pool.ts';
import { areClear, roundLike, valuesBeside } from './values.ts';

/** Options that a question may need on one side. */
const ENOUGH = 3;

const two = (number: number): string => String(number).padStart(2, '0');

/** How far made dates lie apart: years, months, days. */
const WIDE = { year: 3, month: 14, day: 401 } as const;
const NARROW = { year: 2, month: 5, day: 251 } as const;

/** Whether two days have one number: a made date must not hint at the right one. */
const isSameDayOfMonth = (a: When, b: When): boolean =>
	b.precision === 'day' && civilDate(a.start).day === civilDate(b.start).day;

/** A date of the same precision, some steps away; null where none can be made. */
function shifted(when: When, steps: number, size: typeof WIDE | typeof NARROW): When | null {
	const { year, month } = civilDate(when.start);
	switch (when.precision) {
		case 'year':
			return parseWhen(String(year + size.year * steps));
		case 'month': {
			const months = year * 12 + (month - 1) + size.month * steps;
			return parseWhen(`${Math.floor(months / 12)}-${two((months % 12) + 1)}`);
		}
		case 'day': {
			const other = civilDate(when.start + size.day * steps);
			return parseWhen(`${other.year}-${two(other.month)}-${two(other.day)}`);
		}
		case 'decade':
			return parseWhen(`${Math.floor(year / 10) + 2 * steps}X`);
		case 'season':
		case 'range':
			return null;
		default:
			return when.precision satisfies never;
	}
}

/** The last day of any event: nobody takes a later date for history. */
export const latestDay = oncePerBank((bank) =>
	bank.events.reduce(
		(latest, { date }) =>
			date && Number.isFinite(date.when.end) ? Math.max(latest, date.when.end) : latest,
		-Infinity
	)
);

/** Wrong dates for a card: those of the bank, and made ones on a side that has too few. */
export function fairDates(bank: Bank, card: Card, key: When): Pool {
	// A stretch with a name of its own ("the early 1970s") would stand out among plain dates.
	const hasName = dateOf(bank, card)?.label !== null;
	const real = hasName ? { before: [], after: [] } : datesBeside(bank, card, key);
	const mayStandBeside = (a: When, b: When) => areApart(a, b) && !areOfAnotherYear(a, b, key);
	const rules = { mayStandBeside, name: ({ edtf }: When) => edtf };
	if (real.before.length + real.after.length === 0) return fairSizes<When>(real, rules);
	const side = (direction: -1 | 1, latest: number, size: typeof WIDE | typeof NARROW = WIDE) => {
		const all = direction === -1 ? real.before : real.after;
		const own = all.filter(({ end }) => end <= latest);
		if (own.length >= ENOUGH) return own;
		const made = Array.from({ length: ENOUGH + 2 }, (_, index) =>
			shifted(key, direction * (index + 1), size)
		).filter(
			(when): when is When =>
				when !== null &&
				when.end <= latest &&
				areApart(when, key) &&
				own.every((other) => areApart(when, other)) &&
				!isSameDayOfMonth(when, key) &&
				isDateOfCard(bank, card, when) === 'no'
		);
		return [...own, ...made];
	};
	const latest = latestDay(bank);
	// Nobody is looked for long after the last that is told of him; but what he did last needs
	// later dates beside it, or the right one would always be the last.
	const known = side(1, Math.min(latest, lastDayOf(bank, card)), NARROW);
	const after =
		longestChain(known, mayStandBeside) >= FEWEST
			? known
			: side(1, Math.min(latest, key.end + AFTER));
	const earliest = firstDayOf(bank, card);
	const since = side(-1, latest, NARROW).filter(({ start }) => start >= earliest);
	return fairSizes({ before: since.length > 0 ? since : side(-1, latest), after }, rules);
}

/** Days after the right date in which others are offered that nobody of the fact may have lived to see. */
const AFTER = 15 * 366;

/** The first day that tells of every organisation and state that a fact names: none ruled earlier. */
const firstDayOf = (bank: Bank, { fact }: Card): number =>
	Math.max(
		-Infinity,
		...bank
			.namesIn(bank.fact(fact))
			.filter((actor) => {
				const type = bank.actors.get(actor)?.type;
				return type === 'organisation' || type === 'state';
			})
			.map((actor) => firstRecord(bank, actor))
	);

/** The last day that tells of everybody whom a fact names; Infinity where it names no person. */
const lastDayOf = (bank: Bank, { fact }: Card): number =>
	Math.min(
		Infinity,
		...bank
			.namesIn(bank.fact(fact))
			.filter((actor) => bank.actors.get(actor)?.type === 'person')
			.map((actor) => lastRecord(bank, actor))
	);

const yearOf = ({ start }: When): number => civilDate(start).year;

/** Whether two dates share a year that is not the right one's: beside them it would stand out. */
const areOfAnotherYear = (a: When, b: When, key: When): boolean =>
	yearOf(a) === yearOf(b) && yearOf(a) !== yearOf(key);

/** Steps in which values are made, away from the right one. */
const STEP = 1.35;

/** A number that shows two digits. */
const TWO_DIGITS = 11;

/** Rounds to as many digits as the model shows; small ones to whole units. */
const rounded = (value: number, model: number): number =>
	value < 20 ? Math.round(value) : roundLike(value, model);

/** The last two digits that differ, exchanged: 530 becomes 350. */
function transposed(value: number): number | null {
	const digits = String(value);
	for (let at = digits.length - 1; at > 0; at--) {
		const [one = '', two = ''] = [digits[at - 1], digits[at]];
		if (one === two || !/\d\d/.test(one + two) || (at === 1 && two === '0')) continue;
		return Number(digits.slice(0, at - 1) + two + one + digits.slice(at + 1));
	}
	return null;
}

/**
 * Wrong values for a figure: those of the bank, and made ones on a side that has too few. These are
 * as round as the right one, where that leaves enough.
 */
export function fairValues(bank: Bank, figure: FigureFact): Pool {
	const alike = valuesRounded(bank, figure, figure.min);
	return alike.options.length > 0 ? alike : valuesRounded(bank, figure, TWO_DIGITS);
}

/** The same, made ones rounded to as many digits as `model` shows. */
function valuesRounded(bank: Bank, figure: FigureFact, model: number): Pool {
	const key: Range = { min: figure.min, max: figure.max };
	const real = valuesBeside(bank, figure);
	const truth = valueTruth(bank, figure);
	const scaled = (factor: number): Range => ({
		min: rounded(key.min * factor, model),
		max: rounded(key.max * factor, model)
	});
	const swapped = key.min === key.max ? transposed(key.min) : null;
	const made = [
		...(swapped === null ? [] : [{ min: swapped, max: swapped }]),
		...Array.from({ length: ENOUGH + 1 }, (_, index) => scaled(STEP ** (index + 1))),
		...Array.from({ length: ENOUGH + 1 }, (_, index) => scaled(STEP ** -(index + 1)))
	].filter((range) => range.min > 0 && areClear(range, key) && truth(range) === 'no');
	const nearest = (a: Range, b: Range) =>
		Math.abs(Math.log(a.min / key.min)) - Math.abs(Math.log(b.min / key.min));
	const side = (own: readonly Range[], isOnSide: (range: Range) => boolean): Range[] => {
		const ordered = [...own.toSorted(nearest), ...made.filter(isOnSide).sort(nearest)];
		return [...new Map(ordered.map((range) => [rangeOption(range), range])).values()];
	};
	return fairSizes(
		{
			before: side(real.before, ({ max }) => max < key.min),
			after: side(real.after, ({ min }) => min > key.max)
		},
		{ mayStandBeside: areClear, name: rangeOption }
	);
}
