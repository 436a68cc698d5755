/** Questions in the words of their fact's language, which may be English on a French page. */
import type { Bank } from '#lib/bank/bank.ts';
import { wordQuestion } from '#lib/quiz/kinds.ts';
import type { Question, Wording } from '#lib/quiz/question.ts';
import { phrasesFor } from './phrases.ts';

/** Words a question; throws a RangeError when the bank no longer has its card. */
export function words(bank: Bank, question: Question): Wording {
	const card = bank.card(question.card);
	const language = card ? bank.fact(card.fact).language : bank.language;
	return wordQuestion(bank, question, phrasesFor(language));
}
