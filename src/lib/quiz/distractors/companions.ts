/** Events that may be put in order with one another. */
import { actorsOf, type Bank } from '../../bank/bank.ts';
import type { EventFact } from '../../bank/pack.ts';
import { perBank } from '../per-bank.ts';
import { compareWhen, gapDays, unitDays } from '../../bank/when.ts';

/** Longer stretches than this (days) are no points in a story that can be put in order. */
const LONGEST_STRETCH = 5 * 366;

/** Whether an event is short enough to be put in order with others. */
export const isPoint = ({ date }: EventFact): boolean =>
	date !== null && date.when.end - date.when.start <= LONGEST_STRETCH;

/** Whether two events may stand side by side where order is asked: certainly apart, and plain. */
export function canBeOrdered(a: EventFact, b: EventFact): boolean {
	if (!a.date || !b.date || a.id === b.id) return false;
	if (a.group !== null && a.group === b.group) return false;
	const uncertainty = ({ date }: EventFact) =>
		date && (date.inferred || date.when.approximate) ? unitDays(date.when) : 0;
	const dates = ({ date }: EventFact) => (date ? [date.when, ...date.also, ...date.barred] : []);
	const pairs = dates(a).flatMap((when) => dates(b).map((other) => [when, other] as const));
	// One that lies between the right and the printed date of the other is before and after it.
	const orders = new Set(pairs.map(([when, other]) => compareWhen(when, other)));
	const apart = Math.max(uncertainty(a), uncertainty(b));
	return orders.size === 1 && pairs.every(([when, other]) => gapDays(when, other) > apart);
}

/** Events that may be ordered with this one, nearest in time first. */
export const companions = perBank(findCompanions, ({ id }: EventFact) => id);

function findCompanions(bank: Bank, event: EventFact): readonly EventFact[] {
	const when = event.date?.when;
	if (!when) return [];
	const named = new Set(actorsOf(event));
	return bank.events
		.filter(
			(other) =>
				other.status !== 'HOLD' &&
				other.status !== 'ATTRIBUTE' &&
				!other.flags.includes('sensitive') &&
				isPoint(other) &&
				canBeOrdered(event, other)
		)
		.map((other) => ({
			other,
			gap: other.date ? gapDays(other.date.when, when) : Infinity,
			shared: actorsOf(other).some((actor) => named.has(actor)) ? 0 : 1
		}))
		.sort((a, b) => a.gap - b.gap || a.shared - b.shared || (a.other.id < b.other.id ? -1 : 1))
		.map(({ other }) => other);
}
