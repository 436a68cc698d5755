/**
 * Someone who knows nothing and never learns: guesses where there is something to guess, is wrong
 * where the answer must be produced, and says so of a flashcard. How many cards the app's rules take
 * for known is the price of asking by choice.
 */
import { DAY } from '#lib/memory/day.ts';
import { STABLE_DAYS } from '#lib/memory/form.ts';
import { guessChance } from '#lib/memory/rating.ts';
import { nextMemory, type Memory } from '#lib/memory/scheduler.ts';
import { Random } from '#lib/quiz/random.ts';
import { nextQuestion, ratingOf } from './ask.ts';
import { uniform } from './learner.ts';

const START = Date.UTC(2026, 0, 5, 18);
/** So often a card that stays in its steps is asked on one day. */
const TRIES = 4;

/**
 * The share of cards, 0 to 1, that ever pass 7 days of stability in so many days of guessing. A
 * card is asked on each day that it is due, up to four times while in steps.
 */
export function shareFooled(cards: number, days: number, seed: number): number {
	let fooled = 0;
	for (let index = 0; index < cards; index++) if (isFooled(index, days, seed)) fooled++;
	return fooled / cards;
}

function isFooled(index: number, days: number, seed: number): boolean {
	const card = `guess.${seed}.${index}`;
	const random = new Random(card);
	let memory: Memory | undefined;
	for (let day = 0; day < days; day++) {
		let at = START + day * DAY;
		for (let tries = 0; tries < TRIES && isDue(memory, at); tries++) {
			const question = nextQuestion(index, memory, random);
			const rating = ratingOf(question, uniform(random) < guessChance(question), memory);
			memory = nextMemory(memory, { card, kind: question.kind, rating, at, offset: 0 });
			if (memory.stability > STABLE_DAYS) return true;
			at = Math.max(at + 5_000, memory.state === 'review' ? at : memory.due);
		}
	}
	return false;
}

const isDue = (memory: Memory | undefined, at: number): boolean =>
	memory === undefined || memory.due <= at + DAY / 4;
