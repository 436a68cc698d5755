/** Wrong dates for an event, and wrong events for a date, known to be wrong by `truth.ts`. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { EventFact } from '../../bank/pack.ts';
import { dateOf, happenedIn, isDateOfCard } from '../../bank/truth.ts';
import { gapDays, overlaps, unitDays, type When } from '../../bank/when.ts';
import { around, REACH, sampled, type Pool } from './pool.ts';

/** Whether a whole unit lies between two dates: 1961 and 1963, never 1961 and 1962. */
const areApart = (a: When, b: When): boolean =>
	a.precision === 'range' || b.precision === 'range'
		? !overlaps(a, b)
		: a.precision === 'day'
			? gapDays(a, b) > 1
			: gapDays(a, b) >= Math.max(unitDays(a), unitDays(b));

/** Whether two dates of one precision are written alike: years with years, not with months. */
const hasSameLook = (a: When, b: When): boolean =>
	a.precision !== 'range' || a.edtf.replace(/\d/g, '0') === b.edtf.replace(/\d/g, '0');

/** The dates of events that are as precise; for the end of a period, those of other periods too. */
function datesLike(bank: Bank, card: Card, { precision }: When): When[] {
	const dates = bank
		.datesAt(precision)
		// A day of violence is no filler for another question.
		.filter(({ events }) =>
			events.some(({ flags, date }) => !flags.includes('sensitive') && !date?.label)
		);
	const ends = card.facet === 'when' ? [] : bank.endsAt(precision);
	const all = new Map([...dates, ...ends].map(({ when }) => [when.edtf, when]));
	return [...all.values()].sort((a, b) => a.start - b.start);
}

/** Dates that are wrong for a card that asks for one: those of events and periods, as precise as it. */
export function wrongDates(bank: Bank, card: Card): Pool {
	// A stretch with a name of its own ("the early 1970s") would stand out among plain dates.
	const date = dateOf(bank, card);
	if (date?.label !== null) return sampled([]);
	const key = date.when;
	const usable = datesLike(bank, card, key).filter(
		(when) =>
			areApart(when, key) && hasSameLook(when, key) && isDateOfCard(bank, card, when) === 'no'
	);
	const before = usable.filter((when) => when.end < key.start).reverse();
	const after = usable.filter((when) => when.start > key.end);
	return around(
		{ before, after },
		{
			fits: (when, others) => others.every((other) => areApart(when, other)),
			name: ({ edtf }) => edtf
		}
	);
}

/** Events that did not happen at the date of this one. */
export function wrongEvents(bank: Bank, event: EventFact): Pool {
	if (!event.date) return sampled([]);
	const key = event.date.when;
	const candidates = bank
		.datesAt(key.precision)
		.filter(({ when }) => areApart(when, key))
		.sort((a, b) => gapDays(a.when, key) - gapDays(b.when, key))
		.slice(0, 2 * REACH)
		.flatMap(({ events }) => events)
		.filter(
			(candidate) =>
				candidate.flags.length === 0 &&
				candidate.status !== 'ATTRIBUTE' &&
				(event.group === null || candidate.group !== event.group) &&
				happenedIn(bank, key, candidate) === 'no'
		);
	return sampled(candidates.map(({ id }) => id));
}
