import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFigure, formatNumber, formatWhen, intlLocale, type FormatWords } from './format.ts';
import type { Language, Qualifier, Unit } from './pack.ts';
import { parseWhen, type When } from './when.ts';

const english: FormatWords = {
	dates: {
		seasons: ['spring', 'summer', 'autumn', 'winter'],
		decade: (year) => `the ${year}s`,
		inside: (date) => date,
		between: (from, to) => `${from} – ${to}`,
		before: (end) => `before ${end}`,
		after: (start) => `after ${start}`,
		since: (start) => `from ${start}`,
		about: (date) => `about ${date}`
	},
	figures: {
		about: (amount) => `about ${amount}`,
		over: (amount) => `over ${amount}`,
		under: (amount) => `under ${amount}`,
		almost: (amount) => `almost ${amount}`,
		several: (magnitude, unit) => `several ${magnitude === 1000 ? 'thousand' : ''} ${unit}`,
		between: (min, max) => `${min} to ${max}`
	}
};
const french: FormatWords = {
	dates: {
		seasons: ['printemps', 'été', 'automne', 'hiver'],
		decade: (year) => `les années ${year}`,
		inside: (date, precision) => (precision === 'day' ? `le ${date}` : date),
		between: (from, to) => `${from} – ${to}`,
		before: (end) => `avant ${end}`,
		after: (start) => `après ${start}`,
		since: (start) => `depuis ${start}`,
		about: (date) => `${date} environ`
	},
	figures: {
		about: (amount) => `environ ${amount}`,
		over: (amount) => `plus de ${amount}`,
		under: (amount) => `moins de ${amount}`,
		almost: (amount) => `près de ${amount}`,
		several: (magnitude, unit) => `plusieurs ${magnitude === 1000 ? 'milliers' : ''} ${unit}`,
		between: (min, max) => `${min} à ${max}`
	}
};

function when(edtf: string): When {
	const parsed = parseWhen(edtf);
	if (!parsed) throw new RangeError(edtf);
	return parsed;
}

describe('a date in words has the precision that it has', () => {
	test.each([
		['1961-11-27', '27 November 1961', '27 novembre 1961'],
		['1961-01-01', '1 January 1961', '1er janvier 1961'],
		['1976-10', 'October 1976', 'octobre 1976'],
		['1961-22', 'summer 1961', 'été 1961'],
		['1961-24', 'winter 1961–1962', 'hiver 1961–1962'],
		['1954', '1954', '1954'],
		['0586', '586', '586'],
		['195X', 'the 1950s', 'les années 1950'],
		['1948/1955', '1948–1955', '1948–1955'],
		['1961-01-10/1961-01-11', '10–11 January 1961', '10–11 janvier 1961'],
		['1961-01-01/1961-01-11', '1–11 January 1961', '1er–11 janvier 1961'],
		['1961-01-30/1961-02-02', '30 January – 2 February 1961', '30 janvier – 2 février 1961'],
		[
			'1961-12-30/1962-01-02',
			'30 December 1961 – 2 January 1962',
			'30 décembre 1961 – 2 janvier 1962'
		],
		['1961-03/1961-07', 'March – July 1961', 'mars – juillet 1961'],
		['1961-02-27/1964', '27 February 1961 – 1964', '27 février 1961 – 1964'],
		['1961-02/1964', 'February 1961 – 1964', 'février 1961 – 1964'],
		['../1961-11-27', 'before 27 November 1961', 'avant le 27 novembre 1961'],
		['2003-05-16/..', 'after 16 May 2003', 'après le 16 mai 2003'],
		['1960/', 'from 1960', 'depuis 1960'],
		['/1960', 'before 1960', 'avant 1960'],
		['1960~', 'about 1960', '1960 environ'],
		['1959~/1960~', 'about 1959–1960', '1959–1960 environ'],
		['1955/1960~', '1955 – about 1960', '1955 – 1960 environ'],
		['1960~/', 'from about 1960', 'depuis 1960 environ'],
		['../1961-11-27~', 'before about 27 November 1961', 'avant le 27 novembre 1961 environ']
	])('%s', (edtf, inEnglish, inFrench) => {
		expect(formatWhen(when(edtf), 'en', english)).toBe(inEnglish);
		expect(formatWhen(when(edtf), 'fr', french)).toBe(inFrench);
	});

	test('a label stands in place of the date', () => {
		expect(formatWhen(when('1957/1959'), 'en', english, 'the late 1950s')).toBe('the late 1950s');
	});

	test('a day is the same day in every time zone', () => {
		const before = process.env.TZ;
		try {
			for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Africa/Casablanca']) {
				process.env.TZ = zone;
				expect(formatWhen(when('1977-11-19'), 'en', english)).toBe('19 November 1977');
			}
		} finally {
			process.env.TZ = before;
		}
	});

	test('every date is set in Arabic and Hebrew with the same digits', () => {
		const day = fc.integer({ min: 1, max: 28 });
		const date = fc.tuple(
			fc.integer({ min: 1000, max: 2100 }),
			fc.integer({ min: 1, max: 12 }),
			day
		);
		fc.assert(
			fc.property(date, fc.constantFrom<Language>('ar', 'he'), ([y, m, d], language) => {
				const edtf = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
				const text = formatWhen(when(edtf), language, english);
				expect(text.match(/\d+/g)).toEqual([String(d), String(y)]);
				expect(text).toMatch(language === 'ar' ? /\p{Script=Arabic}/u : /\p{Script=Hebrew}/u);
			})
		);
	});
});

