/** The quiz that was left unfinished, as far as the bank still lets it go on. */
import type { Bank } from '#lib/bank/bank.ts';
import { loadQuiz, type KeptQuiz } from './kept-quiz.ts';

export type QuizLeft = {
	readonly quiz: KeptQuiz;
	readonly done: number;
	readonly total: number;
	/** Questions that are not in it any more, because their facts have been corrected since. */
	readonly leftOut: number;
};

/** Finds it and mends it; null when there is none. What mends it is loaded only when there is one. */
export async function quizLeft(bank: Bank): Promise<QuizLeft | null> {
	const kept = loadQuiz();
	if (!kept || kept.answers.length === kept.questions.length) return null;
	const { mendQuiz } = await import('./mend-quiz.ts');
	const quiz = mendQuiz(bank, kept);
	const total = quiz.questions.length;
	if (total === 0) return null;
	return { quiz, done: quiz.answers.length, total, leftOut: kept.questions.length - total };
}
