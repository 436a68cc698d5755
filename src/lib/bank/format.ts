/**
 * Dates and quantities in words: "27 November 1961", "about 90,000 people".
 *
 * Numbers and calendars come from `Intl`; the few words around them come in as `DateWords` and
 * `FigureWords`, because this floor holds no sentences. The language of the words must be the
 * `language` given, and both must be that of the text around.
 */
import type { FigureFact, Language, Unit } from './pack.ts';
import { civilDate, parseWhen, type Precision, type When } from './when.ts';

/** The words around dates in one language; `before`, `after` and `since` take a date with `inside` done. */
export type DateWords = {
	/** Spring, summer, autumn, winter, as they stand before a year. */
	readonly seasons: readonly [spring: string, summer: string, autumn: string, winter: string];
	/** The ten years from 1950: "the 1950s". Takes the year in digits. */
	readonly decade: (firstYear: string) => string;
	/** A date as it stands after a preposition: "le 27 novembre 1961", "l’été 1961". */
	readonly inside: (date: string, precision: Precision) => string;
	/** A stretch whose two ends are not of one kind: "February 1961 – 1964". Takes them bare. */
	readonly between: (from: string, to: string) => string;
	/** Open at the start: "before 27 November 1961". */
	readonly before: (end: string) => string;
	/** Open at the end (`/..`): "after 16 May 2003". */
	readonly after: (start: string) => string;
	/** The end is not known (`/`): "from 1960". */
	readonly since: (start: string) => string;
	/** The bounds are not sharp: "about 1960"; may then stand in the others: "from about 1960". */
	readonly about: (date: string) => string;
};

/** The words around quantities in one language; each takes the amount, unit included. */
export type FigureWords = {
	readonly about: (amount: string) => string;
	readonly over: (amount: string) => string;
	readonly under: (amount: string) => string;
	readonly almost: (amount: string) => string;
	/** The order of magnitude alone: 1, 10, 100, 1000 …, and the unit as it follows it: "several thousand people". */
	readonly several: (magnitude: number, unit: string) => string;
	/** The two ends of a range, without the unit: "50 to 200". */
	readonly between: (min: string, max: string) => string;
};

/** All the words around dates and quantities in one language. */
export type FormatWords = { readonly dates: DateWords; readonly figures: FigureWords };

/** Formatting locales: day before month in English; Western digits in Arabic, as in Morocco. */
const LOCALES: Readonly<Record<Language, string>> = {
	en: 'en-GB',
	fr: 'fr',
	ar: 'ar-u-nu-latn',
	he: 'he'
};

/** The locale that `Intl` objects for a language are made with. */
export const intlLocale = (language: Language): string => LOCALES[language];

type Fields = 'day' | 'month' | 'year';

const DATE_FIELDS: Readonly<Record<Fields, Intl.DateTimeFormatOptions>> = {
	day: { day: 'numeric', month: 'long', year: 'numeric' },
	month: { month: 'long', year: 'numeric' },
	year: { year: 'numeric' }
};

/** Making an Intl object costs far more than using it: one of each per language is kept. */
function cached<Key, T>(
	make: (key: Key, language: Language) => T
): (key: Key, language: Language) => T {
	const languages = new Map<Language, Map<Key, T>>();
	return (key, language) => {
		const made = languages.get(language) ?? new Map<Key, T>();
		if (made.size === 0) languages.set(language, made);
		const found = made.get(key) ?? make(key, language);
		made.set(key, found);
		return found;
	};
}

const dateFormat = cached(
	(fields: Fields, language) =>
		new Intl.DateTimeFormat(LOCALES[language], {
			timeZone: 'UTC',
			calendar: 'gregory',
			...DATE_FIELDS[fields]
		})
);
const numberFormat = cached(
	(digits: number, language) =>
		new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits })
);
const moneyFormat = cached(
	(currency: string, language) =>
		new Intl.NumberFormat(LOCALES[language], {
			style: 'currency',
			currency,
			maximumFractionDigits: 0,
			// Arabic text sets the currency as a word, the others as a sign.
			currencyDisplay: language === 'ar' ? 'name' : 'narrowSymbol'
		})
);
const pluralRules = cached(
	(type: Intl.PluralRuleType, language) => new Intl.PluralRules(LOCALES[language], { type })
);

