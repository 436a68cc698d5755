/**
 * Reading what was stored or sent: every field is checked and copied into a fresh object, so that
 * no row, however broken or hostile, reaches the rest of the app.
 */
import type { Review } from '#lib/memory/review.ts';
import { LAST_TIME, type Memory } from '#lib/memory/scheduler.ts';
import { isRecord, own } from './fields.ts';

const ID = /^[0-9a-f]{32}$/;
/** Card ids of the packs: "rabin-visit.who.yitzhak-rabin". */
const CARD = /^[a-z0-9][a-z0-9._-]{0,199}$/;
/** Kinds and places are words; those of a newer version of the app are kept, not thrown away. */
const WORD = /^[a-z][a-z-]{0,31}$/;

const LARGEST_TIME = 8_640_000_000_000_000;
const MINUTES_OF_A_DAY = 24 * 60;
const LONGEST_ANSWER = 1e12;

/** The review, or null when any field is missing or impossible. */
export function readReview(value: unknown): Review | null {
	if (!isRecord(value)) return null;
	const review = {
		id: own(value, 'id'),
		v: own(value, 'v'),
		card: own(value, 'card'),
		kind: own(value, 'kind'),
		place: own(value, 'place'),
		outcome: own(value, 'outcome'),
		rating: own(value, 'rating'),
		at: own(value, 'at'),
		time: own(value, 'time'),
		offset: own(value, 'offset'),
		took: own(value, 'took'),
		device: own(value, 'device'),
		sequence: own(value, 'sequence')
	};
	const sound =
		matches(review.id, ID) &&
		review.v === 1 &&
		matches(review.card, CARD) &&
		matches(review.kind, WORD) &&
		matches(review.place, WORD) &&
		isOneOf(review.outcome, ['right', 'near', 'wrong']) &&
		isOneOf(review.rating, [1, 2, 3, 4]) &&
		isWhole(review.at, 0, LAST_TIME) &&
		isWhole(review.time, 0, LARGEST_TIME) &&
		isWhole(review.offset, -MINUTES_OF_A_DAY, MINUTES_OF_A_DAY) &&
		isWhole(review.took, 0, LONGEST_ANSWER) &&
		matches(review.device, ID) &&
		isWhole(review.sequence, 0, Number.MAX_SAFE_INTEGER);
	return sound ? (review as Review) : null;
}

/** The memory, or null when any field is missing or impossible. */
export function readMemory(value: unknown): Memory | null {
	if (!isRecord(value)) return null;
	const memory = {
		card: own(value, 'card'),
		state: own(value, 'state'),
		due: own(value, 'due'),
		stability: own(value, 'stability'),
		difficulty: own(value, 'difficulty'),
		scheduled: own(value, 'scheduled'),
		step: own(value, 'step'),
		reps: own(value, 'reps'),
		lapses: own(value, 'lapses'),
		at: own(value, 'at'),
		kind: own(value, 'kind')
	};
	const sound =
		matches(memory.card, CARD) &&
		isOneOf(memory.state, ['learning', 'review', 'relearning']) &&
		isWhole(memory.due, 0, LARGEST_TIME) &&
		isBetween(memory.stability, Number.MIN_VALUE, 36_500) &&
		isBetween(memory.difficulty, 1, 10) &&
		isWhole(memory.scheduled, 0, 36_500) &&
		isWhole(memory.step, 0, 100) &&
		isWhole(memory.reps, 1, Number.MAX_SAFE_INTEGER) &&
		isWhole(memory.lapses, 0, Number.MAX_SAFE_INTEGER) &&
		isWhole(memory.at, 0, LAST_TIME) &&
		matches(memory.kind, WORD);
	return sound ? (memory as Memory) : null;
}

/** Sorts rows into sound ones and a count of those set aside. */
export function readRows<T>(
	rows: readonly unknown[],
	read: (row: unknown) => T | null
): { readonly sound: readonly T[]; readonly broken: number } {
	const sound = rows.map(read).filter((row) => row !== null);
	return { sound, broken: rows.length - sound.length };
}

/** Is it a whole number between the two bounds? */
export function isWhole(value: unknown, least: number, most: number): value is number {
	return Number.isSafeInteger(value) && isBetween(value, least, most);
}

/** Is it 32 hexadecimal digits, as ids of reviews and devices are? */
export function isId(value: unknown): value is string {
	return matches(value, ID);
}

function isBetween(value: unknown, least: number, most: number): boolean {
	return typeof value === 'number' && value >= least && value <= most;
}

function matches(value: unknown, pattern: RegExp): boolean {
	return typeof value === 'string' && pattern.test(value);
}

function isOneOf(value: unknown, allowed: readonly (string | number)[]): boolean {
	return (allowed as readonly unknown[]).includes(value);
}
