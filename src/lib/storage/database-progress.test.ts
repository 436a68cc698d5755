import 'fake-indexeddb/auto';
import { IDBObjectStore, IDBTransaction } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { replay } from '#lib/memory/replay.ts';
import { DatabaseProgress } from './database-progress.ts';
import { draft, progressContract, said } from './progress.contract.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { StorageError } from './storage-error.ts';

// Thousands of random runs take longer than the usual five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let count = 0;
const freshName = () => `test-${++count}`;

function connect(name: string, more: { mustExist?: boolean } = {}) {
	const events: string[] = [];
	const progress = new DatabaseProgress({
		name,
		mustExist: false,
		onBlocked: () => events.push('blocked'),
		onSuperseded: () => events.push('superseded'),
		onClosed: () => events.push('closed'),
		...more
	});
	return { progress, events };
}

/** Changes rows behind the app's back, as damage or an old mistake would. */
async function tamper(name: string, store: string, change: (row: unknown) => unknown) {
	const database = await openDB(name, SCHEMA_VERSION);
	const rows: unknown[] = await database.getAll(store);
	await database.put(store, change(rows[0]));
	database.close();
}

const codeOf = (error: unknown) => (error instanceof StorageError ? error.code : error);

afterEach(() => {
	vi.restoreAllMocks();
});

describe('progress on IndexedDB', () => {
	progressContract(() => connect(freshName()).progress, 300);
});

describe('what was acknowledged', () => {
	it('is there when the database is opened again', async () => {
		const name = freshName();
		const { progress } = connect(name);
		const { review, memory, log } = await progress.record(draft(1));
		progress.close();
		const { progress: reopened } = connect(name, { mustExist: true });
		expect(await reopened.exportLog()).toEqual([review]);
		expect(await reopened.memories()).toEqual(new Map([[review.card, memory]]));
		expect(await reopened.log()).toEqual(log);
	});

	it('is one strict transaction an answer', async () => {
		const { progress } = connect(freshName());
		await progress.record(draft(1));
		const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
		await progress.record(draft(2));
		expect(spy.mock.calls).toEqual([
			[['reviews', 'memories', 'meta'], 'readwrite', { durability: 'strict' }]
		]);
	});

	it('is one strict transaction a decision, the memory and the state of the log included', async () => {
		const { progress } = connect(freshName());
		await progress.record(draft(1));
		const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
		await progress.decide({ ...said(2), type: 'undo', of: draft(1).id });
		expect(spy.mock.calls).toEqual([
			[['reviews', 'memories', 'meta'], 'readwrite', { durability: 'strict' }]
		]);
	});

	it('is right for two tabs of which one answers and the other takes back, 100 times', async () => {
		const name = freshName();
		const [one, other] = [connect(name).progress, connect(name).progress];
		for (let round = 1; round <= 100; round++) {
			const number = 2 * round;
			await Promise.all([
				one.record(draft(number)),
				other.decide({ ...said(number + 1), type: 'undo', of: draft(number - 2).id })
			]);
		}
		expect(await other.memories()).toEqual(replay(await one.exportLog()));
		expect((await one.reviewsBetween(0, Infinity)).map(({ id }) => id)).toEqual([draft(200).id]);
		expect(await one.check()).toMatchObject({ repaired: 0, unreadable: 0 });
	});

	it('is right for two tabs that answer one card at once, 200 times', async () => {
		const name = freshName();
		const [one, other] = [connect(name).progress, connect(name).progress];
		for (let round = 0; round < 200; round++) {
			await Promise.all([one.record(draft(2 * round)), other.record(draft(2 * round + 1))]);
		}
		const log = await one.exportLog();
		expect(log).toHaveLength(400);
		expect(new Set(log.map(({ sequence }) => sequence)).size).toBe(400);
		expect(await other.memories()).toEqual(replay(log));
	});
});

