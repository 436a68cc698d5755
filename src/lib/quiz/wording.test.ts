import { expect, test } from 'vitest';
import { actor, event, sampleBank } from '../../../tests/fixtures/sample.ts';
import { canSayCertainty } from './wording.ts';

const plain = event('plain');
const told = event('told', { status: 'ATTRIBUTE' });
const witnessed = event('witnessed', { status: 'ATTRIBUTE', saidBy: ['ann'] });
const bank = sampleBank([plain, told, witnessed], [{ ...actor('ann'), language: 'fr' }]);

test('how certain a plain fact is can be said in any language', () => {
	expect(canSayCertainty(bank, plain, 'en')).toBe(true);
	expect(canSayCertainty(bank, plain, 'fr')).toBe(true);
});

test('a line that names who says so is said in the language of that name', () => {
	expect(canSayCertainty(bank, told, 'en')).toBe(true);
	expect(canSayCertainty(bank, told, 'fr')).toBe(false);
	expect(canSayCertainty(bank, witnessed, 'fr')).toBe(true);
	expect(canSayCertainty(bank, witnessed, 'en')).toBe(false);
});
