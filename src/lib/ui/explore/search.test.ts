import { describe, expect, test } from 'vitest';
import { findEntries, fold, type Entry } from './search.ts';

const entry = (id: string, text: string, ...topics: string[]): Entry => ({
	id,
	words: ` ${fold(text)}`,
	topics
});
const entries = [
	entry('egoz', 'The sinking of the Pisces (Egoz) אגוז 11 January 1961', 'leaving'),
	entry('azoulay', 'André Azoulay أندري أزولاي', 'diplomacy'),
	entry('left', 'about 90,000 people who left', 'leaving', 'community')
];
const find = (query: string, topic: string | null = null) => [
	...(findEntries(entries, query, topic) ?? ['everything'])
];

describe('search', () => {
	test('folds accents, case, ligatures, marks and the grouping of digits', () => {
		expect(fold('Émigré')).toBe('emigre');
		expect(fold('Œuvre')).toBe('oeuvre');
		expect(fold('90 000')).toBe(fold('90,000'));
		expect(fold('مُحَمَّد')).toBe(fold('محمد'));
		expect(fold('Ben-Gurion’s')).toBe('ben gurion s');
	});

	test('finds by the beginnings of words, in any order and script', () => {
		expect(find('andre azou')).toEqual(['azoulay']);
		expect(find('1961 egoz')).toEqual(['egoz']);
		expect(find('אגוז')).toEqual(['egoz']);
		expect(find('أزولاي')).toEqual(['azoulay']);
		expect(find('90 000')).toEqual(['left']);
		expect(find('goz')).toEqual([]);
	});

	test('needs every word of the query', () => {
		expect(find('egoz azoulay')).toEqual([]);
	});

	test('narrows to a topic, with or without a query', () => {
		expect(find('', 'leaving')).toEqual(['egoz', 'left']);
		expect(find('about', 'community')).toEqual(['left']);
		expect(find('about', 'diplomacy')).toEqual([]);
	});

	test('narrows nothing when nothing is asked', () => {
		expect(findEntries(entries, ' – ', null)).toBe(null);
	});
});
