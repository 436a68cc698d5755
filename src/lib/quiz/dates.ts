/**
 * Reading a typed date: digits and names of months in four languages, day and month in the
 * learner's order. Never fuzzy.
 */
import type { Language } from '../bank/pack.ts';
import { foldLetters, latinDigits } from './fold.ts';

export type DateReading =
	/** A year, a month or a day: "1961", "1961-11", "1961-11-27". */
	| { readonly kind: 'date'; readonly edtf: string }
	/** Could be two dates: "03/04/1961" is in March or in April. */
	| { readonly kind: 'ambiguous'; readonly readings: readonly [string, string] }
	| { readonly kind: 'none' };

const NONE: DateReading = { kind: 'none' };

/**
 * Names and short forms of the months, folded: English, French, Arabic of the east, of Egypt and of
 * the west, Hebrew.
 */
const MONTHS = [
	'january janvier jan janv يناير كانونثاني جانفي ינואר ינו',
	'february fevrier feb febr fev fevr فبراير شباط فيفري פברואר פבר',
	'march mars mar مارس اذار מרצ מרס',
	'april avril apr avr ابريل نيسان افريل אפריל אפר',
	'may mai مايو ماي ايار מאי',
	'june juin jun يونيو يونيه حزيران جوان יוני',
	'july juillet jul juil juill يوليو يوليوز يوليه تموز جويليه יולי',
	'august aout aug اغسطس غشت اغشت اب اوت אוגוסט אוג',
	'september septembre sep sept سبتمبر شتنبر شتمبر ايلول ספטמבר ספט',
	'october octobre oct اكتوبر تشريناول אוקטובר אוק',
	'november novembre nov نوفمبر نونبر تشرينثاني נובמבר נוב',
	'december decembre dec ديسمبر دجنبر دجمبر كانوناول דצמבר דצמ דצ'
].map((names) => new Set(names.split(' ')));

/** 1 to 12; 0 for what is no month. Hebrew and Arabic write "in" as one letter before the name. */
const monthOf = (word: string): number =>
	1 + MONTHS.findIndex((names) => names.has(word) || names.has(word.replace(/^[בלب]/, '')));

/** The first day of a month has words of its own. */
const FIRST = /^(first|premier|فاتح|اول)$/;

