/** The few words that a list shows beside a fact that is not plain. */
import type { Fact } from '#lib/bank/pack.ts';
import * as m from '#lib/paraglide/messages.js';
import { dateOf } from './teller.ts';

/** What a reader of the list must not miss, in words. */
export function marksOf(fact: Fact): string[] {
	const date = dateOf(fact);
	const marks: string[] = [];
	if (fact.status === 'CORRECT') marks.push(m.explore_mark_corrected());
	if (fact.status === 'HOLD') marks.push(m.explore_mark_held());
	// A claim is one account by nature: its speaker stands in the row.
	if (fact.status === 'ATTRIBUTE' && fact.kind !== 'claim') marks.push(m.explore_mark_attributed());
	if (fact.conflict) marks.push(m.explore_mark_disputed());
	if (date?.inferred) marks.push(m.explore_mark_inferred());
	else if (date?.when.approximate) marks.push(m.explore_mark_approximate());
	return marks;
}
