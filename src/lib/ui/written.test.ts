import { describe, expect, it } from 'vitest';
import { readingWords, writtenWords } from './written.ts';

describe('a reading that is asked back', () => {
	it('stands as a date in words', () => {
		expect(readingWords('1961-04-03', 'en')).toBe('3 April 1961');
		expect(readingWords('1961-04-01', 'en')).toBe('1 April 1961');
		expect(readingWords('1961-04-03', 'fr')).toBe('3 avril 1961');
		expect(readingWords('1961-04-01', 'fr')).toBe('1er avril 1961');
	});

	it('stands as a number that differs from the other reading', () => {
		expect([readingWords('1441', 'en'), readingWords('1.4410', 'en')]).toEqual(['1,441', '1.441']);
		expect(readingWords('1.2000', 'en')).toBe('1.2');
		expect(readingWords('1.2000', 'fr')).toBe('1,2');
	});

	it('is left alone when it is neither', () => {
		expect(readingWords('about 40', 'en')).toBe('about 40');
		expect(readingWords('', 'en')).toBe('');
	});
});

describe('an answer as the learner knows it', () => {
	it('is what was typed, as it was typed', () => {
		expect(writtenWords('1200', 'en')).toBe('1200');
		expect(writtenWords('3.4.1961', 'en')).toBe('3.4.1961');
		expect(writtenWords('1,2', 'fr')).toBe('1,2');
	});

	it('is a chosen reading in words', () => {
		expect(writtenWords('1961-04-03', 'en')).toBe('3 April 1961');
		expect(writtenWords('1.2000', 'en')).toBe('1.2');
	});
});
