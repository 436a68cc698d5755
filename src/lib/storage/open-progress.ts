/**
 * Opening a learner's progress: decides between a first visit, a return, a loss and a browser that
 * stores nothing, so that damaged data is never greeted as a first visit.
 */
import { judge, readCanary, writeCanary, type Shelf } from './canary.ts';
import type { LogState } from './log-state.ts';
import { newestGeneration, type OpenOptions } from './open.ts';
import { databaseName } from './schema.ts';
import { DatabaseProgress } from './database-progress.ts';
import type { Progress } from './progress.ts';
import { StorageError } from './storage-error.ts';

export type Opened =
	/** On disk. `missing` entries at least were there once and are not any more. */
	| {
			readonly kind: 'ready';
			readonly progress: Progress;
			readonly log: LogState;
			readonly generation: number;
			readonly missing: number;
	  }
	/** The browser stores nothing: works, but is gone with the page. */
	| { readonly kind: 'temporary'; readonly progress: Progress; readonly log: LogState }
	/** The data is gone or cannot be read. Nothing was written. */
	| { readonly kind: 'rescue'; readonly reason: 'lost' | 'damaged'; readonly expected: number }
	/** Written by a newer version of the app; untouched. */
	| { readonly kind: 'newer' };

export type Opening = {
	/** `localStorage`, or null where it is refused. */
	readonly shelf: Shelf | null;
} & Pick<OpenOptions, 'onBlocked' | 'onSuperseded' | 'onClosed'>;

/**
 * Opens what is there. Does not throw for anything that storage can do; rejects when a file of the
 * app that only some openings need could not be loaded.
 */
export async function openProgress({ shelf, ...callbacks }: Opening): Promise<Opened> {
	const canary = shelf && readCanary(shelf);
	const expected = canary?.count ?? 0;
	const generation = canary?.generation ?? (await newestGeneration());
	const progress = new DatabaseProgress({
		name: databaseName(generation),
		mustExist: expected > 0,
		...callbacks
	});
	try {
		const log = await progress.log();
		const hasLast = !canary?.last || (await progress.entry(canary.last)) !== null;
		const judgement = judge(canary, { count: log.count, hasLast });
		if (judgement.kind === 'lost') {
			progress.close();
			return { kind: 'rescue', reason: 'lost', expected };
		}
		const missing = judgement.kind === 'tail-lost' ? judgement.missing : 0;
		// What is left after a loss is worked out again, so that the loss is told once.
		const found = missing > 0 ? (await progress.check()).log : log;
		if (shelf) note(shelf, generation, found);
		return { kind: 'ready', progress, log: found, generation, missing };
	} catch (cause) {
		progress.close();
		return afterFailure(cause, expected);
	}
}

/** Notes outside the database what it holds; called after every commit. */
export function note(shelf: Shelf, generation: number, { count, last }: LogState): void {
	writeCanary(shelf, { generation, count, last });
}

async function afterFailure(cause: unknown, expected: number): Promise<Opened> {
	// Everything that storage does is a `StorageError`: this is a file of the app that is not there.
	if (!(cause instanceof StorageError)) throw cause;
	const { code } = cause;
	if (code === 'newer') return { kind: 'newer' };
	// Refused although there was data: the browser's setting changed, or the store is broken.
	if (expected === 0 && (code === 'quota' || code === 'refused')) {
		const { MemoryProgress } = await import('./memory-progress.ts');
		const progress = new MemoryProgress();
		return { kind: 'temporary', progress, log: await progress.log() };
	}
	return { kind: 'rescue', reason: code === 'lost' ? 'lost' : 'damaged', expected };
}
