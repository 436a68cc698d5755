/** What a kind of question is: which cards it can ask, how it asks, grades and words them. */
import type { Bank } from '../bank/bank.ts';
import type { Card } from '../bank/card.ts';
import type { Truth } from '../bank/truth.ts';
import type { Phrases } from './phrases.ts';
import type {
	Answer,
	Direction,
	KindName,
	OptionKindName,
	OptionQuestion,
	Question,
	SettledVerdict,
	Verdict,
	Wording
} from './question.ts';
import type { Random } from './random.ts';

export type MakeOptions = {
	readonly random: Random;
	readonly direction: Direction;
	/** Options of a choice, the right one included: three for a new card, four when it is known. */
	readonly optionCount: 3 | 4;
	/** Options that the learner took for right before and was told about: they are offered again. */
	readonly confused: readonly string[];
};

export type Kind<Q extends { readonly kind: KindName } = Question> = {
	readonly name: Q['kind'];
	/** The directions in which an allowed card (`allowed.ts`) can be asked; empty when it cannot. */
	directions(bank: Bank, card: Card): readonly Direction[];
	/** A question on the card, or null when the bank has too few answers that are known to be wrong. */
	make(bank: Bank, card: Card, options: MakeOptions): Q | null;
	/**
	 * Questions that between them hold all that `make` may ever offer for the card, each beside the
	 * card's own answer: what the proof walks besides those that are drawn. They may be longer or
	 * shorter than a question for a learner.
	 */
	widest(bank: Bank, card: Card, direction: Direction): readonly Q[];
	/** Grades an answer. An answer of another kind is wrong. */
	grade(bank: Bank, question: Q, answer: Answer): Verdict;
	/** Puts the question into words. */
	word(bank: Bank, question: Q, phrases: Phrases): Wording;
};

/** A kind that is answered by taking an option. */
export type OptionKind<Name extends OptionKindName> = Kind<OptionQuestion<Name>> & {
	/** Whether an option is a right answer to the question, by the bank alone. */
	truth(bank: Bank, question: OptionQuestion<Name>, option: string): Truth;
};

export const RIGHT: SettledVerdict = { outcome: 'right', score: 1 };
export const WRONG: SettledVerdict = { outcome: 'wrong', score: 0 };

/** Grades an option taken. */
export const gradeOption = (_bank: Bank, question: OptionQuestion, answer: Answer): Verdict =>
	answer.kind === question.kind && 'option' in answer && answer.option === question.key
		? RIGHT
		: WRONG;

/** The card of a question; throws a RangeError when the bank no longer has it. */
export const cardOf = (bank: Bank, question: Question): Card => cardNamed(bank, question.card);

/** The card with this id; throws a RangeError when the bank does not have it. */
export function cardNamed(bank: Bank, id: string): Card {
	const card = bank.card(id);
	if (!card) throw new RangeError(`The bank has no card “${id}”.`);
	return card;
}