describe('a full disk', () => {
	it('is said aloud, keeps what was there, and goes on once there is room', async () => {
		const { progress } = connect(freshName());
		await progress.record(draft(1));
		const put = realPut();
		// Chromium reports success for the request, then aborts the transaction.
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
			this: IDBObjectStore,
			...row
		) {
			const request = put.apply(this, row);
			request.addEventListener('success', () => abortWith(this.transaction, 'QuotaExceededError'));
			return request;
		});
		const failed = await progress.record(draft(2)).catch(codeOf);
		expect(failed).toBe('quota');
		vi.restoreAllMocks();
		expect((await progress.exportLog()).map(({ id }) => id)).toEqual([draft(1).id]);
		expect((await progress.log()).count).toBe(1);
		expect((await progress.record(draft(2))).log.count).toBe(2);
	});

	it('is never acknowledged as saved, however often it happens', async () => {
		const { progress } = connect(freshName());
		await progress.record(draft(1));
		let writes = 0;
		const put = realPut();
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
			this: IDBObjectStore,
			...row
		) {
			const request = put.apply(this, row);
			if (++writes % 5 === 0) abortWith(this.transaction, 'QuotaExceededError');
			return request;
		});
		const saved: string[] = [draft(1).id];
		for (let number = 2; number <= 60; number++) {
			const outcome = await progress.record(draft(number)).catch(codeOf);
			if (outcome === 'quota') continue;
			saved.push(draft(number).id);
		}
		vi.restoreAllMocks();
		expect(saved.length).toBeLessThan(60);
		expect((await progress.exportLog()).map(({ id }) => id)).toEqual(saved);
		expect(await progress.check()).toMatchObject({ repaired: 0, unreadable: 0 });
	});
});

describe('a connection that is lost', () => {
	it('heals: the answer is saved once on a new connection, 100 times', async () => {
		const name = freshName();
		const { progress } = connect(name);
		await progress.record(draft(1));
		let healed = 0;
		for (let number = 2; number <= 101; number++) {
			const error = number % 2 ? 'InvalidStateError' : 'UnknownError';
			vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
				healed++;
				throw new DOMException('Connection to Indexed Database server lost.', error);
			});
			expect((await progress.record(draft(number))).log.count).toBe(number);
		}
		expect(healed).toBe(100);
		expect(await progress.memories()).toEqual(replay(await progress.exportLog()));
	});

	it('is reported when the second try fails too', async () => {
		const { progress } = connect(freshName());
		await progress.record(draft(1));
		vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
			throw new DOMException('lost', 'UnknownError');
		});
		expect(await progress.record(draft(2)).catch(codeOf)).toBe('unknown');
		vi.restoreAllMocks();
		expect((await progress.record(draft(2))).log.count).toBe(2);
	});
});

describe('a database that comes back empty', () => {
	it('is a loss where data must exist, and is not created', async () => {
		const name = freshName();
		const { progress } = connect(name, { mustExist: true });
		expect(await progress.log().catch(codeOf)).toBe('lost');
		expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
	});

	it('is a loss when its state tells of reviews that are not there', async () => {
		const name = freshName();
		const { progress } = connect(name);
		await progress.record(draft(1));
		const database = await openDB(name, SCHEMA_VERSION);
		await database.clear('reviews');
		database.close();
		expect(await progress.log().catch(codeOf)).toBe('lost');
	});

	it('is a loss when the data was cleared under an open page', async () => {
		const name = freshName();
		const { progress, events } = connect(name);
		await progress.record(draft(1));
		await new Promise<void>((resolve) => {
			const request = indexedDB.deleteDatabase(name);
			request.onsuccess = () => resolve();
		});
		expect(events).toEqual(['closed']);
		expect(await progress.record(draft(2)).catch(codeOf)).toBe('lost');
	});
});

