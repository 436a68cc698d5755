/** Today's cards, for Today's numbers and for Study. */
import type { Bank } from '#lib/bank/bank.ts';
import { nextDayStart } from '#lib/memory/day.ts';
import { buildQueue, type Queue, type QueueCard } from '#lib/memory/queue.ts';
import { Random } from '#lib/quiz/random.ts';
import { offsetAt } from './clock.ts';
import type { LearnerProgress } from './progress.svelte.ts';

/**
 * The cards a learner studies, in the order in which new ones are introduced: mixed over topics,
 * plain facts before what one source claims. The same for everybody.
 */
function studyCards(bank: Bank): QueueCard[] {
	const cards = new Random('introduction').shuffle([...bank.cards.values()]);
	const isPlain = (fact: string) => bank.fact(fact).status !== 'ATTRIBUTE';
	return [
		...cards.filter(({ fact }) => isPlain(fact)),
		...cards.filter(({ fact }) => !isPlain(fact))
	].map(({ id, fact }) => ({ id, fact, group: bank.fact(fact).group }));
}

/** The queue as it stands at `now` (milliseconds since 1970). */
export function todaysQueue(
	bank: Bank,
	progress: LearnerProgress,
	{ now, newPerDay }: { readonly now: number; readonly newPerDay: number }
): Queue {
	const dayEnd = nextDayStart(now, offsetAt(now));
	return buildQueue({
		cards: studyCards(bank),
		memories: progress.memories,
		setAside: progress.setAside,
		reviewsToday: progress.reviewsToday,
		now,
		dayEnd,
		newPerDay,
		seed: String(dayEnd)
	});
}
