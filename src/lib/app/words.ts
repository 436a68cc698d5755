/**
 * Questions in the words of their fact's language, which may be English on a French page. How certain
 * the fact is, the app itself says: in the language of the page wherever it can.
 */
import type { Bank } from '#lib/bank/bank.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { wordQuestion } from '#lib/quiz/kinds.ts';
import type { Question, Wording } from '#lib/quiz/question.ts';
import { canSayCertainty, certaintyLine } from '#lib/quiz/wording.ts';
import { phrasesFor } from './phrases.ts';

/** Words a question; throws a RangeError when the bank no longer has its card. */
export function words(bank: Bank, question: Question): Wording {
	const card = bank.card(question.card);
	const fact = card && bank.fact(card.fact);
	const wording = wordQuestion(bank, question, phrasesFor(fact?.language ?? bank.language));
	const ofPage = phrasesFor(getLocale());
	if (!fact || !canSayCertainty(bank, fact, ofPage.language)) return wording;
	return { ...wording, certainty: certaintyLine(bank, fact, ofPage) };
}
