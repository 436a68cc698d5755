import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	civilDate,
	compareWhen,
	contains,
	dayNumber,
	gapDays,
	overlaps,
	parseWhen,
	type When
} from './when.ts';

const when = (text: string): When => {
	const parsed = parseWhen(text);
	if (!parsed) throw new Error(text);
	return parsed;
};

const pad = (value: number, length = 2) => String(value).padStart(length, '0');
const year = fc.integer({ min: 1000, max: 2399 });
const month = fc.integer({ min: 1, max: 12 });
const calendarPoints = fc.oneof(
	year.map(String),
	fc.tuple(year, month).map(([y, m]) => `${y}-${pad(m)}`),
	fc
		.tuple(year, month, fc.integer({ min: 1, max: 28 }))
		.map(([y, m, d]) => `${y}-${pad(m)}-${pad(d)}`)
);
const points = fc.oneof(
	calendarPoints,
	fc.integer({ min: 100, max: 239 }).map((decade) => `${decade}X`)
);

const dayOf = (milliseconds: number) => Math.floor(milliseconds / 86_400_000);

describe('reading dates', () => {
	it('gives the same days as the edtf library for points and intervals', () => {
		const intervals = fc
			.tuple(calendarPoints, calendarPoints)
			.filter(([a, b]) => compareWhen(when(a), when(b)) === -1)
			.map(([a, b]) => `${a}/${b}`);
		fc.assert(
			fc.property(fc.oneof(points, intervals), (text) => {
				const ours = when(text);
				const theirs = edtf(text);
				expect([ours.start, ours.end]).toEqual([dayOf(theirs.min), dayOf(theirs.max)]);
			}),
			{ numRuns: 2000 }
		);
	});

	it.each([
		['1961-11-27', '1961-11-27', '1961-11-27', 'day'],
		['1961-02', '1961-02-01', '1961-02-28', 'month'],
		['1961-22', '1961-06-01', '1961-08-31', 'season'],
		['1961-24', '1961-12-01', '1962-02-28', 'season'],
		['195X', '1950-01-01', '1959-12-31', 'decade'],
		['1948/1955', '1948-01-01', '1955-12-31', 'range'],
		['1960~', '1960-01-01', '1960-12-31', 'year']
	])('%s runs from %s to %s', (text, start, end, precision) => {
		const parsed = when(text);
		const iso = (day: number) => {
			const { year, month, day: date } = civilDate(day);
			return `${year}-${pad(month)}-${pad(date)}`;
		};
		expect([iso(parsed.start), iso(parsed.end), parsed.precision]).toEqual([start, end, precision]);
	});

	it('keeps an open end open', () => {
		expect(when('../1961-11-27').start).toBe(-Infinity);
		expect(when('1960~/')).toMatchObject({ end: Infinity, approximate: true });
	});

	it.each([
		'',
		'1961-13',
		'1961-02-30',
		'1955/1948',
		'196',
		'../..',
		'/',
		'1961-11-27T10:00',
		'19X1',
		'1961-25'
	])('refuses “%s”', (text) => {
		expect(parseWhen(text)).toBeNull();
	});

	it('counts days from 1970 and back', () => {
		expect(dayNumber(1970, 1, 1)).toBe(0);
		expect(civilDate(dayNumber(1586, 2, 28))).toEqual({ year: 1586, month: 2, day: 28 });
	});
});

describe('comparing dates', () => {
	const pair = fc.tuple(points.map(when), points.map(when));

	it('orders two dates only when they share no day, and the other way round', () => {
		fc.assert(
			fc.property(pair, ([a, b]) => {
				expect(compareWhen(a, b) === 0).toBe(overlaps(a, b));
				expect(compareWhen(a, b)).toBe(compareWhen(b, a) === 0 ? 0 : -compareWhen(b, a));
				expect(gapDays(a, b) === 0).toBe(overlaps(a, b));
			})
		);
	});

	it('a year contains its months, not the other way round', () => {
		expect(contains(when('1961'), when('1961-11'))).toBe(true);
		expect(contains(when('1961-11'), when('1961'))).toBe(false);
	});

	it('a month cannot be put in order with its year', () => {
		expect(compareWhen(when('1961-11'), when('1961'))).toBe(0);
	});
});
