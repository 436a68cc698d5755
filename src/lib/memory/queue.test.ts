import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { DAY } from './day.ts';
import {
	asideUntil,
	buildQueue,
	LEARN_AHEAD,
	type Queue,
	type QueueCard,
	type QueueInput
} from './queue.ts';
import type { SetAside } from './standing.ts';
import type { Memory } from './scheduler.ts';

// Thousands of random runs take longer than the usual five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const MINUTE = 60_000;
const now = Date.UTC(2026, 2, 10, 18);
const dayEnd = Date.UTC(2026, 2, 11, 4);

const nothing: SetAside = { suspended: new Set(), buried: new Map() };

const card = (id: string, fact = id, group: string | null = null): QueueCard => ({
	id,
	fact,
	group
});

function memory(id: string, state: Memory['state'], due: number, more: Partial<Memory> = {}) {
	const base = { stability: 3, difficulty: 5, scheduled: 3, step: 0, reps: 4, lapses: 0 };
	const last = { at: now - DAY, kind: 'choice' as const };
	return [id, { card: id, state, due, ...last, ...base, ...more }] as const;
}

function queue(input: Partial<QueueInput>): Queue {
	return buildQueue({
		cards: [],
		memories: new Map(),
		setAside: nothing,
		reviewsToday: [],
		now,
		dayEnd,
		newPerDay: 20,
		seed: 'today',
		...input
	});
}

const ids = (made: Queue) => made.cards.map(({ id }) => id);

