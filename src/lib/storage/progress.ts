/**
 * What a learner did and remembers: the port. On IndexedDB in `database-progress.ts`, in memory in
 * `memory-progress.ts`; both keep the contract of `progress.contract.ts`.
 */
import type { Decision, Entry } from '#lib/memory/log.ts';
import type { SetAside } from '#lib/memory/standing.ts';
import type { Review } from '#lib/memory/review.ts';
import type { Memory } from '#lib/memory/scheduler.ts';
import type { DecisionDraft, Draft, LogState } from './log-state.ts';

export type Recorded = {
	readonly review: Review;
	/** False when the answer was in the log already; it may have been undone since. */
	readonly isNew: boolean;
	/** The card's memory now; null when no review of it counts. */
	readonly memory: Memory | null;
	readonly log: LogState;
};

export type Decided = {
	readonly decision: Decision;
	/** The memory of the decision's card now; null when no review of it counts. */
	readonly memory: Memory | null;
	readonly log: LogState;
};

export type Merged = {
	/** Reviews that were not there yet, and those that were. Decisions are merged uncounted. */
	readonly added: number;
	readonly known: number;
	/** Entries that were there with another content; the same side wins on every device. */
	readonly settled: number;
	readonly log: LogState;
};

export type Findings = {
	/**
	 * Entries that cannot be read: damaged ones, and types that this version does not know. They
	 * stay where they are, untouched, and count for nothing.
	 */
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
	/**
	 * Adds a decision and works its card's memory out again, both or neither; otherwise the same as
	 * `record`. What the decision is about need not be in the log; until it is, nothing changes.
	 */
	decide(draft: DecisionDraft): Promise<Decided>;
	/** All memories by card. Broken ones are worked out again from the log. */
	memories(): Promise<ReadonlyMap<string, Memory>>;
	/**
	 * The reviews that count with a wall clock from `from` up to but not including `to`, in log
	 * order: without those undone, and as right where the learner overrode them.
	 */
	reviewsBetween(from: number, to: number): Promise<readonly Review[]>;
	/** The cards that the learner set aside. */
	setAside(): Promise<SetAside>;
	/** The last 20 reviews made on this device that are not undone, newest first. */
	undoable(): Promise<readonly Review[]>;
	/** The entry with this id as it was logged; null when there is none. */
	entry(id: string): Promise<Entry | null>;
	/**
	 * The state of the log; worked out again when it does not fit the number of entries. Throws
	 * `lost` when it tells of entries and there are none. Writes nothing to an empty log.
	 */
	log(): Promise<LogState>;
	/** The whole log in order, without entries that cannot be read. */
	exportLog(): Promise<readonly Entry[]>;
	/** Adds the entries that are not there yet; removes none. All or nothing. */
	merge(entries: readonly Entry[]): Promise<Merged>;
	/** Compares memories and state with the log and repairs them; never touches the log. */
	check(): Promise<Findings>;
	/** Deletes every entry and memory, and forgets the identity of the device. */
	deleteAll(): Promise<LogState>;
	/** Lets go of the storage. */
	close(): void;
}
