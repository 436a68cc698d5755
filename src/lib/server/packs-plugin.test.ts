import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { build, type Rolldown } from 'vite';
import { soundRoot } from '../../../tests/fixtures/packs/sound.ts';
import { packsPlugin } from './packs-plugin.ts';

let root = '';

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'packs-'));
	cpSync(soundRoot, root, { recursive: true });
	writeFileSync(join(root, 'list.js'), "import list from 'virtual:packs'; console.log(list);");
});
afterEach(() => rmSync(root, { recursive: true }));

async function buildList(): Promise<string> {
	const result = await build({
		root,
		configFile: false,
		logLevel: 'silent',
		plugins: [packsPlugin()],
		build: { write: false, rolldownOptions: { input: join(root, 'list.js') } }
	});
	const { output } = result as Rolldown.RolldownOutput;
	return output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n');
}

test('the list of packs goes into the app, their content does not', async () => {
	const code = await buildList();
	expect(code).toMatch(/packs\/harbour\.en\.[0-9a-f]{10}\.json/);
	expect(code).toMatch(/packs\/harbour\.fr\.[0-9a-f]{10}\.json/);
	expect(code).not.toContain('lighthouse');
}, 60_000);

test('a wrong pack stops the build with file, line and fact', async () => {
	const file = join(root, 'questions/harbour/relations.yaml');
	writeFileSync(file, readFileSync(file, 'utf8').replace('when: 1920/1931', 'when: 1910/1931'));
	await expect(buildList()).rejects.toThrow(
		/questions\/harbour\/relations\.yaml:22:9 dahl-head › when: .*two true answers/
	);
}, 60_000);
