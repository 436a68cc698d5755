/** A bank may grow a hundredfold: a question is made and worded by looking at as few facts. */
import { describe, expect, it } from 'vitest';
import { samplePhrases } from '../../../tests/fixtures/sample-phrases.ts';
import { syntheticPack } from '../../../tests/fixtures/synthetic-bank.ts';
import { Bank } from '../bank/bank.ts';
import type { Pack } from '../bank/pack.ts';
import { kindsFor, makeQuestion, wordQuestion } from './kinds.ts';
import { kindNames, type KindName } from './question.ts';
import { Random } from './random.ts';

/** Entries of the pack that are looked at, whatever of them. */
type Watched = { readonly pack: Pack; readonly seen: Set<string> };

function watch(pack: Pack): Watched {
	const seen = new Set<string>();
	const watched = <T extends object>(entry: T, id: string): T =>
		new Proxy(entry, {
			get(target, field) {
				seen.add(id);
				const value: unknown = Reflect.get(target, field);
				// Indexes hold dates by themselves: to compare them is to look at the fact as well.
				return field === 'date' || field === 'when' || field === 'made' ? inner(value, id) : value;
			}
		});
	const wrapped = new WeakMap<object, object>();
	const inner = (value: unknown, id: string): unknown => {
		if (typeof value !== 'object' || value === null) return value;
		const known = wrapped.get(value) ?? watched(value, id);
		wrapped.set(value, known);
		return known;
	};
	return {
		pack: {
			...pack,
			facts: pack.facts.map((fact) => watched(fact, fact.id)),
			actors: pack.actors.map((actor) => watched(actor, actor.id))
		},
		seen
	};
}

/** What is counted: questions of each kind, and finding out which kinds a card allows. */
type Work = KindName | 'which kinds';

/** Cards that are asked, in all their kinds; the first half makes the indexes and is not counted. */
const CARDS = 800;

/** How many entries are looked at each time. */
function entriesSeen(facts: number): ReadonlyMap<Work, readonly number[]> {
	const { pack, seen } = watch(syntheticPack(facts));
	const bank = new Bank([pack]);
	const counts = new Map<Work, number[]>();
	const count = (work: Work) => {
		const known = counts.get(work);
		if (known) known.push(seen.size);
		else counts.set(work, [seen.size]);
		seen.clear();
	};
	for (const card of new Random('cards').shuffle([...bank.cards.values()]).slice(0, CARDS)) {
		const kinds = kindsFor(bank, card);
		count('which kinds');
		for (const kind of kinds) {
			const question = makeQuestion(bank, card, kind, { seed: 'growth' });
			if (question) wordQuestion(bank, question, samplePhrases);
			count(kind);
		}
	}
	return new Map([...counts].map(([work, all]) => [work, all.slice(Math.floor(all.length / 2))]));
}

/** Nine of ten are no greater: now and then one comes upon an index that is not made yet. */
const ninthDecile = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(0.9 * values.length)] ?? NaN;

describe.each([1_000, 20_000])(
	'of a bank of %i facts a logarithmic number is looked at',
	(facts) => {
		const seen = entriesSeen(facts);

		it.each([...kindNames, 'which kinds'] as const)('for one question: %s', (work) => {
			const each = seen.get(work) ?? [];
			expect(each.length).toBeGreaterThan(0);
			expect(ninthDecile(each)).toBeLessThan(24 * Math.log2(facts));
		});
	}
);
