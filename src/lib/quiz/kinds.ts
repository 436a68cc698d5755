/** The list of kinds. A new kind is one file in `kinds/` and one line here. */
import type { Bank } from '../bank/bank.ts';
import type { Card } from '../bank/card.ts';
import type { Truth } from '../bank/truth.ts';
import { isAllowed } from './allowed.ts';
import type { Kind, OptionKind } from './kind.ts';
import { alias } from './kinds/alias.ts';
import { between } from './kinds/between.ts';
import { choice } from './kinds/choice.ts';
import { closest } from './kinds/closest.ts';
import { cloze } from './kinds/cloze.ts';
import { date } from './kinds/date.ts';
import { estimate } from './kinds/estimate.ts';
import { estimates } from './kinds/estimates.ts';
import { first } from './kinds/first.ts';
import { flashcard } from './kinds/flashcard.ts';
import { link } from './kinds/link.ts';
import { match } from './kinds/match.ts';
import { number } from './kinds/number.ts';
import { odd } from './kinds/odd.ts';
import { order } from './kinds/order.ts';
import { said } from './kinds/said.ts';
import { timeline } from './kinds/timeline.ts';
import { truth } from './kinds/truth.ts';
import { typed } from './kinds/typed.ts';
import type { Phrases } from './phrases.ts';
import {
	kindNames,
	type Answer,
	type Direction,
	type KindName,
	type OptionKindName,
	type OptionQuestion,
	type Question,
	type Verdict,
	type Wording
} from './question.ts';
import { Random } from './random.ts';

/** The kinds that are answered by taking an option, each under its name. */
const optionKindsByName: { readonly [Name in OptionKindName]: OptionKind<Name> } = {
	truth,
	choice,
	first,
	closest,
	odd,
	said,
	alias,
	link,
	between,
	estimates,
	timeline
};

/** Each kind under its name: the type checker asks for a line per kind of `Question`. */
const kinds: { readonly [Name in KindName]: Kind<Extract<Question, { kind: Name }>> } = {
	...optionKindsByName,
	match,
	order,
	estimate,
	cloze,
	typed,
	number,
	date,
	flashcard
};

/** The kind of a question, as one that takes any question: a question always meets its own kind. */
const kindOf = (name: KindName): Kind => kinds[name];

/** The directions in which a card can be asked in a kind; empty when it cannot. */
const directionsOf = (bank: Bank, card: Card, name: KindName): readonly Direction[] =>
	isAllowed(bank, card, name) ? kindOf(name).directions(bank, card) : [];

/** Whether an option is a right answer to its question, by the bank alone. */
export function optionTruth(bank: Bank, question: OptionQuestion, option: string): Truth {
	const kind: OptionKind<OptionKindName> = optionKindsByName[question.kind];
	return kind.truth(bank, question, option);
}

/** The kinds that can ask a card. */
export const kindsFor = (bank: Bank, card: Card): KindName[] =>
	kindNames.filter((name) => directionsOf(bank, card, name).length > 0);

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
		confused = [],
		directions
	}: {
		readonly seed: string;
		readonly optionCount?: 3 | 4;
		/** Options that the learner took for right before, after the feedback on them was seen. */
		readonly confused?: readonly string[];
		/** The directions to choose from; all that the card allows when not given. */
		readonly directions?: readonly Direction[];
	}
): Question | null {
	const random = new Random(`${seed} ${card.id} ${kind}`);
	const allowed = directionsOf(bank, card, kind).filter(
		(direction) => directions?.includes(direction) ?? true
	);
	for (const direction of random.shuffle(allowed)) {
		const question = kindOf(kind).make(bank, card, { random, direction, optionCount, confused });
		if (question) return question;
	}
	return null;
}

/** Every question that the bank yields for a seed: one per card, kind and direction. */
export function everyQuestion(bank: Bank, seed: string | number): Question[] {
	return [...bank.cards.values()].flatMap((card) =>
		kindNames.flatMap((name) =>
			directionsOf(bank, card, name).flatMap((direction) => {
				const random = new Random(`${seed} ${card.id} ${name} ${direction}`);
				const question = kindOf(name).make(bank, card, {
					random,
					direction,
					optionCount: 4,
					confused: []
				});
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
			directionsOf(bank, card, name).flatMap((direction) =>
				kindOf(name).widest(bank, card, direction)
			)
		)
	);
}

/** Grades an answer; an answer of another kind is wrong. */
export const gradeAnswer = (bank: Bank, question: Question, answer: Answer): Verdict =>
	kindOf(question.kind).grade(bank, question, answer);

/** Puts a question into words, in the language of the phrases. */
export const wordQuestion = (bank: Bank, question: Question, phrases: Phrases): Wording =>
	kindOf(question.kind).word(bank, question, phrases);
