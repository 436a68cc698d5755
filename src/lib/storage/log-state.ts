/**
 * What is known of the log as a whole, kept beside it and written with every entry: how many
 * entries, a hash of which, and where the next one stands in the order. Like memories, it is worked
 * out from the log and can be again.
 */
import { isReview, logicalTime, type Decision, type Entry } from '#lib/memory/log.ts';
import type { Review } from '#lib/memory/review.ts';
import { isCount, isId, isWhole, readEntry, readShape } from './rows.ts';

export type LogState = {
	readonly key: 'log';
	/** Entries, and how many of them are reviews. */
	readonly count: number;
	readonly reviews: number;
	/** All ids xored, as 32 hexadecimal digits: the same in whatever order they came. */
	readonly hash: string;
	/** The largest logical time in the log; -1 when it is empty. */
	readonly time: number;
	/** The id of the entry that stands last in the order; null when the log is empty. */
	readonly last: string | null;
	/** This installation, and how many entries it has made. */
	readonly device: string;
	readonly sequence: number;
};

type Unplaced<Made> = Made extends Entry ? Omit<Made, 'v' | 'time' | 'device' | 'sequence'> : never;

/** A review before it has its place in the log. Its id is made once, so that a retry is no repeat. */
export type Draft = Unplaced<Review>;

/** A decision before it has its place in the log; its id is made once too. */
export type DecisionDraft = Unplaced<Decision>;

const NOTHING = '0'.repeat(32);

/** The state of an empty log on a device. */
export function emptyLogState(device: string): LogState {
	const log = { count: 0, reviews: 0, hash: NOTHING, time: -1, last: null };
	return { key: 'log', ...log, device, sequence: 0 };
}

/** The state worked out from the log itself. */
export function logStateOf(entries: readonly Entry[], device: string): LogState {
	return entries.reduce(withEntry, emptyLogState(device));
}

/** The state after one more entry. */
export function withEntry(state: LogState, entry: Entry): LogState {
	const isLast =
		entry.time > state.time || (entry.time === state.time && entry.id > (state.last ?? ''));
	const isOwn = entry.device === state.device;
	return {
		...state,
		count: state.count + 1,
		reviews: state.reviews + (isReview(entry) ? 1 : 0),
		hash: xor(state.hash, entry.id),
		time: Math.max(state.time, entry.time),
		last: isLast ? entry.id : state.last,
		sequence: isOwn ? Math.max(state.sequence, entry.sequence) : state.sequence
	};
}

/**
 * Gives a draft its place in the log. Throws a `RangeError` when a field is impossible, so that
 * nothing broken is ever stored.
 */
export function place(draft: Draft, state: LogState): Review;
export function place(draft: DecisionDraft, state: LogState): Decision;
export function place(draft: Draft | DecisionDraft, state: LogState): Entry {
	const entry = readEntry({
		...draft,
		v: 1,
		time: logicalTime(draft.at, state.time),
		device: state.device,
		sequence: state.sequence + 1
	});
	if (!entry) throw new RangeError('broken entry');
	return entry;
}

const shape = {
	key: (value: unknown) => value === 'log',
	count: isCount,
	// Version 1 of the schema knew no other entries than reviews, and counted none apart.
	reviews: (value: unknown) => value === undefined || isCount(value),
	hash: isId,
	time: (value: unknown) => isWhole(value, -1, Number.MAX_SAFE_INTEGER),
	last: (value: unknown) => value === null || isId(value),
	device: isId,
	sequence: isCount
};

/** The stored state, or null when it is missing or broken. */
export function readLogState(value: unknown): LogState | null {
	const state = readShape(value, shape) as LogState | null;
	if (!state) return null;
	const { reviews = state.count } = state as Partial<LogState>;
	return reviews > state.count ? null : { ...state, reviews };
}

function xor(a: string, b: string): string {
	return (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(16).padStart(32, '0');
}
