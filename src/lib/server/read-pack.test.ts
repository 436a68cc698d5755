import { describe, expect, test } from 'vitest';
import { changed, lineOf, soundFiles } from '../../../tests/fixtures/packs/sound.ts';
import { formatProblem } from './problem.ts';
import { readPack } from './read-pack.ts';

const read = (files = soundFiles()) => readPack('questions/harbour', files);

test('a sound pack is read without a problem', () => {
	const { pack, problems } = read();
	expect(problems).toEqual([]);
	expect(pack?.facts.map(({ id, kind }) => `${kind} ${id}`)).toContain('event lighthouse');
	expect(pack?.facts).toHaveLength(10);
});

type Case = {
	readonly name: string;
	readonly file: string;
	readonly from: string;
	readonly to: string;
	/** Stands on the line that the problem must name. */
	readonly marker: string;
	readonly id: string | null;
	readonly path: string;
	readonly says: RegExp;
};

const cases: readonly Case[] = [
	{
		name: 'a month that no year has',
		file: 'dates.yaml',
		from: 'when: 1911-03',
		to: 'when: 1911-13',
		marker: '1911-13',
		id: 'lighthouse',
		path: 'when',
		says: /“1911-13” is not a date this bank reads: write EDTF/
	},
	{
		name: 'a wrong date inside a dated field',
		file: 'dates.yaml',
		from: 'printed: 1923-06-05',
		to: 'printed: 1923-06-31',
		marker: '1923-06-31',
		id: 'breakwater',
		path: 'when.printed',
		says: /“1923-06-31” is not a date/
	},
	{
		name: 'a period that runs backwards',
		file: 'relations.yaml',
		from: 'when: 1908/1920',
		to: 'when: 1920/1908',
		marker: '1920/1908',
		id: 'berg-head',
		path: 'when',
		says: /“1920\/1908” runs backwards: 1920 is later than 1908/
	},
	{
		name: 'an unknown field, with the one that was meant',
		file: 'dates.yaml',
		from: 'notes: [breakwater-day]',
		to: 'note: [breakwater-day]',
		marker: 'note: [breakwater-day]',
		id: 'breakwater',
		path: 'note',
		says: /no field “note” here\. Did you mean “notes”\?/
	},
	{
		name: 'an unknown field deep inside, at its own line',
		file: 'dates.yaml',
		from: '      part: opener\n      ask: { en: Who lit',
		to: '      part: opener\n      asks: { en: Who lit',
		marker: 'asks:',
		id: 'lighthouse',
		path: 'actors.0.asks',
		says: /Did you mean “ask”\?/
	},
	{
		name: 'a comma that ends a text inside braces',
		file: 'notes.yaml',
		from: "  text:\n    en: The article prints 5 June. The town records give 4 June.\n    fr: L'article indique le 5 juin. Les registres de la ville donnent le 4 juin.",
		to: '  text: { en: The article prints 5 June, the town records 4 June. }',
		marker: 'text: {',
		id: 'breakwater-day',
		path: 'text.the town records 4 June.',
		says: /Put a text that holds a comma in quotes/
	},
	{
		name: 'a missing field, at the entry',
		file: 'claims.yaml',
		from: '  matter: trade\n',
		to: '',
		marker: 'id: falk-on-trade',
		id: 'falk-on-trade',
		path: 'matter',
		says: /missing: write text/
	},
	{
		name: 'a status that does not exist',
		file: 'dates.yaml',
		from: 'status: CORRECT',
		to: 'status: CORECT',
		marker: 'CORECT',
		id: 'breakwater',
		path: 'status',
		says: /found “CORECT”: write one of ASSERT, .*Did you mean “CORRECT”/
	},
	{
		name: 'plain text where text by language belongs',
		file: 'dates.yaml',
		from: 'name: { en: the first regatta, fr: la première régate }',
		to: 'name: the first regatta',
		marker: 'name: the first regatta',
		id: 'regatta',
		path: 'name',
		says: /text by language, such as \{ en: … \}/
	},
	{
		name: 'an ask that is neither blank nor text by language',
		file: 'dates.yaml',
		from: 'ask: blank',
		to: 'ask: balnk',
		marker: 'balnk',
		id: 'breakwater',
		path: 'actors.0.ask',
		says: /found “balnk”: write blank or fields/
	},
	{
		name: 'a text without English',
		file: 'claims.yaml',
		from: 'position: { en: the harbour would grow, fr: le port grandirait }',
		to: 'position: { fr: le port grandirait }',
		marker: 'position:',
		id: 'falk-on-trade',
		path: 'position.en',
		says: /the English text is missing: every text has one/
	},
	{
		name: 'a fact without support',
		file: 'figures.yaml',
		from: 'support: [{ source: gazette, at: P7 }]',
		to: 'support: []',
		marker: 'support: []',
		id: 'winter-fleet',
		path: 'support',
		says: /the list is empty: write at least one entry/
	},
	{
		name: 'an id that is no id',
		file: 'actors.yaml',
		from: 'id: anna-berg',
		to: 'id: Anna Berg',
		marker: 'id: Anna Berg',
		id: 'Anna Berg',
		path: 'id',
		says: /an id is lower-case letters and digits joined by hyphens\./
	},
	{
		name: 'a locator that is no locator',
		file: 'dates.yaml',
		from: 'at: P3.s1-s2',
		to: 'at: page 3',
		marker: 'at: page 3',
		id: 'breakwater',
		path: 'support.0.at',
		says: /write P9, P9\.s10/
	},
	{
		name: 'a key written twice',
		file: 'dates.yaml',
		from: '  type: race\n',
		to: '  type: race\n  type: sport\n',
		marker: 'type: sport',
		id: 'regatta',
		path: '',
		says: /“type” is written twice in one entry: keep one/
	},
	{
		name: 'a file that is not YAML',
		file: 'glossary.yaml',
		from: 'forms: [breakwaters]',
		to: 'forms: [breakwaters',
		marker: 'meaning:',
		id: 'breakwater-word',
		path: '',
		says: /this is not YAML/
	},
	{
		name: 'a range whose ends are swapped',
		file: 'figures.yaml',
		from: 'value: { min: 20, max: 30 }',
		to: 'value: { min: 30, max: 20 }',
		marker: 'min: 30',
		id: 'fleet',
		path: 'value',
		says: /min must be below max/
	},
	{
		name: 'a version that YAML reads as a number',
		file: 'pack.yaml',
		from: 'version: 1.0.0',
		to: 'version: 1.0',
		marker: 'version:',
		id: 'harbour',
		path: 'version',
		says: /found “1”: write text\. Put it in quotes/
	}
];

