import { loadBank } from '#lib/app/library.ts';
import { setLocale } from '#lib/app/locale.ts';
import { words } from '#lib/app/words.ts';
import { openingQuestion } from '#lib/server/opening-question.ts';
import type { PageServerLoad } from './$types';

/** Settles the opening question while the page is prerendered, so that it stands in the HTML. */
export const load: PageServerLoad = async ({ params, fetch }) => {
	const bank = await loadBank(params.lang ?? 'en', fetch);
	const question = openingQuestion(bank);
	// The layout, which says what language the page is in, loads only after this.
	setLocale(params.lang);
	return { opening: { question, wording: words(bank, question) } };
};
