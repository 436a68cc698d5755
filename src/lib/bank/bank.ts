/**
 * The bank: one or more packs, indexed for look-up. Built once, never changed.
 */
import { cardsOf, type Card } from './card.ts';
import type { Actor, ClaimFact, EventFact, Fact, FigureFact, Language, Note, Pack, RelationFact, Source, Term, Unit } from './pack.ts';

export type Topic = { readonly id: string; readonly name: string; readonly pack: string };

export class Bank {
	readonly language: Language;
	readonly packs: readonly Pack[];
	readonly facts: ReadonlyMap<string, Fact>;
	readonly actors: ReadonlyMap<string, Actor>;
	readonly sources: ReadonlyMap<string, Source>;
	readonly notes: ReadonlyMap<string, Note>;
	readonly units: ReadonlyMap<string, Unit>;
	readonly terms: ReadonlyMap<string, Term>;
	readonly topics: readonly Topic[];
	readonly cards: ReadonlyMap<string, Card>;

	readonly events: readonly EventFact[];
	readonly figures: readonly FigureFact[];
	readonly relations: readonly RelationFact[];
	readonly claims: readonly ClaimFact[];

	readonly #factsOfActor = new Map<string, Fact[]>();
	readonly #cardsOfFact = new Map<string, readonly Card[]>();
	readonly #conflicts = new Map<string, Fact[]>();

	/** Takes packs of one language with ids that are unique across them (checked at build time). */
	constructor(packs: readonly Pack[]) {
		this.packs = packs;
		this.language = packs[0]?.language ?? 'en';
		const facts = packs.flatMap((pack) => pack.facts);
		const byId = <T extends { readonly id: string }>(items: readonly T[]) =>
			new Map(items.map((item) => [item.id, item]));
		this.facts = byId(facts);
		this.actors = byId(packs.flatMap((pack) => pack.actors));
		this.sources = byId(packs.flatMap((pack) => pack.sources));
		this.notes = byId(packs.flatMap((pack) => pack.notes));
		this.units = byId(packs.flatMap((pack) => pack.units));
		this.terms = byId(packs.flatMap((pack) => pack.glossary));
		this.topics = packs.flatMap((pack) => pack.topics.map((topic) => ({ ...topic, pack: pack.id })));
		this.events = facts.filter((fact) => fact.kind === 'event');
		this.figures = facts.filter((fact) => fact.kind === 'figure');
		this.relations = facts.filter((fact) => fact.kind === 'relation');
		this.claims = facts.filter((fact) => fact.kind === 'claim');
		const cards: Card[] = [];
		for (const fact of facts) {
			const own = cardsOf(fact);
			cards.push(...own);
			this.#cardsOfFact.set(fact.id, own);
			for (const actor of actorsOf(fact)) push(this.#factsOfActor, actor, fact);
			if (fact.conflict) push(this.#conflicts, fact.conflict, fact);
		}
		this.cards = byId(cards);
	}

	/** The fact with this id; throws when there is none, which the build rules out for known ids. */
	fact(id: string): Fact {
		return known(this.facts, id, 'fact');
	}

	actor(id: string): Actor {
		return known(this.actors, id, 'actor');
	}

	source(id: string): Source {
		return known(this.sources, id, 'source');
	}

	unit(id: string): Unit {
		return known(this.units, id, 'unit');
	}

	/** The card with this id, or undefined: logs outlive cards. */
	card(id: string): Card | undefined {
		return this.cards.get(id);
	}

	cardsOf(factId: string): readonly Card[] {
		return this.#cardsOfFact.get(factId) ?? [];
	}

	/** Every fact that names the actor, in any role. */
	factsOf(actorId: string): readonly Fact[] {
		return this.#factsOfActor.get(actorId) ?? [];
	}

	/** The facts of one conflict group: rival accounts of one thing. */
	rivals(conflict: string): readonly Fact[] {
		return this.#conflicts.get(conflict) ?? [];
	}
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}

function known<T>(map: ReadonlyMap<string, T>, id: string, what: string): T {
	const found = map.get(id);
	if (found === undefined) throw new RangeError(`The bank has no ${what} “${id}”.`);
	return found;
}

/** Every actor that a fact names, once each. */
export function actorsOf(fact: Fact): string[] {
	const named = [...fact.statement.matchAll(/\{([a-z0-9-]+)(?:\|[^}]*)?\}/g)]
		.map((match) => match[1] ?? '')
		.filter((slot) => slot !== 'value');
	const own = (() => {
		switch (fact.kind) {
			case 'event':
				return [...fact.actors.map((participant) => participant.actor), ...fact.places];
			case 'figure':
				return fact.about;
			case 'relation':
				return fact.type === 'cause_of' || fact.type === 'precedes'
					? []
					: [fact.from, fact.to, ...(fact.place ? [fact.place] : [])];
			case 'claim':
				return [...fact.speakers, ...fact.relayedBy, ...fact.about];
			default:
				return fact satisfies never;
		}
	})();
	return [...new Set([...own, ...named, ...fact.saidBy])];
}
