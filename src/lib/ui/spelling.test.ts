import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffSpelling, type Run } from './spelling.ts';

const join = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');
const own = (runs: readonly Run[]): string[] =>
	runs.filter((run) => run.own).map((run) => run.text);

describe('the letters that differ between a typed name and its spelling', () => {
	test('a missing letter is shown in the right spelling only', () => {
		const diff = diffSpelling('Havlio', 'Havilio');
		expect(diff && own(diff.given)).toEqual([]);
		expect(diff && own(diff.right)).toEqual(['i']);
	});

	test('a wrong letter is shown on both sides', () => {
		const diff = diffSpelling('Oufkar', 'Oufkir');
		expect(diff && own(diff.given)).toEqual(['a']);
		expect(diff && own(diff.right)).toEqual(['i']);
	});

	test('capitals do not count, accents do', () => {
		const diff = diffSpelling('meir amit', 'Méir Amit');
		expect(diff && own(diff.right)).toEqual(['é']);
	});

	test('two different names are not compared letter by letter', () => {
		expect(diffSpelling('Rabat', 'Tzipi Livni')).toBeNull();
		expect(diffSpelling('المغرب', 'Morocco')).toBeNull();
	});

	test('the runs give back both spellings, whatever they are', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme' }),
				fc.string({ unit: 'grapheme' }),
				(given, right) => {
					const diff = diffSpelling(given, right);
					if (diff === null) return;
					expect(join(diff.given)).toBe(given.normalize());
					expect(join(diff.right)).toBe(right.normalize());
					const shared = (runs: readonly Run[]) =>
						join(runs.filter((run) => !run.own)).toLowerCase();
					expect(shared(diff.given)).toBe(shared(diff.right));
				}
			)
		);
	});

	test('equal spellings have no difference', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), (name) => {
				expect(diffSpelling(name, name)?.right.some((run) => run.own)).toBe(false);
			})
		);
	});
});
