import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY } from './day.ts';
import { firmnessOf, knownOf, recallAt } from './known.ts';
import { nextMemory, type Memory } from './scheduler.ts';

const START = Date.UTC(2026, 0, 5, 12);

function remembered(card: string, ratings: readonly (1 | 2 | 3 | 4)[]): Memory {
	const last = ratings.reduce<Memory | undefined>((memory, rating) => {
		const at = memory ? Math.max(memory.due, memory.at) : START;
		return nextMemory(memory, { card, kind: 'typed', rating, at, offset: 60 });
	}, undefined);
	if (!last) throw new Error('no ratings');
	return last;
}

test('recall is certain at first, nine in ten after as many days as the stability, and only falls', () => {
	const memory = remembered('a.when', [3, 3, 3]);
	expect(recallAt(memory, memory.at)).toBe(1);
	expect(recallAt(memory, memory.at + memory.stability * DAY)).toBeCloseTo(0.9, 10);
	fc.assert(
		fc.property(fc.nat({ max: 4000 }), fc.nat({ max: 4000 }), (days, more) => {
			const early = recallAt(memory, memory.at + days * DAY);
			const late = recallAt(memory, memory.at + (days + more) * DAY);
			expect(late).toBeLessThanOrEqual(early);
			expect(late).toBeGreaterThan(0);
		})
	);
});

test('a clock set back counts as no time passed', () => {
	const memory = remembered('a.when', [3]);
	expect(recallAt(memory, memory.at - 40 * DAY)).toBe(1);
});

test('a fact is known by what was met of it', () => {
	const when = remembered('a.when', [3, 3, 1]);
	const who = remembered('a.who', [4]);
	const memories = new Map([when, who].map((memory) => [memory.card, memory]));
	const at = START + 20 * DAY;
	const known = knownOf(['a.when', 'a.who', 'a.where'], memories, at);
	expect(known).toEqual({
		recall: (recallAt(when, at) + recallAt(who, at)) / 2,
		cards: 3,
		met: 2,
		answers: 4,
		lapses: when.lapses,
		next: Math.min(when.due, who.due)
	});
	expect(knownOf(['b.when'], memories, at)).toBeNull();
	expect(knownOf([], memories, at)).toBeNull();
});

test('nine in ten is firm, seven in ten is not yet faint', () => {
	expect([1, 0.9, 0.899, 0.7, 0.699, 0].map(firmnessOf)).toEqual([
		'firm',
		'firm',
		'fading',
		'fading',
		'faint',
		'faint'
	]);
});
