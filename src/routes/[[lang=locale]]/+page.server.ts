import { loadBank } from '#lib/app/library.ts';
import { words } from '#lib/app/words.ts';
import { makeQuestion } from '#lib/quiz/kinds.ts';
import type { PageServerLoad } from './$types';

/** The card of the first visit's question: a plain fact that can be answered by thinking. */
const OPENING_CARD = 'mural-children.value';

/** Settles the opening question while the page is prerendered, so that it stands in the HTML. */
export const load: PageServerLoad = async ({ params, fetch }) => {
	const bank = await loadBank(params.lang ?? 'en', fetch);
	const card = bank.card(OPENING_CARD);
	const question =
		card &&
		makeQuestion(bank, card, 'choice', { seed: 'opening', optionCount: 3, directions: ['value'] });
	if (question?.kind !== 'choice') {
		throw new Error(`The bank makes no choice question of ${OPENING_CARD}.`);
	}
	return { opening: { question, wording: words(bank, question) } };
};
