import { expect, test } from 'vitest';
import { capitalised, stopped } from './language.ts';

test('a text that stands alone begins with a capital', () => {
	expect(capitalised('the Second World War', 'en')).toBe('The Second World War');
	expect(capitalised('été 1961', 'fr')).toBe('Été 1961');
});

test('one that begins with a figure, or in a script without capitals, stays as it is', () => {
	expect(capitalised('11 January 1961', 'en')).toBe('11 January 1961');
	expect(capitalised('الحرب', 'ar')).toBe('الحرب');
	expect(capitalised('', 'en')).toBe('');
});

test('a sentence ends with one full stop', () => {
	expect(stopped('Hassan II')).toBe('Hassan II.');
	expect(stopped('Hassan II was king from 1961 to 1999.')).toBe(
		'Hassan II was king from 1961 to 1999.'
	);
	expect(stopped('Who met him?')).toBe('Who met him?');
});
