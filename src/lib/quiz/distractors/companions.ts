/** Events that may be put in order with one another. */
import type { Bank } from '../../bank/bank.ts';
import type { EventFact } from '../../bank/pack.ts';
import { ALWAYS } from '../../bank/timeline.ts';
import { compareWhen, gapDays, unitDays } from '../../bank/when.ts';
import { oncePerBank, perBank } from '../per-bank.ts';
import { lineOf, type Met, type Way } from './line.ts';

/** Longer stretches than this (days) are no points in a story that can be put in order. */
const LONGEST_STRETCH = 5 * 366;

/** Whether an event is short enough to be put in order with others. */
export const isPoint = ({ date }: EventFact): boolean =>
	date !== null && date.when.end - date.when.start <= LONGEST_STRETCH;

const uncertaintyOf = ({ date }: EventFact): number =>
	date && (date.inferred || date.when.approximate) ? unitDays(date.when) : 0;

/** Events with which a life, a reign or a body begins or ends: their order with its deeds is plain. */
const BOUNDS: ReadonlySet<string> = new Set([
	'accession',
	'birth',
	'burial',
	'death',
	'enthronement',
	'foundation',
	'funeral'
]);

/** Whether one event bounds the time of somebody whom the other names too. */
const isOneLife = (a: EventFact, b: EventFact): boolean =>
	(BOUNDS.has(a.type) || BOUNDS.has(b.type)) &&
	a.actors.some(({ actor }) => b.actors.some((other) => other.actor === actor));

/** Whether two events may stand side by side where order is asked: certainly apart, and plain. */
export function canBeOrdered(a: EventFact, b: EventFact): boolean {
	if (!a.date || !b.date || a.id === b.id) return false;
	if (a.group !== null && a.group === b.group) return false;
	if (isOneLife(a, b)) return false;
	const apart = Math.max(uncertaintyOf(a), uncertaintyOf(b));
	if (gapDays(a.date.when, b.date.when) <= apart) return false;
	const order = compareWhen(a.date.when, b.date.when);
	// One that lies between the right and the printed date of the other is before and after it.
	const dates = ({ date }: EventFact) => (date ? [date.when, ...date.also, ...date.barred] : []);
	const hasOneDate = ({ date }: EventFact) => date?.also.length === 0 && date.barred.length === 0;
	if (hasOneDate(a) && hasOneDate(b)) return true;
	return dates(a).every((when) =>
		dates(b).every((other) => compareWhen(when, other) === order && gapDays(when, other) > apart)
	);
}

/** How many events to each side are kept for one event. */
const NEAREST = 24;
/** How many of those may shut one another out, as events of one day do: farther ones come then. */
const CROWD = 4;
/** How many are looked at to each side. */
const LOOKED_AT = 96;

/** Events that may be ordered with this one, nearest in time first: some dozens of them. */
export const companions = perBank(
	(bank, event: EventFact) => companionsBeyond(bank, event, 0),
	({ id }) => id
);

/** Events that may be asked for their order, by the id where they are of one day. */
const story = oncePerBank((bank) => {
	const events = bank.events.filter(
		(event) =>
			event.status !== 'HOLD' &&
			event.status !== 'ATTRIBUTE' &&
			!event.flags.includes('sensitive') &&
			isPoint(event)
	);
	const byId = events.sort((a, b) => (a.id < b.id ? -1 : 1));
	return lineOf(byId, ({ date }) => date?.when ?? ALWAYS);
});

/** The same, of those that are more than so many days away. */
export function companionsBeyond(bank: Bank, event: EventFact, days: number): readonly EventFact[] {
	const when = event.date?.when;
	if (!when) return [];
	const named = new Set(bank.namesIn(event));
	const { earlier, later } = story(bank);
	return [...walk(event, earlier, days - when.start), ...walk(event, later, days + when.end)]
		.map((other) => ({
			other,
			gap: other.date ? gapDays(other.date.when, when) : Infinity,
			shared: bank.namesIn(other).some((actor) => named.has(actor)) ? 0 : 1
		}))
		.sort((a, b) => a.gap - b.gap || a.shared - b.shared || (a.other.id < b.other.id ? -1 : 1))
		.map(({ other }) => other);
}

/** Those nearest to one that cannot stand beside it: as many as shut it out. */
function crowdOf(met: Met<EventFact>, taken: readonly Met<EventFact>[]): Met<EventFact>[] {
	const crowd: Met<EventFact>[] = [];
	for (let at = taken.length - 1; at >= 0 && crowd.length < CROWD; at--) {
		const other = taken[at];
		if (other && !canBeOrdered(other.item, met.item)) crowd.push(other);
	}
	return crowd;
}

/** The companions of an event to one side, from a point on. */
function walk(event: EventFact, way: Way<EventFact>, from: number): EventFact[] {
	const taken: Met<EventFact>[] = [];
	let place = way.beyond(from);
	for (let looked = 0; looked < LOOKED_AT && taken.length < NEAREST; looked++) {
		const met = way.at(place);
		if (!met) break;
		place++;
		if (!canBeOrdered(event, met.item)) continue;
		const crowd = crowdOf(met, taken);
		if (crowd.length < CROWD) taken.push(met);
		else place = Math.max(place, way.beyond(Math.min(...crowd.map(({ far }) => far))));
	}
	return taken.map(({ item }) => item);
}
