/**
 * What is known of the log as a whole, kept beside it and written with every review: how many
 * reviews, a hash of which, and where the next one stands in the order. Like memories, it is worked
 * out from the log and can be again.
 */
import { logicalTime, type Review } from '#lib/memory/review.ts';
import { isRecord, own } from './fields.ts';
import { isId, isWhole, readReview } from './rows.ts';

export type LogState = {
	readonly key: 'log';
	readonly count: number;
	/** All ids xored, as 32 hexadecimal digits: the same in whatever order they came. */
	readonly hash: string;
	/** The largest logical time in the log; -1 when it is empty. */
	readonly time: number;
	/** The id of the review that stands last in the order; null when the log is empty. */
	readonly last: string | null;
	/** This installation, and how many reviews it has recorded. */
	readonly device: string;
	readonly sequence: number;
};

/** A review before it has its place in the log. Its id is made once, so that a retry is no repeat. */
export type Draft = Omit<Review, 'v' | 'time' | 'device' | 'sequence'>;

const NOTHING = '0'.repeat(32);

/** The state of an empty log on a device. */
export function emptyLogState(device: string): LogState {
	return { key: 'log', count: 0, hash: NOTHING, time: -1, last: null, device, sequence: 0 };
}

/** The state worked out from the log itself. */
export function logStateOf(reviews: readonly Review[], device: string): LogState {
	return reviews.reduce(withReview, emptyLogState(device));
}

/** The state after one more review. */
export function withReview(state: LogState, review: Review): LogState {
	const isLast =
		review.time > state.time || (review.time === state.time && review.id > (state.last ?? ''));
	const isOwn = review.device === state.device;
	return {
		...state,
		count: state.count + 1,
		hash: xor(state.hash, review.id),
		time: Math.max(state.time, review.time),
		last: isLast ? review.id : state.last,
		sequence: isOwn ? Math.max(state.sequence, review.sequence) : state.sequence
	};
}

/**
 * Gives a draft its place in the log. Throws a `RangeError` when a field is impossible, so that no
 * broken review is ever stored.
 */
export function place(draft: Draft, state: LogState): Review {
	const review = readReview({
		...draft,
		v: 1,
		time: logicalTime(draft.at, state.time),
		device: state.device,
		sequence: state.sequence + 1
	});
	if (!review) throw new RangeError('broken review');
	return review;
}

/** The stored state, or null when it is missing or broken. */
export function readLogState(value: unknown): LogState | null {
	if (!isRecord(value)) return null;
	const count = own(value, 'count');
	const hash = own(value, 'hash');
	const time = own(value, 'time');
	const last = own(value, 'last');
	const device = own(value, 'device');
	const sequence = own(value, 'sequence');
	const isSound =
		isWhole(count, 0, Number.MAX_SAFE_INTEGER) &&
		isId(hash) &&
		isWhole(time, -1, Number.MAX_SAFE_INTEGER) &&
		(last === null || isId(last)) &&
		isId(device) &&
		isWhole(sequence, 0, Number.MAX_SAFE_INTEGER);
	return isSound ? { key: 'log', count, hash, time, last, device, sequence } : null;
}

function xor(a: string, b: string): string {
	return (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(16).padStart(32, '0');
}
