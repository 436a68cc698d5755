/** The Quiz place: a choice, a quiz under way, or its results. Lives as long as the place is open. */
import type { Bank } from '#lib/bank/bank.ts';
import { cardsWanted, type Specification } from '#lib/quiz/draw.ts';
import { randomId } from './answer-log.svelte.ts';
import type { LearnerProgress } from './progress.svelte.ts';
import { keepAttempt, loadAttempt } from './quiz-attempt.ts';
import { QuizSession } from './quiz-session.svelte.ts';

type Choice = Pick<Specification, 'topics' | 'length' | 'excludeSensitive'>;

const specificationOf = (choice: Choice): Specification => ({ ...choice, kinds: [] });

export class QuizPlace {
	readonly #progress: LearnerProgress;
	#bank = $state.raw<Bank | null>(null);
	#session = $state.raw<QuizSession | null>(null);
	#left = $state.raw<QuizSession | null>(null);

	constructor(progress: LearnerProgress) {
		this.#progress = progress;
	}

	/** The quiz under way or just finished; null while one is being chosen. */
	get session(): QuizSession | null {
		return this.#session;
	}

	/** A quiz left unfinished on an earlier visit. */
	get waiting(): { readonly done: number; readonly total: number } | null {
		return this.#left && { done: this.#left.answered.length, total: this.#left.total };
	}

	/** Takes the bank, and finds the quiz that was left. */
	open(bank: Bank): void {
		if (this.#bank) return;
		this.#bank = bank;
		const attempt = loadAttempt();
		this.#left = attempt && QuizSession.resume(bank, this.#progress, attempt);
	}

	/** How many facts a choice can draw from; null until the bank is there. */
	factsFor(choice: Choice): number | null {
		if (!this.#bank) return null;
		return new Set(cardsWanted(this.#bank, specificationOf(choice)).map(({ fact }) => fact)).size;
	}

	start(choice: Choice): void {
		if (!this.#bank) return;
		this.#left = null;
		this.#session = QuizSession.start(this.#bank, this.#progress, {
			specification: specificationOf(choice),
			seed: randomId()
		});
	}

	resume(): void {
		this.#session = this.#left;
		this.#left = null;
	}

	/** Discards the quiz that was left; its answers stay in the log. */
	drop(): void {
		this.#left = null;
		keepAttempt(null);
	}

	/** Back to the choice. */
	leave(): void {
		this.#session = null;
	}

	/** The same questions once more. */
	repeat(): void {
		this.#session = this.#session?.repeat() ?? null;
	}
}
