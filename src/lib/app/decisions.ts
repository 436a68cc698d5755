/**
 * What a learner decides other than by answering, as entries of the log. Loaded when a first
 * decision is made. Each resolves when it is on disk.
 */
import { nextDayStart } from '#lib/memory/day.ts';
import { isReview, type Decision } from '#lib/memory/log.ts';
import { rateAsRight } from '#lib/memory/override.ts';
import type { Review } from '#lib/memory/review.ts';
import type { DecisionDraft } from '#lib/storage/log-state.ts';
import type { Decided, Progress } from '#lib/storage/progress.ts';
import { randomId } from '#lib/storage/random-id.ts';
import { offsetAt } from './clock.ts';

/** What was logged, null when there was nothing to decide; and what the learner is told. */
export type Outcome<Told> = { readonly decided: Decided | null; readonly told: Told };

/** Withdraws the newest review of this device that was not undone yet, and tells which. */
export async function undo(progress: Progress): Promise<Outcome<Review | null>> {
	const [review] = await progress.undoable();
	if (!review) return { decided: null, told: null };
	const { card, id } = review;
	return {
		decided: await progress.decide({ ...made(), type: 'undo', card, of: id }),
		told: review
	};
}

/** Makes a review count as right; tells whether there was one that was not. */
export async function override(progress: Progress, id: string): Promise<Outcome<boolean>> {
	const review = await progress.entry(id);
	if (!review || !isReview(review) || review.outcome === 'right') {
		return { decided: null, told: false };
	}
	const { card, kind } = review;
	const right = { outcome: 'right', rating: rateAsRight(kind) } as const;
	const draft: DecisionDraft = { ...made(), type: 'override', card, of: id, ...right };
	return { decided: await progress.decide(draft), told: true };
}

/** Leaves a card out of Study until it is resumed. */
export const suspend = (progress: Progress, card: string) =>
	decideOn(progress, { ...made(), type: 'suspend', card });

/** Asks a suspended card again. */
export const resume = (progress: Progress, card: string) =>
	decideOn(progress, { ...made(), type: 'resume', card });

/** Leaves a card out of Study until the learner's day ends. */
export function bury(progress: Progress, card: string): Promise<Outcome<void>> {
	const now = made();
	const until = nextDayStart(now.at, now.offset);
	return decideOn(progress, { ...now, type: 'bury', card, until });
}

async function decideOn(progress: Progress, draft: DecisionDraft): Promise<Outcome<void>> {
	return { decided: await progress.decide(draft), told: undefined };
}

function made(): Pick<Decision, 'id' | 'at' | 'offset'> {
	const at = Date.now();
	return { id: randomId(), at, offset: offsetAt(at) };
}
