import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { anyDecision, anyLog, anyReview, anyReviews } from '#lib/memory/any-entry.ts';
import { canonicalEntry, isReview, mergeLogs, type Entry } from '#lib/memory/log.ts';
import type { Review } from '#lib/memory/review.ts';
import { VERSION_1, VERSION_2 } from './backup.fixture.ts';
import { readBackup, writeBackup } from './backup.ts';

// Thousands of random runs take longer than the usual five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const made = Date.UTC(2026, 2, 10);
const write = (log: readonly Entry[]) => writeBackup(log, made);
const codeOf = (text: string) => {
	const backup = readBackup(text);
	return backup.ok ? 'ok' : backup.problem.code;
};

function read(text: string): readonly Entry[] {
	const backup = readBackup(text);
	if (!backup.ok) throw new Error(backup.problem.code);
	return backup.entries;
}

/** A file with a sound checksum around lines that may be anything. */
function sealed(lines: readonly string[], version = 1): string {
	const head = JSON.stringify({
		magic: 'tarikh-backup',
		version,
		made,
		count: lines.length
	});
	const body = [head, ...lines, ''].join('\n');
	return `${body}${JSON.stringify({ crc32: crc32(body) })}`;
}

/** Bit by bit, from the definition: the tests do not share the table of the code. */
function crc32(text: string): string {
	let crc = 0xffffffff;
	for (const byte of Buffer.from(text, 'utf8')) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	}
	return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

function logOf(count: number): Review[] {
	const [sample] = fc.sample(anyReview(), { numRuns: 1, seed: 7 });
	if (!sample) throw new Error('no sample');
	return Array.from({ length: count }, (_, index) => ({
		...sample,
		id: index.toString(16).padStart(32, '0'),
		time: sample.time + index
	}));
}

