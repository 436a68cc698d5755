/** The words around dates and quantities, from the message catalogues. */
import type { DateWords, FigureWords, FormatWords } from '#lib/bank/format.ts';
import type { Language } from '#lib/bank/pack.ts';
import * as m from '#lib/paraglide/messages.js';

const inLanguage = (locale: 'en' | 'fr'): FormatWords => {
	const option = { locale };
	const dates: DateWords = {
		seasons: [
			m.format_spring({}, option),
			m.format_summer({}, option),
			m.format_autumn({}, option),
			m.format_winter({}, option)
		],
		decade: (year) => m.format_decade({ year }, option),
		inside: (date, precision) => m.format_date_inside({ date, precision }, option),
		between: (from, to) => m.format_date_between({ from, to }, option),
		before: (date) => m.format_date_before({ date }, option),
		after: (date) => m.format_date_after({ date }, option),
		since: (date) => m.format_date_since({ date }, option),
		about: (date) => m.format_date_about({ date }, option)
	};
	const figures: FigureWords = {
		about: (amount) => m.format_about({ amount }, option),
		over: (amount) => m.format_over({ amount }, option),
		under: (amount) => m.format_under({ amount }, option),
		almost: (amount) => m.format_almost({ amount }, option),
		several: (magnitude, unit) => m.format_several({ magnitude, unit }, option),
		between: (min, max) => m.format_between({ min, max }, option)
	};
	return { dates, figures };
};

const made = new Map<Language, FormatWords>();

/** The words of a language; English where the interface has no catalogue in it. */
export function formatWords(language: Language): FormatWords {
	const words = made.get(language) ?? inLanguage(language === 'fr' ? 'fr' : 'en');
	made.set(language, words);
	return words;
}
