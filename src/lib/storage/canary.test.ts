import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, readCanary, writeCanary, type Shelf } from './canary.ts';

const id = 'a'.repeat(32);

/** `localStorage` as a map. */
export function shelfOf(entries: Record<string, string> = {}): Shelf & Map<string, string> {
	const map = new Map(Object.entries(entries));
	return Object.assign(map, {
		getItem: (key: string) => map.get(key) ?? null,
		setItem: (key: string, value: string) => void map.set(key, value),
		removeItem: (key: string) => void map.delete(key)
	});
}

const refused: Shelf = {
	getItem: () => {
		throw new DOMException('no', 'SecurityError');
	},
	setItem: () => {
		throw new DOMException('full', 'QuotaExceededError');
	},
	removeItem: () => {
		throw new DOMException('no', 'SecurityError');
	}
};

describe('the canary', () => {
	it('says what was written', () => {
		const shelf = shelfOf();
		expect(readCanary(shelf)).toBeNull();
		writeCanary(shelf, { generation: 2, count: 7, last: id });
		expect(readCanary(shelf)).toEqual({ generation: 2, count: 7, last: id });
	});

	it('marks a returning learner for the first paint, and leaves no trace of none', () => {
		const shelf = shelfOf();
		writeCanary(shelf, { generation: 1, count: 1, last: id });
		expect(shelf.get('tarikh.returning')).toBe('1');
		writeCanary(shelf, { generation: 1, count: 0, last: null });
		expect(shelf.size).toBe(0);
	});

	it('remembers that the first database was left behind, even with nothing in the next', () => {
		const shelf = shelfOf();
		writeCanary(shelf, { generation: 2, count: 0, last: null });
		expect(readCanary(shelf)).toMatchObject({ generation: 2, count: 0 });
	});

	it('takes nothing for granted: broken notes are no notes', () => {
		for (const text of [
			'',
			'null',
			'7',
			'[]',
			'{',
			'{"generation":1}',
			'{"generation":0,"count":1,"last":null}',
			'{"generation":1,"count":-1,"last":null}',
			'{"generation":1,"count":1.5,"last":null}',
			'{"generation":1,"count":1,"last":"x"}',
			'{"generation":1e9,"count":1,"last":null}'
		]) {
			expect(readCanary(shelfOf({ 'tarikh.canary': text })), text).toBeNull();
		}
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(() => readCanary(shelfOf({ 'tarikh.canary': text }))).not.toThrow();
			})
		);
	});

	it('does without a shelf', () => {
		expect(readCanary(refused)).toBeNull();
		expect(() => writeCanary(refused, { generation: 1, count: 1, last: id })).not.toThrow();
	});
});

describe('judging a database by the canary', () => {
	const canary = { generation: 1, count: 5, last: id };

	it('knows a first visit from a loss', () => {
		expect(judge(null, { count: 0, hasLast: true })).toEqual({ kind: 'first' });
		expect(judge(canary, { count: 0, hasLast: false })).toEqual({ kind: 'lost' });
		expect(judge({ ...canary, count: 0 }, { count: 0, hasLast: true })).toEqual({ kind: 'first' });
	});

	it('is content with as many reviews or more', () => {
		expect(judge(canary, { count: 5, hasLast: true })).toEqual({ kind: 'ok' });
		expect(judge(canary, { count: 9, hasLast: true })).toEqual({ kind: 'ok' });
		expect(judge(null, { count: 9, hasLast: true })).toEqual({ kind: 'ok' });
	});

	it('counts what the end of the log lost', () => {
		expect(judge(canary, { count: 3, hasLast: false })).toEqual({ kind: 'tail-lost', missing: 2 });
		expect(judge(canary, { count: 5, hasLast: false })).toEqual({ kind: 'tail-lost', missing: 1 });
	});
});
