/**
 * When a card comes back: FSRS-6 with its published default weights, retention 0.9, learning steps
 * of 1 and 10 minutes and a relearning step of 10 minutes (Anki's defaults). The only door to
 * ts-fsrs, because importing it adds methods to `Date.prototype`.
 *
 * Three differences from calling ts-fsrs directly:
 * - days are the learner's (they start at 4:00 where the learner is), not those of UTC, so that an
 *   answer at 1 in the morning still belongs to the evening before, in every country;
 * - a clock set back counts as no time passed; ts-fsrs throws from one day back;
 * - the fuzz depends on the card and its number of reviews only, so that two devices that replay
 *   the same log agree.
 */
import {
	CLAMP_PARAMETERS,
	createEmptyCard,
	fsrs,
	GenSeedStrategyWithCardId,
	StrategyMode,
	Rating as Grade,
	State,
	W17_W18_Ceiling,
	type Card
} from 'ts-fsrs';
import type { KindName } from '../quiz/question.ts';
import { DAY, learnerDay } from './day.ts';
import { LAST_TIME } from './log.ts';
import type { Rating, Review } from './review.ts';

/** What is remembered of one card: worked out from the log, never the truth itself. */
export type Memory = {
	readonly card: string;
	/** `learning` until the first steps are done; `relearning` after a lapse. */
	readonly state: 'learning' | 'review' | 'relearning';
	/** When the card should come back, in milliseconds since 1970 (UTC). */
	readonly due: number;
	/** Days until the chance of recall has fallen to 90 %. */
	readonly stability: number;
	/** 1 (easy) to 10. */
	readonly difficulty: number;
	/** The interval given by the last review in days; 0 while in steps. */
	readonly scheduled: number;
	/** Place in the learning or relearning steps, from 0. */
	readonly step: number;
	/** Reviews so far. */
	readonly reps: number;
	/** How often the card was forgotten after it had been learnt. */
	readonly lapses: number;
	/** Wall clock of the last review, in milliseconds since 1970 (UTC). */
	readonly at: number;
	/** How the card was asked in the last review: the next one asks otherwise. */
	readonly kind: KindName;
};

/** The part of a review that moves a memory. Every `Review` is one. */
export type Rated = Pick<Review, 'card' | 'kind' | 'rating' | 'at' | 'offset'>;

type Moment = Pick<Rated, 'card' | 'at' | 'offset'>;

/** The least and the largest value that FSRS-6 allows each weight. */
export const WEIGHT_RANGES: readonly (readonly number[])[] =
	/* @__PURE__ */ CLAMP_PARAMETERS(W17_W18_Ceiling);

const LONGEST = 36_500;
const SEED_FIELD = 'seed';
const scheduler = fsrs({
	request_retention: 0.9,
	learning_steps: ['1m', '10m'],
	relearning_steps: ['10m'],
	maximum_interval: LONGEST,
	enable_fuzz: true
}).useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId(SEED_FIELD));

const grades = { 1: Grade.Again, 2: Grade.Hard, 3: Grade.Good, 4: Grade.Easy } as const;
const states = {
	learning: State.Learning,
	review: State.Review,
	relearning: State.Relearning
} as const;
const stateNames = {
	[State.New]: null,
	[State.Learning]: 'learning',
	[State.Review]: 'review',
	[State.Relearning]: 'relearning'
} as const;

/**
 * The memory after one more review. Throws a `RangeError` when a number of the review or of the
 * memory is not finite or out of range, so that nothing broken is ever stored.
 */
export function nextMemory(memory: Memory | undefined, rated: Rated): Memory {
	checkMoment(rated);
	if (![1, 2, 3, 4].includes(rated.rating)) throw new RangeError(`no rating: ${rated.rating}`);
	if (memory) checkMemory(memory);
	const { card } = scheduler.next(asCard(memory, rated), new Date(rated.at), grades[rated.rating]);
	return fromCard(card, rated);
}

/**
 * The interval, in milliseconds, that each rating would give now. A card that was never seen has
 * no memory. Throws a `RangeError` like `nextMemory`.
 */
export function preview(
	memory: Memory | undefined,
	moment: Moment
): Readonly<Record<Rating, number>> {
	// The kind moves no date.
	const interval = (rating: Rating) =>
		nextMemory(memory, { ...moment, kind: 'flashcard', rating }).due - moment.at;
	return { 1: interval(1), 2: interval(2), 3: interval(3), 4: interval(4) };
}

function checkMoment({ at, offset }: Moment): void {
	if (!(at >= 0 && at <= LAST_TIME)) throw new RangeError(`no time: ${at}`);
	if (!(Math.abs(offset) <= 24 * 60)) throw new RangeError(`no offset: ${offset}`);
}

function checkMemory(memory: Memory): void {
	const inRange =
		memory.stability > 0 &&
		memory.stability <= LONGEST &&
		memory.difficulty >= 1 &&
		memory.difficulty <= 10 &&
		memory.at >= 0 &&
		memory.at <= LAST_TIME &&
		Number.isFinite(memory.due) &&
		[memory.scheduled, memory.step, memory.reps, memory.lapses].every(
			(count) => Number.isSafeInteger(count) && count >= 0
		);
	if (!inRange) throw new RangeError(`broken memory of ${memory.card}`);
}

function asCard(memory: Memory | undefined, { card, at, offset }: Rated): Card {
	// ts-fsrs counts UTC midnights between two reviews; a made-up last review hands it our count.
	const elapsed = memory ? Math.max(0, learnerDay(at, offset) - learnerDay(memory.at, offset)) : 0;
	return {
		...createEmptyCard(new Date(at)),
		// Read back by the seed strategy, which appends the number of reviews.
		...{ [SEED_FIELD]: card },
		...(memory && {
			stability: memory.stability,
			difficulty: memory.difficulty,
			scheduled_days: memory.scheduled,
			learning_steps: memory.step,
			reps: memory.reps,
			lapses: memory.lapses,
			state: states[memory.state],
			last_review: new Date(at - elapsed * DAY)
		})
	};
}

function fromCard(card: Card, { card: id, at, kind }: Rated): Memory {
	const state = stateNames[card.state];
	if (state === null) throw new RangeError(`no state: ${card.state}`);
	const memory: Memory = {
		card: id,
		state,
		due: Math.min(card.due.getTime(), at + LONGEST * DAY),
		stability: card.stability,
		difficulty: card.difficulty,
		scheduled: Math.min(card.scheduled_days, LONGEST),
		step: card.learning_steps,
		reps: card.reps,
		lapses: card.lapses,
		at,
		kind
	};
	checkMemory(memory);
	return memory;
}
