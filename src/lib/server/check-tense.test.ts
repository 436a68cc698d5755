import { describe, expect, test } from 'vitest';
import { changed, soundFiles } from '../../../tests/fixtures/packs/sound.ts';
import { checkTense } from './check-tense.ts';
import { readPack, type PackFiles } from './read-pack.ts';

function tensesIn(files: PackFiles): string[] {
	const { pack, problems } = readPack('questions/harbour', files);
	if (!pack || problems.length > 0) throw new Error('The pack cannot be read.');
	return checkTense([pack]).map(({ id, path, message }) => `${id} › ${path}: ${message}`);
}

const statement = (text: string) =>
	tensesIn(changed('dates.yaml', 'en: A first regatta was sailed.', `en: "${text}"`));

const explanation = (text: string) =>
	tensesIn(
		changed('dates.yaml', '  type: race\n', `  type: race\n  explanation: { en: "${text}" }\n`)
	);

const about = (text: string) =>
	tensesIn(changed('actors.yaml', 'en: The third harbour master.', `en: "${text}"`));

const ADVICE = 'tells of today: use the past tense, or say in which year.';

test('a statement in the present tense is refused, with the word', () => {
	expect(statement('A regatta is sailed each year.')).toEqual([
		`regatta › statement.en: “is” ${ADVICE}`
	]);
	expect(statement('{eva-falk} leads the {port-office}.')).toEqual([
		`regatta › statement.en: “leads” ${ADVICE}`
	]);
});

test('so is a line about an actor', () => {
	expect(about('She has the keys.')).toEqual([`eva-falk › about.en: “has” ${ADVICE}`]);
});

describe('a statement passes', () => {
	test.each([
		'In 1941 a regatta is sailed.',
		'A regatta was sailed.',
		'They would never have met.',
		'Two heads of state came.'
	])('%s', (text) => {
		expect(statement(text)).toEqual([]);
	});
});

describe('an explanation is refused where it tells of today:', () => {
	test.each([
		['It is still disputed.', 'is'],
		['Eva Falk is the head of the office.', 'is'],
		['The largest harbour of the coast is another one.', 'is'],
		['She was young. He leads the office.', 'leads']
	])('%s', (text, word) => {
		expect(explanation(text)).toEqual([`regatta › explanation.en: “${word}” ${ADVICE}`]);
	});
});

describe('an explanation may explain a word and speak of a text:', () => {
	test.each([
		'A regatta is a race of boats.',
		'These are the king’s words.',
		'In 1950 it is still disputed.',
		'The rules are not in the article.'
	])('%s', (text) => {
		expect(explanation(text)).toEqual([]);
	});
});

test('a claim may say what it likes', () => {
	const files = changed(
		'claims.yaml',
		'{eva-falk} said that the harbour would grow.',
		'{eva-falk} said that the harbour is small.',
		soundFiles()
	);
	expect(tensesIn(files)).toEqual([]);
});
