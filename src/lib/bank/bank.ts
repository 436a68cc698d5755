/**
 * The bank: one or more packs, indexed for look-up. Built once, never changed.
 */
import { cardsOf, type Card } from './card.ts';
import type {
	Actor,
	ClaimFact,
	EventFact,
	Fact,
	FigureFact,
	Language,
	Note,
	Pack,
	RelationFact,
	Source,
	Term,
	Unit
} from './pack.ts';
import { endOf, isBounded, type Precision, type When } from './when.ts';

/** A date that events of one precision have, with these events: what date questions offer. */
export type DateValue = { readonly when: When; readonly events: readonly EventFact[] };

/** A date that periods of one precision begin or end with, with these relations. */
export type EndValue = { readonly when: When; readonly relations: readonly RelationFact[] };

/** A value that figures of one unit have, with these figures. */
export type NumberValue = {
	readonly min: number;
	readonly max: number;
	readonly figures: readonly FigureFact[];
};

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
	readonly #dates = new Map<Precision, DateValue[]>();
	readonly #ends = new Map<Precision, EndValue[]>();
	readonly #values = new Map<string, NumberValue[]>();
	readonly #players = new Map<string, string[]>();
	readonly #claimsOfSpeaker = new Map<string, ClaimFact[]>();
	readonly #relationsOfType = new Map<string, RelationFact[]>();

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
		this.topics = packs.flatMap((pack) =>
			pack.topics.map((topic) => ({ ...topic, pack: pack.id }))
		);
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
		this.#indexDates();
		this.#indexEnds();
		this.#indexValues();
		for (const event of this.events) {
			for (const { actor, part } of event.actors) pushNew(this.#players, part, actor);
		}
		for (const relation of this.relations) push(this.#relationsOfType, relation.type, relation);
		for (const claim of this.claims) {
			for (const speaker of [...claim.speakers, ...claim.relayedBy]) {
				push(this.#claimsOfSpeaker, speaker, claim);
			}
		}
	}

	#indexDates(): void {
		const distinct = new Map<string, { when: When; events: EventFact[] }>();
		for (const event of this.events) {
			if (!event.date || event.date.inferred || !isBounded(event.date.when)) continue;
			if (event.status === 'HOLD' || event.flags.includes('no-date')) continue;
			const { when } = event.date;
			const known = distinct.get(when.edtf);
			if (known) known.events.push(event);
			else distinct.set(when.edtf, { when, events: [event] });
		}
		for (const value of distinct.values()) push(this.#dates, value.when.precision, value);
		for (const values of this.#dates.values()) values.sort((a, b) => a.when.start - b.when.start);
	}

	#indexEnds(): void {
		const distinct = new Map<string, { when: When; relations: RelationFact[] }>();
		for (const relation of this.relations) {
			if (!relation.date || relation.date.inferred || relation.status === 'HOLD') continue;
			// A moment in which it held is neither its beginning nor its end.
			if (relation.date.when.precision !== 'range') continue;
			if (relation.flags.includes('sensitive') || relation.flags.includes('no-date')) continue;
			for (const end of ['first', 'last'] as const) {
				const when = endOf(relation.date.when, end);
				if (!when || when.approximate) continue;
				const known = distinct.get(when.edtf);
				if (known) known.relations.push(relation);
				else distinct.set(when.edtf, { when, relations: [relation] });
			}
		}
		for (const value of distinct.values()) push(this.#ends, value.when.precision, value);
		for (const values of this.#ends.values()) values.sort((a, b) => a.when.start - b.when.start);
	}

	#indexValues(): void {
		const distinct = new Map<string, { min: number; max: number; figures: FigureFact[] }>();
		for (const figure of this.figures) {
			if (figure.status === 'HOLD') continue;
			const key = `${figure.unit} ${figure.min} ${figure.max}`;
			const known = distinct.get(key);
			if (known) known.figures.push(figure);
			else distinct.set(key, { min: figure.min, max: figure.max, figures: [figure] });
		}
		for (const value of distinct.values()) {
			const unit = value.figures[0]?.unit;
			if (unit !== undefined) push(this.#values, unit, value);
		}
		for (const values of this.#values.values()) values.sort((a, b) => a.min - b.min);
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

	/** The distinct dates of events at one precision, earliest first; HOLD and inferred ones left out. */
	datesAt(precision: Precision): readonly DateValue[] {
		return this.#dates.get(precision) ?? [];
	}

	/** The distinct dates that periods begin or end with, at one precision, earliest first. */
	endsAt(precision: Precision): readonly EndValue[] {
		return this.#ends.get(precision) ?? [];
	}

	/** The distinct values of figures in one unit, smallest first; HOLD left out. */
	valuesIn(unit: string): readonly NumberValue[] {
		return this.#values.get(unit) ?? [];
	}

	/** The actors who play a part in some event. */
	playersOf(part: string): readonly string[] {
		return this.#players.get(part) ?? [];
	}

	relationsOf(type: RelationFact['type']): readonly RelationFact[] {
		return this.#relationsOfType.get(type) ?? [];
	}

	/** The claims that an actor makes or passes on. */
	claimsBy(speaker: string): readonly ClaimFact[] {
		return this.#claimsOfSpeaker.get(speaker) ?? [];
	}

	/** The facts of one conflict group: rival accounts of one thing. */
	rivals(conflict: string): readonly Fact[] {
		return this.#conflicts.get(conflict) ?? [];
	}
}

function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}

function pushNew<T>(map: Map<string, T[]>, key: string, value: T): void {
	if (!map.get(key)?.includes(value)) push(map, key, value);
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
