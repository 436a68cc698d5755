/**
 * What the learner did and remembers, for the whole page. Owned by the root layout, which makes one
 * and closes it with the page; places and sessions get it handed down.
 *
 * Storage and scheduler are loaded when `open` is called, so that a first question does not wait
 * for them.
 */
import { DAY, nextDayStart } from '#lib/memory/day.ts';
import type { Rating, Review } from '#lib/memory/review.ts';
import type { Memory } from '#lib/memory/scheduler.ts';
import type { BackupProblem } from '#lib/storage/backup.ts';
import type { Draft, LogState } from '#lib/storage/log-state.ts';
import type { Opened } from '#lib/storage/open-progress.ts';
import type { Progress, Recorded } from '#lib/storage/progress.ts';
import { StorageError } from '#lib/storage/storage-error.ts';
import { openShelf } from './browser-storage.ts';
import { offsetAt } from './clock.ts';

/**
 * - `opening`: not yet known; show what needs no progress.
 * - `ready`: on disk.
 * - `temporary`: the browser stores nothing; everything works until the page is closed.
 * - `rescue`: data that was there is gone or cannot be read; nothing is written.
 * - `blocked`: another tab keeps the storage; goes on by itself once that lets go.
 * - `newer`: a newer version of the app wrote the data; it is intact, nothing is written.
 */
export type ProgressState = 'opening' | 'ready' | 'temporary' | 'rescue' | 'blocked' | 'newer';

/** Whether answers can be logged in this state. */
export const isUsable = (state: ProgressState): boolean =>
	state === 'ready' || state === 'temporary';

/** What a restore did: how many reviews are new, and how many were there already. */
export type Restored =
	| { readonly ok: true; readonly added: number; readonly known: number }
	| { readonly ok: false; readonly problem: BackupProblem };

/** What was lost, for the rescue screen: `expected` reviews at least had been stored. */
export type Loss = { readonly reason: 'lost' | 'damaged'; readonly expected: number };

const CHANGED = 'changed';

export class LearnerProgress {
	#state = $state<ProgressState>('opening');
	#memories = $state.raw<ReadonlyMap<string, Memory>>(new Map());
	#reviewsToday = $state.raw<readonly Review[]>([]);
	#reviewCount = $state(0);
	#tailLost = $state(0);
	#loss = $state.raw<Loss | null>(null);
	#isPersisted = $state<boolean | null>(null);

	#progress: Progress | null = null;
	#generation = 1;
	#dayEnd = 0;
	#opening: Promise<void> | null = null;
	#channel: BroadcastChannel | null = null;
	#modules: Promise<Modules> | null = null;
	#preview: Modules['preview'] | null = null;

	get state(): ProgressState {
		return this.#state;
	}

	/** The memories by card; replaced, never changed, after every answer. */
	get memories(): ReadonlyMap<string, Memory> {
		return this.#memories;
	}

	/** The reviews of the learner's day, oldest first. */
	get reviewsToday(): readonly Review[] {
		return this.#reviewsToday;
	}

	get reviewCount(): number {
		return this.#reviewCount;
	}

	/** How many reviews at least were on disk once and are not any more; 0 when all is well. */
	get tailLost(): number {
		return this.#tailLost;
	}

	/** What the rescue screen is about; null in every other state. */
	get loss(): Loss | null {
		return this.#loss;
	}

	/** Has the browser promised not to clear the data by itself? Null when it does not say. */
	get isPersisted(): boolean | null {
		return this.#isPersisted;
	}

	/**
	 * Opens the storage, once. What storage does, `state` tells; rejects only when a file of the app
	 * could not be loaded, and may then be called again.
	 */
	open(): Promise<void> {
		this.#opening ??= this.#open((modules) => modules.openProgress(this.#openingOf()));
		return this.#opening;
	}

