/** How far a fact can be trusted, in plain sentences. */
import type { Fact, FactDate } from '#lib/bank/pack.ts';
import { isBounded } from '#lib/bank/when.ts';
import * as m from '#lib/paraglide/messages.js';
import type { Teller } from './teller.ts';

/** What the status of a fact means for its reader, most important first. */
export function certaintyLines(teller: Teller, fact: Fact): string[] {
	const lines: string[] = [];
	switch (fact.status) {
		case 'ASSERT':
			if (!fact.conflict) lines.push(m.explore_certainty_assert());
			break;
		case 'ATTRIBUTE':
			lines.push(m.explore_certainty_attribute({ who: voicesOf(teller, fact) }));
			break;
		case 'CORRECT':
			lines.push(m.explore_certainty_correct());
			break;
		case 'HOLD':
			lines.push(m.explore_certainty_hold());
			break;
		default:
			return fact.status satisfies never;
	}
	if (fact.conflict) {
		const isHere = teller.bank.rivals(fact.conflict).length > 1;
		lines.push(isHere ? m.explore_certainty_disputed() : m.explore_certainty_outside());
	}
	return lines;
}

const voicesOf = (teller: Teller, fact: Fact): string =>
	fact.kind === 'claim' && fact.speakers.length > 0
		? teller.voices({ saidBy: fact.speakers, support: fact.support })
		: teller.voices(fact);

const PRECISION: Readonly<Record<FactDate['when']['precision'], () => string>> = {
	day: m.explore_precision_day,
	month: m.explore_precision_month,
	season: m.explore_precision_season,
	year: m.explore_precision_year,
	decade: m.explore_precision_decade,
	range: m.explore_precision_range
};

/** How precise a date is, and where it comes from when the source does not give it. */
export function precisionOf({ when, inferred }: FactDate): string[] {
	const bounds = isBounded(when) ? PRECISION[when.precision]() : m.explore_precision_open();
	return [
		bounds,
		...(when.approximate ? [m.explore_precision_approximate()] : []),
		...(inferred ? [m.explore_precision_inferred()] : [])
	];
}
