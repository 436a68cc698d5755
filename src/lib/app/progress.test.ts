import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { replay } from '#lib/memory/replay.ts';
import { writeBackup } from '#lib/storage/backup.ts';
import type { Draft } from '#lib/storage/log-state.ts';
import { MemoryProgress } from '#lib/storage/memory-progress.ts';
import { SCHEMA_VERSION } from '#lib/storage/schema.ts';
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

describe('taking answers back', () => {
	it('undoes them newest first, also after a reload, and tells which', async () => {
		const progress = await opened();
		expect(progress.canUndo).toBe(false);
		expect(await progress.undo()).toBeNull();
		const { review: first, memory } = await progress.record(draft(1));
		const { review: second } = await progress.record(draft(2, { rating: 1 }));
		expect(progress.canUndo).toBe(true);
		expect(await progress.undo()).toEqual(second);
		expect(progress.memories).toEqual(new Map([[first.card, memory]]));
		expect(progress.reviewsToday).toEqual([first]);
		expect(progress.reviewCount).toBe(2);

		const reloaded = await opened();
		await vi.waitFor(() => expect(reloaded.canUndo).toBe(true));
		expect(reloaded.memories).toEqual(progress.memories);
		expect(await reloaded.undo()).toEqual(first);
		expect(reloaded.memories.size).toBe(0);
		expect(reloaded.reviewsToday).toEqual([]);
		expect(reloaded.canUndo).toBe(false);
		expect(await reloaded.undo()).toBeNull();
	});

	it('takes back 20 and one more', async () => {
		const before = await opened();
		for (let number = 1; number <= 21; number++) await before.record(draft(number));
		const progress = await opened();
		for (let number = 21; number >= 1; number--) {
			expect((await progress.undo())?.id).toBe(draft(number).id);
		}
		expect(progress.memories.size).toBe(0);
	});

	it('takes two back on two taps', async () => {
		const progress = await opened();
		for (const number of [1, 2, 3]) await progress.record(draft(number));
		const undone = await Promise.all([progress.undo(), progress.undo()]);
		expect(undone.map((review) => review?.id)).toEqual([draft(3).id, draft(2).id]);
		expect(progress.reviewsToday.map(({ id }) => id)).toEqual([draft(1).id]);
	});

	it('shows no answer again that is sent once more after it was taken back', async () => {
		const progress = await opened();
		await progress.record(draft(1));
		await progress.undo();
		await progress.record(draft(1));
		expect(progress.reviewsToday).toEqual([]);
		expect(progress.memories.size).toBe(0);
	});

	it('leaves another device’s answers alone', async () => {
		const progress = await opened();
		await progress.restore(await backupOf(draft(1)));
		expect(progress.canUndo).toBe(false);
		expect(await progress.undo()).toBeNull();
	});

	it('is seen in another tab', async () => {
		const [one, other] = [await opened(), await opened()];
		await one.record(draft(1));
		await vi.waitFor(() => expect(other.canUndo).toBe(true));
		await one.undo();
		await vi.waitFor(() => expect(other.canUndo).toBe(false));
		expect(other.memories.size).toBe(0);
	});

	it('changes nothing where it cannot be written', async () => {
		const progress = await opened();
		const { review } = await progress.record(draft(1));
		const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		await expect(progress.undo()).rejects.toMatchObject({ code: 'quota' });
		put.mockRestore();
		expect(progress.reviewsToday).toEqual([review]);
		expect(await progress.undo()).toEqual(review);
	});
});

describe('“I was right”', () => {
	it('makes an answer count as right, and is there after a reload', async () => {
		const progress = await opened();
		const { review } = await progress.record(draft(1, { outcome: 'wrong', rating: 1 }));
		expect(await progress.override(review.id)).toBe(true);
		const right = { ...review, outcome: 'right', rating: 3 } as const;
		expect(progress.reviewsToday).toEqual([right]);
		expect(progress.memories).toEqual(replay([right]));
		const reloaded = await opened();
		expect(reloaded.reviewsToday).toEqual([right]);
		expect(reloaded.memories).toEqual(progress.memories);
	});

	it('gives no more than Hard where the answer could have been guessed', async () => {
		const progress = await opened();
		const guess = draft(1, { kind: 'choice', outcome: 'wrong', rating: 1 });
		const { review } = await progress.record(guess);
		await progress.override(review.id);
		expect(progress.reviewsToday).toMatchObject([{ outcome: 'right', rating: 2 }]);
	});

	it('does nothing for an answer that was right, or is not there', async () => {
		const progress = await opened();
		const { review, log } = await progress.record(draft(1, { rating: 4 }));
		expect(await progress.override(review.id)).toBe(false);
		expect(await progress.override(draft(2).id)).toBe(false);
		expect((await progress.record(draft(1))).log).toEqual(log);
	});
});

describe('cards set aside', () => {
	const card = 'egoz.value';

	it('are suspended until they are resumed, after a reload and in another tab too', async () => {
		const [progress, other] = [await opened(), await opened()];
		await progress.suspend(card);
		expect(progress.suspended).toEqual(new Set([card]));
		await vi.waitFor(() => expect(other.suspended).toEqual(new Set([card])));
		expect((await opened()).suspended).toEqual(new Set([card]));
		expect(progress.reviewCount).toBe(0);
		await progress.resume(card);
		expect(progress.suspended.size).toBe(0);
		expect((await opened()).suspended.size).toBe(0);
	});

	it('are buried until the learner’s day ends', async () => {
		const progress = await opened();
		await progress.bury(card);
		const now = Date.now();
		const until = progress.setAside.buried.get(card) ?? 0;
		expect(until).toBeGreaterThan(now);
		expect(until).toBeLessThanOrEqual(now + 86_400_000);
		expect((await opened()).setAside).toEqual(progress.setAside);
	});

	it('come back from a backup, and go when everything is deleted', async () => {
		const progress = await opened();
		const { review } = await progress.record(draft(1));
		await progress.suspend(card);
		await progress.record(draft(2));
		await progress.undo();
		const [memories, backup] = [progress.memories, await progress.exportBackup()];
		await progress.deleteAll();
		expect(progress.suspended.size).toBe(0);
		expect(progress.canUndo).toBe(false);
		expect(await progress.restore(backup)).toEqual({ ok: true, added: 2, known: 0 });
		expect(progress.suspended).toEqual(new Set([card]));
		expect(progress.memories).toEqual(memories);
		expect(progress.reviewsToday).toEqual([review]);
	});

	it('work where the browser stores nothing', async () => {
		vi.stubGlobal('indexedDB', undefined);
		const progress = await opened();
		await progress.suspend(card);
		await progress.record(draft(1));
		await progress.undo();
		expect(progress.suspended).toEqual(new Set([card]));
		expect(progress.memories.size).toBe(0);
		expect(progress.canUndo).toBe(false);
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
		const newer = await openDB('tarikh', SCHEMA_VERSION + 1);
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
