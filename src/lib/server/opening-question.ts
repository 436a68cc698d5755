/** The question of a first visit: settled and proven while the site is built. */
import { phrasesFor } from '#lib/app/phrases.ts';
import type { Bank } from '#lib/bank/bank.ts';
import { makeQuestion } from '#lib/quiz/kinds.ts';
import { proveQuestion } from '#lib/quiz/proof.ts';
import type { OptionQuestion } from '#lib/quiz/question.ts';

/** Its card: a plain fact that can be answered by thinking. */
const OPENING_CARD = 'mural-children.value';

/** Makes the opening question. Throws, and so stops the build, when the bank makes none that holds. */
export function openingQuestion(bank: Bank): OptionQuestion<'choice'> {
	const card = bank.card(OPENING_CARD);
	const question =
		card &&
		makeQuestion(bank, card, 'choice', { seed: 'opening', optionCount: 3, directions: ['value'] });
	if (question?.kind !== 'choice') {
		throw new Error(`The bank makes no choice question of ${OPENING_CARD}.`);
	}
	const [problem] = proveQuestion(bank, question, phrasesFor(bank.language));
	if (problem) {
		throw new Error(`The opening question breaks the rule “${problem.rule}”: ${problem.reason}.`);
	}
	return question;
}
