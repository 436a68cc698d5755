/**
 * Writes that reach further than one answer: a decision, a merge, a repair, a deletion. Each is the work
 * of one transaction of `DatabaseProgress`, and awaits nothing but its requests.
 */
import { canonicalEntry, isReview, mergeLogs, type Entry } from '#lib/memory/log.ts';
import { replay } from '#lib/memory/replay.ts';
import type { Review } from '#lib/memory/review.ts';
import type { Memory } from '#lib/memory/scheduler.ts';
import { UNDO_LEVELS, undoableReviews } from '#lib/memory/undoable.ts';
import { countMerged } from './count-merged.ts';
import { all, logOf, putMemory, replayCard } from './database-transaction.ts';
import {
	emptyLogState,
	logStateOf,
	place,
	readLogState,
	withEntry,
	type DecisionDraft,
	type LogState
} from './log-state.ts';
import { randomId } from './random-id.ts';
import type { Decided, Findings, Merged } from './progress.ts';
import { readEntry, readMemory, readRows } from './rows.ts';
import type { Database, Transaction } from './schema.ts';

/** As in `Progress`. */
export async function decide(transaction: Transaction, draft: DecisionDraft): Promise<Decided> {
	const entries = transaction.objectStore('reviews');
	const [row, log] = await Promise.all([entries.get(draft.id), logOf(transaction)]);
	const stored = readEntry(row);
	if (stored && !isReview(stored)) {
		const memory = (await replayCard(entries, stored.card)) ?? null;
		return { decision: stored, memory, log };
	}

	const decision = place(draft, log);
	const memory = await replayCard(entries, decision.card, decision);
	const nextLog = withEntry(log, decision);
	await all([
		() => entries.put(decision),
		() => putMemory(transaction.objectStore('memories'), decision.card, memory),
		() => transaction.objectStore('meta').put(nextLog)
	]);
	return { decision, memory: memory ?? null, log: nextLog };
}

/** As in `Progress`. */
export async function merge(transaction: Transaction, incoming: readonly Entry[]): Promise<Merged> {
	const entries = transaction.objectStore('reviews');
	const [rows, before] = await Promise.all([entries.getAll(), logOf(transaction)]);
	const existing = new Map(readRows(rows, readEntry).sound.map((one) => [one.id, one]));
	const merged = mergeLogs([...existing.values()], incoming);

	const changed = merged.filter((entry) => {
		const known = existing.get(entry.id);
		return !known || canonicalEntry(known) !== canonicalEntry(entry);
	});
	const replaced = changed.map(({ id }) => existing.get(id)).filter((entry) => entry !== undefined);
	const cards = new Set([...changed, ...replaced].map(({ card }) => card));
	const memories = replay(merged.filter(({ card }) => cards.has(card)));
	const log = logStateOf(merged, before.device);

	const store = transaction.objectStore('memories');
	await all([
		...changed.map((entry) => () => entries.put(entry)),
		...[...cards].map((card) => () => putMemory(store, card, memories.get(card))),
		() => transaction.objectStore('meta').put(log)
	]);
	return { ...countMerged(existing, incoming), settled: replaced.length, log };
}

/** As in `Progress`. */
export async function deleteAll(transaction: Transaction): Promise<{ readonly log: LogState }> {
	const log = emptyLogState(randomId());
	await all([
		() => transaction.objectStore('reviews').clear(),
		() => transaction.objectStore('memories').clear(),
		() => transaction.objectStore('meta').put(log)
	]);
	return { log };
}

/** As in `Progress`. */
export async function check(transaction: Transaction): Promise<Findings> {
	const store = transaction.objectStore('memories');
	const [rows, keys, memoryRows, before] = await Promise.all([
		transaction.objectStore('reviews').getAll(),
		store.getAllKeys(),
		store.getAll(),
		logOf(transaction)
	]);
	const { sound, broken } = readRows(rows, readEntry);
	const right = replay(sound);
	const stored = new Map(keys.map((card, index) => [card, readMemory(memoryRows[index])]));
	const wrong = [...new Set([...right.keys(), ...stored.keys()])].filter(
		(card) => !isSame(right.get(card), stored.get(card))
	);
	const log = logStateOf(sound, before.device);
	await all([
		...wrong.map((card) => () => putMemory(store, card, right.get(card))),
		() => transaction.objectStore('meta').put(log)
	]);
	return { unreadable: broken, repaired: wrong.length, log };
}

function isSame(a: Memory | undefined, b: Memory | null | undefined): boolean {
	return JSON.stringify(a && readMemory(a)) === JSON.stringify(b ?? undefined);
}

/** As in `Progress`. */
export async function undoable(database: Database): Promise<readonly Review[]> {
	const transaction = database.transaction(['reviews', 'meta']);
	const entries = transaction.objectStore('reviews');
	const [decisions, state] = await Promise.all([
		entries.index('decisions').getAll(),
		transaction.objectStore('meta').get('log')
	]);
	const { device, sequence } = readLogState(state) ?? emptyLogState('');
	// A decision takes one place in the device's sequence, and at most one review away.
	const from = sequence - UNDO_LEVELS - 2 * decisions.length;
	const range = IDBKeyRange.bound([device, from], [device, Infinity]);
	const rows = await entries.index('own').getAll(range);
	return undoableReviews(readRows([...rows, ...decisions], readEntry).sound, device);
}
