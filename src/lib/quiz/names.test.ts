import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actor, sampleBank } from '../../../tests/fixtures/sample.ts';
import { slowInputs } from '../../../tests/fixtures/slow.ts';
import { foldName } from './fold.ts';
import { editDistance, matchName } from './names.ts';
import { Random } from './random.ts';

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

	it.each([
		'',
		'Mohammed',
		'Mohammed IV',
		'Hassan',
		'Yitzhak',
		'Rafi',
		'Mosad X',
		'   ',
		'🙂',
		'a'.repeat(5000)
	])('“%s” is nobody', (typed) => {
		expect(matchName(bank, typed)).toEqual({ kind: 'none' });
	});

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

	it('a slip in a longer name is not a slip in a shorter name that is as near', () => {
		const twins = sampleBank([], [actor('a', { name: 'Bena' }), actor('b', { name: 'Benam' })]);
		// One letter from both; that Bena may have no slip makes it no farther.
		expect(matchName(twins, 'Benan')).toEqual({ kind: 'none' });
	});

	it('two slips in one short word make another name', () => {
		expect(matchName(bank, 'Audrey Azoulay')).toEqual({ kind: 'none' });
		expect(matchName(bank, 'Mohamed Oufkkir')).toMatchObject({ kind: 'near' });
	});

	it('the spelling taught is the name, in the script that was typed', () => {
		const spelling = (typed: string) => {
			const match = matchName(bank, typed);
			return match.kind === 'near' ? match.spelling : '';
		};
		expect(spelling('andre azoulai')).toBe('André Azoulay');
		expect(spelling('azoulai')).toBe('Azoulay');
		expect(spelling('محمد أفقير')).toBe('محمد أوفقير');
		expect(spelling('חסן תוהמי')).toBe('חסן תוהאמי');
	});

	it('the Hebrew article is passed over in names of things, a letter in names of people', () => {
		const harel = sampleBank([], [actor('harel', { name: 'Isser Harel', aliases: ['איסר הראל'] })]);
		expect(matchName(bank, 'מוסד')).toEqual({ kind: 'exact', actor: 'mossad' });
		expect(matchName(harel, 'הראל')).toEqual({ kind: 'exact', actor: 'harel' });
		expect(matchName(harel, 'ראל')).toEqual({ kind: 'none' });
	});

	it('a last name that two share is nobody', () => {
		const family = sampleBank(
			[],
			[actor('tom', { name: 'Tom Segev' }), actor('shmuel', { name: 'Shmuel Segev' })]
		);
		expect(matchName(family, 'Segev')).toEqual({ kind: 'none' });
		expect(matchName(family, 'Seguev')).toEqual({ kind: 'none' });
		expect(matchName(family, 'T. Segev')).toEqual({ kind: 'exact', actor: 'tom' });
	});

	it('a whole name goes before the last name of somebody else', () => {
		const places = sampleBank(
			[],
			[actor('man', { name: 'David Israel' }), actor('state', { name: 'Israel', type: 'state' })]
		);
		expect(matchName(places, 'Israel')).toEqual({ kind: 'exact', actor: 'state' });
	});

	it('takes milliseconds, whatever is typed', () => {
		const typed = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 300 }),
			fc.string({ unit: 'grapheme', maxLength: 200 }),
			fc
				.array(fc.constantFrom('Hassan', 'II', 'محمد', 'חסן', 'Abdel', '\u200f', '6', '-'))
				.map((words) => words.join(' '))
		);
		expect(slowInputs(fc.sample(typed, 10_000), 5, (text) => matchName(bank, text))).toEqual([]);
	});

	it('takes milliseconds among tens of thousands of actors', () => {
		const { bank: large, names } = largeBank(20_000);
		matchName(large, 'Nobody At All');
		const slips = names.slice(0, 100).map((name) => name.slice(0, 3) + name.slice(4));
		expect(slowInputs(slips, 5, (typed) => matchName(large, typed))).toEqual([]);
		expect(matchName(large, slips[0] ?? '').kind).toBe('near');
	});
});

/** Names of two words made of syllables, each once. */
function largeBank(size: number) {
	const random = new Random('names');
	const syllables =
		'ba ben da dor el ga ha is ka la lev ma mir na or ra sha sel ta yo za zvi'.split(' ');
	const word = (count: number) =>
		Array.from({ length: count }, () => syllables[random.below(syllables.length)] ?? '').join('');
	const names = [...new Set(Array.from({ length: size }, () => `${word(2)} ${word(4)}`))];
	return {
		names,
		bank: sampleBank(
			[],
			names.map((name) => actor(name.replace(' ', '-'), { name }))
		)
	};
}

describe('the names of a bank', () => {
	/** Words that make names alike: shared first names, numerals, one letter apart. */
	const name = fc
		.array(
			fc.constantFrom(
				'Hassan',
				'Hasan',
				'Mohammed',
				'Segev',
				'Seger',
				'Ben',
				'Barka',
				'II',
				'VI',
				'חסן',
				'השני',
				'محمد',
				'السادس'
			),
			{ minLength: 1, maxLength: 3 }
		)
		.map((words) => words.join(' '));
	const names = fc.uniqueArray(name, { selector: foldName, minLength: 2, maxLength: 8 });

	it('a name is never another actor’s', () => {
		fc.assert(
			fc.property(names, (all) => {
				const actors = all.map((each, at) => actor(`actor-${at}`, { name: each }));
				const some = sampleBank([], actors);
				for (const { id, name: typed } of actors) {
					const match = matchName(some, typed);
					if (match.kind !== 'none') expect([typed, match.actor]).toEqual([typed, id]);
				}
			})
		);
	});
});

describe('folding', () => {
	it('changes nothing the second time', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
				expect(foldName(foldName(text))).toBe(foldName(text));
			}),
			{ examples: [['\u0374']], numRuns: 10_000 }
		);
	});

	it.each([
		['élite', 'ELITE'],
		['Œuvre', 'oeuvre'],
		['أُوفقيـــر', 'اوفقير'],
		['المغربى', 'المغربي'],
		['فاطمة', 'فاطمه'],
		['هرئيل', 'هريىل'],
		['کرمان', 'كرمان'],
		['יִצְחָק', 'יצחק'],
		['ג׳רדה', "ג'רדה"],
		['צה״ל', 'צה"ל'],
		['٢٠', '20'],
		['U.S.S.R.', 'USSR'],
		['l’Égypte', "l'egypte"]
	])('“%s” and “%s” are one', (a, b) => {
		expect(foldName(a)).toBe(foldName(b));
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
