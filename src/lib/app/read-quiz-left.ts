/** Reads the quiz that was left, as far as the bank still lets it go on. */
import { page } from '$app/state';
import type { Bank } from '#lib/bank/bank.ts';
import { baseLocale } from '../../locales.js';
import { loadQuiz, type KeptQuiz } from './kept-quiz.ts';
import { mendQuiz } from './mend-quiz.ts';
import { bankFor } from './quiz-bank.ts';
import type { QuizLeft } from './quiz-left.ts';

/**
 * The bank that the quiz was drawn from: in a larger one a question may no longer be sure, for
 * instance because a second event fits it. Versions before kept no packs.
 */
async function bankOf({ specification }: KeptQuiz, own: Bank): Promise<Bank> {
	if (specification.packs.length === 0) return own;
	try {
		return await bankFor(page.params.lang ?? baseLocale, specification.packs);
	} catch {
		// Not to be had now: what the learner's own packs can ask goes on.
		return own;
	}
}

/** Null when nothing of it can be asked any more, or it has been answered to its end. */
export async function readQuizLeft(own: Bank): Promise<QuizLeft | null> {
	const kept = loadQuiz();
	if (!kept || kept.answers.length === kept.questions.length) return null;
	const bank = await bankOf(kept, own);
	const quiz = mendQuiz(bank, kept);
	const total = quiz.questions.length;
	if (total === 0) return null;
	const leftOut = kept.questions.length - total;
	return { quiz, bank, done: quiz.answers.length, total, leftOut };
}
