import { describe, expect, test } from 'vitest';
import { changed, soundFiles } from '../../../tests/fixtures/packs/sound.ts';
import { compilePack } from './compile-pack.ts';
import { readPack } from './read-pack.ts';

function compiled(language: 'en' | 'fr', files = soundFiles()) {
	const { pack } = readPack('questions/harbour', files);
	if (!pack) throw new Error('the pack could not be read');
	return compilePack(pack, language);
}
const factOf = (language: 'en' | 'fr', id: string) =>
	compiled(language).facts.find((fact) => fact.id === id);

describe('a fact', () => {
	test('is told in the language of the pack', () => {
		expect(factOf('fr', 'regatta')).toMatchObject({
			language: 'fr',
			name: 'la première régate',
			statement: 'Une première régate a eu lieu.'
		});
	});

	test('that lacks one text in the language is told in English as a whole, and says so', () => {
		expect(factOf('fr', 'fish-market')).toMatchObject({
			language: 'en',
			name: 'the opening of the fish market',
			statement: '{eva-falk} opened the fish market.'
		});
	});

	test('corrected: what the document prints is kept and never offered', () => {
		const fact = factOf('en', 'breakwater');
		expect(fact).toMatchObject({
			date: {
				when: { edtf: '1923-06-04', precision: 'day' },
				printed: { edtf: '1923-06-05' },
				barred: [{ edtf: '1923-06-05' }]
			}
		});
	});

	test('has every field, also those that the editor left out', () => {
		expect(factOf('en', 'winter-fleet')).toMatchObject({
			pack: 'harbour',
			min: 7,
			max: 7,
			qualifier: 'exact',
			ask: null,
			date: null,
			saidBy: [],
			support: [{ source: 'gazette', at: 'P7', mode: 'states' }]
		});
	});

	test('on a role keeps the moment that is asked about as a date', () => {
		expect(factOf('en', 'berg-head')).toMatchObject({
			askAt: { edtf: '1912', precision: 'year' },
			askFrom: { text: 'Who led the Port Office in 1912?' },
			askTo: null
		});
	});
});

test('an actor answers to its names in every language and to every alias, once each', () => {
	const office = compiled('en').actors.find(({ id }) => id === 'port-office');
	expect(office).toMatchObject({
		name: 'Port Office',
		inText: 'the Port Office',
		aliases: ['Port Office', 'Bureau du port']
	});
	const anna = compiled('fr').actors.find(({ id }) => id === 'anna-berg');
	expect(anna?.aliases).toEqual(['Anna Berg', 'Berg']);
});

test('one untranslated topic does not take the title back to English', () => {
	const files = changed(
		'pack.yaml',
		'name: { en: The town, fr: La ville }',
		'name: { en: The town }'
	);
	const pack = compiled('fr', files);
	expect(pack.title).toBe('Une ville portuaire');
	expect(pack.topics).toEqual([{ id: 'town', name: 'The town' }]);
});
