/** Wrong dates for an event, and wrong events for a date, known to be wrong by `truth.ts`. */
import type { Bank, DateValue } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { EventFact } from '../../bank/pack.ts';
import { happenedIn, isDateOfCard } from '../../bank/truth.ts';
import { gapDays, overlaps, unitDays, type Precision, type When } from '../../bank/when.ts';
import { oncePerBank } from '../per-bank.ts';
import { lineOf, type Line, type Way } from './line.ts';
import { sampled, type Pool } from './pool.ts';
import { nearest, REACH, type Sides } from './sides.ts';
import { someOf } from './some-of.ts';

/** Whether a whole unit lies between two dates: 1961 and 1963, never 1961 and 1962. */
export const areApart = (a: When, b: When): boolean =>
	a.precision === 'range' || b.precision === 'range'
		? !overlaps(a, b)
		: a.precision === 'day'
			? gapDays(a, b) > 1
			: gapDays(a, b) >= Math.max(unitDays(a), unitDays(b));

/** Dates of one look are written alike: years with years, not with months. */
const lookOf = ({ precision, edtf }: When): string =>
	precision === 'range' ? edtf.replace(/\d/g, '0') : precision;

const PRECISIONS: readonly Precision[] = ['day', 'month', 'season', 'year', 'decade', 'range'];

/** The dates that may stand among options, by their look: those of events, or of periods as well. */
const offered = {
	events: oncePerBank((bank) => linesOf(plainDates(bank))),
	all: oncePerBank((bank) => {
		const ends = PRECISIONS.flatMap((precision) => bank.endsAt(precision));
		const all = new Map(
			[...plainDates(bank), ...ends.map(({ when }) => when)].map((when) => [when.edtf, when])
		);
		return linesOf(all.values());
	})
};

/**
 * A day of violence is no filler for another question, nor one that sources print in two ways; a
 * date with a name would stand out.
 */
const plainDates = (bank: Bank): When[] =>
	PRECISIONS.flatMap((precision) => bank.datesAt(precision))
		.filter(({ events }) =>
			events.some(
				({ flags, date, status }) =>
					!flags.includes('sensitive') && status !== 'CORRECT' && !date?.label
			)
		)
		.map(({ when }) => when);

function linesOf(dates: Iterable<When>): ReadonlyMap<string, Line<When>> {
	const looks = new Map<string, When[]>();
	for (const when of dates) {
		const look = lookOf(when);
		const known = looks.get(look);
		if (known) known.push(when);
		else looks.set(look, [when]);
	}
	return new Map([...looks].map(([look, own]) => [look, lineOf(own, (when) => when)]));
}

/**
 * Dates that are wrong for a card that asks for `key`: those of events and periods, as precise as it.
 */
export function datesBeside(bank: Bank, card: Card, key: When): Sides<When> {
	const line = offered[card.facet === 'when' ? 'events' : 'all'](bank).get(lookOf(key));
	if (!line) return { before: [], after: [] };
	const fits = (when: When, others: readonly When[]) =>
		others.every((other) => areApart(when, other));
	const isUsable = (when: When) => areApart(when, key) && isDateOfCard(bank, card, when) === 'no';
	const towards = (way: Way<When>, from: number, farOf: (when: When) => number) =>
		nearest((point, count) => way.take(point, count, isUsable), { from, farOf, fits });
	return {
		before: towards(line.earlier, -key.start, ({ start }) => -start),
		after: towards(line.later, key.end, ({ end }) => end)
	};
}

/** The dates of events by precision. */
const dated = oncePerBank(
	(bank) =>
		new Map(
			PRECISIONS.map((precision) => [
				precision,
				lineOf<DateValue>(bank.datesAt(precision), ({ when }) => when)
			])
		)
);

/** Of how many events of one date some may be offered. */
const OF_A_DATE = 6;

/** Events that did not happen at the date of this one. */
export function wrongEvents(bank: Bank, event: EventFact): Pool {
	if (!event.date) return sampled([]);
	const key = event.date.when;
	const line = dated(bank).get(key.precision);
	if (!line) return sampled([]);
	const count = 2 * REACH;
	const isUsable = ({ when }: DateValue) => areApart(when, key);
	const candidates = [
		...line.earlier.take(-key.start, count, isUsable),
		...line.later.take(key.end, count, isUsable)
	]
		.sort((a, b) => gapDays(a.when, key) - gapDays(b.when, key))
		.slice(0, count)
		.flatMap(({ events }) => someOf(events, event.id, OF_A_DATE));
	const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
	return sampled([...byId.keys()], (id) => {
		const candidate = byId.get(id);
		return (
			candidate?.flags.length === 0 &&
			candidate.status !== 'ATTRIBUTE' &&
			(event.group === null || candidate.group !== event.group) &&
			happenedIn(bank, key, candidate) === 'no'
		);
	});
}
