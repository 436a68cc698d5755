/** Type the name of an actor. Every spelling is right; a small slip is nearly right. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import { isActorOf, isSameActor } from '../../bank/truth.ts';
import { cardOf, RIGHT, WRONG, type Kind } from '../kind.ts';
import { matchName } from '../names.ts';
import type { TypedQuestion, Verdict } from '../question.ts';
import { cardActors, cardAnswer, cardStem, isBlank, wordCard } from '../wording.ts';
import { isNaming } from './alias.ts';

/** Types of actors that have a name one can be asked to type. */
const NAMED = new Set(['person', 'organisation', 'state', 'operation', 'place', 'ship']);

/** Right is whoever it is true of, under any name: Mural is David Littman. */
function isRight(bank: Bank, card: Card, actor: string): boolean {
	if (isActorOf(bank, card, actor) === 'yes') return true;
	// Where the other name itself is asked for, the first one is no answer.
	if (isNaming(bank.fact(card.fact))) return false;
	return cardActors(bank, card).some((asked) => isSameActor(bank, asked, actor));
}

/** Whether a card asks for one actor that has a name of its own. */
export function canBeTyped(bank: Bank, card: Card): boolean {
	const actors = cardActors(bank, card);
	// Of several who say one thing together, one name is half an answer and two are hard to read.
	return actors.length === 1 && actors.every((actor) => NAMED.has(bank.actor(actor).type));
}

/** Grades a typed name. */
export function gradeName(bank: Bank, card: Card, text: string): Verdict {
	const match = matchName(bank, text);
	if (match.kind === 'none' || !isRight(bank, card, match.actor)) return WRONG;
	return match.kind === 'exact' ? RIGHT : { outcome: 'near', score: 1 };
}

export const typed: Kind<TypedQuestion> = {
	name: 'typed',

	// A sentence with a gap is asked as one.
	directions: (bank, card) => (canBeTyped(bank, card) && !isBlank(bank, card) ? ['value'] : []),

	make: (_bank, card) => ({ kind: 'typed', card: card.id }),

	widest: (_bank, card) => [{ kind: 'typed', card: card.id }],

	grade: (bank, question, answer) =>
		answer.kind === 'typed' ? gradeName(bank, cardOf(bank, question), answer.text) : WRONG,

	word(bank, question, phrases) {
		const card = cardOf(bank, question);
		return wordCard(bank, card, phrases, {
			stem: cardStem(bank, card, phrases),
			answer: cardAnswer(bank, card, phrases)
		});
	}
};
