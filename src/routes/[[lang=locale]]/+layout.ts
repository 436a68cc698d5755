import { setLocale } from '#lib/app/locale.ts';
import type { LayoutLoad } from './$types';

export const prerender = true;
export const trailingSlash = 'always';

export const load: LayoutLoad = ({ params }) => ({ locale: setLocale(params.lang) });