describe('a database of version 1', () => {
	it('opens with everything that is in it, and takes decisions', async () => {
		const name = freshName();
		(await firstVersion(name)).close();
		const { progress } = connect(name, { mustExist: true });
		expect(await progress.log()).toMatchObject({ count: 2, reviews: 2, sequence: 2 });
		const log = await progress.exportLog();
		expect(log).toHaveLength(2);
		expect(await progress.memories()).toEqual(replay(log));
		expect((await progress.undoable()).map(({ sequence }) => sequence)).toEqual([2, 1]);
		await progress.decide({ ...said(3), type: 'undo', of: draft(2).id });
		expect(await progress.memories()).toEqual(replay(log.slice(0, 1)));
		expect(await progress.check()).toMatchObject({ repaired: 0, unreadable: 0 });
	});

	it('is not upgraded under a tab that runs the older app before that has let go', async () => {
		const name = freshName();
		const older = await firstVersion(name);
		const events: string[] = [];
		// What the app of version 1 did when a newer one came.
		older.addEventListener('versionchange', () => {
			events.push('let go');
			older.close();
		});
		const { progress } = connect(name);
		await progress.decide({ ...said(3), type: 'undo', of: draft(2).id });
		expect(events).toEqual(['let go']);
		expect(() => older.transaction('reviews', 'readwrite')).toThrow();
		await expect(openDB(name, 1)).rejects.toMatchObject({ name: 'VersionError' });
		expect((await progress.log()).count).toBe(3);
	});

	it('stays as it is when the upgrade fails', async () => {
		const name = freshName();
		(await firstVersion(name)).close();
		vi.spyOn(IDBObjectStore.prototype, 'createIndex').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		expect(await connect(name).progress.log().catch(codeOf)).not.toMatchObject({ count: 2 });
		vi.restoreAllMocks();
		const unchanged = await openDB(name);
		expect(unchanged.version).toBe(1);
		expect(await unchanged.count('reviews')).toBe(2);
		unchanged.close();
		expect(await connect(name).progress.log()).toMatchObject({ count: 2 });
	});
});

describe('a newer version of the app', () => {
	it('is let through by an open tab, which then writes nothing', async () => {
		const name = freshName();
		const { progress, events } = connect(name);
		await progress.record(draft(1));
		const newer = await openDB(name, SCHEMA_VERSION + 1);
		expect(events).toEqual(['superseded']);
		expect(await progress.record(draft(2)).catch(codeOf)).toBe('newer');
		expect(await newer.count('reviews')).toBe(1);
		newer.close();
	});

	it('keeps an older one out of its data', async () => {
		const name = freshName();
		(await openDB(name, SCHEMA_VERSION + 1)).close();
		expect(await connect(name).progress.log().catch(codeOf)).toBe('newer');
	});

	it('is told apart from a wait: another tab that does not let go is reported', async () => {
		const name = freshName();
		const stubborn = await firstVersion(name);
		const { progress, events } = connect(name);
		const opening = progress.log().catch(codeOf);
		await vi.waitFor(() => expect(events).toContain('blocked'), { timeout: 4000 });
		stubborn.close();
		expect(await opening).toMatchObject({ count: 2 });
	});
});

