/** The years that facts are dated in, and years that a learner types. */
import type { Bank } from '#lib/bank/bank.ts';
import { civilDate } from '#lib/bank/when.ts';
import { latinDigits } from '#lib/quiz/fold.ts';
import type { Period } from '#lib/quiz/specification.ts';

/** The first and the last year in which a fact of the bank is dated. */
export function yearsOf(bank: Bank): Period {
	const days = [...bank.facts.values()].flatMap((fact) => {
		const when = fact.kind === 'claim' ? fact.made : fact.date?.when;
		return when ? [when.start, when.end].filter(Number.isFinite) : [];
	});
	const year = (day: number) => civilDate(day).year;
	return days.length === 0
		? { from: 0, to: 0 }
		: { from: year(Math.min(...days)), to: year(Math.max(...days)) };
}

/** What was typed into two fields; `wrong` and `backwards` say what cannot be meant. */
export type TypedPeriod =
	| { readonly ok: true; readonly period: Period | null }
	| { readonly ok: false; readonly problem: 'wrong' | 'backwards'; readonly field: 'from' | 'to' };

/** A year within bounds; null for nothing, undefined for anything else. */
function readYear(text: string, bounds: Period): number | null | undefined {
	const digits = latinDigits(text).trim();
	if (digits === '') return null;
	if (!/^\d{4}$/.test(digits)) return undefined;
	const year = Number(digits);
	return year >= bounds.from && year <= bounds.to ? year : undefined;
}

/** Reads two years, both included; an empty field stands for the bound, two for no period at all. */
export function readPeriod(from: string, to: string, bounds: Period): TypedPeriod {
	const first = readYear(from, bounds);
	const last = readYear(to, bounds);
	if (first === undefined) return { ok: false, problem: 'wrong', field: 'from' };
	if (last === undefined) return { ok: false, problem: 'wrong', field: 'to' };
	if (first === null && last === null) return { ok: true, period: null };
	const period = { from: first ?? bounds.from, to: last ?? bounds.to };
	return period.from <= period.to
		? { ok: true, period }
		: { ok: false, problem: 'backwards', field: 'to' };
}
