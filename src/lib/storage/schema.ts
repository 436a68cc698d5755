/**
 * The shape of the database on disk. Rows are `unknown` on purpose: what comes back may have been
 * damaged or written by an old mistake, so everything that is read goes through `rows.ts`.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';

/**
 * A version that once ran on someone's device is never changed; the next change is version 3.
 *
 * 1. Reviews, memories, meta.
 * 2. Decisions among the reviews. An app of version 1 would work memories out without them and
 *    leave them out of its backups, so it must not open this; the two indexes came with it.
 */
export const SCHEMA_VERSION = 2;

export interface Schema extends DBSchema {
	/**
	 * The log, by id; `at` finds the entries of a day, `card` those of a card, `own` those that a
	 * device made, in their order. `decisions` holds no reviews, which have no type.
	 */
	reviews: {
		key: string;
		value: unknown;
		indexes: { at: number; card: string; own: [string, number]; decisions: [string, string] };
	};
	/** One memory a card, worked out from the log. */
	memories: { key: string; value: unknown };
	/** One row, `log`: what is known of the log as a whole. */
	meta: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;

type Stores = ('reviews' | 'memories' | 'meta')[];

/** A transaction that may write to everything. */
export type Transaction = IDBPTransaction<Schema, Stores, 'readwrite'>;

/**
 * Brings a database of an older version up to this one; 0 is one that has just been created. Called
 * inside the upgrade transaction, which keeps all rows.
 */
export function upgrade(
	database: Database,
	from: number,
	transaction: IDBPTransaction<Schema, Stores, 'versionchange'>
): void {
	if (from < 1) {
		const reviews = database.createObjectStore('reviews', { keyPath: 'id' });
		reviews.createIndex('at', 'at');
		reviews.createIndex('card', 'card');
		database.createObjectStore('memories', { keyPath: 'card' });
		database.createObjectStore('meta', { keyPath: 'key' });
	}
	if (from < 2) {
		const reviews = transaction.objectStore('reviews');
		reviews.createIndex('own', ['device', 'sequence']);
		reviews.createIndex('decisions', ['card', 'type']);
	}
}

/** The database of a generation: a learner who starts again after damage gets the next one. */
export function databaseName(generation: number): string {
	return generation === 1 ? 'tarikh' : `tarikh-${generation}`;
}
