import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { replay } from '#lib/memory/review.ts';
import { writeBackup } from '#lib/storage/backup.ts';
import type { Draft } from '#lib/storage/log-state.ts';
import { MemoryProgress } from '#lib/storage/memory-progress.ts';
import { LearnerProgress } from './progress.svelte.ts';

let shelf: Map<string, string>;
let open: LearnerProgress[] = [];

beforeEach(() => {
	shelf = new Map();
	vi.stubGlobal('indexedDB', new IDBFactory());
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => shelf.get(key) ?? null,
		setItem: (key: string, value: string) => void shelf.set(key, value),
		removeItem: (key: string) => void shelf.delete(key)
	});
});

afterEach(() => {
	for (const progress of open) progress.close();
	open = [];
	vi.unstubAllGlobals();
});

async function opened(): Promise<LearnerProgress> {
	const progress = new LearnerProgress();
	open.push(progress);
	await progress.open();
	return progress;
}

function draft(number: number, more: Partial<Draft> = {}): Draft {
	return {
		id: number.toString(16).padStart(32, '0'),
		card: 'rabin-visit.when',
		kind: 'typed',
		place: 'study',
		outcome: 'right',
		rating: 3,
		at: Date.now(),
		offset: 60,
		took: 4000,
		...more
	};
}

/** The backup of another device that answered these. */
async function backupOf(...drafts: readonly Draft[]): Promise<string> {
	const other = new MemoryProgress();
	for (const one of drafts) await other.record(one);
	return writeBackup(await other.exportLog(), Date.now());
}

describe('a learner’s progress', () => {
	it('starts empty, takes answers, and is there after a reload', async () => {
		const progress = await opened();
		expect(progress.state).toBe('ready');
		expect(progress.reviewCount).toBe(0);
		const { review, memory } = await progress.record(draft(1));
		expect(progress.reviewCount).toBe(1);
		expect(progress.memories.get(review.card)).toEqual(memory);
		expect(progress.reviewsToday).toEqual([review]);
		expect(shelf.get('tarikh.returning')).toBe('1');

		const reloaded = await opened();
		expect(reloaded.reviewCount).toBe(1);
		expect(reloaded.memories).toEqual(progress.memories);
		expect(reloaded.reviewsToday).toEqual([review]);
		expect(await reloaded.has(review.id)).toBe(true);
	});

	it('takes an answer that is given before the storage is open', async () => {
		const progress = new LearnerProgress();
		open.push(progress);
		expect(progress.state).toBe('opening');
		await progress.record(draft(1));
		expect(progress.state).toBe('ready');
		expect(progress.reviewCount).toBe(1);
	});

	it('counts an answer that is sent twice once', async () => {
		const progress = await opened();
		await progress.record(draft(1));
		await progress.record(draft(1));
		expect(progress.reviewCount).toBe(1);
		expect(progress.reviewsToday).toHaveLength(1);
	});

	it('keeps only the reviews of the learner’s day as today’s', async () => {
		const progress = await opened();
		await progress.record(draft(1, { at: Date.now() - 3 * 86_400_000 }));
		await progress.record(draft(2));
		const reloaded = await opened();
		expect(reloaded.reviewsToday.map(({ id }) => id)).toEqual([draft(2).id]);
		expect(reloaded.reviewCount).toBe(2);
	});

	it('shows another tab’s answers', async () => {
		const [one, other] = [await opened(), await opened()];
		await one.record(draft(1));
		await vi.waitFor(() => expect(other.reviewCount).toBe(1));
		expect(other.memories).toEqual(one.memories);
	});

	it('knows the interval of each button', async () => {
		const progress = await opened();
		const intervals = progress.intervals('new.when', Date.now());
		expect(intervals).toMatchObject({ 1: 60_000, 3: 600_000 });
	});
});

describe('backup and restore', () => {
	it('gives the log back after everything was deleted', async () => {
		const progress = await opened();
		await progress.record(draft(1));
		await progress.record(draft(2, { card: 'egoz.value' }));
		const before = progress.memories;
		const backup = await progress.exportBackup();
		await progress.deleteAll();
		expect(progress.reviewCount).toBe(0);
		expect(progress.reviewsToday).toEqual([]);
		expect(shelf.size).toBe(0);
		expect(await progress.restore(backup)).toEqual({ ok: true, added: 2, known: 0 });
		expect(progress.memories).toEqual(before);
		expect(await progress.restore(backup)).toEqual({ ok: true, added: 0, known: 2 });
		expect(shelf.get('tarikh.returning')).toBe('1');
	});

	it('adds another device’s reviews to those that are here', async () => {
		const progress = await opened();
		const { review } = await progress.record(draft(1));
		const backup = await backupOf(draft(2), draft(3, { card: 'egoz.value' }));
		expect(await progress.restore(backup)).toMatchObject({ added: 2, known: 0 });
		expect(progress.reviewCount).toBe(3);
		expect([...progress.memories.keys()].sort()).toEqual(['egoz.value', review.card]);
	});

	it('says what is wrong with a file and changes nothing', async () => {
		const progress = await opened();
		await progress.record(draft(1));
		const backup = await backupOf(draft(2));
		expect(await progress.restore('hello')).toMatchObject({ problem: { code: 'not-a-backup' } });
		expect(await progress.restore(backup.replace('typed', 'Typed'))).toMatchObject({
			problem: { code: 'damaged' }
		});
		expect(progress.reviewCount).toBe(1);
	});
});

