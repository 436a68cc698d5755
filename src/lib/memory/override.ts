/** The rating of an answer that counts as right because the learner says so. */
import type { KindName } from '../quiz/question.ts';
import type { Override } from './log.ts';

/** Kinds whose answer is produced, never found: `guessChance` of `rating.ts` is 0. */
const recallKinds: readonly KindName[] = ['cloze', 'typed', 'number', 'date', 'flashcard'];

/**
 * Good where nothing can be guessed, Hard elsewhere, as `rate` would have it for a card that was not
 * recalled before. Easy is only ever the learner's own tap.
 */
export const rateAsRight = (kind: KindName): Override['rating'] =>
	recallKinds.includes(kind) ? 3 : 2;
