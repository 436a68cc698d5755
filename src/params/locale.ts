import { baseLocale, locales } from '../locales.js';

/** The languages that stand in an address; the base language stands in none. */
export const match = (param: string): boolean =>
	param !== baseLocale && Object.hasOwn(locales, param);
