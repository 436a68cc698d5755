/**
 * Today's cards, in the order in which to ask them: steps that are due, then reviews, then new
 * cards up to the day's limit. Built anew after every answer: the first card is the next one.
 */
import { Random } from '../quiz/random.ts';
import { DAY } from './day.ts';
import type { SetAside } from './standing.ts';
import type { Review } from './review.ts';
import type { Memory } from './scheduler.ts';

/** A card that may be studied, with what makes two cards siblings. */
export type QueueCard = {
	readonly id: string;
	readonly fact: string;
	/** Cards of one group give each other away, like those of one fact. */
	readonly group: string | null;
};

export type QueueInput = {
	/** The cards being studied, in the order in which new ones are to be introduced. */
	readonly cards: readonly QueueCard[];
	/** The memories of these cards; those of other cards are ignored. */
	readonly memories: ReadonlyMap<string, Memory>;
	/** Suspended cards are left out, buried ones until their time. */
	readonly setAside: SetAside;
	/** The reviews of the learner's day that count, oldest first. */
	readonly reviewsToday: readonly Pick<Review, 'card'>[];
	/** Milliseconds since 1970 (UTC). */
	readonly now: number;
	/** When the learner's day ends. */
	readonly dayEnd: number;
	/** New cards a day. */
	readonly newPerDay: number;
	/** Orders reviews that fell due on the same day. The same all day, another one tomorrow. */
	readonly seed: string;
};

export type Queue = {
	/** The cards to ask now, first one first. Empty when nothing is left for the moment. */
	readonly cards: readonly QueueCard[];
	/** Cards in steps and reviews among `cards`. */
	readonly due: number;
	/** New cards among `cards`. */
	readonly fresh: number;
	/** Cards in steps that come back later today. */
	readonly later: number;
	/** When there will be something to ask: `now` when there is, null when never. */
	readonly next: number | null;
};

/** Cards in steps may be asked this early when nothing else is left (Anki's learn-ahead limit). */
export const LEARN_AHEAD = 20 * 60_000;

/**
 * When a card that is set aside may be asked again, in milliseconds since 1970 (UTC): Infinity for
 * a suspended one, null for a card that is not set aside at `now`. A learner's day is over within a
 * day; a card that was buried for longer was buried by a wrong clock, and is not set aside.
 */
export function asideUntil(
	{ suspended, buried }: SetAside,
	card: string,
	now: number
): number | null {
	if (suspended.has(card)) return Infinity;
	const until = buried.get(card) ?? now;
	return until > now && until <= now + DAY ? until : null;
}

/**
 * Builds the queue. Reviews come by the day they fell due on, oldest first; a memory dated more
 * than a day after `now` was made by a wrong clock and is due. Siblings stand next to each other
 * only when nothing else is left to put between them; a new card waits for another day when a
 * sibling was asked or is due today.
 */
export function buildQueue(input: QueueInput): Queue {
	const { cards, now, reviewsToday } = input;
	const { steps, reviews, unseen, later, future, resting } = sortOut(input);
	const familyOf = new Map(cards.map((card) => [card.id, family(card)]));

	const busy = new Set(
		[...reviewsToday.map(({ card }) => card), ...[...steps, ...reviews, ...later].map(idOf)].map(
			(card) => familyOf.get(card)
		)
	);
	const fresh: QueueCard[] = [];
	let allowed = input.newPerDay - introducedToday(input);
	for (const card of unseen) {
		if (allowed <= 0) break;
		if (busy.has(family(card))) continue;
		busy.add(family(card));
		fresh.push(card);
		allowed--;
	}

	const last = reviewsToday.at(-1);
	const previous = last && familyOf.get(last.card);
	const due = [...steps, ...reviews].map((entry) => entry.card);
	const main = spread([...due, ...fresh], previous);
	const ahead = later.filter(({ memory }) => memory.due <= now + LEARN_AHEAD);
	const asked =
		main.length > 0
			? main
			: spread(
					ahead.map(({ card }) => card),
					previous
				);

	return {
		cards: asked,
		due: asked.length - fresh.length,
		fresh: fresh.length,
		later: main.length > 0 ? later.length : later.length - ahead.length,
		next: asked.length > 0 ? now : nextMoment(input, { later, future, unseen, resting })
	};
}

type Entry = { readonly card: QueueCard; readonly memory: Memory };

type Sorted = {
	/** In steps and due. */
	readonly steps: readonly Entry[];
	/** Reviews that fall due before the day ends. */
	readonly reviews: readonly Entry[];
	/** In steps, due later today. */
	readonly later: readonly Entry[];
	/** Due on another day. */
	readonly future: readonly Entry[];
	readonly unseen: readonly QueueCard[];
	/** When each buried card may be asked again. */
	readonly resting: readonly number[];
};

