/** The list of kinds. A new kind is one file in `kinds/` and one line here. */
import type { Bank } from '../bank/bank.ts';
import type { Card } from '../bank/card.ts';
import type { Kind } from './kind.ts';
import { choice } from './kinds/choice.ts';
import { first } from './kinds/first.ts';
import { flashcard } from './kinds/flashcard.ts';
import { number } from './kinds/number.ts';
import { order } from './kinds/order.ts';
import { typed } from './kinds/typed.ts';
import type { Phrases } from './phrases.ts';
import {
	kindNames,
	type Answer,
	type Direction,
	type KindName,
	type Question,
	type Verdict,
	type Wording
} from './question.ts';
import { Random } from './random.ts';

/** Each kind under its name: the type checker asks for a line per kind of `Question`. */
const kinds: { readonly [Name in KindName]: Kind<Extract<Question, { kind: Name }>> } = {
	choice,
	first,
	order,
	typed,
	number,
	flashcard
};

/** The kind of a question, as one that takes any question: a question always meets its own kind. */
const kindOf = (name: KindName): Kind => kinds[name];

/** The kinds that can ask a card. */
export const kindsFor = (bank: Bank, card: Card): KindName[] =>
	kindNames.filter((name) => kindOf(name).directions(bank, card).length > 0);

/**
 * A question on a card in one kind, settled by the seed. Directions that the bank cannot fill with
 * wrong answers are passed over; null when none is left.
 */
export function makeQuestion(
	bank: Bank,
	card: Card,
	kind: KindName,
	{
		seed,
		optionCount = 4,
		directions
	}: {
		readonly seed: string;
		readonly optionCount?: 3 | 4;
		/** The directions to choose from; all that the card allows when not given. */
		readonly directions?: readonly Direction[];
	}
): Question | null {
	const random = new Random(`${seed} ${card.id} ${kind}`);
	const allowed = kindOf(kind)
		.directions(bank, card)
		.filter((direction) => directions?.includes(direction) ?? true);
	for (const direction of random.shuffle(allowed)) {
		const question = kindOf(kind).make(bank, card, { random, direction, optionCount });
		if (question) return question;
	}
	return null;
}

/** Every question that the bank yields for a seed: one per card, kind and direction. */
export function everyQuestion(bank: Bank, seed: string | number): Question[] {
	return [...bank.cards.values()].flatMap((card) =>
		kindNames.flatMap((name) =>
			kindOf(name)
				.directions(bank, card)
				.flatMap((direction) => {
					const random = new Random(`${seed} ${card.id} ${name} ${direction}`);
					const question = kindOf(name).make(bank, card, { random, direction, optionCount: 4 });
					return question ? [question] : [];
				})
		)
	);
}

/**
 * Questions that between them hold every option that any seed may ever offer, kind by kind. For
 * the proof: they are not drawn to be asked.
 */
export function widestQuestions(bank: Bank): Question[] {
	return [...bank.cards.values()].flatMap((card) =>
		kindNames.flatMap((name) =>
			kindOf(name)
				.directions(bank, card)
				.flatMap((direction) => kindOf(name).widest(bank, card, direction))
		)
	);
}

/** Grades an answer; an answer of another kind is wrong. */
export const gradeAnswer = (bank: Bank, question: Question, answer: Answer): Verdict =>
	kindOf(question.kind).grade(bank, question, answer);

/** Puts a question into words, in the language of the phrases. */
export const wordQuestion = (bank: Bank, question: Question, phrases: Phrases): Wording =>
	kindOf(question.kind).word(bank, question, phrases);
