import { loadBank } from '#lib/app/library.ts';
import { baseLocale } from '../../../locales.js';
import type { PageServerLoad } from './$types';

/** What the page says about its sources stands in its HTML: it needs no facts. */
export const load = (async ({ params, fetch }) => {
	const bank = await loadBank(params.lang ?? baseLocale, fetch);
	return {
		language: bank.language,
		articles: [...bank.sources.values()].filter(({ kind }) => kind === 'article'),
		packs: bank.packs.map(({ id, title, version, licence }) => ({ id, title, version, licence }))
	};
}) satisfies PageServerLoad;