	/**
	 * Records an answer; resolves when it is on disk. The same draft may be sent again: its id is
	 * logged once. Rejects with a `StorageError`, and then nothing was stored.
	 */
	async record(draft: Draft): Promise<Recorded> {
		const progress = await this.#writable();
		const recorded = await this.#guard(progress.record(draft));
		const { review, memory, log } = recorded;
		this.#memories = new Map(this.#memories).set(memory.card, memory);
		this.#reviewCount = log.count;
		if (review.at >= this.#dayEnd) await this.#load(progress);
		else if (!this.#reviewsToday.some(({ id }) => id === review.id)) {
			this.#reviewsToday = [...this.#reviewsToday, review];
		}
		await this.#committed(log);
		return recorded;
	}

	/**
	 * The interval that each rating of a card would give at `at`, in milliseconds; null until the
	 * scheduler is loaded.
	 */
	intervals(card: string, at: number): Readonly<Record<Rating, number>> | null {
		const moment = { card, at, offset: offsetAt(at) };
		return this.#preview?.(this.#memories.get(card), moment) ?? null;
	}

	/** Is a review with this id in the log? */
	async has(id: string): Promise<boolean> {
		return this.#guard((await this.#writable()).has(id));
	}

	/** The whole log as a backup file. */
	async exportBackup(): Promise<string> {
		const [progress, { writeBackup }] = await Promise.all([
			this.#writable(),
			import('#lib/storage/backup.ts')
		]);
		return writeBackup(await this.#guard(progress.exportLog()), Date.now());
	}

	/**
	 * Adds the reviews of a backup file to the log; removes nothing. From the rescue screen it starts
	 * again with the backup alone. Rejects with a `StorageError`, and then everything is as it was.
	 */
	async restore(text: string): Promise<Restored> {
		const { readBackup } = await import('#lib/storage/backup.ts');
		const backup = readBackup(text);
		if (!backup.ok) return backup;
		if (this.#state === 'rescue') {
			await this.#startWith(backup.reviews);
			return { ok: true, added: this.#reviewCount, known: 0 };
		}
		const progress = await this.#writable();
		const { added, known, log } = await this.#guard(progress.merge(backup.reviews));
		this.#tailLost = 0;
		await this.#load(progress);
		await this.#committed(log);
		return { ok: true, added, known };
	}

	/**
	 * From the rescue screen: leaves the lost data behind and starts with an empty log. Rejects with a
	 * `StorageError`, and then everything is as it was.
	 */
	async startAgain(): Promise<void> {
		if (this.#state === 'rescue') await this.#startWith([]);
	}

	/** Deletes every review and memory. Rejects with a `StorageError`, and then all is still there. */
	async deleteAll(): Promise<void> {
		const [progress, { deleteEverything }] = await Promise.all([
			this.#writable(),
			this.#loadModules()
		]);
		await this.#guard(deleteEverything(progress, openShelf(), this.#generation));
		this.#tailLost = 0;
		await this.#load(progress);
		this.#channel?.postMessage(CHANGED);
	}

	/** Asks the browser to keep the data even when space gets short; for after a finished session. */
	async askToPersist(): Promise<void> {
		try {
			this.#isPersisted = (await storageManager()?.persist?.()) ?? null;
		} catch {
			this.#isPersisted = null;
		}
	}

	/** Reads again what another tab may have changed. */
	async refresh(): Promise<void> {
		if (!this.#progress) return;
		try {
			await this.#guard(this.#load(this.#progress));
		} catch {
			// `#guard` has told the state; what is shown stays until there is something better.
		}
	}

	/** Lets go of storage and of the other tabs. */
	close(): void {
		this.#channel?.close();
		this.#channel = null;
		this.#progress?.close();
		if (typeof document !== 'undefined') {
			document.removeEventListener('visibilitychange', this.#onVisible);
		}
	}

	async #open(how: (modules: Modules) => Promise<Opened>): Promise<void> {
		const modules = await this.#loadModules().catch((cause: unknown) => {
			this.#opening = this.#modules = null;
			throw cause;
		});
		const opened = await how(modules);
		this.#preview = modules.preview;
		this.#loss = null;
		switch (opened.kind) {
			case 'temporary':
				this.#progress = opened.progress;
				this.#state = 'temporary';
				break;
			case 'ready':
				this.#progress = opened.progress;
				this.#generation = opened.generation;
				this.#tailLost = opened.missing;
				this.#reviewCount = opened.log.count;
				try {
					await this.#guard(this.#load(opened.progress));
				} catch {
					// It opened but cannot be read.
					if (this.#state !== 'newer') this.#rescue('damaged');
					return;
				}
				this.#state = 'ready';
				void this.#listen();
				break;
			case 'rescue':
				this.#loss = { reason: opened.reason, expected: opened.expected };
				this.#state = 'rescue';
				break;
			case 'newer':
				this.#state = 'newer';
				break;
			default:
				opened satisfies never;
		}
	}

	async #startWith(reviews: readonly Review[]): Promise<void> {
		const started = this.#open((modules) => modules.startAgain(this.#openingOf(), reviews));
		await started;
		this.#opening = started;
		await this.#writable();
	}

	#openingOf() {
		return {
			shelf: openShelf(),
			onBlocked: () => {
				if (this.#state === 'opening') this.#state = 'blocked';
			},
			onSuperseded: () => {
				this.#state = 'newer';
				this.#progress = null;
			},
			onClosed: () => {
				void this.refresh();
			}
		};
	}

	/** Storage that may be written to. */
	async #writable(): Promise<Progress> {
		await this.open();
		if (this.#progress) return this.#progress;
		throw new StorageError(this.#state === 'newer' ? 'newer' : (this.#loss?.reason ?? 'unknown'));
	}

	/** Passes a result on; a failure that ends all writing also changes the state. */
	async #guard<T>(work: Promise<T>): Promise<T> {
		try {
			return await work;
		} catch (cause) {
			if (cause instanceof StorageError) {
				if (cause.code === 'lost' || cause.code === 'damaged') this.#rescue(cause.code);
				if (cause.code === 'newer') {
					this.#state = 'newer';
					this.#progress = null;
				}
			}
			throw cause;
		}
	}

	#rescue(reason: Loss['reason']): void {
		this.#loss = { reason, expected: this.#reviewCount };
		this.#state = 'rescue';
		this.#progress = null;
	}

	async #load(progress: Progress): Promise<void> {
		const now = Date.now();
		const dayEnd = nextDayStart(now, offsetAt(now));
		const [log, memories, reviewsToday] = await Promise.all([
			progress.log(),
			progress.memories(),
			progress.reviewsBetween(dayEnd - DAY, dayEnd)
		]);
		this.#dayEnd = dayEnd;
		this.#reviewCount = log.count;
		this.#memories = memories;
		this.#reviewsToday = reviewsToday;
	}

	/** After every commit: the canary outside the database, and word to other tabs. */
	async #committed(log: LogState): Promise<void> {
		if (this.#state !== 'ready') return;
		const shelf = openShelf();
		if (shelf) (await this.#loadModules()).note(shelf, this.#generation, log);
		this.#channel?.postMessage(CHANGED);
	}

	async #listen(): Promise<void> {
		if (typeof BroadcastChannel !== 'undefined') {
			this.#channel ??= new BroadcastChannel('tarikh.progress');
			this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
				if (data === CHANGED) void this.refresh();
			};
		}
		if (typeof document !== 'undefined') {
			document.addEventListener('visibilitychange', this.#onVisible);
		}
		try {
			this.#isPersisted = (await storageManager()?.persisted?.()) ?? null;
		} catch {
			this.#isPersisted = null;
		}
	}

	readonly #onVisible = (): void => {
		if (document.visibilityState === 'visible') void this.refresh();
	};

	#loadModules(): Promise<Modules> {
		this.#modules ??= loadModules();
		return this.#modules;
	}
}

type Modules = Awaited<ReturnType<typeof loadModules>>;

async function loadModules() {
	const [storage, { preview }] = await Promise.all([
		import('#lib/storage/open-progress.ts'),
		import('#lib/memory/scheduler.ts')
	]);
	return { ...storage, preview };
}

/** WebKitGTK has no `navigator.storage`, and older Safari only a part of it. */
function storageManager(): Partial<StorageManager> | undefined {
	const { storage }: { readonly storage?: Partial<StorageManager> } = navigator;
	return storage;
}
