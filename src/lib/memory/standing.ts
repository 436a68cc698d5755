/**
 * What holds after all decisions of a log, in whatever order it comes: the reviews that count,
 * and the cards that are set aside. An entry that comes twice counts once.
 *
 * A decision reaches only entries of its own card, so that a card's memory can be worked out from
 * the entries of that card alone. One whose target is not in the log waits harmlessly: a merge may
 * bring it. Of several decisions on one matter the last in the log's order holds.
 */
import { isReview, mergeLogs, type Entry, type Override, type Undo } from './log.ts';
import type { Review } from './review.ts';

/** Cards that Study leaves out for now, by the learner's wish. */
export type SetAside = {
	readonly suspended: ReadonlySet<string>;
	/** Until when each buried card rests, in milliseconds since 1970 (UTC); some are over. */
	readonly buried: ReadonlyMap<string, number>;
};

/**
 * The reviews that count, in the order of the log: without those undone, and with the outcome and
 * the rating that the learner put in place of those logged.
 */
export function countedReviews(entries: readonly Entry[]): Review[] {
	const left = withoutUndone(entries);
	const overrides = new Map(
		left.filter((entry) => entry.type === 'override').map((entry) => [targetOf(entry), entry])
	);
	return left.filter(isReview).map((review) => {
		const override = overrides.get(nameOf(review));
		return override ? { ...review, outcome: override.outcome, rating: override.rating } : review;
	});
}

/** The cards that are set aside. Decisions alone are enough to tell. */
export function setAside(entries: readonly Entry[]): SetAside {
	const suspended = new Set<string>();
	const buried = new Map<string, number>();
	for (const entry of withoutUndone(entries)) {
		if (entry.type === 'suspend') suspended.add(entry.card);
		if (entry.type === 'resume') suspended.delete(entry.card);
		if (entry.type === 'bury') buried.set(entry.card, entry.until);
	}
	return { suspended, buried };
}

/**
 * The entries that hold, in the order of the log. Nothing undoes an undo: what was withdrawn is
 * answered or decided anew.
 */
export function withoutUndone(entries: readonly Entry[]): Exclude<Entry, Undo>[] {
	const log = mergeLogs(entries, []);
	const undone = new Set(log.filter((entry) => entry.type === 'undo').map(targetOf));
	return log.filter((entry) => entry.type !== 'undo').filter((entry) => !undone.has(nameOf(entry)));
}

const nameOf = ({ id, card }: Entry) => `${id} ${card}`;
const targetOf = ({ of, card }: Undo | Override) => `${of} ${card}`;
