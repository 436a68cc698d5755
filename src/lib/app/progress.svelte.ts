/**
 * What the learner did and remembers, for the whole page. Owned by the root layout, which makes one
 * and closes it with the page; places and sessions get it handed down.
 *
 * Storage and scheduler are loaded when `open` is called, so that a first question does not wait
 * for them.
 */
import { DAY, nextDayStart } from '#lib/memory/day.ts';
import type { Entry } from '#lib/memory/log.ts';
import type { SetAside } from '#lib/memory/standing.ts';
import type { Rating, Review } from '#lib/memory/review.ts';
import type { Memory } from '#lib/memory/scheduler.ts';
import type { BackupProblem } from '#lib/storage/backup.ts';
import type { Draft, LogState } from '#lib/storage/log-state.ts';
import type { Opened } from '#lib/storage/open-progress.ts';
import type { Progress, Recorded } from '#lib/storage/progress.ts';
import { StorageError } from '#lib/storage/storage-error.ts';
import type { Outcome } from './decisions.ts';
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
const NOTHING_ASIDE: SetAside = { suspended: new Set(), buried: new Map() };

export class LearnerProgress {
	#state = $state<ProgressState>('opening');
	#memories = $state.raw<ReadonlyMap<string, Memory>>(new Map());
	#reviewsToday = $state.raw<readonly Review[]>([]);
	#setAside = $state.raw(NOTHING_ASIDE);
	#canUndo = $state(false);
	#offersUndo = false;
	#reviewCount = $state(0);
	#tailLost = $state(0);
	#loss = $state.raw<Loss | null>(null);
	#isPersisted = $state<boolean | null>(null);

	#progress: Progress | null = null;
	#generation = 1;
	#dayEnd = 0;
	#opening: Promise<void> | null = null;
	#channel: BroadcastChannel | null = null;
	#deciding: Promise<unknown> = Promise.resolve();
	#parts: Promise<Parts> | null = null;
	#preview: Parts['preview'] | null = null;

	get state(): ProgressState {
		return this.#state;
	}

	/** The memories by card; replaced, never changed, after every answer. */
	get memories(): ReadonlyMap<string, Memory> {
		return this.#memories;
	}

	/** The reviews of the learner's day that count, oldest first. */
	get reviewsToday(): readonly Review[] {
		return this.#reviewsToday;
	}

	/** The cards that Study leaves out for now; replaced, never changed. */
	get setAside(): SetAside {
		return this.#setAside;
	}

	/** The cards that are suspended until they are resumed. */
	get suspended(): ReadonlySet<string> {
		return this.#setAside.suspended;
	}

	/**
	 * Is there an answer of this device that `undo` would take back? False until that is known; who
	 * asks first has it found out, so that a start does not wait for it.
	 */
	get canUndo(): boolean {
		if (!this.#offersUndo) {
			this.#offersUndo = true;
			void this.refresh(true);
		}
		return this.#canUndo;
	}

