import { expect, it } from 'vitest';
import { syntheticPack } from '../../../tests/fixtures/synthetic-bank.ts';
import { Bank } from './bank.ts';
import type { Fact } from './pack.ts';
import { ALWAYS } from './timeline.ts';

const bank = new Bank([syntheticPack(300)]);
const { evidence } = bank;
const actors = [...bank.actors.keys()];
const names = (fact: Fact, actor: string) => bank.namesIn(fact).includes(actor);

/** What a look through all facts finds, beside what is looked up. */
const agree = <T>(looked: Iterable<T> | undefined, all: readonly T[]): void =>
	expect(new Set(looked ?? [])).toEqual(new Set(all));

it('knows every event of a type that names an actor', () => {
	for (const type of new Set(bank.events.map((event) => event.type))) {
		const ofType = bank.events.filter((event) => event.type === type);
		for (const actor of actors) {
			agree(
				evidence.eventsOfType(type)?.get(actor)?.items,
				ofType.filter((event) => names(event, actor))
			);
		}
	}
});

it('knows every figure in a unit that names an actor, in the order in which they begin', () => {
	for (const unit of bank.units.keys()) {
		for (const actor of actors) {
			const items = evidence.figuresIn(unit)?.get(actor)?.items ?? [];
			agree(
				items,
				bank.figures.filter((figure) => figure.unit === unit && names(figure, actor))
			);
			const starts = items.map(({ date }) => (date?.when ?? ALWAYS).start);
			expect(starts).toEqual(starts.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
		}
	}
});

it('knows who stands at either side of a relation', () => {
	for (const side of ['from', 'to'] as const) {
		for (const relation of bank.relations) {
			agree(
				evidence.relationsBy(side, relation.type)?.get(relation[side])?.items,
				bank.relationsOf(relation.type).filter((other) => other[side] === relation[side])
			);
		}
	}
});

it('knows whom the facts of a group and the rivals of a conflict name', () => {
	const facts = [...bank.facts.values()];
	const named = (all: readonly Fact[]) => all.flatMap((fact) => bank.namesIn(fact));
	for (const { group, conflict } of facts) {
		if (group) agree(evidence.namedInGroup(group), named(facts.filter((f) => f.group === group)));
		if (conflict) agree(evidence.namedInConflict(conflict), named(bank.rivals(conflict)));
	}
});

it('knows on what an actor is on record, what it says, and who was at a place', () => {
	for (const actor of actors) {
		const naming = bank.claims.filter((claim) => names(claim, actor));
		agree(
			evidence.mattersOf(actor),
			naming.map(({ matter }) => matter)
		);
		agree(
			evidence.mattersSaidBy(actor),
			bank.claimsBy(actor).map(({ matter }) => matter)
		);
		agree(
			evidence.namedAt(actor),
			bank.events.filter(({ places }) => places.includes(actor)).flatMap((e) => bank.namesIn(e))
		);
	}
});

it('knows one actor under two names, from either', () => {
	const relation = bank.relationsOf('also_known_as')[0];
	if (!relation) throw new Error('the bank has an alias');
	expect(evidence.otherNamesOf(relation.from)).toContain(relation.to);
	expect(evidence.otherNamesOf(relation.to)).toContain(relation.from);
});
