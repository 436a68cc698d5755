/**
 * From an answer to a rating for the scheduler. A right answer says less when it could have been
 * guessed: FSRS was fitted to free recall, where Good means "recalled without help".
 *
 * - wrong is Again, right is Good, right with a slip is Hard, as in Anki's advice on its buttons
 *   (https://docs.ankiweb.net/studying.html#answer-buttons); Easy is only ever the learner's own tap;
 * - right at one out of two tells half of nothing: Hard at most;
 * - right at a question with a real chance of guessing (choice, short orders) is Good only for a
 *   card that was recalled before; until then Hard, which keeps the card in its learning steps, so
 *   that no card leaves them on guesses alone. Three-parameter models of tests make the same
 *   correction with a floor for guessing (Lord, Applications of Item Response Theory, 1980).
 */
import { isOptionQuestion, type Answer, type Outcome, type Question } from '../quiz/question.ts';
import type { Rating } from './review.ts';
import type { Memory } from './scheduler.ts';

const AGAIN = 1;
const HARD = 2;
const GOOD = 3;
const recalls = { again: 1, hard: 2, good: 3, easy: 4 } as const;

/** Guessing from here on says nothing; below `NEGLIGIBLE` it is no concern. */
const COIN = 0.5;
const NEGLIGIBLE = 0.05;

/**
 * How much of its scale an estimate may hit and be right, at most: a quarter up or down of three
 * powers of ten, 2 · log10(1.25) / 3.
 */
const ESTIMATE = 0.065;

/** The chance, 0 to 1, that someone who knows nothing answers the question right. */
export function guessChance(question: Question): number {
	if (isOptionQuestion(question)) return 1 / question.options.length;
	switch (question.kind) {
		case 'order':
			return 1 / factorial(question.items.length);
		case 'match':
			return 1 / factorial(question.cards.length);
		case 'estimate':
			return ESTIMATE;
		case 'cloze':
		case 'typed':
		case 'number':
		case 'date':
		case 'flashcard':
			return 0;
		default:
			return question satisfies never;
	}
}

const factorial = (count: number): number => (count < 2 ? 1 : count * factorial(count - 1));

/**
 * The rating of a graded answer. `memory` is the card's before this answer; undefined for a card
 * that was never seen.
 */
export function rate(
	question: Question,
	graded: { readonly answer: Answer; readonly outcome: Outcome },
	memory: Pick<Memory, 'state'> | undefined
): Rating {
	const { answer, outcome } = graded;
	if (answer.kind === 'flashcard') return recalls[answer.recall];
	if (outcome === 'wrong') return AGAIN;
	if (outcome === 'near') return HARD;
	const chance = guessChance(question);
	if (chance >= COIN) return HARD;
	const recalledBefore = memory !== undefined && memory.state !== 'learning';
	return chance > NEGLIGIBLE && !recalledBefore ? HARD : GOOD;
}