describe('a date in words is what Intl makes of it', () => {
	const languages: readonly Language[] = ['en', 'fr', 'ar', 'he'];
	const fields = {
		day: { day: 'numeric', month: 'long', year: 'numeric' },
		month: { month: 'long', year: 'numeric' },
		year: { year: 'numeric' }
	} as const;
	const cut = { day: 10, month: 7, year: 4 };
	const formats = languages.flatMap((language) =>
		(['day', 'month', 'year'] as const).map((precision) => ({
			language,
			precision,
			intl: new Intl.DateTimeFormat(intlLocale(language), {
				timeZone: 'UTC',
				calendar: 'gregory',
				...fields[precision]
			})
		}))
	);
	const anyDay = fc
		.date({ min: new Date('0900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
		.map((date) => new Date(date.toISOString().slice(0, 10)));
	// The house writes French ordinals and spaces of its own around a dash.
	const plainly = (text: string) => text.replaceAll('1er', '1').replace(/\s*–\s*/, '–');

	test('for any day, month and year', () => {
		fc.assert(
			fc.property(anyDay, fc.constantFrom(...formats), (date, { language, precision, intl }) => {
				const edtf = date.toISOString().slice(0, cut[precision]);
				expect(plainly(formatWhen(when(edtf), language, english))).toBe(intl.format(date));
			}),
			{ numRuns: 2000 }
		);
	});

	test('for any two days, months and years', () => {
		const anyGap = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9000 }));
		fc.assert(
			fc.property(
				anyDay,
				anyGap,
				fc.constantFrom(...formats),
				(first, days, { language, precision, intl }) => {
					const last = new Date(first.getTime() + days * 86_400_000);
					const [from, to] = [first, last].map((date) =>
						date.toISOString().slice(0, cut[precision])
					);
					const said = formatWhen(when(`${from}/${to}`), language, english);
					const start = new Date(when(from ?? '').start * 86_400_000);
					const end = new Date(when(to ?? '').start * 86_400_000);
					expect(plainly(said)).toBe(plainly(intl.formatRange(start, end)));
				}
			),
			{ numRuns: 2000 }
		);
	});
});

const people: Unit = {
	id: 'people',
	currency: null,
	forms: {
		en: { one: 'person', other: 'people' },
		fr: { one: 'personne', many: 'de personnes', other: 'personnes' },
		ar: { one: 'شخص', two: 'شخصان', few: 'أشخاص', many: 'شخصًا', other: 'شخص' }
	}
};
const dollars: Unit = { id: 'us-dollars', currency: 'USD', forms: {} };

const figure = (min: number, max = min, qualifier: Qualifier = 'exact') => ({
	min,
	max,
	qualifier
});
/** French groups digits with a narrow no-break space. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const say = (what: ReturnType<typeof figure>, unit: Unit, language: 'en' | 'fr') =>
	plain(formatFigure(what, unit, language, language === 'en' ? english : french));

describe('a quantity in words', () => {
	test('takes the plural form of its language: French counts 0 and 1 alike', () => {
		expect(say(figure(530), people, 'en')).toBe('530 people');
		expect(say(figure(1), people, 'en')).toBe('1 person');
		expect(say(figure(0), people, 'en')).toBe('0 people');
		expect(say(figure(0), people, 'fr')).toBe('0 personne');
		expect(say(figure(1_000_000), people, 'fr')).toBe('1 000 000 de personnes');
		expect(formatFigure(figure(3), people, 'ar', english)).toBe('3 أشخاص');
	});

	test('takes English forms where the language has none', () => {
		expect(formatFigure(figure(44), people, 'he', english)).toBe('44 people');
	});

	test('carries its qualifier', () => {
		expect(say(figure(90_000, 90_000, 'about'), people, 'en')).toBe('about 90,000 people');
		expect(say(figure(90_000, 90_000, 'about'), people, 'fr')).toBe('environ 90 000 personnes');
		expect(say(figure(2500, 2500, 'over'), people, 'en')).toBe('over 2,500 people');
		expect(say(figure(1, 1, 'under'), people, 'en')).toBe('under 1 person');
		expect(say(figure(300_000, 300_000, 'almost'), people, 'fr')).toBe('près de 300 000 personnes');
	});

	test('says only the order of magnitude of “several”', () => {
		expect(say(figure(2000, 9000, 'several'), people, 'en')).toBe('several thousand people');
		expect(say(figure(1000, 1000, 'several'), people, 'fr')).toBe(
			'plusieurs milliers de personnes'
		);
	});

	test('shows both ends of a range', () => {
		expect(say(figure(80_000, 100_000), people, 'en')).toBe('80,000 to 100,000 people');
		expect(say(figure(50, 200), dollars, 'en')).toBe('$50 to $200');
		expect(say(figure(50, 200), dollars, 'fr')).toBe('50 $ à 200 $');
	});

	test('sets money without cents, and what it is paid for after it', () => {
		const perHead: Unit = { id: 'x', currency: 'USD', forms: { en: { other: 'per person' } } };
		expect(say(figure(500_000), dollars, 'en')).toBe('$500,000');
		expect(say(figure(50, 200), perHead, 'en')).toBe('$50 to $200 per person');
		expect(formatFigure(figure(500_000), dollars, 'ar', english)).toMatch(/^.?500,000 دولار/);
	});

	test('groups bare numbers as the language does', () => {
		expect(formatNumber(90_000, 'en')).toBe('90,000');
		expect(plain(formatNumber(90_000, 'fr'))).toBe('90 000');
		expect(formatNumber(0.5, 'fr')).toBe('0,5');
		expect(formatNumber(90_000, 'ar')).toBe('90,000');
	});
});
