/** How long answers take, so that a plan can count in minutes. */
import type { Review } from './review.ts';

/** Seconds of one answer, with reading what stands under it. */
export type Pace = { readonly right: number; readonly wrong: number };

/** Before anything is known of a learner. */
export const USUAL_PACE: Pace = { right: 8, wrong: 14 };

/** How many answers the usual pace counts for. */
const PRIOR = 20;

/** Longer means that the learner was away, in seconds. */
const LONGEST = 60;

/** The learner's own pace: the mean of the answers given, drawn to the usual one while few. */
export function paceOf(reviews: readonly Pick<Review, 'outcome' | 'took'>[]): Pace {
	const mean = (wrong: boolean, usual: number) => {
		const times = reviews
			.filter(({ outcome }) => (outcome === 'wrong') === wrong)
			.map(({ took }) => Math.min(took / 1000, LONGEST));
		return times.reduce((sum, time) => sum + time, usual * PRIOR) / (times.length + PRIOR);
	};
	return { right: mean(false, USUAL_PACE.right), wrong: mean(true, USUAL_PACE.wrong) };
}

/** The minutes that a review is expected to take; what was forgotten is asked again that day. */
export function reviewMinutes({ right, wrong }: Pace, recall: number): number {
	return (right + (1 - recall) * wrong) / 60;
}