/** What may stand around a date without changing it, folded: small words, eras, days of the week. */
const FILLERS = [
	/^(on|in|the|of|year|ad|ce|le|en|de|du|d|au|mois|an|annee|l|a|ap|j|c|ca|circa|about|around|vers|environ)$/,
	/^(st|nd|rd|th|er|e)$/,
	/^(في|من|عام|سنه|العام|السنه|شهر|يوم|م|ميلادي|ميلاديه|للميلاد|حوالي|نحو)$/,
	/^(ה|ב|של|יומ|ביומ|חודש|בחודש|שנת|בשנת|לשנת|לספירה|בערכ)$/,
	/^((mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(day)?|(lun|mar|mer|mercre|jeu|ven|vendre|sam|same)(di)?|dim|dimanche)$/,
	/^(ال)?(احد|اثنين|ثلاثا|اربعا|خميس|جمعه|سبت)$/,
	/^([א-ו]|ראשונ|שני|שלישי|רביעי|חמישי|שישי|שבת)$/
];

const pad = (part: number): string => String(part).padStart(2, '0');

/** The day in EDTF; null where the calendar has no such day. */
function dayOf(year: number, month: number, day: number): string | null {
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	const length = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
	const exists = month >= 1 && month <= 12 && day >= 1 && day <= length;
	return exists ? `${year}-${pad(month)}-${pad(day)}` : null;
}

/** The dates that a text can mean, the likelier first, as a reading. */
function reading(dates: readonly (string | null)[]): DateReading {
	const [first, second] = new Set(dates.filter((date) => date !== null));
	if (first === undefined) return NONE;
	if (second === undefined) return { kind: 'date', edtf: first };
	return { kind: 'ambiguous', readings: [first, second] };
}

/** The numbers of a date in the order written, and the month if it has a name; null for other text. */
function partsOf(text: string): { numbers: string[]; month: number } | null {
	const plain = latinDigits(foldLetters(text)).replace(/(كانون|تشرين) (?:ال)?(اول|ثاني)/, '$1$2');
	if (/[^\p{L}\d\s.,،/'"’”״׳()?!:־‐-―-]/u.test(plain)) return null;
	const numbers: string[] = [];
	const months: string[] = [];
	// 19611127 is ISO 8601's basic form.
	const spaced = plain.replace(/^([12]\d{3})(\d\d)(\d\d)$/, '$1-$2-$3');
	for (const part of spaced.match(/\d+|\p{L}+/gu) ?? []) {
		if (/\d/.test(part)) numbers.push(part);
		else if (FIRST.test(part)) numbers.push('1');
		else if (monthOf(part) > 0) months.push(part);
		else if (!FILLERS.some((filler) => filler.test(part))) return null;
	}
	// "mar. 28 nov. 1961": a Tuesday.
	if (months.length === 2 && months[0] === 'mar') months.shift();
	return months.length > 1 ? null : { numbers, month: monthOf(months[0] ?? '') };
}

/** The two dates of a day and a month in digits, in the order of the language. */
function bothOrders(year: number, a: number, b: number, language: Language): (string | null)[] {
	const [dayFirst, monthFirst] = [dayOf(year, b, a), dayOf(year, a, b)];
	return language === 'en' ? [monthFirst, dayFirst] : [dayFirst ?? monthFirst];
}

/** A year of two digits, last in a date: of this century or the one before, to be asked back. */
function readShortYear(parts: readonly number[], month: number, language: Language): DateReading {
	const [a = 0, b, c] = parts;
	const dates = [1900, 2000].flatMap((century) => {
		if (month === 0) return c === undefined ? null : bothOrders(century + c, a, b ?? 0, language);
		if (c !== undefined) return null;
		// "Nov 61", but not "Nov 27", which is a day.
		if (b === undefined) return a > 31 ? `${century + a}-${pad(month)}` : null;
		return dayOf(century + b, month, a);
	});
	return reading(dates);
}

/**
 * Reads a year, a month or a day from what was typed. The day stands before the month, except in
 * English, which is asked back where both orders make a date; after a year comes the month in every
 * language. A year of two digits beside a month is asked back, alone it is none. None: days that do not exist, two dates, texts of
 * more than 60 characters, and any word that is not part of a date.
 */
export function readTypedDate(text: string, language: Language): DateReading {
	const typed = text.trim();
	// History has no years below zero here.
	const parts = typed.length > 60 || /^[-−]\s*\p{Nd}/u.test(typed) ? null : partsOf(typed);
	if (!parts) return NONE;
	const { numbers, month } = parts;
	const isYear = (digits: string) => /^[12]\d{3}$/.test(digits);
	const years = numbers.filter(isYear).map(Number);
	const others = numbers.filter((digits) => /^\d\d?$/.test(digits)).map(Number);
	if (years.length + others.length !== numbers.length || years.length > 1) return NONE;
	const [year] = years;
	if (year === undefined) return readShortYear(others, month, language);
	const [a, b, c] = others;
	if (c !== undefined || (month > 0 && b !== undefined)) return NONE;
	if (month > 0)
		return reading([a === undefined ? `${year}-${pad(month)}` : dayOf(year, month, a)]);
	if (a === undefined) return reading([String(year)]);
	if (b === undefined) return reading([dayOf(year, a, 1)?.slice(0, 7) ?? null]);
	if (isYear(numbers[0] ?? '')) return reading([dayOf(year, a, b)]);
	// A year between day and month is no date in any language.
	return isYear(numbers[1] ?? '') ? NONE : reading(bothOrders(year, a, b, language));
}
