import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changed, lineOf, soundRoot } from '../../../tests/fixtures/packs/sound.ts';
import { Bank } from '#lib/bank/bank.ts';
import { unpackPack } from '#lib/bank/pack-json.ts';
import { loadPacks } from './packs.ts';

let root = '';

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'packs-'));
	cpSync(soundRoot, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function change(file: string, from: string, to: string) {
	const files = changed(file, from, to);
	writeFileSync(join(root, 'questions/harbour', file), files.get(file) ?? '');
	return files;
}

describe('a sound folder', () => {
	test('gives one pack for each language, under the hash of its content', () => {
		const { packs, problems } = loadPacks(root);
		expect(problems).toEqual([]);
		expect(packs.map(({ id, language, version }) => [id, language, version])).toEqual([
			['harbour', 'en', '1.0.0'],
			['harbour', 'fr', '1.0.0']
		]);
		for (const { path, hash, language } of packs) {
			expect(hash).toMatch(/^[0-9a-f]{10}$/);
			expect(path).toBe(`packs/harbour.${language}.${hash}.json`);
		}
	});

	test('gives JSON that unpacks to the bank that was proven', () => {
		const { packs, bank } = loadPacks(root);
		const read = packs
			.filter(({ language }) => language === 'fr')
			.map(({ json }) => unpackPack(JSON.parse(json)));
		expect(new Bank(read).packs).toEqual(bank('fr')?.packs);
	});

	test('gives the same bytes from another place, and another path when a word changes', () => {
		const [before] = loadPacks(root).packs;
		expect(loadPacks(soundRoot).packs[0]).toEqual(before);
		change('glossary.yaml', 'A wall against', 'A long wall against');
		const [after] = loadPacks(root).packs;
		expect(after?.path).not.toBe(before?.path);
	});

	test('is read once as long as no file changes', () => {
		expect(loadPacks(root)).toBe(loadPacks(root));
	});
});

test('a pack with two true options is refused, and the fact is named', () => {
	// Carl Dahl would have led the office in 1912 too, the moment that the other question asks about.
	const files = change('relations.yaml', 'when: 1920/1931', 'when: 1910/1931');
	const { packs, problems } = loadPacks(root);
	expect(packs).toEqual([]);
	expect(problems).toContainEqual(
		expect.objectContaining({
			file: 'questions/harbour/relations.yaml',
			line: lineOf(files, 'relations.yaml', '1910/1931'),
			id: 'dahl-head',
			message: expect.stringContaining('a question would have two true answers') as unknown
		})
	);
});

test('a question that breaks a rule of the proof is told at its fact', () => {
	const files = change('dates.yaml', 'en: the first regatta', 'en: THE OPENING OF THE FISH MARKET');
	const { packs, problems } = loadPacks(root);
	expect(packs).toEqual([]);
	const problem = problems.find(({ message }) => message.includes('options differ on the screen'));
	expect(problem?.message).toMatch(/\(en\) breaks the rule .* two options read the same\./);
	expect(problem?.file).toBe('questions/harbour/dates.yaml');
	expect(problem?.line).toBe(lineOf(files, 'dates.yaml', `id: ${problem?.id ?? '?'}`));
});
