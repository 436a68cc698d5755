/**
 * The log: the truth about what a learner did. Its entries are reviews, and decisions about reviews
 * and cards. It only grows, also when something is undone; everything else is worked out from it,
 * in `replay.ts`.
 */
import type { Rating, Review } from './review.ts';

/** What every decision carries: the same as in a `Review`. */
type Decided<Type extends string> = Pick<
	Review,
	'id' | 'v' | 'card' | 'at' | 'time' | 'offset' | 'device' | 'sequence'
> & { readonly type: Type };

/** Withdraws another entry of its card, as if that had never been; an undo cannot be withdrawn. */
export type Undo = Decided<'undo'> & {
	/** The id of the entry withdrawn. */
	readonly of: string;
};

/** "I was right": a review of its card counts as right, with this rating in place of its own. */
export type Override = Decided<'override'> & {
	/** The id of the review. */
	readonly of: string;
	readonly outcome: 'right';
	readonly rating: Exclude<Rating, 1>;
};

/** The card is not asked any more in Study, until a `Resume`. */
export type Suspend = Decided<'suspend'>;
export type Resume = Decided<'resume'>;

/** The card is not asked any more on this day of the learner's. */
export type Bury = Decided<'bury'> & {
	/** When that day ends, in milliseconds since 1970 (UTC). */
	readonly until: number;
};

/** What a learner decided, other than by answering. */
export type Decision = Undo | Override | Suspend | Resume | Bury;

/** One line of the log. A review has no `type`: it is older than the decisions. */
export type Entry = (Review & { readonly type?: undefined }) | Decision;

/** Reviews or decisions. */
export const isReview = (entry: Entry): entry is Review => entry.type === undefined;

/** The fields of a review, in the order of its canonical text. */
export const reviewFields = [
	'id',
	'v',
	'card',
	'kind',
	'place',
	'outcome',
	'rating',
	'at',
	'time',
	'offset',
	'took',
	'device',
	'sequence'
] as const satisfies readonly (keyof Review)[];

/** The fields that every decision has, of whatever type. */
export const commonFields = [
	'id',
	'v',
	'type',
	'card',
	'at',
	'time',
	'offset',
	'device',
	'sequence'
] as const;

/** The fields of each type of decision, in the order of its canonical text. */
export const decisionFields = {
	undo: [...commonFields, 'of'],
	override: [...commonFields, 'of', 'outcome', 'rating'],
	suspend: commonFields,
	resume: commonFields,
	bury: [...commonFields, 'until']
} as const satisfies {
	readonly [Type in Decision['type']]: readonly (keyof Extract<Decision, { type: Type }>)[];
};

/** The last millisecond of the year 9999: no clock is believed after that. */
export const LAST_TIME = 253_402_300_799_999;

/** The largest time a JavaScript date can hold; logical time stops there instead of overflowing. */
const END_OF_TIME = 8_640_000_000_000_000;

/**
 * The logical time of an entry made at `at` when the newest entry known had `lastTime`: the wall
 * clock, but always later than every entry before it, so that replaying gives back the same order
 * even if the clock was set back or a merged device was ahead.
 */
export function logicalTime(at: number, lastTime: number): number {
	return Math.min(Math.max(at, lastTime + 1), END_OF_TIME);
}

/** The order of the log: logical time, then device, then sequence, then id. */
export function compareEntries(a: Entry, b: Entry): number {
	return (
		a.time - b.time ||
		compareText(a.device, b.device) ||
		a.sequence - b.sequence ||
		compareText(a.id, b.id)
	);
}

/** The one way to write an entry as text; equal entries give equal text. */
export function canonicalEntry(entry: Entry): string {
	// A list of fields as second argument also gives their order.
	return JSON.stringify(entry, [...(entry.type ? decisionFields[entry.type] : reviewFields)]);
}

/**
 * The union of two logs, in their order, each id once. Commutative, associative and idempotent:
 * when one id stands for two contents, the one whose canonical text sorts first stays, whichever
 * side it came from.
 */
export function mergeLogs<Kind extends Entry>(a: readonly Kind[], b: readonly Kind[]): Kind[] {
	const byId = new Map<string, Kind>();
	for (const entry of [...a, ...b]) {
		const known = byId.get(entry.id);
		if (!known || canonicalEntry(entry) < canonicalEntry(known)) byId.set(entry.id, entry);
	}
	return [...byId.values()].sort(compareEntries);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
