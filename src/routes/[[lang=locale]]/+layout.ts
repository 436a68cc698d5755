import { setLocale } from '#lib/app/locale.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { LayoutLoad } from './$types';

export const prerender = true;
export const trailingSlash = 'always';

/** The locale of the address, and the language that its messages are in. */
export const load: LayoutLoad = ({ params }) => ({
	locale: setLocale(params.lang),
	language: getLocale()
});