describe('a store that was lost', () => {
	async function lost(): Promise<LearnerProgress> {
		const before = await opened();
		await before.record(draft(1));
		await before.record(draft(2));
		before.close();
		vi.stubGlobal('indexedDB', new IDBFactory());
		return opened();
	}

	it('is a rescue in which nothing can be written', async () => {
		const progress = await lost();
		const marks = [...shelf];
		expect(progress.state).toBe('rescue');
		expect(progress.loss).toEqual({ reason: 'lost', expected: 2 });
		await expect(progress.record(draft(3))).rejects.toMatchObject({ code: 'lost' });
		await expect(progress.exportBackup()).rejects.toMatchObject({ code: 'lost' });
		expect(await indexedDB.databases()).toEqual([]);
		expect([...shelf]).toEqual(marks);
	});

	it('is healed by a backup file', async () => {
		const progress = await lost();
		expect(await progress.restore('not a backup')).toMatchObject({ ok: false });
		expect(progress.state).toBe('rescue');
		const backup = await backupOf(draft(1), draft(2));
		expect(await progress.restore(backup)).toEqual({ ok: true, added: 2, known: 0 });
		expect(progress.state).toBe('ready');
		expect(progress.loss).toBeNull();
		expect((await opened()).reviewCount).toBe(2);
	});

	it('stays a rescue, untouched, when the backup cannot be written whole', async () => {
		const progress = await lost();
		const marks = [...shelf];
		const backup = await backupOf(draft(1), draft(2));
		const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		await expect(progress.restore(backup)).rejects.toMatchObject({ code: 'quota' });
		await expect(progress.startAgain()).rejects.toMatchObject({ code: 'quota' });
		put.mockRestore();
		expect(progress.state).toBe('rescue');
		expect(progress.loss).toEqual({ reason: 'lost', expected: 2 });
		expect([...shelf]).toEqual(marks);
		await vi.waitFor(async () => expect(await indexedDB.databases()).toEqual([]));
		expect((await opened()).state).toBe('rescue');

		expect(await progress.restore(backup)).toEqual({ ok: true, added: 2, known: 0 });
		expect(progress.state).toBe('ready');
	});

	it('is left behind when the learner starts again', async () => {
		const progress = await lost();
		await progress.startAgain();
		expect(progress.state).toBe('ready');
		await progress.record(draft(3));
		const reloaded = await opened();
		expect(reloaded.state).toBe('ready');
		expect(reloaded.reviewCount).toBe(1);
	});

	it('under an open page ends the writing', async () => {
		const progress = await opened();
		await progress.record(draft(1));
		indexedDB.deleteDatabase('tarikh');
		await vi.waitFor(() => expect(progress.state).toBe('rescue'));
		expect(progress.loss).toEqual({ reason: 'lost', expected: 1 });
		await expect(progress.record(draft(2))).rejects.toMatchObject({ code: 'lost' });
	});
});

describe('storage that is not there or not ours', () => {
	it('works until the page closes where the browser refuses to store', async () => {
		vi.stubGlobal('indexedDB', undefined);
		const progress = await opened();
		expect(progress.state).toBe('temporary');
		const { review } = await progress.record(draft(1));
		expect(progress.memories).toEqual(replay([review]));
		expect(progress.reviewsToday).toEqual([review]);
		expect(shelf.size).toBe(0);
	});

	it('stops for a newer version, on opening and while open', async () => {
		const progress = await opened();
		await progress.record(draft(1));
		const newer = await openDB('tarikh', 2);
		expect(progress.state).toBe('newer');
		await expect(progress.record(draft(2))).rejects.toMatchObject({ code: 'newer' });
		newer.close();
		expect((await opened()).state).toBe('newer');
	});

	it('does without everything else that a browser may lack', async () => {
		vi.stubGlobal('BroadcastChannel', undefined);
		vi.stubGlobal('navigator', {});
		vi.stubGlobal('localStorage', undefined);
		const progress = await opened();
		await progress.askToPersist();
		expect(progress.isPersisted).toBeNull();
		expect((await progress.record(draft(1))).log.count).toBe(1);
		await progress.refresh();
		expect(progress.reviewCount).toBe(1);
	});

	it('tells whether the browser promised to keep the data', async () => {
		vi.stubGlobal('navigator', {
			storage: { persist: () => Promise.resolve(true), persisted: () => Promise.resolve(false) }
		});
		const progress = await opened();
		expect(progress.isPersisted).toBe(false);
		await progress.askToPersist();
		expect(progress.isPersisted).toBe(true);
	});
});
