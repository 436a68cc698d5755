/** The quiz that was left unfinished, if there is one: Today and Quiz ask at every start. */
import type { Bank } from '#lib/bank/bank.ts';
import type { KeptQuiz } from './kept-quiz.ts';
import { KEPT_QUIZ } from './kept-quiz-key.ts';

export type QuizLeft = {
	readonly quiz: KeptQuiz;
	/** The bank that it goes on with. */
	readonly bank: Bank;
	readonly done: number;
	readonly total: number;
	/** Questions that are not in it any more, because their facts have been corrected since. */
	readonly leftOut: number;
};

function isThere(): boolean {
	try {
		return localStorage.getItem(KEPT_QUIZ) !== null;
	} catch {
		// Storage refused: nothing was kept.
		return false;
	}
}

/**
 * Finds it and mends it, by the learner's bank or one with the packs that it was drawn from; null
 * when there is none. What does all this is loaded only when there is one.
 */
export async function quizLeft(own: Bank): Promise<QuizLeft | null> {
	if (!isThere()) return null;
	const { readQuizLeft } = await import('./read-quiz-left.ts');
	return readQuizLeft(own);
}
