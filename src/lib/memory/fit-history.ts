/** The learner's log as the trainer reads it: for each card, the days between its reviews. */
import { at } from './column.ts';
import { learnerDay } from './day.ts';
import type { Review } from './review.ts';
import { LAST_TIME } from './log.ts';

/** The part of a review that weights are fitted to. Every `Review` is one. */
export type Answered = Pick<Review, 'card' | 'rating' | 'at' | 'offset'>;

/** The reviews of all cards in columns: those of one card side by side, in the order of replay. */
export type History = {
	/** Where each card's reviews start; one entry more holds the number of reviews. */
	readonly starts: Float64Array;
	readonly ratings: Float64Array;
	/** Days of the learner since the card's review before; 0 for its first. */
	readonly elapsed: Float64Array;
	/**
	 * The place of each review, from 0, among the predictable ones of the whole log; `UNPREDICTED`
	 * for a card's first review and for a later one of the same day, of which FSRS-6 says nothing.
	 */
	readonly order: Float64Array;
	/** How many reviews can be predicted, and how many of those were right. */
	readonly predicted: number;
	readonly right: number;
};

export const UNPREDICTED = -1;

/**
 * Reads reviews given in the order of replay. Days are the scheduler's: they start at 4:00 where
 * the learner is, and a clock set back means that no time passed. A review that the scheduler would
 * refuse (no rating from 1 to 4, an impossible time) is left out.
 */
export function readHistory(reviews: readonly Answered[]): History {
	const sound = reviews.filter(isSound);
	const { starts, cardOf } = groupByCard(sound);
	const next = starts.slice();
	const ratings = new Float64Array(sound.length);
	const elapsed = new Float64Array(sound.length);
	const order = new Float64Array(sound.length).fill(UNPREDICTED);
	const lastAt = new Float64Array(starts.length);
	let predicted = 0;
	let right = 0;
	for (const [index, review] of sound.entries()) {
		const card = at(cardOf, index);
		const place = at(next, card);
		const isFirst = place === at(starts, card);
		const days = isFirst ? 0 : daysBetween(at(lastAt, card), review);
		ratings[place] = review.rating;
		elapsed[place] = days;
		if (days > 0) {
			order[place] = predicted++;
			if (review.rating > 1) right++;
		}
		next[card] = place + 1;
		lastAt[card] = review.at;
	}
	return { starts, ratings, elapsed, order, predicted, right };
}

/** Numbers the cards as they appear and finds where the reviews of each start. */
function groupByCard(reviews: readonly Answered[]): { starts: Float64Array; cardOf: Float64Array } {
	const numbers = new Map<string, number>();
	const cardOf = new Float64Array(reviews.length);
	const counts: number[] = [];
	for (const [index, { card }] of reviews.entries()) {
		const number = numbers.get(card) ?? numbers.size;
		numbers.set(card, number);
		cardOf[index] = number;
		counts[number] = (counts[number] ?? 0) + 1;
	}
	const starts = new Float64Array(counts.length + 1);
	for (const [card, count] of counts.entries()) starts[card + 1] = at(starts, card) + count;
	return { starts, cardOf };
}

function daysBetween(lastAt: number, { at: now, offset }: Answered): number {
	return Math.max(0, learnerDay(now, offset) - learnerDay(lastAt, offset));
}

function isSound({ rating, at: now, offset }: Answered): boolean {
	const isRating = Number.isInteger(rating) && rating >= 1 && rating <= 4;
	return isRating && now >= 0 && now <= LAST_TIME && Math.abs(offset) <= 24 * 60;
}
