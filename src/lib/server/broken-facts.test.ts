import { expect, test } from 'vitest';
import { changed, lineOf } from '../../../tests/fixtures/packs/sound.ts';
import { vaccinationFiles, vaccinationFolder } from '../../../tests/fixtures/packs/vaccination.ts';
import { loadFiles } from './packs.ts';

type BrokenFact = {
	readonly name: string;
	readonly file: string;
	/** The one edit: what stands in the file, and what an editor might write instead. */
	readonly from: string;
	readonly to: string;
	/** Stands first on the line that the problem names. */
	readonly line: string;
	readonly field: string;
	readonly says: string;
};

const brokenFacts: readonly BrokenFact[] = [
	{
		name: 'a period that ends before it begins',
		file: 'relations.yaml',
		from: 'when: 1973/1988',
		to: 'when: 1988/1973',
		line: 'when: 1988/1973',
		field: 'mahler-heads-who › when',
		says: '“1988/1973” runs backwards: 1988 is later than 1973. Write the earlier date first.'
	},
	{
		name: 'one spelling for two people',
		file: 'actors.yaml',
		from: 'aliases: [Roux]',
		to: 'aliases: [Roux, Martin]',
		line: 'aliases: [Martin]',
		field: 'louis-martin › aliases.0',
		says: '“Martin” is also a spelling of “emile-roux”: a typed answer could mean either. Remove it from one of the two.'
	},
	{
		name: 'two holders of one role at one time',
		file: 'relations.yaml',
		from: 'when: 1973/1988',
		to: 'when: 1970/1988',
		line: 'when: 1970/1988',
		field: 'mahler-heads-who › when',
		says: '“halfdan-mahler” (1970/1988) and “marcolino-candau” (1953/1973, fact “candau-heads-who”) would both be head of “who” at one time: a question would have two true answers. Correct one of the periods.'
	},
	{
		name: 'a disputed value that another fact gives as if nothing disputed it',
		file: 'figures.yaml',
		from: '  conflict: endemic-countries\n  name: { en: countries with smallpox by the first report }',
		to: '  name: { en: countries with smallpox by the first report }',
		line: 'barred: [29, 30, 33]',
		field: 'endemic-countries › barred',
		says: '29 is the value of “endemic-countries-first”, which tells of the same thing: give both facts one conflict.'
	},
	{
		name: 'a source that is not in the pack',
		file: 'figures.yaml',
		from: 'support: [{ source: koplow-2003 }]',
		to: 'support: [{ source: koplow-2002 }]',
		line: 'source: koplow-2002',
		field: 'deaths-book › support.0.source',
		says: 'there is no source “koplow-2002”. Did you mean “koplow-2003”?'
	},
	{
		name: 'a question for a day where only the year is known',
		file: 'dates.yaml',
		from: "In which year was Maurice Hilleman's mumps vaccine licensed?",
		to: "On which date was Maurice Hilleman's mumps vaccine licensed?",
		line: 'On which date was Maurice',
		field: 'mumps-licence › ask.en',
		says: 'the question asks for a day, but 1967 is known to the year only: ask “When …?”.'
	},
	{
		name: 'an actor that is not in the pack',
		file: 'dates.yaml',
		from: 'actor: joseph-meister',
		to: 'actor: josef-meister',
		line: 'actor: josef-meister',
		field: 'meister-treatment › actors.1.actor',
		says: 'there is no actor “josef-meister”. Did you mean “joseph-meister”?'
	},
	{
		name: 'an id that another fact has',
		file: 'figures.yaml',
		from: '- id: orphan-boys',
		to: '- id: maalin-age',
		line: '- id: maalin-age\n  topics: [smallpox]\n  status: ASSERT\n  name: { en: orphan',
		field: 'maalin-age › id',
		says: `the id “maalin-age” is taken at questions/vaccination/figures.yaml:${lineOf(vaccinationFiles(), 'figures.yaml', '- id: maalin-age')}: choose another.`
	},
	{
		name: 'a question that gives its answer away',
		file: 'dates.yaml',
		from: 'Who vaccinated James Phipps in 1796?',
		to: 'Which Jenner vaccinated James Phipps in 1796?',
		line: 'Which Jenner',
		field: 'phipps-vaccination › actors.0.ask.en',
		says: 'the question gives its own answer away: “Jenner” is “edward-jenner”.'
	},
	{
		name: 'a text that is not there in English',
		file: 'claims.yaml',
		from: 'position: { en: later nations',
		to: 'position: { fr: later nations',
		line: 'position: { fr: later nations',
		field: 'jefferson-on-memory › position.en',
		says: 'the English text is missing: every text has one, other languages stand beside it.'
	}
];

test.each(brokenFacts)('$name: one problem, with its line and what to do', (broken) => {
	const { file, from, to, line, field, says } = broken;
	const files = changed(file, from, to, vaccinationFiles());
	const { packs, problems } = loadFiles([[vaccinationFolder, files]], new Map(), [1]);
	expect(packs).toEqual([]);
	expect(
		problems.map(({ file, line, id, path, message }) => ({
			place: `${file}:${line}`,
			field: `${id} › ${path}`,
			message
		}))
	).toEqual([
		{ place: `${vaccinationFolder}/${file}:${lineOf(files, file, line)}`, field, message: says }
	]);
});
