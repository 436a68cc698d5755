/**
 * `Progress` on IndexedDB.
 *
 * The log of reviews is the truth. One answer is one strict transaction over the log, the card's
 * memory and the state of the log; memories are read inside it, so two tabs cannot overwrite each
 * other, and nothing but requests is awaited inside it, because it would commit.
 */
import type { IDBPObjectStore, IDBPTransaction } from 'idb';
import { canonicalReview, mergeLogs, replay, type Review } from '#lib/memory/review.ts';
import { nextMemory, type Memory } from '#lib/memory/scheduler.ts';
import {
	emptyLogState,
	logStateOf,
	place,
	readLogState,
	withReview,
	type Draft,
	type LogState
} from './log-state.ts';
import { randomId } from './random-id.ts';
import { openDatabase, type OpenOptions } from './open.ts';
import type { Findings, Merged, Progress, Recorded } from './progress.ts';
import { readMemory, readReview, readRows } from './rows.ts';
import type { Database, Schema } from './schema.ts';
import { isConnectionLoss, StorageError, writeError } from './storage-error.ts';

type Transaction = IDBPTransaction<Schema, ('reviews' | 'memories' | 'meta')[], 'readwrite'>;

/** `Progress` on IndexedDB. Opens with `openProgress` of `open-progress.ts`. */
export class DatabaseProgress implements Progress {
	readonly #options: OpenOptions;
	#connection: Promise<Database> | null = null;
	/** Once data was seen, a database that comes back empty is a loss, not a first visit. */
	#hasData: boolean;

	constructor(options: OpenOptions) {
		this.#options = options;
		this.#hasData = options.mustExist;
	}

	record(draft: Draft): Promise<Recorded> {
		return this.#write(async (transaction) => {
			const reviews = transaction.objectStore('reviews');
			const memories = transaction.objectStore('memories');
			const [row, memoryRow, log] = await Promise.all([
				reviews.get(draft.id),
				memories.get(draft.card),
				logOf(transaction)
			]);
			const stored = readReview(row);
			const before =
				readMemory(memoryRow) ?? (await replayCard(reviews, stored?.card ?? draft.card));
			if (stored && before) return { review: stored, memory: before, log };

