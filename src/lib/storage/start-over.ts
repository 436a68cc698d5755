/** Beginning with an empty log: after a loss, or because the learner deletes everything. */
import type { Entry } from '#lib/memory/log.ts';
import { readCanary, writeCanary, type Shelf } from './canary.ts';
import { DatabaseProgress } from './database-progress.ts';
import type { LogState } from './log-state.ts';
import { newestGeneration } from './open.ts';
import { note, type Opened, type Opening } from './open-progress.ts';
import type { Progress } from './progress.ts';
import { databaseName } from './schema.ts';

/**
 * Leaves a database behind that is lost or damaged and opens a new one that holds these entries.
 * Only ever called because the learner chose to start again. The canary turns to the new database
 * when all of them are on disk; where that fails everything is as it was, and a `StorageError` is
 * thrown.
 */
export async function startAgain(
	{ shelf, ...callbacks }: Opening,
	entries: readonly Entry[]
): Promise<Opened> {
	const known = (shelf && readCanary(shelf)?.generation) ?? 1;
	const generation = Math.max(known, await newestGeneration()) + 1;
	const name = databaseName(generation);
	const progress = new DatabaseProgress({ name, mustExist: false, ...callbacks });
	try {
		const { log } = await progress.merge(entries);
		if (shelf) note(shelf, generation, log);
		return { kind: 'ready', progress, log, generation, missing: 0 };
	} catch (cause) {
		progress.close();
		deleteGeneration(generation);
		throw cause;
	}
}

/**
 * Deletes everything, older generations included. The canary goes first: an empty database is then
 * what was wanted, not a loss.
 */
export async function deleteEverything(
	progress: Progress,
	shelf: Shelf | null,
	generation: number
): Promise<LogState> {
	const before = shelf && readCanary(shelf);
	if (shelf) writeCanary(shelf, { generation, count: 0, last: null });
	try {
		const log = await progress.deleteAll();
		deleteGenerationsBefore(generation);
		return log;
	} catch (cause) {
		if (shelf && before) writeCanary(shelf, before);
		throw cause;
	}
}

/** Deletes databases that a learner left behind, as far as the browser can. Never waits or fails. */
function deleteGenerationsBefore(generation: number): void {
	for (let older = 1; older < generation; older++) deleteGeneration(older);
}

/** Deletes one database, as far as the browser can. Never waits or fails. */
function deleteGeneration(generation: number): void {
	try {
		indexedDB.deleteDatabase(databaseName(generation));
	} catch {
		// A damaged database may not even be deletable; it was left behind for that.
	}
}
