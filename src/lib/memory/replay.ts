/** The memories that follow from a log. */
import type { Entry } from './log.ts';
import { nextMemory, type Memory } from './scheduler.ts';
import { countedReviews } from './standing.ts';

/**
 * Works out every memory from the reviews that count, whatever order the log comes in. Throws a
 * `RangeError` when a review holds an impossible number.
 */
export function replay(entries: readonly Entry[]): Map<string, Memory> {
	const memories = new Map<string, Memory>();
	for (const review of countedReviews(entries)) {
		memories.set(review.card, nextMemory(memories.get(review.card), review));
	}
	return memories;
}