describe('broken rows', () => {
	const breaks: readonly (readonly [string, string, unknown])[] = [
		['memories', 'stability', NaN],
		['memories', 'stability', 9],
		['memories', 'difficulty', '5'],
		['memories', 'due', Infinity],
		['memories', 'due', undefined],
		['memories', 'state', 'asleep'],
		['memories', 'reps', -1],
		['memories', 'lapses', 7],
		['memories', 'kind', undefined],
		['memories', 'kind', 'order'],
		['meta', 'count', 99],
		['meta', 'hash', 'beef'],
		['meta', 'time', null],
		['meta', 'sequence', NaN]
	];

	it.each(breaks)('in %s: %s = %s is found and repaired once', async (store, field, value) => {
		const name = freshName();
		const { progress } = connect(name);
		for (let number = 1; number <= 5; number++) await progress.record(draft(number));
		const before = await progress.exportLog();
		await tamper(name, store, (row) => ({ ...(row as object), [field]: value }));
		const findings = await progress.check();
		if (store === 'memories') expect(findings.repaired).toBe(1);
		expect(findings.log).toMatchObject({ count: 5, last: draft(5).id });
		expect(await progress.check()).toMatchObject({ repaired: 0, unreadable: 0 });
		expect(await progress.exportLog()).toEqual(before);
		expect(await progress.memories()).toEqual(replay(before));
	});

	it('of the state of the log do not hide its decisions', async () => {
		const name = freshName();
		const { progress } = connect(name);
		await progress.record(draft(1));
		await progress.decide({ ...said(2), type: 'suspend' });
		await tamper(name, 'meta', (row) => ({ ...(row as object), reviews: 3 }));
		expect(await progress.log()).toMatchObject({ count: 2, reviews: 1 });
		expect((await progress.setAside()).suspended.size).toBe(1);
	});

	it('of memory repair themselves when they are read, and when their card is answered', async () => {
		const name = freshName();
		const { progress } = connect(name);
		for (let number = 1; number <= 5; number++) await progress.record(draft(number));
		const right = await progress.memories();
		await tamper(name, 'memories', (row) => ({ ...(row as object), stability: NaN }));
		expect(await progress.memories()).toEqual(right);
		await tamper(name, 'memories', (row) => ({ ...(row as object), stability: -1 }));
		await progress.record(draft(6));
		expect(await progress.memories()).toEqual(replay(await progress.exportLog()));
	});

	it('of the log are set aside: the other 9,999 stay usable', async () => {
		const name = freshName();
		const { progress } = connect(name);
		const { review } = await progress.record(draft(1));
		const reviews = Array.from({ length: 9_999 }, (_, index) => ({
			...review,
			id: (index + 2).toString(16).padStart(32, '0'),
			card: `card-${index % 300}.when`,
			time: review.time + index + 1,
			sequence: index + 2
		}));
		await progress.merge(reviews);
		const poison = [
			{ rating: NaN },
			{ at: 'yesterday' },
			{ card: null },
			{ time: undefined },
			{ v: 2 },
			{ outcome: {} }
		];
		for (const fields of poison) {
			await tamper(name, 'reviews', () => ({ ...review, ...fields }));
			expect(await progress.exportLog()).toHaveLength(9_999);
			const { unreadable } = await progress.check();
			expect(unreadable).toBe(1);
			expect((await progress.memories()).size).toBe(300);
		}
		expect((await progress.record(draft(20_000))).log.count).toBe(10_000);
		const database = await openDB(name, SCHEMA_VERSION);
		expect(await database.get('reviews', review.id)).toMatchObject({ outcome: {} });
		database.close();
	}, 60_000);

	it('of the log of a type that is not known stay untouched and count for nothing', async () => {
		const name = freshName();
		const { progress } = connect(name);
		const { review, log } = await progress.record(draft(1));
		const future = {
			...review,
			id: draft(9).id,
			type: 'annotate',
			time: review.time + 1,
			words: '…'
		};
		await tamper(name, 'reviews', () => future);
		expect(await progress.log()).toEqual(log);
		expect(await progress.exportLog()).toEqual([review]);
		expect(await progress.reviewsBetween(0, Infinity)).toEqual([review]);
		expect(await progress.undoable()).toEqual([review]);
		expect(await progress.entry(future.id)).toBeNull();
		expect(await progress.check()).toMatchObject({ unreadable: 1, repaired: 0, log });
		await progress.decide({ ...said(2), type: 'undo', of: future.id });
		await progress.merge([{ ...review, id: draft(3).id }]);
		expect((await progress.record(draft(4))).log).toMatchObject({ count: 4, reviews: 3 });
		expect(await progress.memories()).toEqual(replay(await progress.exportLog()));
		const database = await openDB(name, SCHEMA_VERSION);
		expect(await database.get('reviews', future.id)).toEqual(future);
		database.close();
	});
});

/** A database as version 1 of the schema made it, with two answers. Never changed. */
async function firstVersion(name: string) {
	const database = await openDB(name, 1, {
		upgrade(created) {
			const reviews = created.createObjectStore('reviews', { keyPath: 'id' });
			reviews.createIndex('at', 'at');
			reviews.createIndex('card', 'card');
			created.createObjectStore('memories', { keyPath: 'card' });
			created.createObjectStore('meta', { keyPath: 'key' });
		}
	});
	const device = '0000000000000000000000000000000a';
	const rows = [1, 2].map((number) => {
		const { id, card, kind, place, outcome, rating, at, offset, took } = draft(number);
		const made = { at, time: at, offset, took, device, sequence: number };
		return { id, v: 1 as const, card, kind, place, outcome, rating, ...made };
	});
	for (const row of rows) await database.put('reviews', row);
	for (const memory of replay(rows).values()) await database.put('memories', memory);
	await database.put('meta', {
		key: 'log',
		count: 2,
		hash: '00000000000000000000000000000003',
		time: rows[1]?.time,
		last: rows[1]?.id,
		device,
		sequence: 2
	});
	return database;
}

/** What the fake does when a row is put, for mocks that do it too. */
function realPut() {
	return Reflect.get(IDBObjectStore.prototype, 'put') as (
		this: IDBObjectStore,
		...row: unknown[]
	) => IDBRequest<IDBValidKey>;
}

function abortWith(transaction: IDBTransaction, name: string): void {
	const inner = transaction as unknown as { _abort: (name: string) => void; _state: string };
	if (inner._state !== 'finished') inner._abort(name);
}
