/** Reading how long something took with its unit: "6 years", "1 year 4 months", "72 mois". */
import type { Language } from '../bank/pack.ts';
import { foldLetters } from './fold.ts';
import { readNumber } from './numbers.ts';

/**
 * Units that have a whole number of smaller ones, in families: months have no fixed number of days.
 * `size` counts the smallest of the family.
 */
const UNITS = {
	minutes: { family: 'clock', size: 1 },
	hours: { family: 'clock', size: 60 },
	days: { family: 'week', size: 1 },
	weeks: { family: 'week', size: 7 },
	months: { family: 'year', size: 1 },
	years: { family: 'year', size: 12 }
} as const;

type Unit = keyof typeof UNITS;

/** How the units are written in English, French, Arabic and Hebrew. */
const WORDS: Readonly<Record<Unit, string>> = {
	minutes: 'minute minutes min دقيقة دقائق דקה דקות',
	hours: 'hour hours hr hrs heure heures ساعة ساعات שעה שעות',
	days: 'day days jour jours يوم أيام يوما יום ימים',
	weeks: 'week weeks wk wks semaine semaines أسبوع أسابيع שבוע שבועות',
	months: 'month months mois شهر أشهر شهور شهرا חודש חודשים',
	years: 'year years yr yrs an ans année années سنة سنوات عام أعوام عاما שנה שנים'
};

const unitNamed = new Map(
	(Object.keys(UNITS) as Unit[]).flatMap((unit) =>
		WORDS[unit].split(' ').map((word) => [foldLetters(word), unit] as const)
	)
);

const isUnit = (text: string): text is Unit => text in UNITS;

/**
 * A typed length of time in a unit: "72 months" in years is 6. `none` where the text names no unit
 * of time beside a number; null where it names one that cannot be turned into this one.
 */
export function readDuration(
	text: string,
	unit: string,
	language: Language
): number | null | 'none' {
	if (!isUnit(unit) || text.length > 60) return 'none';
	const wanted = UNITS[unit];
	let sum = 0;
	let isNamed = false;
	let number = '';
	for (const piece of text.match(/\p{L}[\p{L}\p{M}]*|[^\p{L}]+/gu) ?? []) {
		const named = unitNamed.get(foldLetters(piece));
		const reading = named && readNumber(number, language);
		if (!named || reading?.kind !== 'number') {
			number += piece;
			continue;
		}
		const { family, size } = UNITS[named];
		if (family !== wanted.family) return null;
		sum += reading.value * size;
		isNamed = true;
		number = '';
	}
	if (!isNamed) return 'none';
	// "1 year 4": nobody knows four of what.
	return /\p{Nd}/u.test(number) ? null : sum / wanted.size;
}
