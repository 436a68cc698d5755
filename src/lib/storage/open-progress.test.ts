import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readCanary, type Shelf } from './canary.ts';
import { note, openProgress, type Opened } from './open-progress.ts';
import { draft } from './progress.contract.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { deleteEverything, startAgain } from './start-over.ts';

beforeEach(() => {
	vi.stubGlobal('indexedDB', new IDBFactory());
});

function memoryShelf(): Shelf & Map<string, string> {
	const map = new Map<string, string>();
	return Object.assign(map, {
		getItem: (key: string) => map.get(key) ?? null,
		setItem: (key: string, value: string) => void map.set(key, value),
		removeItem: (key: string) => void map.delete(key)
	});
}

const quiet = { onBlocked: vi.fn(), onSuperseded: vi.fn(), onClosed: vi.fn() };
const open = (shelf: Shelf | null) => openProgress({ shelf, ...quiet });

async function ready(opening: Promise<Opened>) {
	const opened = await opening;
	if (opened.kind !== 'ready') throw new Error(`not ready: ${opened.kind}`);
	return opened;
}

/** A learner who has answered a few questions and closed the page. */
async function learner(answers: number) {
	const shelf = memoryShelf();
	const { progress, generation } = await ready(open(shelf));
	for (let number = 1; number <= answers; number++) {
		note(shelf, generation, (await progress.record(draft(number))).log);
	}
	progress.close();
	return shelf;
}

/** All databases and how many reviews each holds. */
async function onDisk() {
	const databases = await indexedDB.databases();
	const counts: Record<string, number> = {};
	for (const { name, version } of databases) {
		const database = await openDB(name ?? '', version);
		counts[name ?? ''] = await database.count('reviews');
		database.close();
	}
	return counts;
}

describe('opening', () => {
	it('a first visit finds an empty log and leaves no mark', async () => {
		const shelf = memoryShelf();
		const { log, missing } = await ready(open(shelf));
		expect(log.count).toBe(0);
		expect(missing).toBe(0);
		expect(shelf.size).toBe(0);
	});

	it('a return finds everything', async () => {
		const shelf = await learner(3);
		const { log, progress } = await ready(open(shelf));
		expect(log.count).toBe(3);
		expect((await progress.memories()).size).toBe(1);
		expect(shelf.get('tarikh.returning')).toBe('1');
	});

	it('a return finds everything when localStorage was cleared, and writes the canary again', async () => {
		await learner(3);
		const shelf = memoryShelf();
		expect((await ready(open(shelf))).log.count).toBe(3);
		expect(readCanary(shelf)).toEqual({ generation: 1, count: 3, last: draft(3).id });
		expect((await ready(open(null))).log.count).toBe(3);
	});
});