			const review = place(draft, log);
			const memory = nextMemory(before, review);
			const nextLog = withReview(log, review);
			await all([
				() => reviews.put(review),
				() => memories.put(memory),
				() => transaction.objectStore('meta').put(nextLog)
			]);
			return { review, memory, log: nextLog };
		});
	}

	async memories(): Promise<ReadonlyMap<string, Memory>> {
		const read = () =>
			this.#run(async (database) => readRows(await database.getAll('memories'), readMemory));
		const first = await read();
		if (first.broken > 0) await this.check();
		const { sound } = first.broken > 0 ? await read() : first;
		return new Map(sound.map((memory) => [memory.card, memory]));
	}

	reviewsBetween(from: number, to: number): Promise<readonly Review[]> {
		return this.#run(async (database) => {
			const range = IDBKeyRange.bound(from, to, false, true);
			const rows = await database.getAllFromIndex('reviews', 'at', range);
			return mergeLogs(readRows(rows, readReview).sound, []);
		});
	}

	has(id: string): Promise<boolean> {
		return this.#run(async (database) => readReview(await database.get('reviews', id)) !== null);
	}

	async log(): Promise<LogState> {
		const { log, count } = await this.#run(async (database) => {
			const transaction = database.transaction(['reviews', 'meta']);
			const [state, rows] = await Promise.all([
				transaction.objectStore('meta').get('log'),
				transaction.objectStore('reviews').count()
			]);
			return { log: readLogState(state), count: rows };
		});
		// The state is written with every review: it cannot be there without them.
		if (log && log.count > 0 && count === 0) throw new StorageError('lost');
		if (count === 0) return log ?? emptyLogState(randomId());
		this.#hasData = true;
		return log && log.count <= count ? log : (await this.check()).log;
	}

	exportLog(): Promise<readonly Review[]> {
		return this.#run(async (database) => {
			const rows = await database.getAll('reviews');
			return mergeLogs(readRows(rows, readReview).sound, []);
		});
	}

	merge(incoming: readonly Review[]): Promise<Merged> {
		return this.#write(async (transaction) => {
			const reviews = transaction.objectStore('reviews');
			const [rows, before] = await Promise.all([reviews.getAll(), logOf(transaction)]);
			const existing = new Map(readRows(rows, readReview).sound.map((one) => [one.id, one]));
			const merged = mergeLogs([...existing.values()], incoming);

			const changed = merged.filter((review) => {
				const known = existing.get(review.id);
				return !known || canonicalReview(known) !== canonicalReview(review);
			});
			const replaced = changed
				.map(({ id }) => existing.get(id))
				.filter((review) => review !== undefined);
			const cards = new Set([...changed, ...replaced].map(({ card }) => card));
			const memories = replay(merged.filter(({ card }) => cards.has(card)));
			const log = logStateOf(merged, before.device);

			const store = transaction.objectStore('memories');
			await all([
				...changed.map((review) => () => reviews.put(review)),
				...[...cards].map((card) => () => putMemory(store, card, memories.get(card))),
				() => transaction.objectStore('meta').put(log)
			]);
			return {
				added: merged.length - existing.size,
				known: new Set(incoming.map(({ id }) => id)).size - (merged.length - existing.size),
				settled: replaced.length,
				log
			};
		});
	}

	check(): Promise<Findings> {
		return this.#write(async (transaction) => {
			const store = transaction.objectStore('memories');
			const [rows, keys, memoryRows, before] = await Promise.all([
				transaction.objectStore('reviews').getAll(),
				store.getAllKeys(),
				store.getAll(),
				logOf(transaction)
			]);
			const { sound, broken } = readRows(rows, readReview);
			const right = replay(sound);
			const stored = new Map(keys.map((card, index) => [card, readMemory(memoryRows[index])]));
			const wrong = [...new Set([...right.keys(), ...stored.keys()])].filter(
				(card) => !isSame(right.get(card), stored.get(card))
			);
			const log = logStateOf(sound, before.device);
			await all([
				...wrong.map((card) => () => putMemory(store, card, right.get(card))),
				() => transaction.objectStore('meta').put(log)
			]);
			return { unreadable: broken, repaired: wrong.length, log };
		});
	}

	async deleteAll(): Promise<LogState> {
		const { log } = await this.#write(async (transaction) => {
			const empty = emptyLogState(randomId());
			await all([
				() => transaction.objectStore('reviews').clear(),
				() => transaction.objectStore('memories').clear(),
				() => transaction.objectStore('meta').put(empty)
			]);
			return { log: empty };
		});
		this.#hasData = false;
		return log;
	}

	close(): void {
		void this.#connection?.then((database) => {
			database.close();
		});
		this.#connection = null;
	}

	/** One strict transaction over everything; resolves with the work's result once it is on disk. */
	async #write<T extends { readonly log: LogState }>(
		work: (transaction: Transaction) => Promise<T>
	): Promise<T> {
		const result = await this.#run(async (database) => {
			const transaction = database.transaction(['reviews', 'memories', 'meta'], 'readwrite', {
				durability: 'strict'
			});
			const committed = commitOf(transaction);
			try {
				const [made] = await Promise.all([work(transaction), committed]);
				return made;
			} catch (cause) {
				abort(transaction);
				// A failed request only says that it failed; the reason stands on the transaction.
				throw transaction.error ?? cause;
			}
		});
		if (result.log.count > 0) this.#hasData = true;
		return result;
	}

	/** Runs work on the connection; when the connection was lost, once more on a new one. */
	async #run<T>(work: (database: Database) => Promise<T>): Promise<T> {
		try {
			return await work(await this.#open());
		} catch (first) {
			if (first instanceof RangeError) throw first;
			if (!isConnectionLoss(first)) throw writeError(first);
			this.close();
			try {
				return await work(await this.#open());
			} catch (second) {
				throw second instanceof RangeError ? second : writeError(second);
			}
		}
	}

	#open(): Promise<Database> {
		this.#connection ??= openDatabase({
			...this.#options,
			mustExist: this.#hasData,
			onClosed: () => {
				this.#connection = null;
				this.#options.onClosed();
			}
		}).catch((cause: unknown) => {
			this.#connection = null;
			throw cause;
		});
		return this.#connection;
	}
}

/** Resolves when the transaction is on disk. `done` of idb would reject before the reason is known. */
function commitOf(transaction: Transaction): Promise<void> {
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
function all(requests: readonly (() => Promise<unknown>)[]): Promise<unknown> {
	return Promise.all(requests.map(async (request) => request()));
}

function abort(transaction: Transaction): void {
	try {
		transaction.abort();
	} catch {
		// Already over, which is what was wanted.
	}
}

async function logOf(transaction: Transaction): Promise<LogState> {
	const stored = readLogState(await transaction.objectStore('meta').get('log'));
	if (stored) return stored;
	const rows = await transaction.objectStore('reviews').getAll();
	return logStateOf(readRows(rows, readReview).sound, randomId());
}

async function replayCard(
	reviews: IDBPObjectStore<Schema, ('reviews' | 'memories' | 'meta')[], 'reviews', 'readwrite'>,
	card: string
): Promise<Memory | undefined> {
	const { sound } = readRows(await reviews.index('card').getAll(card), readReview);
	return replay(sound).get(card);
}

function putMemory(
	store: IDBPObjectStore<Schema, ('reviews' | 'memories' | 'meta')[], 'memories', 'readwrite'>,
	card: string,
	memory: Memory | undefined
): Promise<unknown> {
	return memory ? store.put(memory) : store.delete(card);
}

function isSame(a: Memory | undefined, b: Memory | null | undefined): boolean {
	return JSON.stringify(a && readMemory(a)) === JSON.stringify(b ?? undefined);
}