describe('a backup file', () => {
	it('gives back the log, and the same file again', () => {
		fc.assert(
			fc.property(anyLog(), (log) => {
				const text = write(log);
				expect(read(text).map(canonicalEntry)).toEqual(mergeLogs(log, []).map(canonicalEntry));
				expect(write(read(text))).toBe(text);
				expect(readBackup(text)).toMatchObject({ ok: true, made });
			}),
			{ numRuns: 1000 }
		);
	});

	it('of reviews alone is what every version wrote and reads', () => {
		fc.assert(
			fc.property(anyReviews(), (log) => {
				const merged = mergeLogs(log, []);
				expect(write(log)).toBe(sealed(merged.map(canonicalEntry), 1));
				expect(read(write(log))).toEqual(merged);
			}),
			{ numRuns: 300 }
		);
	});

	it('with a decision in it says that an older version cannot read it', () => {
		fc.assert(
			fc.property(anyLog(), (log) => {
				const version = mergeLogs(log, []).every(isReview) ? 1 : 2;
				expect(write(log)).toContain(`{"magic":"tarikh-backup","version":${version},`);
			}),
			{ numRuns: 300 }
		);
	});

	it('of any version that was ever written is read for ever', () => {
		expect(read(VERSION_1)).toHaveLength(2);
		expect(write(read(VERSION_1))).toBe(VERSION_1);
		expect(read(VERSION_2).map(({ type }) => type)).toEqual([
			undefined,
			'override',
			'undo',
			'suspend',
			'resume',
			'bury'
		]);
		expect(write(read(VERSION_2))).toBe(VERSION_2);
	});

	it('has the checksum of the standard', () => {
		expect(crc32('123456789')).toBe('cbf43926');
		expect(codeOf(sealed([]))).toBe('ok');
		expect(write([])).toBe(sealed([]));
	});

	it('merges with another one the same way round and round', () => {
		const merge = (a: string, b: string) => write(mergeLogs(read(a), read(b)));
		fc.assert(
			fc.property(anyLog(), anyLog(), anyLog(), (...logs) => {
				const [a, b, c] = logs.map(write) as [string, string, string];
				expect(merge(a, b)).toBe(merge(b, a));
				expect(merge(merge(a, b), c)).toBe(merge(a, merge(b, c)));
				expect(merge(a, a)).toBe(a);
				expect(merge(merge(a, b), b)).toBe(merge(a, b));
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('a damaged file', () => {
	it('is noticed whichever byte of 10 kB is flipped', () => {
		const bytes = Buffer.from(write(logOf(45)));
		expect(bytes.length).toBeGreaterThan(10_000);
		let unnoticed = 0;
		for (let index = 0; index < bytes.length; index++) {
			const flipped = Buffer.from(bytes);
			flipped[index] = (flipped[index] ?? 0) ^ (1 << (index % 8));
			if (readBackup(flipped.toString('utf8')).ok) unnoticed++;
		}
		expect(unnoticed).toBe(0);
	});

	it('is noticed wherever it is cut', () => {
		const text = write(logOf(10));
		for (let end = 0; end < text.length; end++) {
			expect(readBackup(text.slice(0, end)).ok).toBe(false);
		}
	});

	it('is noticed when lines are lost, doubled or swapped', () => {
		const lines = write(logOf(5)).split('\n');
		const [head, one, two, ...rest] = lines as [string, string, string, ...string[]];
		expect(codeOf([head, two, ...rest].join('\n'))).toBe('damaged');
		expect(codeOf([head, one, one, two, ...rest].join('\n'))).toBe('damaged');
		expect(codeOf([head, two, one, ...rest].join('\n'))).toBe('damaged');
	});
});

describe('a file that is not ours', () => {
	it('is told apart from a damaged and from a newer one', () => {
		expect(codeOf('')).toBe('not-a-backup');
		expect(codeOf('{"magic":"other"}')).toBe('not-a-backup');
		expect(codeOf('PK\u0003\u0004')).toBe('not-a-backup');
		expect(codeOf('[1]\n{}')).toBe('not-a-backup');
		expect(codeOf('{"magic":"tarikh-backup","version":3}\nanything')).toBe('newer-version');
		expect(codeOf('{"magic":"tarikh-backup","version":1}\n{}')).toBe('damaged');
		expect(codeOf('{"magic":"tarikh-backup","version":"2"}\n{}')).toBe('damaged');
		expect(codeOf('x'.repeat(50_000_001))).toBe('too-large');
	});

	it('never throws, whatever it is', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
				expect(readBackup(text).ok).toBe(false);
			}),
			{ numRuns: 2000 }
		);
	});

	it('never throws when a sound file was cut, spliced or doubled', () => {
		const text = write(logOf(6));
		const places = fc.nat({ max: text.length });
		fc.assert(
			fc.property(places, places, fc.string(), (from, to, insert) => {
				const mutated = text.slice(0, from) + insert + text.slice(to);
				const backup = readBackup(mutated);
				expect(backup.ok).toBe(mutated === text);
			}),
			{ numRuns: 5000 }
		);
	});

	it('is refused field by field when the checksum fits, and says which review', () => {
		const [good, bad] = logOf(2) as [Review, Review];
		const fields = Object.keys(bad) as (keyof Review)[];
		const wrong = [null, true, {}, [], -1.5, 1e300, '', 'x'.repeat(3000), '<script>'];
		for (const field of fields) {
			for (const value of wrong) {
				const line = JSON.stringify({ ...bad, [field]: value });
				const backup = readBackup(sealed([canonicalEntry(good), line]));
				expect(backup, `${field} ${JSON.stringify(value)}`).toEqual({
					ok: false,
					problem: { code: 'bad-entry', index: 1 }
				});
			}
			const without = Object.entries(bad).filter(([name]) => name !== field);
			expect(codeOf(sealed([JSON.stringify(Object.fromEntries(without))]))).toBe('bad-entry');
		}
	});

	it('is refused field by field when it holds decisions too', () => {
		for (const good of fc.sample(anyDecision(), { numRuns: 40, seed: 7 })) {
			for (const field of Object.keys(good).filter((name) => name !== 'type')) {
				for (const value of [null, true, {}, -1.5, 1e300, '', 'x'.repeat(3000)]) {
					const line = JSON.stringify({ ...good, [field]: value });
					expect(codeOf(sealed([line], 2)), `${good.type} ${field}`).toBe('bad-entry');
				}
			}
			const claim = JSON.stringify({ ...good, type: 'override', of: good.id, outcome: 'right' });
			expect(codeOf(sealed([claim.replace('}', ',"rating":1}')], 2))).toBe('bad-entry');
			expect(codeOf(sealed([JSON.stringify({ ...good, type: '<b>' })], 2))).toBe('bad-entry');
		}
	});

	it('is newer, and refused whole, when it holds an entry of a type not known here', () => {
		const [known] = logOf(1) as [Review];
		const future = { ...known, type: 'annotate', words: 'a field that is not known here' };
		for (const version of [1, 2]) {
			const text = sealed([canonicalEntry(known), JSON.stringify(future)], version);
			expect(codeOf(text)).toBe('newer-version');
		}
		expect(codeOf(sealed([JSON.stringify({ ...future, at: 'noon' })], 2))).toBe('bad-entry');
		expect(codeOf(sealed([JSON.stringify({ ...future, type: 'constructor' })], 2))).toBe(
			'newer-version'
		);
	});

	it('cannot nest, pollute or smuggle, even with a sound checksum', () => {
		const line = canonicalEntry(logOf(1)[0] as Review);
		const smuggled = line.replace('{', '{"__proto__":{"polluted":1},"extra":1,');
		const [review] = read(sealed([smuggled]));
		expect(Object.keys(review ?? {})).toHaveLength(13);
		expect('polluted' in {}).toBe(false);
		expect(Object.getPrototypeOf(review)).toBe(Object.prototype);
		expect(codeOf(sealed(['['.repeat(100_000)]))).toBe('bad-entry');
		expect(codeOf(sealed([`${'{"a":'.repeat(700)}1${'}'.repeat(700)}`]))).toBe('bad-entry');
		fc.assert(
			fc.property(fc.array(fc.json(), { maxLength: 5 }), (lines) => {
				const oneLine = lines.map((json) => json.replaceAll('\n', ' '));
				const backup = readBackup(sealed(oneLine));
				expect(backup.ok).toBe(oneLine.length === 0);
			}),
			{ numRuns: 2000 }
		);
		expect(Object.keys(Object.prototype)).toEqual([]);
	});
});
