/**
 * The language of the page, taken from its address. One page has one language from load to unload:
 * changing it is a full page load.
 */
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { baseLocale, locales } from '../../locales.js';

let current: string = baseLocale;
overwriteGetLocale(() => (locales[current] ?? { messages: 'en' as const }).messages);

/** Takes the `lang` parameter of the route and returns the locale that it names. */
export function setLocale(param: string | undefined): string {
	current = param ?? baseLocale;
	return current;
}
