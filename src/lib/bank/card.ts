/**
 * The cards of a fact: the things to know about it, each scheduled on its own.
 *
 * A card says what is to be known, not how it is asked; the kinds of question decide that.
 */
import type { ClaimFact, Fact, FigureFact, RelationFact } from './pack.ts';

/**
 * What is to be known: the date, an actor or the place of an event; a value; either side of a
 * relation, the beginning and the end of its period; of two linked events, the one `before` and the
 * one `after`; a speaker. Figures and claims may be asked for `who` as well: the actor that they are
 * about.
 */
export type Facet =
	| 'when'
	| 'who'
	| 'where'
	| 'value'
	| 'from'
	| 'to'
	| 'since'
	| 'until'
	| 'before'
	| 'after'
	| 'speaker';

/** Whether a relation links two events: what led to what, or what came before what. */
export const isLink = ({ type }: RelationFact): boolean =>
	type === 'cause_of' || type === 'precedes';

export type Card = {
	/** "rabin-visit.when", "rabin-visit.who.yitzhak-rabin": kept for ever in learners' logs. */
	readonly id: string;
	readonly fact: string;
	readonly facet: Facet;
	/** The actor that a `who` card asks for. */
	readonly actor: string | null;
};

/** The facet in the id of a card. */
export const facetOf = (id: string): Facet => id.split('.')[1] as Facet;

const card = (fact: Fact, facet: Facet, actor: string | null = null): Card => ({
	id: actor ? `${fact.id}.${facet}.${actor}` : `${fact.id}.${facet}`,
	fact: fact.id,
	facet,
	actor
});

const whoCards = (fact: FigureFact | ClaimFact): Card[] =>
	fact.askAbout.map(({ actor }) => card(fact, 'who', actor));

/** The cards of one fact. A fact on HOLD has none. */
export function cardsOf(fact: Fact): Card[] {
	if (fact.status === 'HOLD') return [];
	switch (fact.kind) {
		case 'event': {
			const cards = fact.actors
				.filter((participant) => participant.ask !== null)
				.map((participant) => card(fact, 'who', participant.actor));
			const datable = fact.date !== null && !fact.date.inferred && !fact.flags.includes('no-date');
			return [
				...(datable ? [card(fact, 'when')] : []),
				...cards,
				...(fact.askPlace ? [card(fact, 'where')] : [])
			];
		}
		case 'figure':
			return [card(fact, 'value'), ...whoCards(fact)];
		case 'relation':
			// What led to violence is told, not asked.
			if (isLink(fact)) {
				return fact.flags.includes('sensitive') ? [] : [card(fact, 'before'), card(fact, 'after')];
			}
			return [
				...(fact.askFrom ? [card(fact, 'from')] : []),
				...(fact.askTo ? [card(fact, 'to')] : []),
				...(fact.askSince ? [card(fact, 'since')] : []),
				...(fact.askUntil ? [card(fact, 'until')] : [])
			];
		case 'claim':
			return [...(fact.speakers.length > 0 ? [card(fact, 'speaker')] : []), ...whoCards(fact)];
		default:
			return fact satisfies never;
	}
}
