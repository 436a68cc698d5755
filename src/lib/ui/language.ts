import type { Language } from '#lib/bank/pack.ts';

/** The direction in which a language is written. */
export const directionOf = (language: Language): 'ltr' | 'rtl' =>
	language === 'ar' || language === 'he' ? 'rtl' : 'ltr';
