/**
 * The shape of the database on disk. Rows are `unknown` on purpose: what comes back may have been
 * damaged or written by an old mistake, so everything that is read goes through `rows.ts`.
 */
import type { DBSchema, IDBPDatabase } from 'idb';

/** A version that once ran on someone's device is never changed; the next change is version 2. */
export const SCHEMA_VERSION = 1;

export interface Schema extends DBSchema {
	/** The log, by id; `at` finds the reviews of a day, `card` those of a card. */
	reviews: { key: string; value: unknown; indexes: { at: number; card: string } };
	/** One memory a card, worked out from the log. */
	memories: { key: string; value: unknown };
	/** One row, `log`: what is known of the log as a whole. */
	meta: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;

/** Creates the stores. Called inside the upgrade transaction of a database that had none. */
export function createStores(database: Database): void {
	const reviews = database.createObjectStore('reviews', { keyPath: 'id' });
	reviews.createIndex('at', 'at');
	reviews.createIndex('card', 'card');
	database.createObjectStore('memories', { keyPath: 'card' });
	database.createObjectStore('meta', { keyPath: 'key' });
}

/** The database of a generation: a learner who starts again after damage gets the next one. */
export function databaseName(generation: number): string {
	return generation === 1 ? 'tarikh' : `tarikh-${generation}`;
}
