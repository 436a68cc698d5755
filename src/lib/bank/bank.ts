/**
 * The bank: one or more packs, indexed for look-up. Built once, never changed. What not every page
 * needs is indexed when it is first asked for.
 */
import { cardsOf, type Card } from './card.ts';
import { Evidence } from './evidence.ts';
import { once } from './once.ts';
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
import { shelve, type Shelves } from './shelves.ts';
import { endOf, isBounded, type Precision, type When } from './when.ts';

/** A date that events of one precision have, with these events: what date questions offer. */
export type DateValue = {
	readonly when: When;
	readonly events: readonly EventFact[];
	/** Words for the date, where one of the events has some. */
	readonly label: string | null;
};

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

	readonly #cardsOfFact = new Map<string, readonly Card[]>();
	readonly #namesInFact = new Map<string, readonly string[]>();
	readonly #evidence = once(() => this.#collectEvidence());
	readonly #factsOfActor = once(() => groupBy(this.facts.values(), (fact) => this.namesIn(fact)));
	readonly #conflicts = once(() => groupBy(this.facts.values(), ({ conflict }) => [conflict]));
	readonly #dates = once(() => this.#shelveDates());
	readonly #ends = once(() => this.#shelveEnds());
	readonly #values = once(() => this.#shelveValues());
	readonly #claimsOfSpeaker = once(() =>
		groupBy(this.claims, ({ speakers, relayedBy }) => [...speakers, ...relayedBy])
	);
	readonly #relationsOfType = once(() => groupBy(this.relations, ({ type }) => [type]));

	/** Takes packs of one language with ids that are unique across them (checked at build time). */
	constructor(packs: readonly Pack[]) {
		this.packs = packs;
		this.language = packs[0]?.language ?? 'en';
		const facts = packs.flatMap((pack) => pack.facts);
		const byId = <T extends { readonly id: string }>(items: readonly T[]) => {
			const map = new Map<string, T>();
			for (const item of items) map.set(item.id, item);
			return map;
		};
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
		const cards = new Map<string, Card>();
		for (const fact of facts) {
			const own = cardsOf(fact);
			for (const card of own) cards.set(card.id, card);
			this.#cardsOfFact.set(fact.id, own);
		}
		this.cards = cards;
	}

	#collectEvidence(): Evidence {
		return new Evidence({
			events: inOrder(this.events, ({ date }) => date?.when),
			figures: inOrder(this.figures, ({ date }) => date?.when),
			relations: inOrder(this.relations, ({ date }) => date?.when),
			claims: this.claims,
			namesIn: (fact) => this.namesIn(fact)
		});
	}

	#shelveDates(): Shelves<DateValue> {
		const datesOf = ({ date, status, flags }: EventFact): When[] => {
			const isKnown = date !== null && !date.inferred && isBounded(date.when);
			return isKnown && status !== 'HOLD' && !flags.includes('no-date') ? [date.when] : [];
		};
		return shelve(this.events, datesOf, {
			...dates,
			entry: (when, events): DateValue => ({
				when,
				events,
				label: events.find(({ date }) => date?.label)?.date?.label ?? null
			})
		});
	}

	#shelveEnds(): Shelves<EndValue> {
		const endsOf = ({ date, status, flags }: RelationFact): When[] => {
			if (!date || date.inferred || status === 'HOLD') return [];
			// A moment in which it held is neither its beginning nor its end.
			if (date.when.precision !== 'range') return [];
			if (flags.includes('sensitive') || flags.includes('no-date')) return [];
			const ends = [endOf(date.when, 'first'), endOf(date.when, 'last')];
			return ends.flatMap((when) => (when && !when.approximate ? [when] : []));
		};
		return shelve(this.relations, endsOf, {
			...dates,
			entry: (when, relations): EndValue => ({ when, relations })
		});
	}

	#shelveValues(): Shelves<NumberValue> {
		return shelve(this.figures, (figure) => (figure.status === 'HOLD' ? [] : [figure]), {
			shelf: ({ unit }) => unit,
			key: ({ unit, min, max }) => valueKey(unit, min, max),
			size: ({ min }) => min,
			entry: ({ min, max }, figures): NumberValue => ({ min, max, figures })
		});
	}

	/** What bears on whether an answer is true. */
	get evidence(): Evidence {
		return this.#evidence();
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

	/** Every actor that a fact names, once each. */
	namesIn(fact: Fact): readonly string[] {
		const found = this.#namesInFact.get(fact.id);
		if (found) return found;
		const names = actorsOf(fact);
		this.#namesInFact.set(fact.id, names);
		return names;
	}

	/** Every fact that names the actor, in any role. */
	factsOf(actorId: string): readonly Fact[] {
		return this.#factsOfActor().get(actorId) ?? [];
	}

	/** The distinct dates of events at one precision, earliest first; HOLD and inferred ones left out. */
	datesAt(precision: Precision): readonly DateValue[] {
		return this.#dates().on(precision);
	}

	/** The events of one date, of those that `datesAt` tells of. */
	dateValue(edtf: string): DateValue | undefined {
		return this.#dates().find(edtf);
	}

	/** The distinct dates that periods begin or end with, at one precision, earliest first. */
	endsAt(precision: Precision): readonly EndValue[] {
		return this.#ends().on(precision);
	}

	/** The periods that begin or end with one date, of those that `endsAt` tells of. */
	endValue(edtf: string): EndValue | undefined {
		return this.#ends().find(edtf);
	}

	/** The distinct values of figures in one unit, smallest first; HOLD left out. */
	valuesIn(unit: string): readonly NumberValue[] {
		return this.#values().on(unit);
	}

	/** The figures of one value, of those that `valuesIn` tells of. */
	numberValue(
		unit: string,
		{ min, max }: Pick<NumberValue, 'min' | 'max'>
	): NumberValue | undefined {
		return this.#values().find(valueKey(unit, min, max));
	}

	relationsOf(type: RelationFact['type']): readonly RelationFact[] {
		return this.#relationsOfType().get(type) ?? [];
	}

	/** The claims that an actor makes or passes on. */
	claimsBy(speaker: string): readonly ClaimFact[] {
		return this.#claimsOfSpeaker().get(speaker) ?? [];
	}

	/** The facts of one conflict group: rival accounts of one thing. */
	rivals(conflict: string): readonly Fact[] {
		return this.#conflicts().get(conflict) ?? [];
	}
}

/** How dates stand on shelves: by precision, earliest first. */
const dates = {
	shelf: ({ precision }: When): string => precision,
	key: ({ edtf }: When): string => edtf,
	size: ({ start }: When): number => start
};

const valueKey = (unit: string, min: number, max: number): string => `${unit} ${min} ${max}`;

function groupBy<T>(
	things: Iterable<T>,
	keysOf: (thing: T) => readonly (string | null)[]
): ReadonlyMap<string, readonly T[]> {
	const groups = new Map<string, T[]>();
	for (const thing of things) {
		for (const key of keysOf(thing)) {
			if (key === null) continue;
			const group = groups.get(key);
			if (group) group.push(thing);
			else groups.set(key, [thing]);
		}
	}
	return groups;
}

/** Facts in the order in which they begin, those without a date first. */
function inOrder<T>(facts: readonly T[], whenOf: (fact: T) => When | undefined): T[] {
	const startOf = (fact: T) => whenOf(fact)?.start ?? -Infinity;
	return facts
		.map((fact) => ({ fact, start: startOf(fact) }))
		.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
		.map(({ fact }) => fact);
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
