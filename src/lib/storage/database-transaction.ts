/** What transactions over the whole database are made of. */
import type { IDBPObjectStore } from 'idb';
import type { Entry } from '#lib/memory/log.ts';
import { replay } from '#lib/memory/replay.ts';
import type { Memory } from '#lib/memory/scheduler.ts';
import { logStateOf, readLogState, type LogState } from './log-state.ts';
import { randomId } from './random-id.ts';
import { readEntry, readRows } from './rows.ts';
import type { Schema, Transaction } from './schema.ts';

type Store<Name extends 'reviews' | 'memories'> = IDBPObjectStore<
	Schema,
	('reviews' | 'memories' | 'meta')[],
	Name,
	'readwrite'
>;

/** Resolves when the transaction is on disk. `done` of idb would reject before the reason is known. */
export function commitOf(transaction: Transaction): Promise<void> {
	transaction.done.catch(() => undefined);
	return new Promise((resolve, reject) => {
		transaction.addEventListener('complete', () => {
			resolve();
		});
		transaction.addEventListener('abort', () => {
			reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
		});
	});
}

/**
 * Makes the requests and waits for all. A request that throws at once, on a transaction that was
 * aborted meanwhile, must not leave the rejections of those before it unheard.
 */
export function all(requests: readonly (() => Promise<unknown>)[]): Promise<unknown> {
	return Promise.all(requests.map(async (request) => request()));
}

/** Ends a transaction that failed; nothing of it is kept. */
export function abort(transaction: Transaction): void {
	try {
		transaction.abort();
	} catch {
		// Already over, which is what was wanted.
	}
}

/** The state of the log; worked out from the log where it is missing or broken. */
export async function logOf(transaction: Transaction): Promise<LogState> {
	const stored = readLogState(await transaction.objectStore('meta').get('log'));
	if (stored) return stored;
	const rows = await transaction.objectStore('reviews').getAll();
	return logStateOf(readRows(rows, readEntry).sound, randomId());
}

/** A card's memory worked out from its own entries, and one more where that is being added. */
export async function replayCard(
	entries: Store<'reviews'>,
	card: string,
	...added: readonly Entry[]
): Promise<Memory | undefined> {
	const { sound } = readRows(await entries.index('card').getAll(card), readEntry);
	return replay([...sound, ...added]).get(card);
}

/** Keeps a card's memory, or none when no review of it counts. */
export function putMemory(
	memories: Store<'memories'>,
	card: string,
	memory: Memory | undefined
): Promise<unknown> {
	return memory ? memories.put(memory) : memories.delete(card);
}
