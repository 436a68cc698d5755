import { expect, test } from 'vitest';
import { vaccinationRoot } from '../../../tests/fixtures/packs/vaccination.ts';
import type { Facet } from '#lib/bank/card.ts';
import type { Fact } from '#lib/bank/pack.ts';
import { everyQuestion } from '#lib/quiz/kinds.ts';
import { kindNames, type KindName } from '#lib/quiz/question.ts';
import { loadPacks } from './packs.ts';

const SEEDS = Array.from({ length: 50 }, (_, index) => index + 1);

const FACETS: Readonly<Record<Facet, true>> = {
	when: true,
	who: true,
	where: true,
	value: true,
	from: true,
	to: true,
	since: true,
	until: true,
	before: true,
	after: true,
	speaker: true
};

test('a pack on another subject yields every kind that its facts allow, and each has one right answer', () => {
	const { packs, bank: bankIn, problems } = loadPacks(vaccinationRoot, SEEDS);
	expect(problems).toEqual([]);
	expect(packs.map(({ id, language }) => `${id} ${language}`)).toEqual(['vaccination en']);

	const bank = bankIn('en');
	if (!bank) throw new Error('The pack has no bank.');
	const facts = [...bank.facts.values()];
	expect(facts.length).toBeGreaterThanOrEqual(28);
	const traits = (of: (fact: Fact) => readonly string[]) => new Set(facts.flatMap(of));
	expect(traits(({ kind }) => [kind])).toEqual(new Set(['event', 'figure', 'relation', 'claim']));
	expect(traits(({ status }) => [status])).toEqual(
		new Set(['ASSERT', 'ATTRIBUTE', 'CORRECT', 'HOLD'])
	);
	expect(traits(({ flags }) => flags)).toContain('sensitive');
	expect(facts.some(({ conflict }) => conflict !== null && bank.rivals(conflict).length > 1)).toBe(
		true
	);

	const questions = everyQuestion(bank, 1);
	const kindsOf = (facet: Facet): KindName[] => {
		const asked = questions.filter(({ card }) => bank.card(card)?.facet === facet);
		return kindNames.filter((name) => asked.some(({ kind }) => kind === name));
	};
	for (const facet of Object.keys(FACETS) as Facet[]) {
		const plain = kindsOf(facet).filter((kind) => ['choice', 'said', 'link'].includes(kind));
		expect(plain, facet).toHaveLength(1);
		expect(kindsOf(facet), facet).toContain('flashcard');
	}
	// It knows no other names, no year with three events, and no two sources that give two values.
	const others = new Set<KindName>(['alias', 'odd', 'estimates']);
	expect(new Set(questions.map(({ kind }) => kind))).toEqual(
		new Set(kindNames.filter((name) => !others.has(name)))
	);
});