describe('a problem names file, line, field and what to do:', () => {
	test.each(cases)('$name', ({ file, from, to, marker, id, path, says }) => {
		const files = changed(file, from, to);
		const { problems } = read(files);
		const problem = problems.find((each) => says.test(each.message));
		expect(problems.map(formatProblem).join('\n')).toMatch(says);
		expect(problem).toMatchObject({
			file: `questions/harbour/${file}`,
			line: lineOf(files, file, marker),
			id,
			path
		});
	});
});

test('a problem reads as one line', () => {
	const { problems } = read(changed('dates.yaml', 'when: 1911-03', 'when: 1911-13'));
	expect(problems.map(formatProblem)).toEqual([
		expect.stringMatching(
			/^questions\/harbour\/dates\.yaml:7:9 lighthouse › when: “1911-13” is not a date/
		)
	]);
});

test('all problems are found at once, and sound entries are still read', () => {
	const files = changed(
		'claims.yaml',
		'matter: trade',
		'matters: trade',
		changed('dates.yaml', 'when: 1911-03', 'when: 1911-13')
	);
	const { pack, problems } = read(files);
	expect(new Set(problems.map(({ id }) => id))).toEqual(new Set(['lighthouse', 'falk-on-trade']));
	expect(pack?.facts).toHaveLength(8);
	expect([...(pack?.refused ?? [])].sort()).toEqual(['falk-on-trade', 'lighthouse']);
});

test('a misspelt file is not passed over in silence', () => {
	const files = new Map(soundFiles()).set('date.yaml', '[]');
	expect(read(files).problems).toEqual([
		expect.objectContaining({
			file: 'questions/harbour/date.yaml',
			message: 'a pack has no file “date.yaml”. Did you mean “dates.yaml”?'
		})
	]);
});

test('a pack without pack.yaml is no pack', () => {
	const files = new Map(soundFiles());
	files.delete('pack.yaml');
	const { pack, problems } = read(files);
	expect(pack).toBeNull();
	expect(problems.map(formatProblem).join()).toMatch(/pack\.yaml:1:1: this file is missing/);
});
