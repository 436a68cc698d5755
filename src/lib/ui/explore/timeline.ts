/** Where dates lie on an axis: groups of facts by decade, and the span of each within it. */
import { civilDate, dayNumber, type When } from '#lib/bank/when.ts';

export type Decade<T> = {
	/** The first year, or null for what has no date. */
	readonly year: number | null;
	readonly items: readonly T[];
};

/** The day by which a date is put in its place: its first, or its last when the first is open. */
const anchor = (when: When): number => (Number.isFinite(when.start) ? when.start : when.end);

const decadeOf = (when: When): number => Math.floor(civilDate(anchor(when)).year / 10) * 10;

/** Groups by the decade in which each date begins, earliest first; the undated come last. */
export function groupByDecade<T>(
	items: readonly T[],
	whenOf: (item: T) => When | null
): readonly Decade<T>[] {
	const groups = new Map<number | null, { item: T; when: When | null }[]>();
	for (const item of items) {
		const when = whenOf(item);
		const year = when && decadeOf(when);
		const group = groups.get(year);
		if (group) group.push({ item, when });
		else groups.set(year, [{ item, when }]);
	}
	return [...groups]
		.sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
		.map(([year, group]) => ({
			year,
			items: group.sort(byDate).map(({ item }) => item)
		}));
}

function byDate(a: { when: When | null }, b: { when: When | null }): number {
	if (!a.when || !b.when) return 0;
	return anchor(a.when) - anchor(b.when) || a.when.end - b.when.end;
}

/** A date on an axis, as shares of it from 0 to 1. */
export type Span = {
	readonly from: number;
	readonly to: number;
	/** The date goes on beyond the axis at this side, or is open there. */
	readonly beyondStart: boolean;
	readonly beyondEnd: boolean;
};

/** Places a date on the axis of the years `first` to `last`, both included. */
export function spanOn(when: When, first: number, last: number): Span {
	const start = dayNumber(first, 1, 1);
	const end = dayNumber(last + 1, 1, 1);
	const share = (day: number) => Math.min(1, Math.max(0, (day - start) / (end - start)));
	return {
		from: share(when.start),
		to: share(when.end + 1),
		beyondStart: when.start < start,
		beyondEnd: when.end >= end
	};
}
