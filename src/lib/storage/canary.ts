/**
 * A note outside the database of what must be inside it. A browser that finds its database damaged
 * often starts an empty one without a word; the canary tells that from a first visit. It lives in
 * `localStorage`, which survived every damage to IndexedDB in the trials.
 */
import { isRecord, own } from './fields.ts';
import { isId, isWhole } from './rows.ts';

export type Canary = {
	/** Which database is in use; a learner who starts again after damage gets the next one. */
	readonly generation: number;
	/** How many reviews were on disk when this was written; there may be more by now. */
	readonly count: number;
	/** The review that stood last. */
	readonly last: string | null;
};

export type Judgement =
	| { readonly kind: 'first' | 'ok' | 'lost' }
	/** At least `missing` reviews that were on disk are not there any more. */
	| { readonly kind: 'tail-lost'; readonly missing: number };

/** The part of `Storage` that is needed. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'tarikh.canary';
/** A mark for the script that runs before the first paint: this learner has been here. */
const RETURNING_KEY = 'tarikh.returning';
const MOST_GENERATIONS = 1000;

/** What the canary says; null when there is none, it is broken, or the shelf is refused. */
export function readCanary(shelf: Shelf): Canary | null {
	try {
		const value: unknown = JSON.parse(shelf.getItem(KEY) ?? 'null');
		if (!isRecord(value)) return null;
		const generation = own(value, 'generation');
		const count = own(value, 'count');
		const last = own(value, 'last');
		const isSound =
			isWhole(generation, 1, MOST_GENERATIONS) &&
			isWhole(count, 0, Number.MAX_SAFE_INTEGER) &&
			(last === null || isId(last));
		return isSound ? { generation, count, last } : null;
	} catch {
		return null;
	}
}

/** Writes the canary, as far as the shelf allows: a full one leaves an older note, which still holds. */
export function writeCanary(shelf: Shelf, canary: Canary): void {
	const { generation, count, last } = canary;
	try {
		if (count > 0) shelf.setItem(RETURNING_KEY, '1');
		else shelf.removeItem(RETURNING_KEY);
		// With nothing to guard, nothing is left behind.
		if (generation === 1 && count === 0) shelf.removeItem(KEY);
		else shelf.setItem(KEY, JSON.stringify({ generation, count, last }));
	} catch {
		// Refused or full. The canary guards; it is not the data.
	}
}

/** Compares the note with what the database holds. */
export function judge(
	canary: Canary | null,
	stored: { readonly count: number; readonly hasLast: boolean }
): Judgement {
	if (!canary || canary.count === 0) return { kind: stored.count > 0 ? 'ok' : 'first' };
	if (stored.count === 0) return { kind: 'lost' };
	const missing = Math.max(canary.count - stored.count, stored.hasLast ? 0 : 1);
	return missing > 0 ? { kind: 'tail-lost', missing } : { kind: 'ok' };
}
