import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonSchemas } from './json-schema.ts';

const folder = 'questions/schema';

test('the schemas that editors see are those of the build: npm run questions -- schema', () => {
	expect(readdirSync(folder).sort()).toEqual([...jsonSchemas().keys()].sort());
	for (const [name, text] of jsonSchemas()) {
		expect(JSON.parse(readFileSync(join(folder, name), 'utf8')), name).toEqual(JSON.parse(text));
	}
});

test('every file of every pack names its schema for the editor', () => {
	const packs = readdirSync('questions', { withFileTypes: true }).filter(
		(entry) => entry.isDirectory() && entry.name !== 'schema'
	);
	for (const { name: pack } of packs) {
		for (const file of readdirSync(join('questions', pack))) {
			const [first] = readFileSync(join('questions', pack, file), 'utf8').split('\n');
			const schema = file.replace(/\.yaml$/, '.json');
			expect(first, `${pack}/${file}`).toBe(`# yaml-language-server: $schema=../schema/${schema}`);
		}
	}
});
