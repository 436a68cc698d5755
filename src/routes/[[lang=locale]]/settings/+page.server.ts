import { loadBank, optionalPacks } from '#lib/app/library.ts';
import { baseLocale } from '../../../locales.js';
import type { PageServerLoad } from './$types';

/** What the page says about its sources stands in its HTML: it needs no facts. */
export const load = (async ({ params, fetch }) => {
	const bank = await loadBank(params.lang ?? baseLocale, fetch, optionalPacks);
	return {
		language: bank.language,
		articles: [...bank.sources.values()].filter(({ kind }) => kind === 'article'),
		packs: bank.packs.map(({ facts, id, title, about, language, version, licence, optional }) => ({
			...{ id, title, about, language, version, licence, optional },
			facts: facts.length
		}))
	};
}) satisfies PageServerLoad;