describe('a damaged store', () => {
	it('that came back empty is a rescue, not a first visit, and nothing is written', async () => {
		const shelf = await learner(3);
		vi.stubGlobal('indexedDB', new IDBFactory());
		const before = [...shelf];
		expect(await open(shelf)).toEqual({ kind: 'rescue', reason: 'lost', expected: 3 });
		expect(await open(shelf)).toEqual({ kind: 'rescue', reason: 'lost', expected: 3 });
		expect(await indexedDB.databases()).toEqual([]);
		expect([...shelf]).toEqual(before);
	});

	it.each([[['reviews']], [['reviews', 'meta']], [['reviews', 'memories', 'meta']]])(
		'without its %j is a rescue, whatever else is there',
		async (stores) => {
			const shelf = await learner(3);
			const database = await openDB('tarikh', SCHEMA_VERSION);
			for (const store of stores) await database.clear(store);
			database.close();
			expect(await open(shelf)).toEqual({ kind: 'rescue', reason: 'lost', expected: 3 });
		}
	);

	it('that lost its end is opened, and says how much', async () => {
		const shelf = await learner(5);
		const database = await openDB('tarikh', SCHEMA_VERSION);
		await database.delete('reviews', draft(5).id);
		await database.delete('reviews', draft(4).id);
		database.close();
		const { log, missing, progress } = await ready(open(shelf));
		expect(missing).toBe(2);
		expect(log.count).toBe(3);
		expect((await progress.log()).count).toBe(3);
		expect(await progress.check()).toMatchObject({ repaired: 0 });
		progress.close();
		expect((await ready(open(shelf))).missing).toBe(0);
	});

	it('that cannot be opened at all is a rescue', async () => {
		const shelf = await learner(3);
		for (const name of ['UnknownError', 'AbortError', 'InvalidStateError']) {
			vi.stubGlobal('indexedDB', failing(name));
			expect(await open(shelf)).toEqual({ kind: 'rescue', reason: 'damaged', expected: 3 });
		}
	});

	it('is left behind when the learner starts again, and stays so', async () => {
		const shelf = await learner(3);
		const database = await openDB('tarikh', SCHEMA_VERSION);
		await database.clear('reviews');
		database.close();
		const again = await ready(startAgain({ shelf, ...quiet }, []));
		expect(again).toMatchObject({ generation: 2, missing: 0 });
		note(shelf, 2, (await again.progress.record(draft(9))).log);
		again.progress.close();
		expect((await ready(open(shelf))).log.count).toBe(1);
		expect(await onDisk()).toEqual({ tarikh: 0, 'tarikh-2': 1 });
		// Without the canary, the newest generation that exists is the one.
		expect((await ready(open(memoryShelf()))).log.count).toBe(1);
	});
});

describe('a browser that stores nothing', () => {
	it('gets a progress that lasts as long as the page', async () => {
		for (const name of ['SecurityError', 'InvalidStateError', 'NotAllowedError']) {
			vi.stubGlobal('indexedDB', failing(name));
			const opened = await open(memoryShelf());
			expect(opened.kind).toBe('temporary');
			if (opened.kind === 'temporary') {
				expect((await opened.progress.record(draft(1))).log.count).toBe(1);
			}
		}
		vi.stubGlobal('indexedDB', undefined);
		expect((await open(null)).kind).toBe('temporary');
	});
});

describe('a newer version’s data', () => {
	it('is left untouched by an older app', async () => {
		const shelf = await learner(2);
		const newer = await openDB('tarikh', SCHEMA_VERSION + 1);
		newer.close();
		const before = [...shelf];
		expect(await open(shelf)).toEqual({ kind: 'newer' });
		expect(await onDisk()).toEqual({ tarikh: 2 });
		expect([...shelf]).toEqual(before);
	});
});

describe('deleting everything', () => {
	it('is no loss: the next visit is a first one', async () => {
		const shelf = await learner(3);
		const { progress, generation } = await ready(open(shelf));
		await deleteEverything(progress, shelf, generation);
		progress.close();
		expect(shelf.size).toBe(0);
		expect((await ready(open(shelf))).log.count).toBe(0);
	});

	it('deletes what was left behind by earlier starts too', async () => {
		const shelf = await learner(3);
		const { progress, generation } = await ready(startAgain({ shelf, ...quiet }, []));
		await deleteEverything(progress, shelf, generation);
		await vi.waitFor(async () => {
			expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['tarikh-2']);
		});
	});

	it('leaves the canary where the deletion fails', async () => {
		const shelf = await learner(3);
		const { progress, generation } = await ready(open(shelf));
		vi.spyOn(progress, 'deleteAll').mockRejectedValue(new Error('full'));
		await expect(deleteEverything(progress, shelf, generation)).rejects.toThrow('full');
		expect(readCanary(shelf)?.count).toBe(3);
	});
});

/** An IndexedDB of which every opening fails. */
function failing(name: string) {
	return {
		databases: () => Promise.reject(new DOMException('no', name)),
		open: () => {
			throw new DOMException('no', name);
		}
	};
}