describe('today’s queue', () => {
	it('asks steps that are due, then reviews, then new cards', () => {
		const made = queue({
			cards: ['new', 'review', 'step'].map((id) => card(id)),
			memories: new Map([
				memory('review', 'review', now - DAY),
				memory('step', 'learning', now - MINUTE)
			])
		});
		expect(ids(made)).toEqual(['step', 'review', 'new']);
		expect(made).toMatchObject({ due: 2, fresh: 1, later: 0, next: now });
	});

	it('asks a review any time on the day it falls due, not before that day', () => {
		const cards = [card('tonight'), card('tomorrow')];
		const memories = new Map([
			memory('tonight', 'review', dayEnd - 1),
			memory('tomorrow', 'review', dayEnd)
		]);
		expect(ids(queue({ cards, memories }))).toEqual(['tonight']);
	});

	it('asks reviews by the day they fell due, oldest first, in another order each day', () => {
		const cards = Array.from({ length: 30 }, (_, index) => card(`c${index}`));
		const memories = new Map(
			cards.map(({ id }, index) => memory(id, 'review', now - (index % 3) * DAY))
		);
		const late = ids(queue({ cards, memories })).map((id) => Number(id.slice(1)) % 3);
		expect(late).toEqual([...late].sort((a, b) => b - a));
		expect(ids(queue({ cards, memories }))).toEqual(ids(queue({ cards, memories })));
		expect(ids(queue({ cards, memories, seed: 'tomorrow' }))).not.toEqual(
			ids(queue({ cards, memories }))
		);
	});

	it('keeps the order of the reviews that are left when one is done', () => {
		const cards = Array.from({ length: 30 }, (_, index) => card(`c${index}`));
		const memories = new Map(cards.map(({ id }) => memory(id, 'review', now - DAY)));
		const [head, ...rest] = ids(queue({ cards, memories }));
		memories.delete(head ?? '');
		expect(ids(queue({ cards: cards.filter(({ id }) => id !== head), memories }))).toEqual(rest);
	});

	it('introduces new cards in the given order, up to the limit of the day', () => {
		const cards = Array.from({ length: 30 }, (_, index) => card(`c${index}`));
		expect(ids(queue({ cards, newPerDay: 3 }))).toEqual(['c0', 'c1', 'c2']);
		expect(ids(queue({ cards, newPerDay: 0 }))).toEqual([]);
	});

	it('counts the cards that were introduced earlier today against the limit', () => {
		const cards = Array.from({ length: 30 }, (_, index) => card(`c${index}`));
		const made = queue({
			cards,
			newPerDay: 3,
			memories: new Map([
				memory('c0', 'review', now + 3 * DAY, { reps: 2 }),
				memory('c1', 'review', now + 3 * DAY, { reps: 9 })
			]),
			// c0 was new today (both its reviews are of today), c1 is an old card.
			reviewsToday: [{ card: 'c0' }, { card: 'c1' }, { card: 'c0' }]
		});
		expect(ids(made)).toEqual(['c2', 'c3']);
	});

	it('introduces one sibling a day, and none beside one that was asked or is due', () => {
		const cards = [
			card('a.when', 'a'),
			card('a.who', 'a'),
			card('b.when', 'b', 'estimates'),
			card('c.when', 'c', 'estimates'),
			card('d.when', 'd'),
			card('d.who', 'd'),
			card('e.when', 'e'),
			card('e.who', 'e')
		];
		const made = queue({
			cards,
			memories: new Map([
				memory('d.when', 'review', now - DAY),
				memory('e.when', 'review', now + 9 * DAY)
			]),
			reviewsToday: [{ card: 'e.when' }]
		});
		expect(ids(made)).toEqual(['d.when', 'a.when', 'b.when']);
	});

	it('asks nothing that is not studied: a log outlives its cards', () => {
		const memories = new Map([memory('gone', 'review', now - DAY)]);
		expect(queue({ memories })).toEqual({ cards: [], due: 0, fresh: 0, later: 0, next: null });
	});

	it('asks a step up to 20 minutes early, but only when nothing else is left', () => {
		const step = card('step');
		const soon = new Map([memory('step', 'learning', now + LEARN_AHEAD)]);
		expect(queue({ cards: [step], memories: soon })).toMatchObject({ cards: [step], due: 1 });
		const withNew = queue({ cards: [step, card('new')], memories: soon });
		expect(ids(withNew)).toEqual(['new']);
		expect(withNew.later).toBe(1);
		const notYet = new Map([memory('step', 'learning', now + LEARN_AHEAD + MINUTE)]);
		expect(queue({ cards: [step], memories: notYet })).toMatchObject({
			cards: [],
			later: 1,
			next: now + MINUTE
		});
	});

	it('says when the next card comes: at the start of its day', () => {
		const cards = [card('a')];
		const due = dayEnd + 2 * DAY + 5 * 3_600_000;
		const memories = new Map([memory('a', 'review', due)]);
		expect(queue({ cards, memories }).next).toBe(dayEnd + 2 * DAY);
		expect(queue({ cards: [...cards, card('b')], memories, newPerDay: 1 }).next).toBe(now);
		expect(
			queue({
				cards: [...cards, card('b'), card('c')],
				memories: new Map([...memories, memory('b', 'review', due, { reps: 1 })]),
				newPerDay: 1,
				reviewsToday: [{ card: 'b' }]
			}).next
		).toBe(dayEnd);
	});

	it('finds cards again that were answered under a clock years ahead', () => {
		const decade = 3650 * DAY;
		const ahead = { at: now + decade };
		const memories = new Map([
			memory('a', 'review', now + decade + 9 * DAY, ahead),
			memory('b', 'learning', now + decade + MINUTE, ahead)
		]);
		expect(ids(queue({ cards: [card('a'), card('b')], memories }))).toEqual(['b', 'a']);
	});

	it('does not ask a sibling of the card just answered while another card is there', () => {
		const cards = [card('a.when', 'a'), card('b.when', 'b')];
		const memories = new Map([
			memory('a.when', 'review', now - 9 * DAY),
			memory('b.when', 'review', now - DAY)
		]);
		expect(ids(queue({ cards, memories }))[0]).toBe('a.when');
		const siblings = [...cards, card('a.who', 'a')];
		const made = queue({ cards: siblings, memories, reviewsToday: [{ card: 'a.who' }] });
		expect(ids(made)).toEqual(['b.when', 'a.when']);
	});
});

