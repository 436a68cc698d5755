/** What a quiz is drawn from: asked for by a learner or a teacher, the same for every draw. */
import { actorsOf, type Bank } from '../bank/bank.ts';
import type { Card } from '../bank/card.ts';
import type { Fact } from '../bank/pack.ts';
import { dayNumber, type When } from '../bank/when.ts';
import type { KindName } from './question.ts';

/** `easy`: recognition only. `hard`: recall and arranging only. `mixed`: both, easy ones first. */
export type Difficulty = 'easy' | 'mixed' | 'hard';

/** Years, both included. */
export type Period = { readonly from: number; readonly to: number };

export type Specification = {
	/** Packs to draw from; empty for all that are loaded. */
	readonly packs: readonly string[];
	/** Topics to draw from; empty for all. */
	readonly topics: readonly string[];
	/** Facts dated within these years; null for all, the undated ones too. */
	readonly period: Period | null;
	/** Facts that name one of these actors; empty for all. */
	readonly actors: readonly string[];
	/** Kinds to use; empty for all but flashcards, which grade themselves. */
	readonly kinds: readonly KindName[];
	readonly difficulty: Difficulty;
	readonly length: number;
	readonly excludeSensitive: boolean;
};

/** A quiz on everything, of this many questions. */
export const quizOf = (length: number): Specification => ({
	packs: [],
	topics: [],
	period: null,
	actors: [],
	kinds: [],
	difficulty: 'mixed',
	length,
	excludeSensitive: false
});

/** When a fact was, as far as it is known: what is open at one end is known at the other. */
function knownTime(fact: Fact): Pick<When, 'start' | 'end'> | null {
	const when =
		fact.kind === 'claim'
			? fact.made
			: ((fact.kind === 'relation' ? fact.askAt : null) ?? fact.date?.when);
	if (!when) return null;
	const start = Number.isFinite(when.start) ? when.start : when.end;
	const end = Number.isFinite(when.end) ? when.end : start;
	return Number.isFinite(start) ? { start, end } : null;
}

const isWithin = (fact: Fact, { from, to }: Period): boolean => {
	const time = knownTime(fact);
	return time !== null && time.start <= dayNumber(to, 12, 31) && time.end >= dayNumber(from, 1, 1);
};

const meets = (wanted: readonly string[], own: readonly string[]): boolean =>
	wanted.length === 0 || wanted.some((id) => own.includes(id));

const isWanted = (fact: Fact, wanted: Specification): boolean =>
	meets(wanted.packs, [fact.pack]) &&
	meets(wanted.topics, fact.topics) &&
	(wanted.period === null || isWithin(fact, wanted.period)) &&
	meets(wanted.actors, actorsOf(fact)) &&
	!(wanted.excludeSensitive && fact.flags.includes('sensitive'));

/** The cards that a specification may draw from, whatever kinds it asks for. */
export const cardsWanted = (bank: Bank, specification: Specification): Card[] =>
	[...bank.cards.values()].filter((card) => isWanted(bank.fact(card.fact), specification));
