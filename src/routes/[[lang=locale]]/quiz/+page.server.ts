import { loadBank } from '#lib/app/library.ts';
import type { PageServerLoad } from './$types';

/** The topics stand in the page's HTML; the facts behind them follow with the bank. */
export const load: PageServerLoad = async ({ params, fetch }) => {
	const { topics } = await loadBank(params.lang ?? 'en', fetch);
	return { topics };
};
