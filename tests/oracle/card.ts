/** Cards and facts as the oracle names them, and what it says of an answer. */
import { endOfPeriod, type Dated, type Known, type World } from './world.ts';

/** `unclear`: it may be true for all that the packs say. */
export type Verdict = 'true' | 'false' | 'unclear';

/** "rabin-visit.who.yitzhak-rabin": fact, facet and actor of a card. */
export type CardId = {
	readonly fact: Known;
	readonly facet: string;
	readonly actor: string | null;
};

/** The fact and the facet that a card's id names; throws a RangeError for one that the packs lack. */
export function cardIn(world: World, id: string): CardId {
	const [fact = '', facet = '', actor = null] = id.split('.');
	return { fact: factIn(world, fact), facet, actor };
}

/** The fact with this id; throws a RangeError where there is none. */
export function factIn(world: World, id: string): Known {
	const found = world.facts.get(id);
	if (!found) throw new RangeError(`The packs have no fact “${id}”.`);
	return found;
}

/** The date that a card asks for; null when it asks for something else. */
export function dateAsked({ fact, facet }: CardId): Dated | null {
	if (!fact.date) return null;
	if (facet === 'when') return fact.date;
	if (facet === 'since') return endOfPeriod(fact.date, 'first');
	return facet === 'until' ? endOfPeriod(fact.date, 'last') : null;
}

/** The actors that a card asks for, by the YAML. */
export function actorsAsked({ fact, facet, actor }: CardId): readonly string[] {
	if (facet === 'who') return actor === null ? [] : [actor];
	if (facet === 'where' && fact.kind === 'event') {
		return fact.places.filter(({ ask }) => ask !== null).map((place) => place.actor);
	}
	if (facet === 'speaker' && fact.kind === 'claim') return fact.speakers;
	if (fact.kind !== 'relation') return [];
	return facet === 'from' ? [fact.from] : facet === 'to' ? [fact.to] : [];
}
