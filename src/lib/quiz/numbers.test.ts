import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slowInputs } from '../../../tests/fixtures/slow.ts';
import { readNumber, readRange } from './numbers.ts';

const number = (value: number) => ({ kind: 'number', value });

const locales = ['en', 'fr', 'ar', 'ar-MA', 'ar-EG', 'he'] as const;
const languageOf = (locale: string) =>
	(['en', 'fr', 'he'] as const).find((l) => l === locale) ?? 'ar';

/** The values that a text may mean, read by a learner of the locale's language. */
function valuesOf(text: string, locale: string): readonly number[] {
	const reading = readNumber(text, languageOf(locale));
	if (reading.kind === 'none') return [];
	return reading.kind === 'number' ? [reading.value] : reading.readings;
}

describe('typed numbers', () => {
	it.each([
		['530', 530],
		['1200', 1200],
		['1 200', 1200],
		['1\u202f200', 1200],
		["1'200", 1200],
		['1,200,000', 1_200_000],
		['1.200.000', 1_200_000],
		['١٢٠٠', 1200],
		['۱۲۰۰', 1200],
		['١٬٢٠٠٫٥', 1200.5],
		['1.2 thousand', 1200],
		['1,2 mille', 1200],
		['100 000 personnes', 100_000],
		['$500 000', 500_000],
		['about 90 000 people', 90_000],
		['3.5', 3.5],
		['.5', 0.5],
		['1,200.50', 1200.5],
		['-5', -5],
		['2 million 300 thousand', 2_300_000]
	])('“%s” is %d', (typed, value) => {
		expect(readNumber(typed)).toEqual(number(value));
	});

	it.each([
		['zero', 0],
		['seventeen', 17],
		['dix-sept', 17],
		['ninety-nine', 99],
		['quatre-vingts', 80],
		['quatre-vingt-dix-neuf', 99],
		['soixante et onze', 71],
		['two hundred and five', 205],
		['deux cent cinq', 205],
		['mille neuf cent cinquante-six', 1956],
		['nineteen hundred', 1900],
		['a hundred thousand', 100_000],
		['un million et demi', 1_500_000],
		['five hundred thousand million', 5e11],
		['ثلاثة وعشرون', 23],
		['ألف وتسعمئة وستة وخمسون', 1956],
		['ألفان', 2000],
		['חמש מאות ושלושים', 530],
		['אלפיים', 2000],
		['שבע עשרה', 17]
	])('“%s” is %d in words', (typed, value) => {
		expect(readNumber(typed)).toEqual(number(value));
	});

	it.each([
		['1.200', 'en', [1200, 1.2]],
		['1.200', 'he', [1200, 1.2]],
		['1,200', 'fr', [1200, 1.2]],
		['1,200', 'ar', [1200, 1.2]],
		['1,200', undefined, [1200, 1.2]],
		['1.200 million', 'en', [1.2e9, 1.2e6]],
		['2 billions', 'fr', [2e9, 2e12]]
	] as const)('“%s” in %s is asked back', (typed, language, readings) => {
		expect(readNumber(typed, language)).toEqual({ kind: 'ambiguous', readings });
	});

	it.each(['en', 'he'] as const)('a comma before three digits groups in %s', (language) => {
		expect(readNumber('90,000', language)).toEqual(number(90_000));
	});

	it.each([
		['', 'many', '12 34', '1,20,0', '5 or 6', '--', '5²', '1e3', '0x10', '1/2', '530+'],
		['two three', 'twenty eleven', 'nineteen fifty-six', 'five hundred hundred', 'half half'],
		['over 500', 'moins de 500', 'أكثر من 500', 'לא 500', '9'.repeat(101)]
	])('“%s” and the like are no number', (...all) => {
		for (const typed of all) expect(readNumber(typed), typed).toEqual({ kind: 'none' });
	});

	it('reads back every number as it is written in each language, or asks back', () => {
		const value = fc.oneof(
			fc.integer({ min: -1e9, max: 1e9 }),
			fc.integer({ min: 0, max: 9999 }),
			fc.integer({ min: 0, max: 1e9 }).map((thousandths) => thousandths / 1000)
		);
		fc.assert(
			fc.property(value, fc.constantFrom(...locales), (each, locale) => {
				const text = new Intl.NumberFormat(locale).format(each);
				expect(valuesOf(text, locale), `${locale} ${text}`).toContain(each);
			}),
			{ numRuns: 2000 }
		);
	});

	it('reads back every number in short and in words for thousands and millions', () => {
		const value = fc
			.tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(1e2, 1e3, 1e5, 1e6, 1e8))
			.map(([digits, power]) => digits * power);
		const display = fc.constantFrom('short' as const, 'long' as const);
		fc.assert(
			fc.property(value, fc.constantFrom(...locales), display, (each, locale, compactDisplay) => {
				const text = new Intl.NumberFormat(locale, {
					notation: 'compact',
					maximumFractionDigits: 6,
					compactDisplay
				}).format(each);
				expect(valuesOf(text, locale), `${locale} ${text}`).toContain(each);
			}),
			{ numRuns: 2000 }
		);
	});

	it('reads back every amount of money', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1e8 }), fc.constantFrom(...locales), (each, locale) => {
				const format = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' });
				expect(valuesOf(format.format(each), locale)).toContain(each);
			})
		);
	});

	it('never takes milliseconds, nor throws, whatever is typed', () => {
		const typed = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 2000 }),
			fc.string({ unit: 'grapheme', maxLength: 100 }),
			fc
				.array(
					fc.constantFrom('1', '200', '.', ',', ' ', 'cent', 'million', 'ألف', 'ו', '-', 'half')
				)
				.map((parts) => parts.join(''))
		);
		const inputs = fc.sample(fc.tuple(typed, fc.constantFrom(...locales)), 10_000);
		expect(slowInputs(inputs, 5, ([text, locale]) => valuesOf(text, locale))).toEqual([]);
		for (const [text, locale] of inputs) expect(valuesOf(text, locale)).not.toContain(NaN);
	});
});

describe('typed ranges', () => {
	it.each([
		['50-200', [50, 200]],
		['50–200', [50, 200]],
		['between $50 and $200', [50, 200]],
		['entre 50 et 200 dollars', [50, 200]],
		['من ٥٠ إلى ٢٠٠', [50, 200]],
		['بين 50 و200', [50, 200]],
		['בין 50 ל-200', [50, 200]],
		['5 to 20 million', [5e6, 2e7]],
		['500 to 1 million', [500, 1e6]]
	])('“%s” is %j', (typed, ends) => {
		expect(readRange(typed)).toEqual(ends);
	});

	it.each([
		'',
		'50',
		'200-50',
		'50-50',
		'-5',
		'1-2-3',
		'twenty-one',
		'two hundred and five',
		'5 and'
	])('“%s” is no range', (typed) => {
		expect(readRange(typed)).toBeNull();
	});
});
