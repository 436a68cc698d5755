/**
 * The languages of the interface. Plain JavaScript: the build configuration reads it too.
 *
 * @typedef {{ messages: 'en' | 'fr', dir: 'ltr' | 'rtl', name: string }} Locale
 */

/** @type {Readonly<Record<string, Locale>>} */
export const locales = {
	en: { messages: 'en', dir: 'ltr', name: 'English' },
	fr: { messages: 'fr', dir: 'ltr', name: 'Français' }
};

/** The one without a prefix in its addresses. */
export const baseLocale = 'en';
