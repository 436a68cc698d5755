import { describe, expect, it } from 'vitest';
import type { Language } from '../bank/pack.ts';
import { readDuration } from './durations.ts';

describe('typed lengths of time', () => {
	it.each<[string, string, Language, number | null | 'none']>([
		['6 years', 'years', 'en', 6],
		['72 months', 'years', 'en', 6],
		['6 months', 'years', 'en', 0.5],
		['1 year 4 months', 'months', 'en', 16],
		['1 year and 4 months', 'months', 'en', 16],
		['about 16 years', 'months', 'en', 192],
		['six years', 'years', 'en', 6],
		['16 mois', 'months', 'fr', 16],
		['1 an et 4 mois', 'months', 'fr', 16],
		['٦ سنوات', 'years', 'ar', 6],
		['6 שנים', 'years', 'he', 6],
		['2 weeks', 'days', 'en', 14],
		['120 minutes', 'hours', 'en', 2]
	])('“%s” in %s (%s) is %s', (text, unit, language, expected) => {
		expect(readDuration(text, unit, language)).toBe(expected);
	});

	it.each(['120 days', '4 hours', '1 year 4'])('“%s” is no number of months', (text) => {
		expect(readDuration(text, 'months', 'en')).toBeNull();
	});

	it.each(['6', 'six', '', 'years', 'anno 6'])('“%s” names no unit beside a number', (text) => {
		expect(readDuration(text, 'years', 'en')).toBe('none');
	});

	it('leaves units that are not of time alone', () => {
		expect(readDuration('6 years', 'people', 'en')).toBe('none');
	});
});
