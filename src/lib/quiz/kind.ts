/** What a kind of question is: which cards it can ask, how it asks, grades and words them. */
import type { Bank } from '../bank/bank.ts';
import type { Card } from '../bank/card.ts';
import type { Phrases } from './phrases.ts';
import type { Answer, Direction, Question, Verdict, Wording } from './question.ts';
import type { Random } from './random.ts';

export type MakeOptions = {
	readonly random: Random;
	readonly direction: Direction;
	/** Options of a choice, the right one included: three for a new card, four when it is known. */
	readonly optionCount: 3 | 4;
};

export type Kind<Q extends Question = Question> = {
	readonly name: Q['kind'];
	/** The directions in which the card can be asked; empty when its fact does not allow this kind. */
	directions(bank: Bank, card: Card): readonly Direction[];
	/** A question on the card, or null when the bank has too few answers that are known to be wrong. */
	make(bank: Bank, card: Card, options: MakeOptions): Q | null;
	/**
	 * Questions that between them hold every option, and every two events side by side, that `make`
	 * may ever offer for the card: what the proof walks instead of drawing. They may be longer or
	 * shorter than a question for a learner.
	 */
	widest(bank: Bank, card: Card, direction: Direction): readonly Q[];
	/** Grades an answer. An answer of another kind is wrong. */
	grade(bank: Bank, question: Q, answer: Answer): Verdict;
	/** Puts the question into words. */
	word(bank: Bank, question: Q, phrases: Phrases): Wording;
};

export const RIGHT: Verdict = { outcome: 'right', score: 1 };
export const WRONG: Verdict = { outcome: 'wrong', score: 0 };

/** The card of a question; throws a RangeError when the bank no longer has it. */
export function cardOf(bank: Bank, question: Question): Card {
	const card = bank.card(question.card);
	if (!card) throw new RangeError(`The bank has no card “${question.card}”.`);
	return card;
}
