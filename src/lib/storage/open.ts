/** Opening the database, with an answer for every way in which that goes wrong. */
import { openDB } from 'idb';
import { databaseName, SCHEMA_VERSION, upgrade, type Database } from './schema.ts';
import { openError, StorageError } from './storage-error.ts';

export type OpenOptions = {
	readonly name: string;
	/**
	 * Data is known to be there. A browser that finds its files damaged often makes an empty
	 * database instead of an error; that is refused as `lost` and nothing is written.
	 */
	readonly mustExist: boolean;
	/** Opening takes longer than it should, most often because another tab holds an old version. */
	readonly onBlocked: () => void;
	/** The connection was closed to let a newer version of the app go on. */
	readonly onSuperseded: () => void;
	/** The browser closed the connection, or deletes the data; the next use opens another. */
	readonly onClosed: () => void;
};

/** A second upgrade that waits gets no `blocked` event, so time tells as well. */
const PATIENCE = 1500;

/**
 * Opens the database, or throws a `StorageError`. Waits as long as another tab blocks it, having
 * called `onBlocked`.
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
	const timer = setTimeout(options.onBlocked, PATIENCE);
	const found = { isMissing: false };
	try {
		const database: Database = await openDB(options.name, SCHEMA_VERSION, {
			upgrade(opened, from, _, transaction) {
				found.isMissing = options.mustExist && from === 0;
				// The rejection of `done` is the same news that `openDB` throws.
				transaction.done.catch(() => undefined);
				if (found.isMissing) transaction.abort();
				else upgrade(opened, from, transaction);
			},
			blocked: options.onBlocked,
			blocking(_, newVersion) {
				database.close();
				if (newVersion === null) options.onClosed();
				else options.onSuperseded();
			},
			terminated: options.onClosed
		});
		return database;
	} catch (cause) {
		throw found.isMissing ? new StorageError('lost', cause) : openError(cause);
	} finally {
		clearTimeout(timer);
	}
}

/**
 * The generation in use when nothing outside the database tells: the newest that exists, else 1.
 */
export async function newestGeneration(): Promise<number> {
	try {
		const names = (await indexedDB.databases()).map(({ name }) => name);
		let generation = 1;
		while (names.includes(databaseName(generation + 1))) generation++;
		return generation;
	} catch {
		// Not offered by every browser, or refused: then there is no generation but the first.
		return 1;
	}
}
