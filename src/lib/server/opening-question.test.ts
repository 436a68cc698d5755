import { describe, expect, test } from 'vitest';
import { Bank } from '#lib/bank/bank.ts';
import { openingQuestion } from './opening-question.ts';
import { loadPacks, packLanguages } from './packs.ts';

const { bank: bankIn } = loadPacks('.', []);

function bankOf(language: (typeof packLanguages)[number]): Bank {
	const bank = bankIn(language);
	if (!bank) throw new Error(`no bank in ${language}`);
	return bank;
}

describe.each(packLanguages)('the opening question in %s', (language) => {
	test('is proven, with two wrong answers beside the right one', () => {
		expect(openingQuestion(bankOf(language)).options).toHaveLength(3);
	});

	test('is the same in every language', () => {
		expect(openingQuestion(bankOf(language))).toEqual(openingQuestion(bankOf('en')));
	});
});

test('an opening question that gives its answer away stops the build', () => {
	const [pack] = bankOf('en').packs;
	if (!pack) throw new Error('no pack');
	const facts = pack.facts.map((fact) =>
		fact.id === 'mural-children' && fact.kind === 'figure'
			? { ...fact, ask: 'Were there 530 children?' }
			: fact
	);
	expect(() => openingQuestion(new Bank([{ ...pack, facts }]))).toThrow(
		'breaks the rule “no leak”'
	);
});

test('a bank without its card stops the build', () => {
	expect(() => openingQuestion(new Bank([]))).toThrow('no choice question');
});
