import { loadBank } from '#lib/app/library.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, fetch }) => {
	const { locale } = await parent();
	return { bank: await loadBank(locale, fetch) };
};
