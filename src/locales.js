/**
 * The languages of the interface. Plain JavaScript: the build configuration reads it too.
 *
 * @typedef {{ messages: 'en' | 'fr', dir: 'ltr' | 'rtl', name: string }} Locale
 */

/** The configuration and the server have a `process`; the browser has what the build left in it. */
const { process } = /** @type {{ process?: { env: Record<string, unknown> } }} */ (globalThis);
const env = process === undefined ? import.meta.env : process.env;

/**
 * Set for a test build only: adds a language that is English from right to left, so that every
 * page can be looked at in that direction before Arabic and Hebrew are there.
 *
 * @type {unknown}
 */
const pseudo = env.VITE_PSEUDO_LOCALE;

/** @type {Readonly<Record<string, Locale>>} */
export const locales = {
	en: { messages: 'en', dir: 'ltr', name: 'English' },
	fr: { messages: 'fr', dir: 'ltr', name: 'Français' },
	...(pseudo ? { xb: { messages: 'en', dir: 'rtl', name: 'Pseudo' } } : {})
};

/** The one without a prefix in its addresses. */
export const baseLocale = 'en';
