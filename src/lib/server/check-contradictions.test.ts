import { describe, expect, test } from 'vitest';
import { changed } from '../../../tests/fixtures/packs/sound.ts';
import { vaccinationFiles, vaccinationFolder } from '../../../tests/fixtures/packs/vaccination.ts';
import { checkContradictions } from './check-contradictions.ts';
import { readPack, type PackFiles } from './read-pack.ts';

function contradictions(files: PackFiles): string[] {
	const { pack, problems } = readPack(vaccinationFolder, files);
	if (!pack || problems.length > 0) throw new Error('The pack cannot be read.');
	return checkContradictions([pack]).map(({ id, path, message }) => `${id} › ${path}: ${message}`);
}

const brokenBy = (file: string, from: string, to: string) =>
	contradictions(changed(file, from, to, vaccinationFiles()));

test('a sound pack does not contradict itself', () => {
	expect(contradictions(vaccinationFiles())).toEqual([]);
});

describe('what is right is not barred:', () => {
	test('a number', () => {
		expect(brokenBy('figures.yaml', 'barred: [242, 244, 247]', 'barred: [242, 248]')).toEqual([
			'boston-patients › barred: 248 is right and barred at once: take it out of one of the two.'
		]);
	});

	test('the date that the document prints wrongly', () => {
		expect(brokenBy('dates.yaml', 'printed: 1718-04-01', 'printed: 1717-04-01')).toEqual([
			'montagu-letter › when.printed: 1717-04-01 is right and barred at once: take it out of one of the two.'
		]);
	});

	test('but a day within the right month may be', () => {
		const edit = ['edtf: 1717-04-01, printed: 1718-04-01', 'edtf: 1717-04, printed: 1717-04-02'];
		expect(brokenBy('dates.yaml', edit[0] ?? '', edit[1] ?? '')).toEqual([]);
	});
});

describe('two figures that know of each other’s value', () => {
	const alone = (to: string) =>
		brokenBy(
			'figures.yaml',
			'  conflict: endemic-countries\n  name: { en: countries with smallpox by the first report }\n  about: [intensified-programme]\n  value: 29\n  unit: countries\n  when: 1967\n',
			`  name: { en: countries with smallpox by the first report }\n${to}`
		);

	test('are rivals when they tell of one thing in one time', () => {
		expect(
			alone('  about: [intensified-programme]\n  value: 29\n  unit: countries\n  when: 1967\n')
		).toEqual([
			'endemic-countries › barred: 29 is the value of “endemic-countries-first”, which tells of the same thing: give both facts one conflict.'
		]);
	});

	test.each([
		['another subject', '  about: [who]\n  value: 29\n  unit: countries\n  when: 1967\n'],
		[
			'another time',
			'  about: [intensified-programme]\n  value: 29\n  unit: countries\n  when: 1970\n'
		],
		[
			'another unit',
			'  about: [intensified-programme]\n  value: 29\n  unit: people\n  when: 1967\n'
		]
	])('are none in %s', (_, to) => {
		expect(alone(to)).toEqual([]);
	});
});

test('nothing leads to what came before it', () => {
	const swapped = changed(
		'relations.yaml',
		'from: meister-treatment\n  to: institute-opening',
		'from: institute-opening\n  to: meister-treatment',
		vaccinationFiles()
	);
	expect(contradictions(swapped)).toEqual([
		'treatment-led-to-institute › from: “institute-opening” (1888-11-14) is later than “meister-treatment” (1885-07-06): swap the two or correct a date.'
	]);
});
