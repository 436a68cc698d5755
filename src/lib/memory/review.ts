/** A review: one answered question, as the log keeps it. Stored reviews never change their shape. */
import type { KindName, Outcome } from '../quiz/question.ts';

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
	/** Logical time in milliseconds: `at`, but later than every entry the device knew of. */
	readonly time: number;
	/** Minutes east of UTC where the answer was given. */
	readonly offset: number;
	/** Time taken to answer, in milliseconds. */
	readonly took: number;
	/** A random number of the installation, and the entry's place in its sequence. */
	readonly device: string;
	readonly sequence: number;
};
