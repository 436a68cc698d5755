import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Glossary } from './glossary.ts';
import type { Term } from './pack.ts';

const term = (id: string, word: string, ...forms: string[]): Term => ({
	id,
	language: 'en',
	term: word,
	forms,
	meaning: `What ${word} means.`
});
const glossary = new Glossary([
	term('mellah', 'mellah', 'mellahs'),
	term('intifada', 'intifada', 'second intifada'),
	term('makhzen', 'المخزن')
]);
const marked = (text: string, known?: Set<string>) =>
	glossary
		.pieces(text, known)
		.map((piece) => (piece.term ? `[${piece.text}]` : piece.text))
		.join('');

describe('words of the glossary', () => {
	test('are marked where they first stand, whatever their case and form', () => {
		expect(marked('Mellahs were quarters; a mellah had gates.')).toBe(
			'[Mellahs] were quarters; a mellah had gates.'
		);
	});

	test('are whole words, the longest form first, in any script', () => {
		expect(marked('The mellahites knew no second intifada.')).toBe(
			'The mellahites knew no [second intifada].'
		);
		expect(marked('كان المخزن قويا')).toBe('كان [المخزن] قويا');
	});

	test('are not marked again in a text that follows', () => {
		const known = new Set<string>();
		expect(marked('A mellah.', known)).toBe('A [mellah].');
		expect(marked('The mellah in the intifada.', known)).toBe('The mellah in the [intifada].');
	});

	test('are not explained where the meaning tells what is asked for', () => {
		const text = 'What does mellah mean to an intifada?';
		const pieces = glossary.pieces(text, new Set(), 'Mellah means');
		expect(pieces.flatMap(({ term }) => term?.id ?? [])).toEqual(['intifada']);
		const dated = new Glossary([{ ...term('war', 'war'), meaning: 'The war of 1973.' }]);
		expect(dated.pieces('When was the war?', new Set(), '6 October 1973')).toEqual([
			{ text: 'When was the war?', term: null }
		]);
	});

	test('lose nothing of the text', () => {
		const words = fc.constantFrom('mellah', 'Intifada', 'second ', 'x', ' ', '.', 'المخزن');
		fc.assert(
			fc.property(fc.array(words), (parts) => {
				const text = parts.join('');
				expect(
					glossary
						.pieces(text)
						.map((piece) => piece.text)
						.join('')
				).toBe(text);
			})
		);
	});
});
