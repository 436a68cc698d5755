/** What was missed in quizzes, for a Study that begins with it. */
import type { Bank } from '#lib/bank/bank.ts';
import type { Queue, QueueCard } from '#lib/memory/queue.ts';
import type { Review } from '#lib/memory/review.ts';

/** The cards whose last answer of the day was a wrong one in a quiz, in the order they were met. */
export function missedCards(
	bank: Bank,
	reviewsToday: readonly Pick<Review, 'card' | 'place' | 'outcome'>[]
): QueueCard[] {
	const last = new Map(reviewsToday.map((review) => [review.card, review]));
	return [...last.values()]
		.filter(({ place, outcome }) => place === 'quiz' && outcome === 'wrong')
		.flatMap(({ card }) => bank.card(card) ?? [])
		.map(({ id, fact }) => ({ id, fact, group: bank.fact(fact).group }));
}

/** The queue with these cards before all others, also those that were not due yet. */
export function putFirst(queue: Queue, first: readonly QueueCard[]): Queue {
	const ids = new Set(first.map(({ id }) => id));
	const others = queue.cards.filter(({ id }) => !ids.has(id));
	const added = first.length + others.length - queue.cards.length;
	return { ...queue, cards: [...first, ...others], due: queue.due + added };
}
