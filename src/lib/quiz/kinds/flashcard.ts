/** A card to turn: the learner says how well it was recalled. Every card can be asked this way. */
import { cardOf, RIGHT, WRONG, type Kind } from '../kind.ts';
import type { FlashcardQuestion } from '../question.ts';
import { linkOf } from './link.ts';
import { cardAnswer, cardStem, wordCard } from '../wording.ts';

export const flashcard: Kind<FlashcardQuestion> = {
	name: 'flashcard',

	// What is joined with violence, or with what is held, is told and not asked.
	directions: (bank, card) =>
		(card.facet === 'before' || card.facet === 'after') && !linkOf(bank, card) ? [] : ['value'],

	make: (_bank, card) => ({ kind: 'flashcard', card: card.id }),

	widest: (_bank, card) => [{ kind: 'flashcard', card: card.id }],

	grade: (_bank, _question, answer) =>
		answer.kind === 'flashcard' && answer.recall !== 'again' ? RIGHT : WRONG,

	word(bank, question, phrases) {
		const card = cardOf(bank, question);
		return wordCard(bank, card, phrases, {
			stem: cardStem(bank, card, phrases),
			answer: cardAnswer(bank, card, phrases)
		});
	}
};
