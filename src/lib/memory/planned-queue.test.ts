import { describe, expect, it } from 'vitest';
import { DAY, nextDayStart } from './day.ts';
import type { Plan } from './plan.ts';
import { plannedQueue } from './planned-queue.ts';
import { nextMemory, type Memory } from './scheduler.ts';

const now = Date.UTC(2026, 2, 10, 18);
const cards = ['a', 'b', 'c', 'd'].map((id) => ({ id, fact: id, group: null }));

const answered = (id: string, rating: 1 | 2 | 3, at: number, before?: Memory): Memory =>
	nextMemory(before, { card: id, kind: 'typed', rating, at, offset: 0 });

const known = (id: string): Memory => {
	const first = answered(id, 3, now - 5 * DAY);
	return answered(id, 3, now - 5 * DAY + 600_000, first);
};

function asked(plan: Partial<Plan>, memories: readonly Memory[], at = now): string[] {
	const { cards: queue } = plannedQueue(
		{ days: [], unfinished: [], score: 0, idle: 0, ...plan },
		{
			cards,
			memories: new Map(memories.map((memory) => [memory.card, memory])),
			setAside: { suspended: new Set(), buried: new Map() },
			reviewsToday: [],
			now: at,
			dayEnd: nextDayStart(now, 0),
			newPerDay: 0,
			seed: 'today',
			offset: 0
		}
	);
	return queue.map(({ id }) => id);
}

const today = (fresh: readonly string[], reviews: readonly string[]) => ({
	days: [{ fresh, reviews, minutes: 1 }]
});

describe('the queue of a plan', () => {
	it('asks what the plan chose, due or not, and nothing else', () => {
		const notDue = { ...known('a'), due: now + 30 * DAY };
		const due = { ...known('b'), due: now - DAY };
		expect(asked(today(['c'], ['a']), [notDue, due])).toEqual(['a', 'c']);
	});

	it('asks a new card until it is recalled once, then no more today', () => {
		const wrong = answered('a', 1, now);
		expect(asked(today(['a'], []), [wrong], now + 120_000)).toEqual(['a']);
		const recalled = answered('a', 3, now + 120_000, wrong);
		expect(asked(today(['a'], []), [recalled], now + 900_000)).toEqual([]);
	});

	it('asks a forgotten card again the same day, also by a plan that was made after', () => {
		const lapsed = answered('a', 1, now, known('a'));
		expect(asked(today([], ['a']), [lapsed], now + 660_000)).toEqual(['a']);
		expect(asked({ unfinished: ['a'] }, [lapsed], now + 660_000)).toEqual(['a']);
		const recalled = answered('a', 3, now + 660_000, lapsed);
		expect(asked(today([], ['a']), [recalled], now + 720_000)).toEqual([]);
	});

	it('asks again a card that was left in its steps on another day', () => {
		const left = answered('a', 3, now - DAY);
		expect(left.state).toBe('learning');
		expect(asked(today([], ['a']), [left])).toEqual(['a']);
	});
});