const idOf = ({ card }: Entry) => card.id;

export function family({ fact, group }: QueueCard): string {
	return group === null ? `fact ${fact}` : `group ${group}`;
}

function sortOut(input: QueueInput): Sorted {
	const { cards, memories, now, dayEnd, seed } = input;
	const steps: Entry[] = [];
	const reviews: Entry[] = [];
	const later: Entry[] = [];
	const future: Entry[] = [];
	const unseen: QueueCard[] = [];
	const resting: number[] = [];
	for (const card of cards) {
		const memory = memories.get(card.id);
		const dueSince = memory && memory.at <= now + DAY ? memory.due : now;
		const until = asideUntil(input.setAside, card.id, now);
		if (until !== null) {
			const comesBack = until < Infinity && (memory !== undefined || input.newPerDay > 0);
			if (comesBack) resting.push(Math.max(until, dayOf(dueSince, dayEnd)));
			continue;
		}
		if (!memory) {
			unseen.push(card);
			continue;
		}
		const entry = { card, memory };
		if (memory.state === 'review') (dueSince < dayEnd ? reviews : future).push(entry);
		else if (dueSince <= now) steps.push(entry);
		else if (dueSince < dayEnd) later.push(entry);
		else future.push(entry);
	}
	const byDue = (a: Entry, b: Entry) => a.memory.due - b.memory.due;
	const daysLate = ({ memory }: Entry) => Math.ceil((dayEnd - memory.due) / DAY);
	const lot = new Map(
		reviews.map(({ card }) => [card.id, new Random(`${seed} ${card.id}`).below(2 ** 32)])
	);
	const lotOf = (entry: Entry) => lot.get(entry.card.id) ?? 0;
	return {
		steps: steps.sort(byDue),
		reviews: reviews.sort((a, b) => daysLate(b) - daysLate(a) || lotOf(a) - lotOf(b)),
		later: later.sort(byDue),
		future: future.sort(byDue),
		unseen,
		resting
	};
}

/** How many cards had their very first review today: all their reviews are of today. */
function introducedToday({ cards, memories, reviewsToday }: QueueInput): number {
	const today = new Map<string, number>();
	for (const { card } of reviewsToday) today.set(card, (today.get(card) ?? 0) + 1);
	return cards.filter(({ id }) => {
		const count = today.get(id);
		return count !== undefined && memories.get(id)?.reps === count;
	}).length;
}

function nextMoment(
	{ dayEnd, newPerDay }: QueueInput,
	{ later, future, unseen, resting }: Pick<Sorted, 'later' | 'future' | 'unseen' | 'resting'>
): number | null {
	const moments = [
		...later.slice(0, 1).map(({ memory }) => memory.due - LEARN_AHEAD),
		...future.slice(0, 1).map(({ memory }) => dayOf(memory.due, dayEnd)),
		...resting,
		...(unseen.length > 0 && newPerDay > 0 ? [dayEnd] : [])
	];
	return moments.length > 0 ? Math.min(...moments) : null;
}

/** The start of the day that a moment falls on: a review may be asked from then on. */
function dayOf(moment: number, dayEnd: number): number {
	return dayEnd + Math.floor((moment - dayEnd) / DAY) * DAY;
}

/**
 * Keeps the order, but lets another card pass wherever two siblings would meet, or wherever one
 * family must start now to be spread over what is left. Adjacent siblings remain only when more
 * than half of what is left is one family.
 */
function spread(cards: readonly QueueCard[], previous: string | undefined): QueueCard[] {
	const left = new Map<string, number>();
	for (const card of cards) left.set(family(card), (left.get(family(card)) ?? 0) + 1);
	// No family can hold more than half of what waits while at least twice the largest one waits.
	const largest = mostOf(left).count;
	const waiting = [...cards];
	const ordered: QueueCard[] = [];
	let before = previous;
	while (waiting.length > 0) {
		const crowded = waiting.length < largest * 2 ? mostOf(left) : null;
		const start =
			crowded && crowded.count * 2 > waiting.length && crowded.family !== before
				? crowded.family
				: null;
		const index = waiting.findIndex((card) =>
			start === null ? family(card) !== before : family(card) === start
		);
		const [card] = waiting.splice(Math.max(0, index), 1);
		if (!card) break;
		ordered.push(card);
		before = family(card);
		left.set(before, (left.get(before) ?? 1) - 1);
	}
	return ordered;
}

function mostOf(left: ReadonlyMap<string, number>): { family: string; count: number } {
	let most = { family: '', count: 0 };
	for (const [family, count] of left) if (count > most.count) most = { family, count };
	return most;
}
