/** The Quiz place: a choice, a quiz under way, or its results. Lives as long as the place is open. */
import type { Bank } from '#lib/bank/bank.ts';
import { cardsWanted, type Specification } from '#lib/quiz/specification.ts';
import { randomId } from '#lib/storage/random-id.ts';
import type { LearnerProgress } from './progress.svelte.ts';
import { keepQuiz } from './kept-quiz.ts';
import { quizLeft, type QuizLeft } from './quiz-left.ts';
import type { QuizSession } from './quiz-session.svelte.ts';

type Choice = Pick<Specification, 'topics' | 'length' | 'excludeSensitive'>;

/** What makes and grades questions: not needed before a quiz begins. */
const loadEngine = () => import('./quiz-session.svelte.ts');

const specificationOf = (choice: Choice): Specification => ({ ...choice, kinds: [] });

export class QuizPlace {
	readonly #progress: LearnerProgress;
	#hasBegun = false;
	#bank = $state.raw<Bank | null>(null);
	#session = $state.raw<QuizSession | null>(null);
	#left = $state.raw<QuizLeft | null>(null);

	constructor(progress: LearnerProgress) {
		this.#progress = progress;
	}

	/** The quiz under way or just finished; null while one is being chosen. */
	get session(): QuizSession | null {
		return this.#session;
	}

	/** A quiz left unfinished on an earlier visit. */
	get waiting(): Pick<QuizLeft, 'done' | 'total' | 'leftOut'> | null {
		return this.#left;
	}

	/** Takes the bank, and finds the quiz that was left. */
	async open(bank: Bank): Promise<void> {
		if (this.#bank) return;
		this.#bank = bank;
		const left = await quizLeft(bank);
		// A quiz begun meanwhile has taken its place.
		if (!this.#hasBegun) this.#left = left;
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
		this.#hasBegun = true;
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
		this.#session = QuizSession.resume(this.#bank, this.#progress, this.#left.quiz);
		this.#left = null;
	}

	/** Discards the quiz that was left; its answers stay in the log. */
	drop(): void {
		this.#left = null;
		keepQuiz(null);
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
