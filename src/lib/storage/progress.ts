/**
 * What a learner did and remembers: the port. On IndexedDB in `database-progress.ts`, in memory in
 * `memory-progress.ts`; both keep the contract of `progress.contract.ts`.
 */
import type { Review } from '#lib/memory/review.ts';
import type { Memory } from '#lib/memory/scheduler.ts';
import type { Draft, LogState } from './log-state.ts';

export type Recorded = {
	readonly review: Review;
	/** The card's memory after the review. */
	readonly memory: Memory;
	readonly log: LogState;
};

export type Merged = {
	readonly added: number;
	readonly known: number;
	/** Reviews that were there with another content; the same side wins on every device. */
	readonly settled: number;
	readonly log: LogState;
};

export type Findings = {
	/** Reviews that cannot be read. They stay where they are and count for nothing. */
	readonly unreadable: number;
	/** Memories that did not follow from the log and were worked out again. */
	readonly repaired: number;
	readonly log: LogState;
};

/** Every method throws a `StorageError` when the storage fails; nothing of a failed write is kept. */
export interface Progress {
	/**
	 * Adds a review and moves its card's memory, both or neither. Resolves when they are on disk.
	 * A draft whose id is in the log already changes nothing. Throws a `RangeError`, and stores
	 * nothing, when a field is impossible.
	 */
	record(draft: Draft): Promise<Recorded>;
	/** All memories by card. Broken ones are worked out again from the log. */
	memories(): Promise<ReadonlyMap<string, Memory>>;
	/** The reviews with a wall clock from `from` up to but not including `to`, in log order. */
	reviewsBetween(from: number, to: number): Promise<readonly Review[]>;
	/** Is a review with this id in the log? */
	has(id: string): Promise<boolean>;
	/**
	 * The state of the log; worked out again when it does not fit the number of reviews. Throws
	 * `lost` when it tells of reviews and there are none. Writes nothing to an empty log.
	 */
	log(): Promise<LogState>;
	/** The whole log in order, without reviews that cannot be read. */
	exportLog(): Promise<readonly Review[]>;
	/** Adds the reviews that are not there yet; removes none. All or nothing. */
	merge(reviews: readonly Review[]): Promise<Merged>;
	/** Compares memories and state with the log and repairs them; never touches the log. */
	check(): Promise<Findings>;
	/** Deletes every review and memory, and forgets the identity of the device. */
	deleteAll(): Promise<LogState>;
	/** Lets go of the storage. */
	close(): void;
}