const DAY_MS = 86_400_000;

/**
 * How a language writes dates of one month, or from one month to another: its words, and places for
 * the days and the years. `Intl` takes 20 times as long for a date as it takes to fill these in.
 */
type Layout = readonly (
	string | { readonly field: 'day' | 'year'; readonly end: 'first' | 'last' }
)[];

const layouts = cached<Fields, Map<number, Layout>>(() => new Map());

type DatePart = Intl.DateTimeFormatPart & {
	readonly source?: Intl.DateTimeRangeFormatPart['source'];
};

const layoutOf = (parts: readonly DatePart[]): Layout =>
	parts.map(({ type, value, source }) =>
		type === 'day' || type === 'year'
			? { field: type, end: source === 'endRange' ? 'last' : 'first' }
			: value
	);

type Civil = ReturnType<typeof civilDate>;

/** French counts the first of a month as an ordinal, which CLDR leaves out. */
const writeDay = ({ day }: Civil, language: Language): string =>
	language === 'fr' && day === 1 ? '1er' : String(day);

function fill(layout: Layout, first: Civil, last: Civil, language: Language): string {
	let text = '';
	for (const part of layout) {
		if (typeof part === 'string') text += part;
		else {
			const date = part.end === 'last' ? last : first;
			// Years are never grouped and keep no leading zeros.
			text += part.field === 'day' ? writeDay(date, language) : String(date.year);
		}
	}
	return text;
}

function formatDay(day: number, fields: Fields, language: Language): string {
	const date = civilDate(day);
	const known = layouts(fields, language);
	const found =
		known.get(date.month) ?? layoutOf(dateFormat(fields, language).formatToParts(day * DAY_MS));
	known.set(date.month, found);
	return fill(found, date, date, language);
}

/** What the layout of a stretch depends on: its months, and the greatest unit in which its ends differ. */
const stretchKey = (first: Civil, last: Civil): number =>
	100 * (100 * first.month + last.month) +
	(first.year !== last.year ? 3 : first.month !== last.month ? 2 : first.day !== last.day ? 1 : 0);

/**
 * Browsers differ in the spaces they set around the dash of a range: plain ones are used, and none
 * between two bare numbers ("10–11 January", "1948–1955").
 */
function formatDays(start: number, end: number, fields: Fields, language: Language): string {
	const [first, last] = [civilDate(start), civilDate(end)];
	const known = layouts(fields, language);
	const key = stretchKey(first, last);
	const found =
		known.get(key) ??
		layoutOf(dateFormat(fields, language).formatRangeToParts(start * DAY_MS, end * DAY_MS));
	known.set(key, found);
	return fill(found, first, last, language)
		.replace(/[\s\u2009\u202f]*–[\s\u2009\u202f]*/, ' – ')
		.replace(/^(\d+|1er) – (\d+)/, '$1–$2');
}

function formatSeason(edtf: string, year: number, words: DateWords): string {
	const season = words.seasons[Number(edtf.slice(5, 7)) - 21] ?? '';
	// A winter runs into the next year.
	return edtf.slice(5, 7) === '24' ? `${season} ${year}–${year + 1}` : `${season} ${year}`;
}

/** A date with what is said of its sharpness; the two ends of a range may differ in it. */
function formatDate(when: When, language: Language, words: DateWords): string {
	const date = formatPoint(when, language, words);
	return when.approximate && when.precision !== 'range' ? words.about(date) : date;
}

function formatPoint(when: When, language: Language, words: DateWords): string {
	const { year } = civilDate(when.start);
	switch (when.precision) {
		case 'day':
		case 'month':
		case 'year':
			return formatDay(when.start, when.precision, language);
		case 'season':
			return formatSeason(when.edtf, year, words);
		case 'decade':
			return words.decade(String(year));
		case 'range':
			return formatRange(when, language, words);
		default:
			return when.precision satisfies never;
	}
}

