/** Readings of an answer that could mean two things, in words: what is asked back, what was meant. */
import { intlLocale } from '#lib/bank/format.ts';
import type { Language } from '#lib/bank/pack.ts';
import { civilDate, parseWhen } from '#lib/bank/when.ts';

const DAY_MS = 86_400_000;

/** A day in words: "3 April 1961". French counts the first of a month as an ordinal. */
function dayWords(day: number, language: Language): string {
	const format = new Intl.DateTimeFormat(intlLocale(language), {
		timeZone: 'UTC',
		calendar: 'gregory',
		day: 'numeric',
		month: 'long',
		year: 'numeric'
	});
	const isFirst = language === 'fr' && civilDate(day).day === 1;
	return format
		.formatToParts(day * DAY_MS)
		.map(({ type, value }) => (isFirst && type === 'day' ? '1er' : value))
		.join('');
}

/** A month in words: "November 1961". */
const monthWords = (day: number, language: Language): string =>
	new Intl.DateTimeFormat(intlLocale(language), {
		timeZone: 'UTC',
		calendar: 'gregory',
		month: 'long',
		year: 'numeric'
	}).format(day * DAY_MS);

/**
 * A reading of a verdict in words: an EDTF day or month as a date, plain digits as a number. Any other text
 * comes back as it is.
 */
export function readingWords(reading: string, language: Language): string {
	const when = parseWhen(reading);
	if (when?.precision === 'day') return dayWords(when.start, language);
	if (when?.precision === 'month') return monthWords(when.start, language);
	if (!/^\d+(\.\d+)?$/.test(reading)) return reading;
	// All decimals: 1.441 must not look like 1.44.
	const format = new Intl.NumberFormat(intlLocale(language), { maximumFractionDigits: 6 });
	return format.format(Number(reading));
}

/**
 * An answer as the learner knows it: what was typed, as it was typed; what was only chosen from two
 * readings (an EDTF day, a number with four decimals), in words.
 */
export const writtenWords = (text: string, language: Language): string =>
	/^\d{4}-\d{2}(-\d{2})?$|^\d+\.\d{4}$/.test(text) ? readingWords(text, language) : text;
