/** The Quiz place: a choice, a quiz under way, or its results. Lives as long as the place is open. */
import type { Bank } from '#lib/bank/bank.ts';
import { cardsWanted, type Specification } from '#lib/quiz/specification.ts';
import { randomId } from '#lib/storage/random-id.ts';
import type { LearnerProgress } from './progress.svelte.ts';
import { canBeAsked, keepAttempt, loadAttempt, type QuizAttempt } from './quiz-attempt.ts';
import type { QuizSession } from './quiz-session.svelte.ts';

type Choice = Pick<Specification, 'topics' | 'length' | 'excludeSensitive'>;

/** What makes and grades questions: not needed before a quiz begins. */
const loadEngine = () => import('./quiz-session.svelte.ts');

const specificationOf = (choice: Choice): Specification => ({ ...choice, kinds: [] });

export class QuizPlace {
	readonly #progress: LearnerProgress;
	#bank = $state.raw<Bank | null>(null);
	#session = $state.raw<QuizSession | null>(null);
	#left = $state.raw<QuizAttempt | null>(null);

	constructor(progress: LearnerProgress) {
		this.#progress = progress;
	}

	/** The quiz under way or just finished; null while one is being chosen. */
	get session(): QuizSession | null {
		return this.#session;
	}

	/** A quiz left unfinished on an earlier visit. */
	get waiting(): { readonly done: number; readonly total: number } | null {
		return this.#left && { done: this.#left.answers.length, total: this.#left.questions.length };
	}

	/** Takes the bank, and finds the quiz that was left. */
	open(bank: Bank): void {
		if (this.#bank) return;
		this.#bank = bank;
		const attempt = loadAttempt();
		const isUsable =
			attempt !== null &&
			attempt.answers.length < attempt.questions.length &&
			attempt.questions.every((question) => canBeAsked(bank, question));
		this.#left = isUsable ? attempt : null;
	}

	/** How many facts a choice can draw from; null until the bank is there. */
	factsFor(choice: Choice): number | null {
		if (!this.#bank) return null;
		return new Set(cardsWanted(this.#bank, specificationOf(choice)).map(({ fact }) => fact)).size;
	}

	/** Draws a quiz and begins it; the engine is loaded for the first one. */
	async start(choice: Choice): Promise<void> {
		const { QuizSession } = await loadEngine();
		if (!this.#bank) return;
		this.#left = null;
		this.#session = QuizSession.start(this.#bank, this.#progress, {
			specification: specificationOf(choice),
			seed: randomId()
		});
	}

	/** Goes on with the quiz that was left. */
	async resume(): Promise<void> {
		const { QuizSession } = await loadEngine();
		if (!this.#bank || !this.#left) return;
		this.#session = QuizSession.resume(this.#bank, this.#progress, this.#left);
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
