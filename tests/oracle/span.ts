/**
 * Dates as the oracle reads them: the first and the last day that a date may cover, as ISO text,
 * compared as text. It shares nothing with `bank/when.ts`, so that both cannot be wrong alike.
 */

/** First and last day, "1961-02-01" to "1961-02-31": the end of a month is written as its 31st. */
export type Span = { readonly first: string; readonly last: string };

const EARLIEST = '0000-00-00';
const LATEST = '9999-99-99';

/** First and last month of EDTF's seasons; a winter ends in the next year. */
const SEASONS: Readonly<Record<string, readonly [string, string]>> = {
	'21': ['03', '05'],
	'22': ['06', '08'],
	'23': ['09', '11'],
	'24': ['12', '02']
};

/** One point of EDTF as a span; throws a RangeError for what is none. */
function pointOf(text: string): Span {
	const plain = text.replace(/[~?%]$/, '');
	if (/^\d{3}X$/.test(plain)) {
		const decade = plain.slice(0, 3);
		return { first: `${decade}0-01-01`, last: `${decade}9-12-31` };
	}
	const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(plain) ?? [];
	if (year === undefined) throw new RangeError(`“${text}” is not a date.`);
	if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
	const season = SEASONS[month];
	if (season) {
		const [from, to] = season;
		const end = to < from ? String(Number(year) + 1) : year;
		return { first: `${year}-${from}-01`, last: `${end}-${to}-31` };
	}
	return { first: `${year}-${month}-${day ?? '01'}`, last: `${year}-${month}-${day ?? '31'}` };
}

/** The span of an EDTF date; throws a RangeError for what is none. */
export function spanOf(edtf: string): Span {
	const [from = '', to = from] = edtf.split('/');
	const isOpen = (end: string) => end === '' || end === '..';
	return {
		first: isOpen(from) ? EARLIEST : pointOf(from).first,
		last: isOpen(to) ? LATEST : pointOf(to).last
	};
}

/** What a period begins (`first`) or ends (`last`) with, as EDTF; null where that is not known. */
export function endText(edtf: string, end: 'first' | 'last'): string | null {
	const [from = '', to = from] = edtf.split('/');
	const text = end === 'first' ? from : to;
	return text === '' || text === '..' ? null : text;
}

export const isRough = (edtf: string): boolean => /[~?%]/.test(edtf);

export const isOpen = ({ first, last }: Span): boolean => first === EARLIEST || last === LATEST;

/** Whether a day may belong to both. */
export const meet = (a: Span, b: Span): boolean => a.first <= b.last && b.first <= a.last;

/** Whether all of `inner` lies in `outer`. */
export const holds = (outer: Span, inner: Span): boolean =>
	outer.first <= inner.first && inner.last <= outer.last;

/** Whether `a` is over before `b` begins. */
export const precedes = (a: Span, b: Span): boolean => a.last < b.first;

/** The span with a year more at either end: what "about" may mean at most. */
export function widened({ first, last }: Span): Span {
	const shift = (day: string, years: number) =>
		`${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
	return { first: shift(first, -1), last: shift(last, 1) };
}

/** Years of the mean length of the Gregorian calendar from one day to another, by the clock of UTC. */
function yearsFrom(from: string, to: string): number {
	const time = (day: string) => {
		const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
		// The 31st of a shorter month is its last day.
		const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
		return Date.UTC(year, month - 1, Math.min(date, last));
	};
	return (time(to) - time(from)) / (365.2425 * 24 * 60 * 60 * 1000);
}

/** Fewest and most years from one date to another that follows it. */
export const yearsApart = (early: Span, late: Span): { least: number; most: number } => ({
	least: yearsFrom(early.last, late.first),
	most: yearsFrom(early.first, late.last)
});

const MONTHS =
	'January February March April May June July August September October November December';

/** The time that an English question names: its years, with the month or the day where one stands before. */
export function timeNamed(text: string): Span | null {
	const months = MONTHS.split(' ');
	const named = new RegExp(`(?:(?:(\\d{1,2}) )?(${months.join('|')}) )?\\b(\\d{4})\\b`, 'g');
	const spans = [...text.matchAll(named)].map(([, day, month, year = '']) => {
		if (month === undefined) return spanOf(year);
		const date = `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}`;
		return spanOf(day === undefined ? date : `${date}-${day.padStart(2, '0')}`);
	});
	const [first, ...others] = spans.sort((a, b) => (a.first < b.first ? -1 : 1));
	return first ? { first: first.first, last: others.at(-1)?.last ?? first.last } : null;
}
