/** Drawing wrong dates and numbers so that the right one is as likely to be first as last. */
import type { Random } from '../random.ts';

/** How far to either side of the right answer plausible ones are looked for. */
export const REACH = 8;

/**
 * Draws `count` items from those before and after the right answer, nearest first in each list, so
 * that the right answer's rank is uniform over the ranks that the two lists allow. `fits` says
 * whether an item may stand beside those already drawn.
 */
export function drawAround<T>(
	before: readonly T[],
	after: readonly T[],
	count: number,
	random: Random,
	fits: (item: T, drawn: readonly T[]) => boolean
): T[] | null {
	const ranks = random.shuffle(Array.from({ length: count + 1 }, (_, rank) => rank));
	for (const rank of ranks) {
		const drawn: T[] = [];
		const take = (items: readonly T[], wanted: number) => {
			let taken = 0;
			for (const item of random.shuffle(items.slice(0, REACH))) {
				if (taken === wanted) break;
				if (!fits(item, drawn)) continue;
				drawn.push(item);
				taken += 1;
			}
			return taken === wanted;
		};
		if (take(before, rank) && take(after, count - rank)) return drawn;
	}
	return null;
}
