import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actor, sampleBank } from '../../../tests/fixtures/sample.ts';
import { editDistance, matchName } from './names.ts';

const bank = sampleBank(
	[],
	[
		actor('mohammed-v', {
			name: 'Mohammed V',
			aliases: ['Muhammad V', 'Mohamed V', 'محمد الخامس']
		}),
		actor('mohammed-vi', { name: 'Mohammed VI', aliases: ['Mohamed VI', 'محمد السادس'] }),
		actor('mohammed-oufkir', {
			name: 'Mohammed Oufkir',
			aliases: ['Muhammad Ufkir', 'محمد أوفقير']
		}),
		actor('hassan-ii', { name: 'Hassan II', aliases: ['Moulay Hassan', 'الحسن الثاني'] }),
		actor('hassan-tuhami', { name: 'Hassan Tuhami', aliases: ['Hassan Tohami', 'חסן תוהאמי'] }),
		actor('andre-azoulay', { name: 'André Azoulay', aliases: ['אנדרה אזולאי'] }),
		actor('yitzhak-rabin', { name: 'Yitzhak Rabin', aliases: ['יצחק רבין'] }),
		actor('yitzhak-hofi', { name: 'Yitzhak Hofi', aliases: [] }),
		actor('mossad', { name: 'Mossad', type: 'organisation', aliases: ['המוסד'] })
	]
);

describe('typed names', () => {
	it.each([
		['Mohammed VI', 'mohammed-vi'],
		['mohamed vi', 'mohammed-vi'],
		['King Mohammed V', 'mohammed-v'],
		['Andre Azoulay', 'andre-azoulay'],
		['azoulay', 'andre-azoulay'],
		['the Mossad', 'mossad'],
		['محمد اوفقير', 'mohammed-oufkir'],
		['الحَسَن الثاني', 'hassan-ii'],
		['חסן תוהאמי', 'hassan-tuhami'],
		['Hassan Tohami', 'hassan-tuhami']
	])('“%s” is exactly %s', (typed, id) => {
		expect(matchName(bank, typed)).toEqual({ kind: 'exact', actor: id });
	});

	it.each([
		['Andre Azulay', 'andre-azoulay'],
		['Yitzhak Rabbin', 'yitzhak-rabin'],
		['Mohammed Ouffkir', 'mohammed-oufkir']
	])('“%s” is nearly %s', (typed, id) => {
		expect(matchName(bank, typed)).toMatchObject({ kind: 'near', actor: id });
	});

	it.each(['', 'Mohammed', 'Mohammed IV', 'Hassan', 'Yitzhak', 'Rafi', 'Mosad X', '   ', '🙂'])(
		'“%s” is nobody',
		(typed) => {
			expect(matchName(bank, typed)).toEqual({ kind: 'none' });
		}
	);

	it('a numeral is never a slip: V is not VI', () => {
		expect(matchName(bank, 'Mohammed V')).toEqual({ kind: 'exact', actor: 'mohammed-v' });
		expect(matchName(bank, 'Mohammed VII').kind).toBe('none');
	});

	it('a slip that is as near to somebody else is nobody', () => {
		const twins = sampleBank(
			[],
			[actor('karl', { name: 'Karlson' }), actor('carl', { name: 'Carlson' })]
		);
		expect(matchName(twins, 'Harlson')).toEqual({ kind: 'none' });
	});

	it('never throws or hangs, whatever is typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), (typed) => {
				matchName(bank, typed);
			})
		);
	});
});

describe('edit distance', () => {
	it('counts a swap of neighbours as one slip', () => {
		expect(editDistance('rabin', 'rbain', 3)).toBe(1);
	});

	it('is symmetric, and nothing only between equal words', () => {
		const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
		fc.assert(
			fc.property(word, word, (a, b) => {
				expect(editDistance(a, b, 20)).toBe(editDistance(b, a, 20));
				expect(editDistance(a, b, 20) === 0).toBe(a === b);
			})
		);
	});

	it('gives up beyond the limit', () => {
		expect(editDistance('abcdefgh', 'zzzzzzzz', 2)).toBe(3);
	});
});
