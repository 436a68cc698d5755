/** A kept quiz after its pack was corrected: only what is still true is asked. */
import type { Bank } from '#lib/bank/bank.ts';
import { kindsFor } from '#lib/quiz/kinds.ts';
import { proveQuestion } from '#lib/quiz/proof.ts';
import type { Question } from '#lib/quiz/question.ts';
import type { KeptQuiz } from './kept-quiz.ts';
import { phrasesFor } from './phrases.ts';
import { words } from './words.ts';

/**
 * Leaves out the questions still to come whose key or options the bank no longer bears out. Those
 * answered stay as they were asked, as long as the bank has the words for them; the log keeps all.
 */
export function mendQuiz(bank: Bank, quiz: KeptQuiz): KeptQuiz {
	const stays = quiz.questions.map(
		(question, index) =>
			canBeShown(bank, question) && (index < quiz.answers.length || holds(bank, question))
	);
	return {
		...quiz,
		questions: quiz.questions.filter((_, index) => stays[index]),
		answers: quiz.answers.filter((_, index) => stays[index])
	};
}

/** Whether the bank has the words for a question, which may name what is not there any more. */
function canBeShown(bank: Bank, question: Question): boolean {
	try {
		words(bank, question);
		return true;
	} catch {
		return false;
	}
}

/** Whether the bank would let the question be asked today, with this very key. */
function holds(bank: Bank, question: Question): boolean {
	const card = bank.card(question.card);
	if (!card || !kindsFor(bank, card).includes(question.kind)) return false;
	return proveQuestion(bank, question, phrasesFor(bank.fact(card.fact).language)).length === 0;
}
