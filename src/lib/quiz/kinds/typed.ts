/** Type the name of an actor. Every spelling is right; a small slip is nearly right. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import { isActorOf, isSameActor } from '../../bank/truth.ts';
import { cardOf, RIGHT, WRONG, type Kind } from '../kind.ts';
import { matchName } from '../names.ts';
import type { TypedQuestion } from '../question.ts';
import { cardActors, cardAnswer, cardStem, wordCard } from '../wording.ts';

/** Types of actors that have a name one can be asked to type. */
const NAMED = new Set(['person', 'organisation', 'state', 'operation', 'place', 'ship']);

/** Types of relation that ask for the other name itself: the first name is no answer then. */
const NAMES: ReadonlySet<string> = new Set(['code_name_of', 'also_known_as']);

/** Right is whoever it is true of, under any name: Mural is David Littman. */
function isRight(bank: Bank, card: Card, actor: string): boolean {
	if (isActorOf(bank, card, actor) === 'yes') return true;
	const fact = bank.fact(card.fact);
	if (fact.kind === 'relation' && NAMES.has(fact.type)) return false;
	return cardActors(bank, card).some((asked) => isSameActor(bank, asked, actor));
}

export const typed: Kind<TypedQuestion> = {
	name: 'typed',

	directions(bank, card) {
		const actors = cardActors(bank, card);
		const isAskable =
			actors.length > 0 && actors.every((actor) => NAMED.has(bank.actor(actor).type));
		return isAskable ? ['value'] : [];
	},

	make: (_bank, card) => ({ kind: 'typed', card: card.id }),

	widest: (_bank, card) => [{ kind: 'typed', card: card.id }],

	grade(bank, question, answer) {
		if (answer.kind !== 'typed') return WRONG;
		const match = matchName(bank, answer.text);
		if (match.kind === 'none') return WRONG;
		const card = cardOf(bank, question);
		if (!isRight(bank, card, match.actor)) return WRONG;
		return match.kind === 'exact' ? RIGHT : { outcome: 'near', score: 1 };
	},

	word(bank, question, phrases) {
		const card = cardOf(bank, question);
		return wordCard(bank, card, phrases, {
			stem: cardStem(bank, card, phrases),
			answer: cardAnswer(bank, card, phrases)
		});
	}
};
