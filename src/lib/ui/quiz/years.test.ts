import { expect, test } from 'vitest';
import { date, event, sampleBank } from '../../../../tests/fixtures/sample.ts';
import { readPeriod, yearsOf } from './years.ts';

test('the years of a bank run from its first date to its last', () => {
	const bank = sampleBank([
		event('a', { date: date('1956-03-02') }),
		event('b', { date: date('1948/1964') }),
		event('c', { date: date('1990/..') }),
		event('undated', { date: null })
	]);
	expect(yearsOf(bank)).toEqual({ from: 1948, to: 1990 });
});

test('a bank without dates has no years', () => {
	expect(yearsOf(sampleBank([event('undated', { date: null })]))).toEqual({ from: 0, to: 0 });
});

const bounds = { from: 1940, to: 2025 };

test('two years are a period, both included', () => {
	expect(readPeriod('1956', '1967', bounds)).toEqual({
		ok: true,
		period: { from: 1956, to: 1967 }
	});
	expect(readPeriod(' 1956 ', '١٩٦٧', bounds)).toEqual({
		ok: true,
		period: { from: 1956, to: 1967 }
	});
	expect(readPeriod('1956', '1956', bounds).ok).toBe(true);
});

test('an empty field stands for the first or the last year, two of them for no period', () => {
	expect(readPeriod('', '1967', bounds)).toEqual({ ok: true, period: { from: 1940, to: 1967 } });
	expect(readPeriod('1967', '', bounds)).toEqual({ ok: true, period: { from: 1967, to: 2025 } });
	expect(readPeriod('', '  ', bounds)).toEqual({ ok: true, period: null });
});

test.each(['56', '19567', '1956a', '-1956', '19.5', 'MCMLVI', '1939', '2026', '0'])(
	'“%s” is no year of these facts',
	(text) => {
		expect(readPeriod(text, '', bounds)).toEqual({ ok: false, problem: 'wrong', field: 'from' });
		expect(readPeriod('', text, bounds)).toEqual({ ok: false, problem: 'wrong', field: 'to' });
	}
);

test('a period that runs backwards is told from one with a wrong year', () => {
	expect(readPeriod('1967', '1956', bounds)).toEqual({
		ok: false,
		problem: 'backwards',
		field: 'to'
	});
});
