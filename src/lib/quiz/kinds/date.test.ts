import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, canAsk, typing, worded } from '../../../../tests/fixtures/asking.ts';
import { date, event, relation, sampleBank, when } from '../../../../tests/fixtures/sample.ts';
import type { EventFact } from '../../bank/pack.ts';

const bankOf = (edtf: string, more: Partial<EventFact> = {}) =>
	sampleBank([event('x', { name: 'the landing', date: date(edtf), ...more })]);
const type = (edtf: string, text: string, more: Partial<EventFact> = {}) => {
	const bank = bankOf(edtf, more);
	return typing(bank, ask(bank, 'x.when', 'date'), text);
};

const two = (part: number) => String(part).padStart(2, '0');
const years = fc.integer({ min: 1600, max: 2100 });
const months = fc.integer({ min: 1, max: 12 });
const days = fc.integer({ min: 1, max: 28 });

describe('a typed date', () => {
	it('is right to the day', () => {
		fc.assert(
			fc.property(years, months, days, (year, month, day) => {
				const edtf = `${year}-${two(month)}-${two(day)}`;
				expect(type(edtf, edtf)).toEqual({ outcome: 'right', score: 1 });
			}),
			{ numRuns: 60 }
		);
	});

	it('counts in part by what is right from the year on: a year a third, a month two thirds', () => {
		fc.assert(
			fc.property(years, months, days, years, months, days, (year, month, day, y, m, d) => {
				const verdict = type(`${year}-${two(month)}-${two(day)}`, `${y}-${two(m)}-${two(d)}`);
				const right = y !== year ? 0 : m !== month ? 1 : d !== day ? 2 : 3;
				expect(verdict).toEqual({ outcome: right === 3 ? 'right' : 'wrong', score: right / 3 });
			}),
			{ numRuns: 60 }
		);
	});

	it('may be less exact than what is asked, for the part that it says', () => {
		expect(type('1961-11-27', '1961-11')).toEqual({ outcome: 'wrong', score: 2 / 3 });
		expect(type('1961-11-27', '1961')).toEqual({ outcome: 'wrong', score: 1 / 3 });
		expect(type('1961-11', '1961')).toEqual({ outcome: 'wrong', score: 1 / 2 });
		expect(type('1961-11', 'November 1961')).toEqual({ outcome: 'right', score: 1 });
	});

	it('may be written in words, with the month before or after the day', () => {
		for (const text of [
			'27 November 1961',
			'November 27, 1961',
			'27/11/1961',
			'27 novembre 1961'
		]) {
			expect(type('1961-11-27', text).outcome, text).toBe('right');
		}
	});

	it('is asked back when it can be read as two dates of which one is right', () => {
		expect(type('1961-04-03', '03/04/1961')).toEqual({
			outcome: 'unclear',
			readings: ['1961-03-04', '1961-04-03']
		});
		expect(type('1961-04-03', '05/06/1961').outcome).toBe('wrong');
		expect(type('1961-04-03', '04/04/1961').outcome).toBe('wrong');
	});

	it('is right for every date that is right, and never for a printed error', () => {
		const more = {
			date: date('1977-11-19', { also: [when('1977-11-20')], barred: [when('1977-11-17')] })
		};
		expect(type('1977-11-19', '20 November 1977', more).outcome).toBe('right');
		expect(type('1977-11-19', '17 November 1977', more).outcome).toBe('wrong');
	});

	it('is wrong when it is no date', () => {
		for (const text of ['', 'soon', '31 February 1961', '1961-13-40', '27']) {
			expect(type('1961-11-27', text), text).toEqual({ outcome: 'wrong', score: 0 });
		}
	});
});

describe('a date to type', () => {
	it('is asked where it is known to the day or the month, and no finer than that', () => {
		const can = (more: Partial<EventFact>) => canAsk(bankOf('1961-11-27', more), 'x.when', 'date');
		expect(can({})).toBe(true);
		expect(can({ date: date('1961-11') })).toBe(true);
		expect(can({ date: date('1961') })).toBe(false);
		expect(can({ date: date('1961-22') })).toBe(false);
		expect(can({ date: date('1961-11/1961-12') })).toBe(false);
		expect(can({ date: date('1961-11~') })).toBe(false);
		expect(can({ date: date('1961-11', { label: 'late 1961' }) })).toBe(false);
		expect(can({ date: date('1961-11', { inferred: true }) })).toBe(false);
	});

	it('is asked of one account and of what is disputed, never of violence or what is held', () => {
		const can = (more: Partial<EventFact>) => canAsk(bankOf('1961-11-27', more), 'x.when', 'date');
		expect(can({ status: 'ATTRIBUTE', conflict: 'rivals' })).toBe(true);
		expect(can({ flags: ['sensitive'] })).toBe(false);
		expect(can({ flags: ['no-date'] })).toBe(false);
		expect(can({ status: 'HOLD' })).toBe(false);
	});

	it('is asked of the ends of a period, in the editor’s words', () => {
		const reign = relation('reign', {
			date: date('1961-03-03/1999'),
			askSince: 'When did it begin?',
			askUntil: 'When did it end?'
		});
		const bank = sampleBank([reign]);
		const question = ask(bank, 'reign.since', 'date');
		expect(worded(bank, question)).toMatchObject({
			stem: 'When did it begin?',
			answer: '3 March 1961'
		});
		expect(typing(bank, question, '1961-03-03').outcome).toBe('right');
		expect(canAsk(bank, 'reign.until', 'date')).toBe(false);
	});

	it('says how exactly it is asked for, and according to whom', () => {
		const stem = (edtf: string, more: Partial<EventFact> = {}) => {
			const bank = bankOf(edtf, more);
			return worded(bank, ask(bank, 'x.when', 'date'));
		};
		expect(stem('1961-11-27')).toMatchObject({
			stem: 'To the day: when was the landing?',
			precision: 'day',
			answer: '27 November 1961'
		});
		expect(stem('1961-11', { status: 'ATTRIBUTE' })).toMatchObject({
			stem: 'According to the paper, to the month: when was the landing?',
			precision: 'month',
			answer: 'November 1961'
		});
	});
});