	/** Reviews in the log, undone ones included. */
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
		this.#opening ??= this.#open((parts) => parts.openProgress(this.#openingOf()));
		return this.#opening;
	}

	/**
	 * Records an answer; resolves when it is on disk. The same draft may be sent again: its id is
	 * logged once. Rejects with a `StorageError`, and then nothing was stored.
	 */
	async record(draft: Draft): Promise<Recorded> {
		const progress = await this.#writable();
		const recorded = await this.#guard(progress.record(draft));
		const { review, isNew, memory, log } = recorded;
		this.#remember(review.card, memory);
		// An answer that was logged before may have been undone since.
		if (!isNew || review.at >= this.#dayEnd) await this.#load(progress, true);
		else {
			this.#reviewCount = log.reviews;
			this.#reviewsToday = [...this.#reviewsToday, review];
			this.#canUndo = true;
		}
		await this.#committed(log);
		return recorded;
	}

	/**
	 * Takes back the newest answer of this device that was not taken back yet, as if it had never been
	 * given. Resolves, when that is on disk, to the review; to null when there is none. Like every
	 * decision it rejects with a `StorageError`, and then nothing was stored.
	 */
	undo(): Promise<Review | null> {
		return this.#decide('undo', '');
	}

	/**
	 * "I was right": the review counts as right from now on. Resolves to false, and does nothing, when
	 * there is no such review or it was right.
	 */
	override(reviewId: string): Promise<boolean> {
		return this.#decide('override', reviewId);
	}

	/** Leaves a card out of Study until it is resumed. */
	suspend(card: string): Promise<void> {
		return this.#decide('suspend', card);
	}

	/** Asks a suspended card again. */
	resume(card: string): Promise<void> {
		return this.#decide('resume', card);
	}

	/** Leaves a card out of Study until the learner's day ends. */
	bury(card: string): Promise<void> {
		return this.#decide('bury', card);
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
		return (await this.#guard((await this.#writable()).entry(id))) !== null;
	}

	/** The whole log as a backup file. */
	async exportBackup(): Promise<string> {
		const progress = await this.#writable();
		const { writeBackup } = await import('#lib/storage/backup.ts');
		return writeBackup(await this.#guard(progress.exportLog()), Date.now());
	}

	/**
	 * Adds the entries of a backup file to the log; removes nothing, and adds nothing of a file that
	 * holds an entry of a type that only a newer version knows. From the rescue screen it starts
	 * again with the backup alone. Rejects with a `StorageError`, and then everything is as it was.
	 */
	async restore(text: string): Promise<Restored> {
		const { readBackup } = await import('#lib/storage/backup.ts');
		const backup = readBackup(text);
		if (!backup.ok) return backup;
		if (this.#state === 'rescue') {
			await this.#startWith(backup.entries);
			return { ok: true, added: this.#reviewCount, known: 0 };
		}
		const progress = await this.#writable();
		const { added, known, log } = await this.#guard(progress.merge(backup.entries));
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

	/** Deletes every entry and memory. Rejects with a `StorageError`, and then all is still there. */
	async deleteAll(): Promise<void> {
		const progress = await this.#writable();
		const { deleteEverything } = await import('#lib/storage/start-over.ts');
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

	/** Reads again what another tab may have changed; the memories too, unless they are known. */
	async refresh(knowsMemories = false): Promise<void> {
		if (!this.#progress) return;
		try {
			await this.#guard(this.#load(this.#progress, knowsMemories));
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

	async #open(how: (parts: Parts) => Promise<Opened>): Promise<void> {
		const opened = await this.#loadParts()
			.then((parts) => {
				this.#preview = parts.preview;
				return how(parts);
			})
			.catch((cause: unknown) => {
				this.#opening = this.#parts = null;
				throw cause;
			});
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
				this.#reviewCount = opened.log.reviews;
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

	async #startWith(entries: readonly Entry[]): Promise<void> {
		const { startAgain } = await import('#lib/storage/start-over.ts');
		const started = this.#open(() => startAgain(this.#openingOf(), entries));
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

	/** Reads what is shown; the memories too, unless they are known. */
	async #load(progress: Progress, knowsMemories = false): Promise<void> {
		const now = Date.now();
		const dayEnd = nextDayStart(now, offsetAt(now));
		const [log, loaded, reviewsToday, setAside, undoable] = await Promise.all([
			progress.log(),
			knowsMemories ? null : progress.memories(),
			progress.reviewsBetween(dayEnd - DAY, dayEnd),
			progress.setAside(),
			this.#offersUndo ? progress.undoable() : []
		]);
		this.#dayEnd = dayEnd;
		this.#reviewCount = log.reviews;
		if (loaded) this.#memories = loaded;
		this.#reviewsToday = reviewsToday;
		this.#setAside = setAside;
		this.#canUndo = undoable.length > 0;
	}

	#remember(card: string, memory: Memory | null): void {
		const memories = new Map(this.#memories);
		if (memory) memories.set(card, memory);
		else memories.delete(card);
		this.#memories = memories;
	}

	/** One decision after the other: two taps on Undo take back two answers. */
	#decide<Verb extends keyof Decisions>(verb: Verb, about: string): Promise<Told<Verb>> {
		const deciding = this.#deciding.then(async () => {
			const progress = await this.#writable();
			const decisions = await import('./decisions.ts');
			const decide = decisions[verb] as Decide<Verb>;
			const { decided, told } = await this.#guard(decide(progress, about));
			if (decided) {
				const { decision, memory, log } = decided;
				this.#remember(decision.card, memory);
				await this.#load(progress, true);
				await this.#committed(log);
			}
			return told;
		});
		this.#deciding = deciding.catch(() => undefined);
		return deciding;
	}

	/** After every commit: the canary outside the database, and word to other tabs. */
	async #committed(log: LogState): Promise<void> {
		if (this.#state !== 'ready') return;
		const shelf = openShelf();
		if (shelf) (await this.#loadParts()).note(shelf, this.#generation, log);
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

	#loadParts(): Promise<Parts> {
		this.#parts ??= import('./progress-parts.ts');
		return this.#parts;
	}
}

type Decisions = typeof import('./decisions.ts');
type Told<Verb extends keyof Decisions> = Awaited<ReturnType<Decisions[Verb]>>['told'];
type Decide<Verb extends keyof Decisions> = (
	progress: Progress,
	about: string
) => Promise<Outcome<Told<Verb>>>;

type Parts = typeof import('./progress-parts.ts');

/** WebKitGTK has no `navigator.storage`, and older Safari only a part of it. */
function storageManager(): Partial<StorageManager> | undefined {
	const { storage }: { readonly storage?: Partial<StorageManager> } = navigator;
	return storage;
}
