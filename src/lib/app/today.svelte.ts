/** What there is to do now: the numbers of the Today place, worked out anew when it is opened. */
import { BankLoader } from './bank-loader.svelte.ts';
import type { LibraryProblem } from './library.ts';
import { isUsable, type LearnerProgress } from './progress.svelte.ts';
import { quizLeft, type QuizLeft } from './quiz-left.ts';
import { todaysQueue } from './todays-queue.ts';

/** Seconds that an answer takes on average, reading included. */
const SECONDS_PER_CARD = 12;

export type TodayNumbers = {
	readonly due: number;
	readonly fresh: number;
	/** Minutes that the cards will take, at least 1. */
	readonly minutes: number;
	readonly answeredToday: number;
	/** Cards seen at least once. */
	readonly met: number;
	/** When the next card comes, in milliseconds since 1970; null when never. */
	readonly next: number | null;
	/** A quiz left unfinished. */
	readonly quiz: Pick<QuizLeft, 'done' | 'total'> | null;
};

export class Today {
	readonly #progress: LearnerProgress;
	readonly #library = new BankLoader();
	#quiz = $state.raw<QuizLeft | null>(null);

	/** `packs`: the optional packs that are switched on. */
	constructor(progress: LearnerProgress, locale: string, packs: readonly string[]) {
		this.#progress = progress;
		void this.#open(locale, packs);
	}

	/** Why there will be no numbers, if so. */
	get problem(): LibraryProblem | null {
		return this.#library.problem;
	}

	/** Null until the bank is there and the learner's memories are. */
	numbers(newPerDay: number): TodayNumbers | null {
		const { bank } = this.#library;
		const progress = this.#progress;
		if (!bank || !isUsable(progress.state)) return null;
		const queue = todaysQueue(bank, progress, { now: Date.now(), newPerDay });
		return {
			due: queue.due,
			fresh: queue.fresh,
			minutes: Math.max(1, Math.round(((queue.due + queue.fresh) * SECONDS_PER_CARD) / 60)),
			answeredToday: progress.reviewsToday.length,
			met: progress.memories.size,
			next: queue.next,
			quiz: this.#quiz
		};
	}

	async #open(locale: string, packs: readonly string[]): Promise<void> {
		await this.#library.load(locale, packs);
		const { bank } = this.#library;
		if (bank) this.#quiz = await quizLeft(bank);
	}
}
