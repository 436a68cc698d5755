/** What lies on either side of the right answer: dates and numbers that may be taken for it. */

/** Candidates before and after, nearest first. */
export type Sides<T> = { readonly before: readonly T[]; readonly after: readonly T[] };

/** How far to either side of the right answer plausible ones are looked for. */
export const REACH = 8;

/** So many wrong options may be needed on one side. */
const ENOUGH = 3;

/** How many of one place are taken where they lie too dense, and how many such places. */
const OF_A_PLACE = 2;
const PLACES = REACH / OF_A_PLACE;

/**
 * The nearest to one side of the right answer, as `take` finds them from a point on. Where they lie
 * so dense that no three may stand side by side, some of each of several places.
 */
export function nearest<T>(
	take: (from: number, count: number) => readonly T[],
	{
		from,
		farOf,
		fits
	}: {
		readonly from: number;
		/** The point from which on the next may stand beside an item. */
		readonly farOf: (item: T) => number;
		readonly fits: (item: T, others: readonly T[]) => boolean;
	}
): readonly T[] {
	const all = take(from, REACH);
	const apart: T[] = [];
	for (const item of all) if (fits(item, apart)) apart.push(item);
	if (all.length < REACH || apart.length >= ENOUGH) return all;
	const spread: T[] = [];
	let place = from;
	for (let index = 0; index < PLACES; index++) {
		const items = take(place, OF_A_PLACE);
		if (items.length === 0) break;
		spread.push(...items);
		place = Math.max(...items.map(farOf));
	}
	return spread;
}