const isField = (precision: Precision): precision is Fields =>
	precision === 'day' || precision === 'month' || precision === 'year';

/** What both ends of a plain stretch are: two days, months or years; null for any other. */
function endsOf({ edtf, approximate }: When): Fields | null {
	const length = edtf.indexOf('/');
	if (approximate || edtf.length !== 2 * length + 1) return null;
	if (length === 10) return 'day';
	// Seasons have the numbers from 21 on.
	if (length === 7) return edtf.charAt(5) < '2' && edtf.charAt(13) < '2' ? 'month' : null;
	return length === 4 && !edtf.includes('X') ? 'year' : null;
}

function formatRange(when: When, language: Language, words: DateWords): string {
	const fields = endsOf(when);
	if (fields) return formatDays(when.start, when.end, fields, language);
	const [from = '', to = ''] = when.edtf.split('/');
	const first = parseWhen(from);
	const last = parseWhen(to);
	if (first && last) {
		if (
			first.precision === last.precision &&
			first.approximate === last.approximate &&
			isField(first.precision)
		) {
			const range = formatDays(first.start, last.start, first.precision, language);
			return when.approximate ? words.about(range) : range;
		}
		return words.between(formatDate(first, language, words), formatDate(last, language, words));
	}
	if (last) return words.before(inside(last, language, words));
	if (!first) return when.edtf;
	const start = inside(first, language, words);
	return to === '' ? words.since(start) : words.after(start);
}

const inside = (when: When, language: Language, words: DateWords): string =>
	words.inside(formatDate(when, language, words), when.precision);

/**
 * A historical date in words, with exactly the precision it has: "27 November 1961",
 * "October 1976", "summer 1961", "1948–1955", "before 27 November 1961", "about 1960".
 * A `label` ("the late 1950s") stands in place of all of it.
 */
export function formatWhen(
	when: When,
	language: Language,
	words: FormatWords,
	label: string | null = null
): string {
	return label ?? formatDate(when, language, words.dates);
}

/** A bare number with the language's own grouping: "90,000", "90 000". At most two decimals. */
export const formatNumber = (value: number, language: Language): string =>
	// Below a thousand there is nothing to group, and `Intl` is slow.
	Number.isInteger(value) && value >= 0 && value < 1000
		? String(value)
		: numberFormat(2, language).format(value);

function unitForm(unit: Unit, category: Intl.LDMLPluralRule, language: Language): string {
	const forms = unit.forms[language] ?? unit.forms.en;
	return forms?.[category] ?? forms?.other ?? '';
}

/** 1, 10, 100, 1000 …: the greatest that is not above the value. */
const magnitudeOf = (value: number): number =>
	value < 1 ? 1 : 10 ** Math.floor(Math.log10(value) + 1e-9);

/**
 * A quantity in words: "530 children", "about 90,000 people", "$50 to $200", "over 20 years". The
 * unit takes its plural form by CLDR's rules; what follows an amount of money ("per person") is
 * the form of a unit that has a `currency`. Forms that a language lacks are taken from English.
 */
export function formatFigure(
	figure: Pick<FigureFact, 'min' | 'max' | 'qualifier'>,
	unit: Unit,
	language: Language,
	{ figures: words }: FormatWords
): string {
	const { min, max, qualifier } = figure;
	if (qualifier === 'several') {
		const magnitude = magnitudeOf(min);
		// "Plusieurs milliers de personnes": French's `many` is the form that follows a noun of number.
		return words
			.several(magnitude, unitForm(unit, magnitude > 1 ? 'many' : 'other', language))
			.trim();
	}
	const { currency } = unit;
	const write = (value: number) =>
		currency ? moneyFormat(currency, language).format(value) : formatNumber(value, language);
	const number = min === max ? write(min) : words.between(write(min), write(max));
	// The plural of a range is that of its end in these four languages (CLDR plural ranges).
	const form = unitForm(unit, pluralRules('cardinal', language).select(max), language);
	const amount = form ? `${number} ${form}` : number;
	return qualifier === 'exact' ? amount : words[qualifier](amount);
}
