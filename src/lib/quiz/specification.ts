/** What a quiz is drawn from: asked for by a learner or a teacher, the same for every draw. */
import type { Bank } from '../bank/bank.ts';
import type { Card } from '../bank/card.ts';
import type { Fact } from '../bank/pack.ts';
import type { KindName } from './question.ts';

export type Specification = {
	/** Topics to draw from; empty for all. */
	readonly topics: readonly string[];
	/** Kinds to use; empty for all but flashcards, which grade themselves. */
	readonly kinds: readonly KindName[];
	readonly length: number;
	readonly excludeSensitive: boolean;
};

const isWanted = (fact: Fact, specification: Specification): boolean =>
	(specification.topics.length === 0 ||
		fact.topics.some((topic) => specification.topics.includes(topic))) &&
	!(specification.excludeSensitive && fact.flags.includes('sensitive'));

/** The cards that a specification may draw from. */
export const cardsWanted = (bank: Bank, specification: Specification): Card[] =>
	[...bank.cards.values()].filter((card) => isWanted(bank.fact(card.fact), specification));
