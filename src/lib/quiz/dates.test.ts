import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slowInputs } from '../../../tests/fixtures/slow.ts';
import type { Language } from '../bank/pack.ts';
import { readTypedDate } from './dates.ts';

const locales = [
	'en',
	'en-GB',
	'fr',
	'fr-CA',
	'ar',
	'ar-MA',
	'ar-EG',
	'ar-LB',
	'ar-DZ',
	'ar-MR',
	'he'
] as const;
const languages = ['en', 'fr', 'ar', 'he'] as const satisfies readonly Language[];
const languageOf = (locale: string): Language =>
	languages.find((language) => locale.startsWith(language)) ?? 'en';

/** The dates that a text may mean, in EDTF. */
function datesOf(text: string, language: Language): readonly string[] {
	const reading = readTypedDate(text, language);
	if (reading.kind === 'none') return [];
	return reading.kind === 'date' ? [reading.edtf] : reading.readings;
}

const day = fc
	.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

const say = (edtf: string, locale: string, options: Intl.DateTimeFormatOptions): string =>
	new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' }).format(
		new Date(edtf)
	);

describe('typed dates', () => {
	it.each([
		['27 November 1961', 'en', '1961-11-27'],
		['November 27th, 1961', 'en', '1961-11-27'],
		['27/11/1961', 'en', '1961-11-27'],
		['11/27/1961', 'fr', '1961-11-27'],
		['03/04/1961', 'fr', '1961-04-03'],
		['03/04/1961', 'ar', '1961-04-03'],
		['03/04/1961', 'he', '1961-04-03'],
		['03/03/1961', 'en', '1961-03-03'],
		['1961-04-03', 'en', '1961-04-03'],
		['19611127', 'ar', '1961-11-27'],
		['nov. 1961', 'fr', '1961-11'],
		['11/1961', 'en', '1961-11'],
		['1er mars 1961', 'fr', '1961-03-01'],
		['mar. 28 nov. 1961', 'fr', '1961-11-28'],
		['٢٧ تشرين الثاني ١٩٦١', 'ar', '1961-11-27'],
		['غشت 1955', 'ar', '1955-08'],
		['ה-27 בנובמבר 1961', 'he', '1961-11-27'],
		['1961', 'he', '1961'],
		['in 1961', 'en', '1961']
	] as const)('“%s” in %s is %s', (typed, language, edtf) => {
		expect(readTypedDate(typed, language)).toEqual({ kind: 'date', edtf });
	});

	it.each([
		['03/04/1961', 'en', ['1961-03-04', '1961-04-03']],
		['3.4.1961', 'en', ['1961-03-04', '1961-04-03']],
		['27/11/61', 'fr', ['1961-11-27', '2061-11-27']],
		['3/4/61', 'en', ['1961-03-04', '1961-04-03']],
		['Nov 61', 'en', ['1961-11', '2061-11']]
	] as const)('“%s” in %s is asked back', (typed, language, readings) => {
		expect(readTypedDate(typed, language)).toEqual({ kind: 'ambiguous', readings });
	});

	it.each([
		[
			'',
			'   ',
			'61',
			'19611',
			'0961',
			'1961-62',
			'1961 or 1962',
			'1960s',
			'before 1961',
			'1961 BC'
		],
		[
			'29/02/1961',
			'31 April 1961',
			'13/13/1961',
			'1961-27-11',
			'27 1961 11',
			'27 November',
			'Nov 27'
		],
		['27 Novembar 1961', '27 Nov 28 Dec 1961', '27 XI 1961', '1=1961', '<b>1961</b>', '1961; --'],
		['27 رمضان 1381', '1381 هـ', 'תשכ״א', `${' '.repeat(9)}1961 ${'!'.repeat(60)}`]
	])('“%s” and the like are no date', (...all) => {
		for (const typed of all) {
			for (const language of languages) {
				expect(readTypedDate(typed, language), typed).toEqual({ kind: 'none' });
			}
		}
	});

	it('reads back every day as it is written in each language, or asks back', () => {
		const style = fc.constantFrom<Intl.DateTimeFormatOptions>(
			{ dateStyle: 'full' },
			{ dateStyle: 'long' },
			{ dateStyle: 'medium' },
			{ year: 'numeric', month: 'numeric', day: 'numeric' },
			{ year: 'numeric', month: '2-digit', day: '2-digit' },
			{ year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' }
		);
		fc.assert(
			fc.property(day, fc.constantFrom(...locales), style, (edtf, locale, options) => {
				const text = say(edtf, locale, options);
				const language = languageOf(locale);
				// Canadian French writes the year first, as ISO does, and English asks back.
				expect(datesOf(text, language), `${locale} ${text}`).toContain(edtf);
				if (language !== 'en') expect(datesOf(text, language)).toHaveLength(1);
			}),
			{ numRuns: 3000 }
		);
	});

	it('reads back every month and year as it is written in each language', () => {
		const style = fc.constantFrom('long' as const, 'short' as const, 'numeric' as const);
		fc.assert(
			fc.property(day, fc.constantFrom(...locales), style, (edtf, locale, month) => {
				const text = say(edtf, locale, { year: 'numeric', month });
				expect(datesOf(text, languageOf(locale)), `${locale} ${text}`).toEqual([edtf.slice(0, 7)]);
				const year = say(edtf, locale, { year: 'numeric' });
				expect(datesOf(year, languageOf(locale))).toEqual([edtf.slice(0, 4)]);
			}),
			{ numRuns: 1000 }
		);
	});

	it('reads back what it has read, in every language', () => {
		fc.assert(
			fc.property(day, fc.constantFrom(4, 7, 10), (edtf, length) => {
				for (const language of languages) {
					const cut = edtf.slice(0, length);
					expect(readTypedDate(cut, language)).toEqual({ kind: 'date', edtf: cut });
				}
			})
		);
	});

	it('never takes milliseconds, nor throws, and says only dates that exist', () => {
		const typed = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 200 }),
			fc.string({ unit: 'grapheme', maxLength: 60 }),
			fc
				.array(
					fc.constantFrom('1', '31', '1961', '61', '/', '-', ' ', 'nov', 'février', 'آب', 'ב', 'le')
				)
				.map((parts) => parts.join(''))
		);
		const inputs = fc.sample(fc.tuple(typed, fc.constantFrom(...languages)), 10_000);
		expect(slowInputs(inputs, 5, ([text, language]) => datesOf(text, language))).toEqual([]);
		for (const edtf of inputs.flatMap(([text, language]) => datesOf(text, language))) {
			expect(new Date(edtf).toISOString().slice(0, edtf.length)).toBe(edtf);
		}
	});
});
