/**
 * Logs the answers of one session, one at a time. The verdict is on the screen at once; the next
 * question waits here until the answer is on disk.
 */
import { rate } from '#lib/memory/rating.ts';
import type { Place } from '#lib/memory/review.ts';
import type { Question } from '#lib/quiz/question.ts';
import type { Draft } from '#lib/storage/log-state.ts';
import { randomId } from '#lib/storage/random-id.ts';
import type { Graded } from './asked.svelte.ts';
import { offsetAt } from './clock.ts';
import type { LearnerProgress } from './progress.svelte.ts';

export class AnswerLog {
	readonly progress: LearnerProgress;
	readonly #place: Place;
	#unsaved: Draft | null = null;
	#saving: Promise<boolean> = Promise.resolve(true);
	#hasFailed = $state(false);

	constructor(progress: LearnerProgress, place: Place) {
		this.progress = progress;
		this.#place = place;
	}

	/** The last answer could not be written; `settled` tries again. */
	get hasFailed(): boolean {
		return this.#hasFailed;
	}

	/** Starts writing an answer and says whether it is on disk. The one before must have settled. */
	add(question: Question, graded: Graded): Promise<boolean> {
		const at = Date.now();
		this.#unsaved = {
			id: randomId(),
			card: question.card,
			kind: question.kind,
			place: this.#place,
			outcome: graded.outcome,
			rating: rate(question, graded, this.progress.memories.get(question.card)),
			at,
			offset: offsetAt(at),
			took: graded.took
		};
		this.#saving = this.#write();
		return this.#saving;
	}

	/** Resolves to true when the last answer is on disk, to false after one more failed try. */
	async settled(): Promise<boolean> {
		if (!(await this.#saving)) this.#saving = this.#write();
		const isSaved = await this.#saving;
		this.#hasFailed = !isSaved;
		return isSaved;
	}

	/** Whether the session may be left: its last answer is on disk, or was tried twice. */
	async released(): Promise<boolean> {
		return this.#hasFailed || (await this.settled());
	}

	async #write(): Promise<boolean> {
		const draft = this.#unsaved;
		if (!draft) return true;
		try {
			// The same id on every try: an answer is logged once, however often it is sent.
			await this.progress.record(draft);
			if (this.#unsaved === draft) this.#unsaved = null;
			return true;
		} catch {
			this.#hasFailed = true;
			return false;
		}
	}
}
