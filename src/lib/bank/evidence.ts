/**
 * What in a bank bears on whether an answer is true, found without looking through all its facts:
 * `truth.ts` asks, one look-up a question. Each table is made when it is first needed.
 */
import { once } from './once.ts';
import type { ClaimFact, EventFact, Fact, FactDate, FigureFact, RelationFact } from './pack.ts';
import { ALWAYS, Timeline, type Span } from './timeline.ts';

/** Facts of one sort and actor, such as the visits of a king. */
type Table<T> = ReadonlyMap<string, ReadonlyMap<string, Timeline<T>>>;

/** Where the facts come from: those of each kind in the order in which they begin. */
type FactsInOrder = {
	readonly events: readonly EventFact[];
	readonly figures: readonly FigureFact[];
	readonly relations: readonly RelationFact[];
	readonly claims: readonly ClaimFact[];
	/** Every actor that a fact names. */
	readonly namesIn: (fact: Fact) => readonly string[];
};

const spanOf = ({ date }: { readonly date: FactDate | null }): Span => date?.when ?? ALWAYS;

const NOBODY: ReadonlySet<string> = new Set();

export class Evidence {
	readonly #events: () => Table<EventFact>;
	readonly #figures: () => Table<FigureFact>;
	readonly #relations: Readonly<Record<'from' | 'to', () => Table<RelationFact>>>;
	readonly #groups: () => ReadonlyMap<string, ReadonlySet<string>>;
	readonly #conflicts: () => ReadonlyMap<string, ReadonlySet<string>>;
	readonly #matters: () => ReadonlyMap<string, ReadonlySet<string>>;
	readonly #mattersSaid: () => ReadonlyMap<string, ReadonlySet<string>>;
	readonly #company: () => ReadonlyMap<string, ReadonlySet<string>>;
	readonly #otherNames: () => ReadonlyMap<string, ReadonlySet<string>>;

	constructor({ events, figures, relations, claims, namesIn }: FactsInOrder) {
		const kinds = [events, figures, relations, claims];
		const all = (): Fact[] => kinds.flat();
		this.#events = once(() => tableOf(events, ({ type }) => type, namesIn));
		this.#figures = once(() => tableOf(figures, ({ unit }) => unit, namesIn));
		const parties = (side: 'from' | 'to') =>
			once(() =>
				tableOf(
					relations,
					({ type }) => type,
					(relation) => [relation[side]]
				)
			);
		this.#relations = { from: parties('from'), to: parties('to') };
		this.#groups = once(() => setsOf(all(), ({ group }) => [group], namesIn));
		this.#conflicts = once(() => setsOf(all(), ({ conflict }) => [conflict], namesIn));
		this.#matters = once(() => setsOf(claims, namesIn, ({ matter }) => [matter]));
		this.#mattersSaid = once(() =>
			setsOf(
				claims,
				({ speakers, relayedBy }) => [...speakers, ...relayedBy],
				({ matter }) => [matter]
			)
		);
		this.#company = once(() => setsOf(events, ({ places }) => places, namesIn));
		this.#otherNames = once(() => {
			const named = relations.filter(
				({ type }) => type === 'also_known_as' || type === 'code_name_of'
			);
			return setsOf(
				named.flatMap(({ from, to }) => [[from, to] as const, [to, from] as const]),
				([one]) => [one],
				([, other]) => [other]
			);
		});
	}

	/** Events of a type that name an actor in any role, by actor. */
	eventsOfType(type: string): ReadonlyMap<string, Timeline<EventFact>> | undefined {
		return this.#events().get(type);
	}

	/** Figures in a unit that name an actor in any role, by actor. */
	figuresIn(unit: string): ReadonlyMap<string, Timeline<FigureFact>> | undefined {
		return this.#figures().get(unit);
	}

	/** Relations of a type by who stands at one side. */
	relationsBy(
		side: 'from' | 'to',
		type: RelationFact['type']
	): ReadonlyMap<string, Timeline<RelationFact>> | undefined {
		return this.#relations[side]().get(type);
	}

	/** The actors whom facts of a group name. */
	namedInGroup(group: string): ReadonlySet<string> {
		return this.#groups().get(group) ?? NOBODY;
	}

	/** The actors whom the rivals of a conflict name. */
	namedInConflict(conflict: string): ReadonlySet<string> {
		return this.#conflicts().get(conflict) ?? NOBODY;
	}

	/** The matters of the claims that name an actor. */
	mattersOf(actor: string): ReadonlySet<string> {
		return this.#matters().get(actor) ?? NOBODY;
	}

	/** The matters that an actor makes or passes on a claim about. */
	mattersSaidBy(speaker: string): ReadonlySet<string> {
		return this.#mattersSaid().get(speaker) ?? NOBODY;
	}

	/** The actors whom events name that took place there. */
	namedAt(place: string): ReadonlySet<string> {
		return this.#company().get(place) ?? NOBODY;
	}

	/** What else an actor is called. */
	otherNamesOf(actor: string): ReadonlySet<string> {
		return this.#otherNames().get(actor) ?? NOBODY;
	}
}

function tableOf<T extends { readonly date: FactDate | null }>(
	facts: readonly T[],
	sortOf: (fact: T) => string,
	actorsOf: (fact: T) => readonly string[]
): Table<T> {
	const table = new Map<string, Map<string, Timeline<T>>>();
	for (const fact of facts) {
		const sort = sortOf(fact);
		const row = table.get(sort) ?? new Map<string, Timeline<T>>();
		table.set(sort, row);
		for (const actor of actorsOf(fact)) {
			const own = row.get(actor) ?? new Timeline<T>(spanOf);
			own.add(fact);
			row.set(actor, own);
		}
	}
	return table;
}

function setsOf<T>(
	things: readonly T[],
	keysOf: (thing: T) => readonly (string | null)[],
	membersOf: (thing: T) => readonly string[]
): Map<string, Set<string>> {
	const sets = new Map<string, Set<string>>();
	for (const thing of things) {
		for (const key of keysOf(thing)) {
			if (key === null) continue;
			const set = sets.get(key) ?? new Set<string>();
			sets.set(key, set);
			for (const member of membersOf(thing)) set.add(member);
		}
	}
	return sets;
}
