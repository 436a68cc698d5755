/**
 * `Progress` in memory: the twin that keeps the same contract, and what the app uses where the
 * browser refuses to store anything. It is gone with the page.
 */
import { canonicalEntry, isReview, mergeLogs, type Entry } from '#lib/memory/log.ts';
import { replay } from '#lib/memory/replay.ts';
import type { Review } from '#lib/memory/review.ts';
import type { Memory } from '#lib/memory/scheduler.ts';
import { countedReviews, setAside, type SetAside } from '#lib/memory/standing.ts';
import { undoableReviews } from '#lib/memory/undoable.ts';
import { countMerged } from './count-merged.ts';
import {
	emptyLogState,
	logStateOf,
	place,
	withEntry,
	type DecisionDraft,
	type Draft,
	type LogState
} from './log-state.ts';
import { randomId } from './random-id.ts';
import type { Decided, Findings, Merged, Progress, Recorded } from './progress.ts';

export class MemoryProgress implements Progress {
	#entries = new Map<string, Entry>();
	#memories = new Map<string, Memory>();
	#log = emptyLogState(randomId());

	record(draft: Draft): Promise<Recorded> {
		return later(() => {
			const stored = this.#entries.get(draft.id);
			const isNew = !stored || !isReview(stored);
			const review = isNew ? place(draft, this.#log) : stored;
			if (isNew) this.#add(review);
			return { review, isNew, memory: this.#memories.get(review.card) ?? null, log: this.#log };
		});
	}

	decide(draft: DecisionDraft): Promise<Decided> {
		return later(() => {
			const stored = this.#entries.get(draft.id);
			const isNew = !stored || isReview(stored);
			const decision = isNew ? place(draft, this.#log) : stored;
			if (isNew) this.#add(decision);
			return { decision, memory: this.#memories.get(decision.card) ?? null, log: this.#log };
		});
	}

	memories(): Promise<ReadonlyMap<string, Memory>> {
		return later(() => new Map(this.#memories));
	}

	reviewsBetween(from: number, to: number): Promise<readonly Review[]> {
		return later(() => countedReviews(this.#all()).filter(({ at }) => at >= from && at < to));
	}

	setAside(): Promise<SetAside> {
		return later(() => setAside(this.#all()));
	}

	undoable(): Promise<readonly Review[]> {
		return later(() => undoableReviews(this.#all(), this.#log.device));
	}

	entry(id: string): Promise<Entry | null> {
		return later(() => this.#entries.get(id) ?? null);
	}

	log(): Promise<LogState> {
		return later(() => this.#log);
	}

	exportLog(): Promise<readonly Entry[]> {
		return later(() => mergeLogs(this.#all(), []));
	}

	merge(incoming: readonly Entry[]): Promise<Merged> {
		return later(() => {
			const existing = this.#entries;
			const merged = mergeLogs([...existing.values()], incoming);
			const settled = merged.filter((entry) => {
				const known = existing.get(entry.id);
				return known && canonicalEntry(known) !== canonicalEntry(entry);
			}).length;
			this.#memories = replay(merged);
			this.#entries = new Map(merged.map((entry) => [entry.id, entry]));
			this.#log = logStateOf(merged, this.#log.device);
			return { ...countMerged(existing, incoming), settled, log: this.#log };
		});
	}

	check(): Promise<Findings> {
		return later(() => ({ unreadable: 0, repaired: 0, log: this.#log }));
	}

	deleteAll(): Promise<LogState> {
		return later(() => {
			this.#entries = new Map();
			this.#memories = new Map();
			this.#log = emptyLogState(randomId());
			return this.#log;
		});
	}

	close(): void {
		// Nothing is held.
	}

	#all(): Entry[] {
		return [...this.#entries.values()];
	}

	/** Adds an entry and works its card's memory out again. */
	#add(entry: Entry): void {
		const { card } = entry;
		const ofCard = [...this.#all(), entry].filter((one) => one.card === card);
		const memory = replay(ofCard).get(card);
		this.#entries.set(entry.id, entry);
		if (memory) this.#memories.set(card, memory);
		else this.#memories.delete(card);
		this.#log = withEntry(this.#log, entry);
	}
}

/** Runs the work soon and whole, as a transaction would; what it throws becomes a rejection. */
function later<T>(work: () => T): Promise<T> {
	return Promise.resolve().then(work);
}