describe('cards set aside', () => {
	const cards = [card('due'), card('step'), card('new')];
	const memories = new Map([
		memory('due', 'review', now - DAY),
		memory('step', 'learning', now - MINUTE)
	]);
	const suspended = (...names: string[]): SetAside => ({ ...nothing, suspended: new Set(names) });
	const buried = (until: number, ...names: string[]): SetAside => ({
		...nothing,
		buried: new Map(names.map((name) => [name, until]))
	});

	it('are not asked while they are suspended, and wait for nothing', () => {
		const made = queue({ cards, memories, setAside: suspended('due', 'new') });
		expect(ids(made)).toEqual(['step']);
		expect(made).toMatchObject({ due: 1, fresh: 0, later: 0 });
		const none = queue({ cards, memories, setAside: suspended('due', 'step', 'new') });
		expect(none).toMatchObject({ cards: [], next: null });
	});

	it('are not asked on the day on which they are buried, and come back when it is over', () => {
		const setAside = buried(dayEnd, 'due', 'step', 'new');
		expect(queue({ cards, memories, setAside })).toMatchObject({ cards: [], next: dayEnd });
		const tomorrow = { now: dayEnd, dayEnd: dayEnd + DAY };
		expect(ids(queue({ cards, memories, setAside, ...tomorrow }))).toEqual(['step', 'due', 'new']);
	});

	it('come back when their day is over where they were buried, also after a journey', () => {
		const setAside = buried(now + MINUTE, 'due', 'step', 'new');
		expect(queue({ cards, memories, setAside })).toMatchObject({ cards: [], next: now + MINUTE });
		const later = queue({ cards, memories, setAside, now: now + MINUTE });
		expect(ids(later)).toEqual(['step', 'due', 'new']);
	});

	it('wait for their own day when that is later than the end of the burial', () => {
		const far = new Map([memory('due', 'review', dayEnd + 3 * DAY + MINUTE)]);
		const made = queue({ cards: [card('due')], memories: far, setAside: buried(dayEnd, 'due') });
		expect(made.next).toBe(dayEnd + 3 * DAY);
	});

	it('are asked when a wrong clock buried them for longer than a day', () => {
		const setAside = buried(now + 3650 * DAY, 'due');
		expect(ids(queue({ cards, memories, setAside }))).toContain('due');
		expect(asideUntil(setAside, 'due', now)).toBeNull();
	});

	it('leave their place to a sibling', () => {
		const siblings = [card('a.when', 'a'), card('a.who', 'a')];
		expect(ids(queue({ cards: siblings, setAside: suspended('a.when') }))).toEqual(['a.who']);
		expect(ids(queue({ cards: siblings, setAside: buried(dayEnd, 'a.when') }))).toEqual(['a.who']);
	});

	it('still count as introduced today', () => {
		const fresh = ['a', 'b', 'c'].map((id) => card(id));
		const made = queue({
			cards: fresh,
			newPerDay: 2,
			memories: new Map([memory('a', 'review', now + 3 * DAY, { reps: 1 })]),
			reviewsToday: [{ card: 'a' }],
			setAside: suspended('a')
		});
		expect(ids(made)).toEqual(['b']);
	});
});

