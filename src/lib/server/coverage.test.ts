import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coverageOf } from './coverage.ts';
import { readPacks } from './packs.ts';

const { rows } = coverageOf(readPacks().packs);

test('every row of the research is carried by somebody, or left out with a reason', () => {
	expect(rows).toHaveLength(346);
	expect(rows.filter(({ carriedBy, reason }) => carriedBy.length === 0 && !reason)).toEqual([]);
});

// The tables lie beside the repository only where the packs are edited.
const tables = ['facts', 'context'].map((name) => `../shared/content/${name}.tsv`);
for (const table of tables.filter((name) => existsSync(name))) {
	test(`the rows are those of ${table}`, () => {
		const written = readFileSync(table, 'utf8')
			.trim()
			.split('\n')
			.slice(1)
			.map((line) => line.split('\t')[0]);
		expect(rows.map(({ row }) => row)).toEqual(expect.arrayContaining(written));
	});
}
