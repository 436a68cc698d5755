/**
 * `Progress` in memory: the twin that keeps the same contract, and what the app uses where the
 * browser refuses to store anything. It is gone with the page.
 */
import { canonicalReview, mergeLogs, replay, type Review } from '#lib/memory/review.ts';
import { nextMemory, type Memory } from '#lib/memory/scheduler.ts';
import {
	emptyLogState,
	logStateOf,
	place,
	withReview,
	type Draft,
	type LogState
} from './log-state.ts';
import { randomId } from './random-id.ts';
import type { Findings, Merged, Progress, Recorded } from './progress.ts';

export class MemoryProgress implements Progress {
	#reviews = new Map<string, Review>();
	#memories = new Map<string, Memory>();
	#log = emptyLogState(randomId());

	record(draft: Draft): Promise<Recorded> {
		return later(() => {
			const stored = this.#reviews.get(draft.id);
			const before = this.#memories.get(stored?.card ?? draft.card);
			if (stored && before) return { review: stored, memory: before, log: this.#log };
			const review = place(draft, this.#log);
			const memory = nextMemory(before, review);
			this.#reviews.set(review.id, review);
			this.#memories.set(review.card, memory);
			this.#log = withReview(this.#log, review);
			return { review, memory, log: this.#log };
		});
	}

	memories(): Promise<ReadonlyMap<string, Memory>> {
		return later(() => new Map(this.#memories));
	}

	async reviewsBetween(from: number, to: number): Promise<readonly Review[]> {
		return (await this.exportLog()).filter(({ at }) => at >= from && at < to);
	}

	has(id: string): Promise<boolean> {
		return later(() => this.#reviews.has(id));
	}

	log(): Promise<LogState> {
		return later(() => this.#log);
	}

	exportLog(): Promise<readonly Review[]> {
		return later(() => mergeLogs([...this.#reviews.values()], []));
	}

	merge(incoming: readonly Review[]): Promise<Merged> {
		return later(() => {
			const existing = this.#reviews;
			const merged = mergeLogs([...existing.values()], incoming);
			const settled = merged.filter((review) => {
				const known = existing.get(review.id);
				return known && canonicalReview(known) !== canonicalReview(review);
			}).length;
			const added = merged.length - existing.size;
			this.#memories = replay(merged);
			this.#reviews = new Map(merged.map((review) => [review.id, review]));
			this.#log = logStateOf(merged, this.#log.device);
			const known = new Set(incoming.map(({ id }) => id)).size - added;
			return { added, known, settled, log: this.#log };
		});
	}

	check(): Promise<Findings> {
		return later(() => ({ unreadable: 0, repaired: 0, log: this.#log }));
	}

	deleteAll(): Promise<LogState> {
		return later(() => {
			this.#reviews = new Map();
			this.#memories = new Map();
			this.#log = emptyLogState(randomId());
			return this.#log;
		});
	}

	close(): void {
		// Nothing is held.
	}
}

/** Runs the work soon and whole, as a transaction would; what it throws becomes a rejection. */
function later<T>(work: () => T): Promise<T> {
	return Promise.resolve().then(work);
}
