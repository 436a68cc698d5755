/** Events by the one year that they happened in. */
import type { Bank } from '../../bank/bank.ts';
import type { EventFact } from '../../bank/pack.ts';
import { civilDate, isBounded } from '../../bank/when.ts';
import { oncePerBank } from '../per-bank.ts';
import { lowest } from './line.ts';

/** The year of an event that lies in one; null for those that may have been in several. */
export function yearOf({ date }: EventFact): number | null {
	if (!date || !isBounded(date.when)) return null;
	const { year } = civilDate(date.when.start);
	return civilDate(date.when.end).year === year ? year : null;
}

/** Fewest events of a year that may stand together against one of another. */
const FEWEST = 3;

/** A year with the plain events that happened in it; none whose name tells a year. */
type Year = { readonly year: number; readonly events: readonly EventFact[] };

/** The years that have enough of them, in their order. */
const years = oncePerBank((bank): readonly Year[] => {
	const known = new Map<number, EventFact[]>();
	for (const event of bank.events) {
		const year = yearOf(event);
		if (year === null || !isPlain(event)) continue;
		const events = known.get(year);
		if (events) events.push(event);
		else known.set(year, [event]);
	}
	return [...known]
		.map(([year, events]) => ({ year, events }))
		.filter(({ events }) => events.length >= FEWEST)
		.sort((a, b) => a.year - b.year);
});

const isPlain = ({ status, flags, date, name }: EventFact): boolean =>
	(status === 'ASSERT' || status === 'CORRECT') &&
	flags.length === 0 &&
	date?.also.length === 0 &&
	!date.inferred &&
	!date.when.approximate &&
	!/\d{4}/.test(name);

/** Up to `count` years that are not the event's own, nearest first, of two as near the earlier. */
export function nearestYears(bank: Bank, event: EventFact, count: number): Year[] {
	const own = yearOf(event);
	if (own === null) return [];
	const all = years(bank);
	const after = lowest(all.length, (at) => (all[at]?.year ?? Infinity) >= own);
	return all
		.slice(Math.max(0, after - count), after + count + 1)
		.filter(({ year }) => year !== own)
		.sort((a, b) => Math.abs(a.year - own) - Math.abs(b.year - own) || a.year - b.year)
		.slice(0, count);
}
