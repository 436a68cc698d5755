/** Facts in the order of time, to be walked outwards from one of them. */
import type { Fact } from '../../bank/pack.ts';
import type { When } from '../../bank/when.ts';
import { lowest } from './line.ts';

/** When a fact is from; null where nobody knows. */
const timeOf = (fact: Fact): When | null =>
	fact.kind === 'claim' ? fact.made : (fact.date?.when ?? null);

/** A place in time: a day (-Infinity where it is not known), and of one day the id of a fact. */
export type Moment = { readonly start: number; readonly id: string };

export const momentOf = (fact: Fact): Moment => ({
	start: timeOf(fact)?.start ?? -Infinity,
	id: fact.id
});

const isBefore = (a: Moment, b: Moment): boolean =>
	a.start === b.start ? a.id < b.id : a.start < b.start;

/** Facts with their times, earliest first, those without one before all others. */
export function chronicle<T extends Fact>(
	facts: Iterable<T>
): readonly (Moment & { readonly fact: T; readonly when: When | null })[] {
	return Array.from(facts, (fact) => ({ ...momentOf(fact), fact, when: timeOf(fact) })).sort(
		(a, b) => (isBefore(a, b) ? -1 : 1)
	);
}

const daysBetween = (a: Moment, b: Moment): number =>
	a.start === b.start ? 0 : Math.abs(a.start - b.start);

/** What is in the order of time, nearest to a moment first; of one day from either side in turn. */
export function* outwards<T extends Moment>(entries: readonly T[], moment: Moment): Generator<T> {
	let after = lowest(entries.length, (at) => {
		const entry = entries[at];
		return entry === undefined || !isBefore(entry, moment);
	});
	let before = after - 1;
	for (let isTurned = false; ; isTurned = !isTurned) {
		const [left, right] = [entries[before], entries[after]];
		if (left && right) {
			const difference = daysBetween(left, moment) - daysBetween(right, moment);
			const isLeft = difference < 0 || (difference === 0 && isTurned);
			if (isLeft) before--;
			else after++;
			yield isLeft ? left : right;
		} else if (left) {
			before--;
			yield left;
		} else if (right) {
			after++;
			yield right;
		} else return;
	}
}
