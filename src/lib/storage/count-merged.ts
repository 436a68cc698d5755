import { isReview, type Entry } from '#lib/memory/log.ts';
import type { Merged } from './progress.ts';

/** How many reviews of an incoming log were not there yet, and how many were. */
export function countMerged(
	existing: ReadonlyMap<string, Entry>,
	incoming: readonly Entry[]
): Pick<Merged, 'added' | 'known'> {
	const ids = [...new Set(incoming.filter(isReview).map(({ id }) => id))];
	const known = ids.filter((id) => existing.has(id)).length;
	return { added: ids.length - known, known };
}
