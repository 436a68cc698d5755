/**
 * Reading what was stored or sent: every field is checked and copied into a fresh object, so that
 * no row, however broken or hostile, reaches the rest of the app.
 */
import {
	decisionFields,
	LAST_TIME,
	reviewFields,
	type Decision,
	type Entry
} from '#lib/memory/log.ts';
import type { Memory } from '#lib/memory/scheduler.ts';
import { isRecord, own } from './fields.ts';

const ID = /^[0-9a-f]{32}$/;
/** Card ids of the packs: "rabin-visit.who.yitzhak-rabin". */
const CARD = /^[a-z0-9][a-z0-9._-]{0,199}$/;
/** Kinds and places are words; those of a newer version of the app are kept, not thrown away. */
const WORD = /^[a-z][a-z-]{0,31}$/;

const LARGEST_TIME = 8_640_000_000_000_000;
const MINUTES_OF_A_DAY = 24 * 60;
const LONGEST_ANSWER = 1e12;

/** What each field of a row may hold. */
type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

const isCard = (value: unknown) => matches(value, CARD);
const isWord = (value: unknown) => matches(value, WORD);
/** Is it a whole number from 0 on? */
export const isCount = (value: unknown) => isWhole(value, 0, Number.MAX_SAFE_INTEGER);

const isClock = (value: unknown) => isWhole(value, 0, LAST_TIME);
const isMoment = (value: unknown) => isWhole(value, 0, LARGEST_TIME);

const entry = {
	id: isId,
	v: (value) => value === 1,
	type: isWord,
	card: isCard,
	kind: isWord,
	place: isWord,
	of: isId,
	outcome: (value) => isOneOf(value, ['right', 'near', 'wrong']),
	rating: (value) => isOneOf(value, [1, 2, 3, 4]),
	until: isMoment,
	at: isClock,
	time: isMoment,
	offset: (value) => isWhole(value, -MINUTES_OF_A_DAY, MINUTES_OF_A_DAY),
	took: (value) => isWhole(value, 0, LONGEST_ANSWER),
	device: isId,
	sequence: isCount
} satisfies Shape;

const memory: Shape = {
	card: isCard,
	state: (value) => isOneOf(value, ['learning', 'review', 'relearning']),
	due: isMoment,
	stability: (value) => isBetween(value, Number.MIN_VALUE, 36_500),
	difficulty: (value) => isBetween(value, 1, 10),
	scheduled: (value) => isWhole(value, 0, 36_500),
	step: (value) => isWhole(value, 0, 100),
	reps: (value) => isWhole(value, 1, Number.MAX_SAFE_INTEGER),
	lapses: isCount,
	at: isClock,
	kind: isWord
};

/**
 * The entry of the log, or null when any field is missing or impossible, or its type is none that
 * this version knows.
 */
export function readEntry(value: unknown): Entry | null {
	if (!isRecord(value)) return null;
	const type = own(value, 'type');
	const fields = type === undefined ? reviewFields : fieldsOf(type);
	const copy = fields && readFields(value, fields);
	const isRight = copy?.outcome === 'right' && copy.rating !== 1;
	return type === 'override' && !isRight ? null : (copy as Entry | null);
}

/** Copies these fields of an entry; null when one is missing or impossible. */
export const readFields = (value: unknown, fields: readonly (keyof typeof entry)[]) =>
	readShape(value, entry, fields);

/** The fields of a type of decision, or null when there is none of that name. */
export function fieldsOf(type: unknown): readonly (keyof typeof entry)[] | null {
	if (typeof type !== 'string' || !Object.hasOwn(decisionFields, type)) return null;
	return decisionFields[type as Decision['type']];
}

/** The memory, or null when any field is missing or impossible. */
export const readMemory = (value: unknown) => readShape(value, memory) as Memory | null;

/** Copies the fields of a shape; null when one is missing or impossible. */
export function readShape(
	value: unknown,
	shape: Shape,
	fields: readonly string[] = Object.keys(shape)
): Record<string, unknown> | null {
	if (!isRecord(value)) return null;
	const copy: Record<string, unknown> = {};
	for (const field of fields) {
		const found = own(value, field);
		if (!shape[field]?.(found)) return null;
		copy[field] = found;
	}
	return copy;
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

/** Is it 32 hexadecimal digits, as ids of entries and devices are? */
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