describe('any queue', () => {
	const arbitrary = fc
		.record({
			cards: fc.array(
				fc.record({
					family: fc.nat({ max: 6 }),
					grouped: fc.boolean(),
					state: fc.constantFrom('new', 'learning', 'review', 'relearning'),
					due: fc.integer({ min: -3 * DAY, max: 3 * DAY }),
					today: fc.nat({ max: 2 }),
					aside: fc.constantFrom('no', 'no', 'no', 'suspended', 'buried', 'over')
				}),
				{ maxLength: 30 }
			),
			newPerDay: fc.nat({ max: 8 })
		})
		.map(({ cards, newPerDay }): QueueInput => {
			const memories = new Map<string, Memory>();
			const reviewsToday: { card: string }[] = [];
			const suspended = new Set<string>();
			const buried = new Map<string, number>();
			const studied = cards.map(({ family, state, due, today, aside }, index) => {
				const id = `c${index}`;
				if (aside === 'suspended') suspended.add(id);
				if (aside === 'buried') buried.set(id, dayEnd);
				if (aside === 'over') buried.set(id, now);
				if (state !== 'new') {
					memories.set(...memory(id, state, now + due));
					for (let count = 0; count < today; count++) reviewsToday.push({ card: id });
				}
				return card(id, `f${family}`, family > 4 ? 'group' : null);
			});
			const setAside = { suspended, buried };
			const moment = { now, dayEnd, newPerDay, seed: 's' };
			return { cards: studied, memories, setAside, reviewsToday, ...moment };
		});
	const familyOf = ({ fact, group }: QueueCard) => group ?? fact;

	it('asks each card at most once and counts what it asks', () => {
		fc.assert(
			fc.property(arbitrary, (input) => {
				const made = buildQueue(input);
				expect(new Set(ids(made)).size).toBe(made.cards.length);
				expect(made.due + made.fresh).toBe(made.cards.length);
				const fresh = made.cards.filter(({ id }) => !input.memories.has(id));
				expect(fresh.length).toBe(made.fresh);
				expect(made.fresh).toBeLessThanOrEqual(input.newPerDay);
			}),
			{ numRuns: 2000 }
		);
	});

	it('leaves out no card that is due, and every card that is set aside', () => {
		fc.assert(
			fc.property(arbitrary, (input) => {
				const asked = new Set(ids(buildQueue(input)));
				const { suspended, buried } = input.setAside;
				for (const { id } of input.cards) {
					const isAside = suspended.has(id) || (buried.get(id) ?? 0) > now;
					const { state, due } = input.memories.get(id) ?? {};
					if (isAside) expect(asked).not.toContain(id);
					else if (state === undefined || due === undefined) continue;
					else if (state === 'review' ? due < dayEnd : due <= now) expect(asked).toContain(id);
				}
			}),
			{ numRuns: 2000 }
		);
	});

	it('puts siblings side by side only when one family is more than half of it', () => {
		fc.assert(
			fc.property(arbitrary, (input) => {
				const { cards } = buildQueue(input);
				const counts = new Map<string, number>();
				for (const one of cards) counts.set(familyOf(one), (counts.get(familyOf(one)) ?? 0) + 1);
				const last = input.reviewsToday.at(-1);
				const before = input.cards.find(({ id }) => id === last?.card);
				// The card just answered takes a place before the first.
				const largest = Math.max(0, ...counts.values());
				const fits = before
					? [...counts].every(
							([family, count]) => count * 2 <= cards.length + (family === familyOf(before) ? 0 : 1)
						)
					: largest * 2 <= cards.length + 1;
				if (!fits) return;
				const row = before ? [before, ...cards] : cards;
				for (const [index, one] of row.entries()) {
					const next = row[index + 1];
					if (next) expect(familyOf(next)).not.toBe(familyOf(one));
				}
			}),
			{ numRuns: 2000 }
		);
	});

	it('introduces no two siblings on one day', () => {
		fc.assert(
			fc.property(arbitrary, (input) => {
				const fresh = buildQueue(input).cards.filter(({ id }) => !input.memories.has(id));
				expect(new Set(fresh.map(familyOf)).size).toBe(fresh.length);
			}),
			{ numRuns: 1000 }
		);
	});

	it('never says that the next card came in the past', () => {
		fc.assert(
			fc.property(arbitrary, (input) => {
				const { next, cards } = buildQueue(input);
				if (cards.length > 0) expect(next).toBe(now);
				else if (next !== null) expect(next).toBeGreaterThan(now);
			}),
			{ numRuns: 2000 }
		);
	});
});
