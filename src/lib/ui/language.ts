import type { Language } from '#lib/bank/pack.ts';

/** The direction in which a language is written. */
export const directionOf = (language: Language): 'ltr' | 'rtl' =>
	language === 'ar' || language === 'he' ? 'rtl' : 'ltr';

/** A text that stands alone, its first letter in upper case by the rules of its language. */
export function capitalised(text: string, language: Language): string {
	const [first = ''] = text;
	return first.toLocaleUpperCase(language) + text.slice(first.length);
}

/** A text as a sentence before another one: with a full stop, unless it ends with one. */
export const stopped = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
