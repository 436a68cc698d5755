/** Which answers may be taken back. */
import { isReview, type Entry } from './log.ts';
import type { Review } from './review.ts';
import { withoutUndone } from './standing.ts';

/** How many answers may be undone at any time, one after the other. */
export const UNDO_LEVELS = 20;

/** The last 20 reviews made on a device that are not undone, newest first. */
export function undoableReviews(entries: readonly Entry[], device: string): Review[] {
	return withoutUndone(entries)
		.filter(isReview)
		.filter((review) => review.device === device)
		.slice(-UNDO_LEVELS)
		.reverse();
}
