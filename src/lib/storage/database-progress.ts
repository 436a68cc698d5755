/**
 * `Progress` on IndexedDB.
 *
 * The log is the truth. One answer is one strict transaction over the log, the card's memory and
 * the state of the log; memories are read inside it, so two tabs cannot overwrite each other, and
 * nothing but requests is awaited inside it, because it would commit. Writes that
 * reach further are in `database-rewrite.ts`, which a page that starts does not wait for.
 */
import { isReview, mergeLogs, type Entry } from '#lib/memory/log.ts';
import type { Review } from '#lib/memory/review.ts';
import { nextMemory, type Memory } from '#lib/memory/scheduler.ts';
import { countedReviews, setAside, type SetAside } from '#lib/memory/standing.ts';
import { all, commitOf, abort, logOf, putMemory, replayCard } from './database-transaction.ts';
import {
	emptyLogState,
	place,
	readLogState,
	withEntry,
	type DecisionDraft,
	type Draft,
	type LogState
} from './log-state.ts';
import { randomId } from './random-id.ts';
import { openDatabase, type OpenOptions } from './open.ts';
import type { Decided, Findings, Merged, Progress, Recorded } from './progress.ts';
import { readEntry, readMemory, readRows } from './rows.ts';
import type { Database, Transaction } from './schema.ts';
import { isConnectionLoss, StorageError, writeError } from './storage-error.ts';

const rewriting = () => import('./database-rewrite.ts');
type Rewriting = typeof import('./database-rewrite.ts');

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
			const entries = transaction.objectStore('reviews');
			const memories = transaction.objectStore('memories');
			const [row, memoryRow, decisions, log] = await Promise.all([
				entries.get(draft.id),
				memories.get(draft.card),
				entries.index('decisions').count(IDBKeyRange.bound([draft.card], [draft.card, []])),
				logOf(transaction)
			]);
			const stored = readEntry(row);
			const before = readMemory(memoryRow) ?? (await replayCard(entries, draft.card));
			if (stored && isReview(stored)) {
				return { review: stored, isNew: false, memory: before ?? null, log };
			}

			const review = place(draft, log);
			// A decision that a merge brought may have waited for this very review.
			const memory = decisions
				? await replayCard(entries, review.card, review)
				: nextMemory(before, review);
			const nextLog = withEntry(log, review);
			await all([
				() => entries.put(review),
				() => putMemory(memories, review.card, memory),
				() => transaction.objectStore('meta').put(nextLog)
			]);
			return { review, isNew: true, memory: memory ?? null, log: nextLog };
		});
	}

	decide(draft: DecisionDraft): Promise<Decided> {
		return this.#rewrite(({ decide }, transaction) => decide(transaction, draft));
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
			const { store } = database.transaction('reviews');
			const [rows, decisions] = await Promise.all([
				store.index('at').getAll(IDBKeyRange.bound(from, to, false, true)),
				store.index('decisions').getAll()
			]);
			return countedReviews(soundRows([...rows, ...decisions]));
		});
	}

	setAside(): Promise<SetAside> {
		return this.#run(async (database) =>
			setAside(soundRows(await database.getAllFromIndex('reviews', 'decisions')))
		);
	}

	async undoable(): Promise<readonly Review[]> {
		const { undoable } = await rewriting();
		return this.#run(undoable);
	}

	entry(id: string): Promise<Entry | null> {
		return this.#run(async (database) => readEntry(await database.get('reviews', id)));
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
		// The state is written with every entry: it cannot be there without them.
		if (log && log.count > 0 && count === 0) throw new StorageError('lost');
		if (count === 0) return log ?? emptyLogState(randomId());
		this.#hasData = true;
		return log && log.count <= count ? log : (await this.check()).log;
	}

	exportLog(): Promise<readonly Entry[]> {
		return this.#run(async (database) =>
			mergeLogs(soundRows(await database.getAll('reviews')), [])
		);
	}

	merge(incoming: readonly Entry[]): Promise<Merged> {
		return this.#rewrite(({ merge }, transaction) => merge(transaction, incoming));
	}

	check(): Promise<Findings> {
		return this.#rewrite(({ check }, transaction) => check(transaction));
	}

	async deleteAll(): Promise<LogState> {
		const { log } = await this.#rewrite(({ deleteAll }, transaction) => deleteAll(transaction));
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

	/** The same for work that is loaded first: nothing else may be awaited inside a transaction. */
	async #rewrite<T extends { readonly log: LogState }>(
		work: (loaded: Rewriting, transaction: Transaction) => Promise<T>
	): Promise<T> {
		const loaded = await rewriting();
		return this.#write((transaction) => work(loaded, transaction));
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

const soundRows = (rows: readonly unknown[]) => readRows(rows, readEntry).sound;
