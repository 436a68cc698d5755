/**
 * The log of reviews: the truth about what a learner did. It only grows; everything else is
 * worked out from it.
 */
import type { KindName, Outcome } from '../quiz/question.ts';
import { nextMemory, type Memory } from './scheduler.ts';

/** FSRS ratings: 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type Rating = 1 | 2 | 3 | 4;

/** Where an answer was given. */
export type Place = 'first' | 'study' | 'quiz';

/** One answered question. */
export type Review = {
	/** 128 random bits as 32 hexadecimal digits. */
	readonly id: string;
	/** Version of this shape. */
	readonly v: 1;
	readonly card: string;
	readonly kind: KindName;
	readonly place: Place;
	readonly outcome: Outcome;
	readonly rating: Rating;
	/** The wall clock, as it was, in milliseconds since 1970 (UTC). */
	readonly at: number;
	/** Logical time in milliseconds: `at`, but later than every review the device knew of. */
	readonly time: number;
	/** Minutes east of UTC where the answer was given. */
	readonly offset: number;
	/** Time taken to answer, in milliseconds. */
	readonly took: number;
	/** A random number of the installation, and the review's place in its sequence. */
	readonly device: string;
	readonly sequence: number;
};

/** The largest time a JavaScript date can hold; logical time stops there instead of overflowing. */
const END_OF_TIME = 8_640_000_000_000_000;

/**
 * The logical time of a review made at `at` when the newest review known had `lastTime`: the wall
 * clock, but always later than every review before it, so that replaying gives back the same order
 * even if the clock was set back or a merged device was ahead.
 */
export function logicalTime(at: number, lastTime: number): number {
	return Math.min(Math.max(at, lastTime + 1), END_OF_TIME);
}

/** The order in which reviews are replayed: logical time, then device, then sequence, then id. */
export function compareReviews(a: Review, b: Review): number {
	return (
		a.time - b.time ||
		compareText(a.device, b.device) ||
		a.sequence - b.sequence ||
		compareText(a.id, b.id)
	);
}

/** The one way to write a review as text; equal reviews give equal text. */
export function canonicalReview(review: Review): string {
	const { id, v, card, kind, place, outcome, rating, at, time, offset, took, device, sequence } =
		review;
	return JSON.stringify({
		id,
		v,
		card,
		kind,
		place,
		outcome,
		rating,
		at,
		time,
		offset,
		took,
		device,
		sequence
	} satisfies Review);
}

/**
 * The union of two logs, in the order of replay, each id once. Commutative, associative and
 * idempotent: when one id stands for two contents, the one whose canonical text sorts first stays,
 * whichever side it came from.
 */
export function mergeLogs(a: readonly Review[], b: readonly Review[]): Review[] {
	const byId = new Map<string, Review>();
	for (const review of [...a, ...b]) {
		const known = byId.get(review.id);
		if (!known || canonicalReview(review) < canonicalReview(known)) byId.set(review.id, review);
	}
	return [...byId.values()].sort(compareReviews);
}

/**
 * Works out every memory from the log, whatever order it comes in; a review that comes twice
 * counts once. Throws a `RangeError` when a review holds an impossible number.
 */
export function replay(reviews: readonly Review[]): Map<string, Memory> {
	const memories = new Map<string, Memory>();
	for (const review of mergeLogs(reviews, [])) {
		memories.set(review.card, nextMemory(memories.get(review.card), review));
	}
	return memories;
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
