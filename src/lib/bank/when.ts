/**
 * Historical dates as intervals.
 *
 * A date is written in EDTF (ISO 8601-2, https://www.loc.gov/standards/datetime/) and means every
 * day that it may cover: "1961-02" is 1 to 28 February 1961. Two dates can be put in order only
 * when their intervals do not touch. This file reads the part of EDTF that the packs use; the
 * tests compare it with the `edtf` library.
 */

/** The unit a date is given in; `range` is any interval from one date to another. */
export type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'range';

/** A historical date. Days are counted from 1970-01-01 in the proleptic Gregorian calendar. */
export type When = {
	readonly edtf: string;
	/** First day that the date may cover; -Infinity when it is open or unknown. */
	readonly start: number;
	/** Last day that the date may cover; Infinity when it is open or unknown. */
	readonly end: number;
	readonly precision: Precision;
	/** EDTF's `~` or `?`: the bounds are not sharp. */
	readonly approximate: boolean;
};

const DAY_MS = 86_400_000;

/** The day number of a civil date; `month` is 1 to 12. */
export const dayNumber = (year: number, month: number, day: number): number =>
	// `Date.UTC` takes years below 100 for those of the twentieth century.
	(year < 100
		? new Date(Date.UTC(2000, month - 1, day)).setUTCFullYear(year)
		: Date.UTC(year, month - 1, day)) / DAY_MS;

/** The civil date of a day number. */
export function civilDate(dayNumber: number): { year: number; month: number; day: number } {
	const date = new Date(dayNumber * DAY_MS);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const daysInMonth = (year: number, month: number): number =>
	dayNumber(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - dayNumber(year, month, 1);

/** EDTF seasons 21 to 24 (spring to winter) as the months that begin and end them. Winter runs into the next year. */
const SEASONS: Readonly<Record<number, readonly [from: number, to: number]>> = {
	21: [3, 5],
	22: [6, 8],
	23: [9, 11],
	24: [12, 2]
};

const POINT = /^(\d{3}X|\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$/;

type Point = { start: number; end: number; precision: Precision; approximate: boolean };

function parsePoint(text: string): Point | null {
	const match = POINT.exec(text);
	if (!match) return null;
	const [, yearText = '', monthText, dayText, mark] = match;
	const approximate = mark !== '';
	if (yearText.endsWith('X')) {
		if (monthText) return null;
		const first = Number(yearText.slice(0, 3)) * 10;
		return {
			start: dayNumber(first, 1, 1),
			end: dayNumber(first + 9, 12, 31),
			precision: 'decade',
			approximate
		};
	}
	const year = Number(yearText);
	if (!monthText) {
		return {
			start: dayNumber(year, 1, 1),
			end: dayNumber(year, 12, 31),
			precision: 'year',
			approximate
		};
	}
	const month = Number(monthText);
	const season = SEASONS[month];
	if (season && !dayText) {
		const [from, to] = season;
		const lastYear = to < from ? year + 1 : year;
		return {
			start: dayNumber(year, from, 1),
			end: dayNumber(lastYear, to, daysInMonth(lastYear, to)),
			precision: 'season',
			approximate
		};
	}
	if (month < 1 || month > 12) return null;
	if (!dayText) {
		return {
			start: dayNumber(year, month, 1),
			end: dayNumber(year, month, daysInMonth(year, month)),
			precision: 'month',
			approximate
		};
	}
	const day = Number(dayText);
	if (day < 1 || day > daysInMonth(year, month)) return null;
	const start = dayNumber(year, month, day);
	return { start, end: start, precision: 'day', approximate };
}

/**
 * Reads an EDTF date: a day, month, season (21 to 24), year, decade (`195X`), each with an optional
 * `~`, `?` or `%`, or an interval of two of them; an interval may be open (`..`) or unknown (empty)
 * at one side. Returns null when the text is not such a date or runs backwards.
 */
export function parseWhen(edtf: string): When | null {
	const slash = edtf.indexOf('/');
	if (slash === -1) {
		const point = parsePoint(edtf);
		return point && { edtf, ...point };
	}
	const from = edtf.slice(0, slash);
	const to = edtf.slice(slash + 1);
	const isOpen = (side: string) => side === '' || side === '..';
	const first = isOpen(from) ? null : parsePoint(from);
	const last = isOpen(to) ? null : parsePoint(to);
	if ((!first && !isOpen(from)) || (!last && !isOpen(to)) || (!first && !last)) return null;
	const start = first ? first.start : -Infinity;
	const end = last ? last.end : Infinity;
	if (end < start) return null;
	return {
		edtf,
		start,
		end,
		precision: 'range',
		approximate: (first?.approximate ?? false) || (last?.approximate ?? false)
	};
}

/**
 * The date that a period begins or ends with: "1952-09" begins "1952-09/1963". A point is both its
 * ends. Null where that end is open or unknown.
 */
export function endOf(when: When, end: 'first' | 'last'): When | null {
	const [first = '', last = first] = when.edtf.split('/');
	return parseWhen(end === 'first' ? first : last);
}

/** Days in one unit of a precision: what "two units apart" means for answers to choose from. */
export function unitDays(when: When): number {
	switch (when.precision) {
		case 'day':
			return 1;
		case 'month':
			return 31;
		case 'season':
			return 92;
		case 'year':
			return 366;
		case 'decade':
			return 3653;
		case 'range':
			return Number.isFinite(when.end - when.start) ? when.end - when.start + 1 : Infinity;
		default:
			return when.precision satisfies never;
	}
}

/** Whether both bounds are known. */
export const isBounded = (when: When): boolean =>
	Number.isFinite(when.start) && Number.isFinite(when.end);

/** Whether some day may belong to both dates. */
export const overlaps = (a: When, b: When): boolean => a.start <= b.end && b.start <= a.end;

/** Whether every day of `inner` belongs to `outer`. */
export const contains = (outer: When, inner: When): boolean =>
	outer.start <= inner.start && inner.end <= outer.end;

/** Days between two dates: 0 when they overlap or touch the same day. */
export const gapDays = (a: When, b: When): number =>
	overlaps(a, b) ? 0 : a.start > b.end ? a.start - b.end : b.start - a.end;

/** -1 when `a` is certainly before `b`, 1 when certainly after, 0 when the two cannot be put in order. */
export function compareWhen(a: When, b: When): -1 | 0 | 1 {
	if (a.end < b.start) return -1;
	if (b.end < a.start) return 1;
	return 0;
}
