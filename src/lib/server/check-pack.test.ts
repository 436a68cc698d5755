import { describe, expect, test } from 'vitest';
import { changed, lineOf, soundFiles } from '../../../tests/fixtures/packs/sound.ts';
import { checkPacks } from './check-pack.ts';
import { formatProblem } from './problem.ts';
import { readPack, type PackFiles } from './read-pack.ts';

function packOf(files: PackFiles, folder = 'questions/harbour') {
	const { pack, problems } = readPack(folder, files);
	if (!pack || problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
	return pack;
}

test('a sound pack passes every check', () => {
	expect(checkPacks([packOf(soundFiles())])).toEqual([]);
});

type Case = {
	readonly name: string;
	readonly file: string;
	readonly from: string;
	readonly to: string;
	readonly marker: string;
	readonly id: string | null;
	readonly path: string;
	readonly says: RegExp;
};

const cases: readonly Case[] = [
	{
		name: 'an actor that is not there, with the one that was meant',
		file: 'dates.yaml',
		from: '- actor: anna-berg',
		to: '- actor: ana-berg',
		marker: 'ana-berg',
		id: 'lighthouse',
		path: 'actors.0.actor',
		says: /no actor “ana-berg”\. Did you mean “anna-berg”/
	},
	{
		name: 'a source that is not there',
		file: 'dates.yaml',
		from: 'source: gazette, at: P5',
		to: 'source: gazete, at: P5',
		marker: 'gazete',
		id: 'regatta',
		path: 'support.0.source',
		says: /no source “gazete”\. Did you mean “gazette”/
	},
	{
		name: 'a note that is not there',
		file: 'dates.yaml',
		from: 'notes: [breakwater-day]',
		to: 'notes: [breakwater-date]',
		marker: 'breakwater-date',
		id: 'breakwater',
		path: 'notes.0',
		says: /no note “breakwater-date”\. Did you mean “breakwater-day”/
	},
	{
		name: 'a topic that pack.yaml does not have',
		file: 'claims.yaml',
		from: 'topics: [town]',
		to: 'topics: [harbours]',
		marker: 'harbours',
		id: 'falk-on-trade',
		path: 'topics.0',
		says: /no topic “harbours”\. Its topics are town/
	},
	{
		name: 'a unit that is not there',
		file: 'figures.yaml',
		from: 'value: 7\n  unit: ships',
		to: 'value: 7\n  unit: ship',
		marker: 'unit: ship\n',
		id: 'winter-fleet',
		path: 'unit',
		says: /no unit “ship”\. Did you mean “ships”/
	},
	{
		name: 'a fact that a figure is said to be computed from and that is not there',
		file: 'figures.yaml',
		from: '  value: 7\n',
		to: '  value: 7\n  derivedFrom: [fleets]\n',
		marker: 'fleets',
		id: 'winter-fleet',
		path: 'derivedFrom.0',
		says: /no fact “fleets”\. Did you mean “fleet”/
	},
	{
		name: 'a relation between events that names an actor',
		file: 'relations.yaml',
		from: 'type: head_of\n  from: eva-falk',
		to: 'type: precedes\n  from: eva-falk',
		marker: 'from: eva-falk',
		id: 'falk-head',
		path: 'from',
		says: /no event “eva-falk”/
	},
	{
		name: 'one id for a fact and an actor',
		file: 'dates.yaml',
		from: 'id: regatta',
		to: 'id: carl-dahl',
		marker: 'id: carl-dahl',
		id: 'carl-dahl',
		path: 'id',
		says: /“carl-dahl” is taken at questions\/harbour\/actors\.yaml:\d+/
	},
	{
		name: 'a retired id that comes back',
		file: 'dates.yaml',
		from: 'id: regatta',
		to: 'id: old-pier',
		marker: 'id: old-pier',
		id: 'old-pier',
		path: 'id',
		says: /“old-pier” was retired in the pack “harbour”/
	},
	{
		name: 'one spelling for two actors, whatever its case and accents',
		file: 'actors.yaml',
		from: 'aliases: [Dahl]',
		to: 'aliases: [Dahl, BÉRG]',
		marker: 'BÉRG',
		id: 'carl-dahl',
		path: 'aliases.1',
		says: /“BÉRG” is also a spelling of “anna-berg”/
	},
	{
		name: 'a paragraph that the source does not have',
		file: 'dates.yaml',
		from: 'at: P3.s1-s2',
		to: 'at: P3; P13',
		marker: 'P13',
		id: 'breakwater',
		path: 'support.0.at',
		says: /“gazette” has paragraphs P1 to P12: P13 is not one of them/
	},
	{
		name: 'two heads of one office at one time',
		file: 'relations.yaml',
		from: 'when: 1920/1931',
		to: 'when: 1919/1931',
		marker: '1919/1931',
		id: 'dahl-head',
		path: 'when',
		says: /“carl-dahl” \(1919\/1931\) and “anna-berg” \(1908\/1920, fact “berg-head”\) would both be head of “port-office”.*two true answers/
	},
	{
		name: 'a moment outside the period',
		file: 'relations.yaml',
		from: 'askAt: 1912',
		to: 'askAt: 1925',
		marker: '1925',
		id: 'berg-head',
		path: 'askAt',
		says: /1925 does not lie within the period 1908\/1920/
	},
	{
		name: 'a moment in the year of a handover',
		file: 'relations.yaml',
		from: 'askAt: 1912',
		to: 'askAt: 1920',
		marker: 'askAt: 1920',
		id: 'berg-head',
		path: 'askAt',
		says: /ends in 1920, so 1920 may lie outside it/
	},
	{
		name: 'a moment that may lie in two periods, because one end is not known',
		file: 'relations.yaml',
		from: 'when: 1931/..',
		to: 'when: /1931',
		marker: 'askAt: 1912',
		id: 'berg-head',
		path: 'askAt',
		says: /1912 may also lie in the period of “eva-falk” \(\/1931/
	},
	{
		name: 'a slot that names no actor',
		file: 'dates.yaml',
		from: '"{eva-falk} opened the fish market."',
		to: '"{eva-falke} opened the fish market."',
		marker: '{eva-falke}',
		id: 'fish-market',
		path: 'statement.en',
		says: /the slot \{eva-falke\} names no actor\. Did you mean “eva-falk”/
	},
	{
		name: 'a slot that is not closed',
		file: 'dates.yaml',
		from: '"{eva-falk} opened the fish market."',
		to: '"{eva-falk opened the fish market."',
		marker: '"{eva-falk opened',
		id: 'fish-market',
		path: 'statement.en',
		says: /a brace is open or too many/
	},
	{
		name: 'a value in a statement that has none',
		file: 'dates.yaml',
		from: 'en: A first regatta was sailed.',
		to: 'en: "A first regatta had {value}."',
		marker: '{value}',
		id: 'regatta',
		path: 'statement.en',
		says: /only a figure has a \{value\}/
	},
	{
		name: 'a figure that neither asks nor leaves a gap',
		file: 'figures.yaml',
		from: '"In winter {value} stayed."',
		to: '"In winter 7 ships stayed."',
		marker: 'In winter 7',
		id: 'winter-fleet',
		path: 'statement.en',
		says: /put \{value\} where the value stands/
	},
	{
		name: 'a blank without a gap, in the language that lacks it',
		file: 'dates.yaml',
		from: '"{carl-dahl} a ouvert la digue."',
		to: '"Carl Dahl a ouvert la digue."',
		marker: 'ask: blank',
		id: 'breakwater',
		path: 'actors.0.ask',
		says: /the French statement has no slot \{carl-dahl\}/
	},
	{
		name: 'a question that names its answer',
		file: 'dates.yaml',
		from: 'ask: { en: Who lit the lighthouse?, fr:',
		to: 'ask: { en: Which Berg lit the lighthouse?, fr:',
		marker: 'Which Berg',
		id: 'lighthouse',
		path: 'actors.0.ask.en',
		says: /the question gives its own answer away: “Berg” is “anna-berg”/
	},
	{
		name: 'an attribution that names the answer',
		file: 'claims.yaml',
		from: '  speakers: [eva-falk]\n',
		to: '  speakers: [eva-falk]\n  saidBy: [eva-falk]\n',
		marker: 'position:',
		id: 'falk-on-trade',
		path: 'position.en',
		says: /“According to Eva Falk,” gives its own answer away/
	},
	{
		name: 'a question that prints its number',
		file: 'figures.yaml',
		from: 'en: How many ships did the town have?',
		to: 'en: Were there 30 ships in the town?',
		marker: 'Were there 30',
		id: 'fleet',
		path: 'ask.en',
		says: /gives its own answer away: 30/
	},
	{
		name: 'a question that is too long with its attribution',
		file: 'figures.yaml',
		from: 'en: How many ships did the town have?',
		to: 'en: How many ships did the small town on the long and windy coast have at that time then?',
		marker: 'long and windy',
		id: 'fleet',
		path: 'ask.en',
		says: /23 words with “According to the 1950 article,”: keep it to 20/
	},
	{
		name: 'a position that is too long for “Who said that …?”',
		file: 'claims.yaml',
		from: 'position: { en: the harbour would grow,',
		to: 'position: { en: the small harbour on the long and windy coast would grow year by year,',
		marker: 'long and windy',
		id: 'falk-on-trade',
		path: 'position.en',
		says: /22 words with “According to the 1950 article,”: keep it to 20/
	},
	{
		name: 'an explanation that is too long',
		file: 'dates.yaml',
		from: '  type: race\n',
		to: `  type: race\n  explanation: { en: "${'word '.repeat(46).trim()}." }\n`,
		marker: 'explanation:',
		id: 'regatta',
		path: 'explanation.en',
		says: /46 words: keep it to 45/
	},
	{
		name: 'a question for a day where only the month is known',
		file: 'dates.yaml',
		from: 'en: In which month was the lighthouse lit?',
		to: 'en: On which date was the lighthouse lit?',
		marker: 'On which date',
		id: 'lighthouse',
		path: 'ask.en',
		says: /asks for a day, but 1911-03 is known to the month only/
	},
	{
		name: 'a question for a month where only the season is known',
		file: 'dates.yaml',
		from: '  when: 1936-22\n',
		to: '  when: 1936-22\n  ask: { en: In which month did the market open? }\n',
		marker: 'In which month did the market',
		id: 'fish-market',
		path: 'ask.en',
		says: /asks for a month, but 1936-22 is known to the season only/
	},
	{
		name: 'a question for a year that prints it',
		file: 'dates.yaml',
		from: '  when: 1941\n',
		to: '  when: 1941\n  ask: { en: In which year was the race of 1941 sailed? }\n',
		marker: 'the race of 1941',
		id: 'regatta',
		path: 'ask.en',
		says: /gives its own answer away: 1941/
	},
	{
		name: 'a statement that prints the year and is the question for it',
		file: 'dates.yaml',
		from: 'en: A first regatta was sailed.',
		to: 'en: A first regatta was sailed in 1941.',
		marker: 'sailed in 1941',
		id: 'regatta',
		path: 'statement.en',
		says: /prints 1941 and is the question for the date/
	},
	{
		name: 'a name that prints the date',
		file: 'dates.yaml',
		from: 'en: the first regatta',
		to: 'en: the regatta of 1941',
		marker: 'the regatta of 1941',
		id: 'regatta',
		path: 'name.en',
		says: /the name prints 1941/
	},
	{
		name: 'a question for a date that the event does not have',
		file: 'dates.yaml',
		from: '  when: 1941\n',
		to: '  ask: { en: When was the first regatta? }\n',
		marker: 'When was the first regatta',
		id: 'regatta',
		path: 'ask.en',
		says: /a date that the event does not have/
	}
];

describe('a check names file, line, fact and what to do:', () => {
	test.each(cases)('$name', ({ file, from, to, marker, id, path, says }) => {
		const files = changed(file, from, to);
		const problems = checkPacks([packOf(files)]);
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

describe('words that take a side are refused, and notes may quote them:', () => {
	test.each([
		'the Moroccan Sahara',
		'the occupied Sahara',
		'the land that was annexed',
		'the Jews who were rescued',
		'a ransom',
		'an exodus',
		'those who were expelled',
		'Islamic terrorism',
		'a price per person',
		'the return to Zion',
		'a historic meeting'
	])('%s', (wording) => {
		const bad = packOf(changed('dates.yaml', 'en: A first regatta', `en: About ${wording}`));
		expect(checkPacks([bad])).toEqual([
			expect.objectContaining({
				id: 'regatta',
				path: 'statement.en',
				message: expect.stringContaining('is not said here') as unknown
			})
		]);
		const quoted = packOf(changed('notes.yaml', 'The article prints', `On ${wording}, it prints`));
		expect(checkPacks([quoted])).toEqual([]);
	});

	test('a sober word that merely looks like one passes', () => {
		const files = changed(
			'dates.yaml',
			'en: A first regatta',
			'en: A historical and unoccupied regatta'
		);
		expect(checkPacks([packOf(files)])).toEqual([]);
	});
});

test('roles that meet in one year do not overlap, and an unknown end blames nobody', () => {
	expect(checkPacks([packOf(changed('relations.yaml', '1931/..', '1926/'))])).toHaveLength(1);
	const unknownEnd = changed(
		'relations.yaml',
		'when: 1920/1931',
		'when: 1920/',
		changed('relations.yaml', '1931/..', '1926/..')
	);
	expect(checkPacks([packOf(unknownEnd)])).toEqual([]);
});

test('a reference to an entry that is wrong itself is not a second problem', () => {
	const files = changed(
		'actors.yaml',
		'id: carl-dahl\n  type: person',
		'id: carl-dahl\n  type: man'
	);
	const { pack, problems } = readPack('questions/harbour', files);
	expect(problems.map(({ id }) => id)).toEqual(['carl-dahl']);
	expect(checkPacks(pack ? [pack] : [])).toEqual([]);
});

test('ids are unique across packs, and so are the packs', () => {
	const twin = packOf(soundFiles(), 'questions/twin');
	const problems = checkPacks([packOf(soundFiles()), twin]);
	const ids = new Set(problems.map(({ id }) => id));
	expect(problems.every(({ file }) => file.startsWith('questions/twin/'))).toBe(true);
	for (const id of ['lighthouse', 'anna-berg', 'gazette', 'breakwater-day', 'ships', null]) {
		expect(ids).toContain(id);
	}
});

describe('seven words in a row of a document are a copy', () => {
	const said = 'A first regatta was sailed around the old wooden harbour light.';
	const files = changed('dates.yaml', 'en: A first regatta was sailed.', `en: ${said}`);

	test('named with the document and the words', () => {
		const documents = new Map([
			['letter.txt', 'We know: it was sailed around the old wooden harbour.']
		]);
		expect(checkPacks([packOf(files)], documents)).toEqual([
			expect.objectContaining({
				id: 'regatta',
				path: 'statement.en',
				message: expect.stringContaining(
					'“was sailed around the old wooden harbour” stands in letter.txt'
				) as unknown
			})
		]);
	});

	test('six are not', () => {
		const documents = new Map([['letter.txt', 'They sailed around the old wooden harbour.']]);
		expect(checkPacks([packOf(files)], documents)).toEqual([]);
	});

	test('a name counts as one word', () => {
		const title = 'The long breakwater of a small harbour town';
		const named = changed(
			'dates.yaml',
			'en: A first regatta was sailed.',
			`en: They read ${title}.`
		);
		const documents = new Map([['letter.txt', `You should read ${title} one day.`]]);
		expect(checkPacks([packOf(named)], documents)).toEqual([]);
	});
});
