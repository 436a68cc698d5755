/** Which fact carries which row of the research tables that the packs were made from. */
import { civilDate, parseWhen } from '../bank/when.ts';
import type { WrittenFact, WrittenPack } from './read-pack.ts';

export type CoveredRow = {
	readonly row: string;
	/** Facts and actors; empty for a row that is left out, or forgotten. */
	readonly carriedBy: readonly string[];
	/** Why the row is left out. */
	readonly reason: string | null;
};

type Counts = Readonly<Record<string, number>>;

export type Coverage = {
	readonly rows: readonly CoveredRow[];
	/** Entries of all packs by what they are. */
	readonly counts: {
		readonly class: Counts;
		readonly status: Counts;
		readonly flag: Counts;
		readonly document: Counts;
		readonly decade: Counts;
	};
};

/** The rows that the packs answer for, each with those who carry it. */
export function coverageOf(packs: readonly WrittenPack[]): Coverage {
	const facts = packs.flatMap((pack) => pack.facts);
	const actors = packs.flatMap((pack) => pack.actors);
	return {
		rows: rowsOf(packs),
		counts: {
			class: count([
				...facts.map(({ kind }) => kind),
				...actors.map(({ type }) => `actor: ${type}`)
			]),
			status: count(facts.map(({ status }) => status)),
			flag: count(facts.flatMap(({ flags }) => flags)),
			document: count(
				facts.flatMap(({ support }) => [...new Set(support.map(({ source }) => source))])
			),
			decade: count(facts.flatMap(decadeOf))
		}
	};
}

/** A row may be carried in another pack than the one that answers for its table. */
function rowsOf(packs: readonly WrittenPack[]): CoveredRow[] {
	const carriers = new Map<string, string[]>();
	for (const { id, rows } of packs.flatMap(({ facts, actors }) => [...facts, ...actors])) {
		for (const row of rows) carriers.set(row, [...(carriers.get(row) ?? []), id]);
	}
	const headers = packs.map(({ header }) => header);
	const reasons = new Map(
		headers.flatMap(({ left_out }) => left_out.map(({ row, reason }) => [row, reason.en] as const))
	);
	const known = new Set([
		...headers.flatMap(({ rows }) => rows.flatMap(stretch)),
		...carriers.keys(),
		...reasons.keys()
	]);
	return [...known].map((row) => ({
		row,
		carriedBy: carriers.get(row) ?? [],
		reason: reasons.get(row) ?? null
	}));
}

/** "JP-E01/JP-E03" are JP-E01, JP-E02 and JP-E03. */
function stretch(rows: string): string[] {
	const [first = '', last] = rows.split('/');
	if (last === undefined) return [first];
	const number = (row: string) => Number(/\d+$/.exec(row)?.[0]);
	const digits = /\d+$/.exec(first)?.[0].length ?? 0;
	const name = first.slice(0, -digits);
	return Array.from(
		{ length: number(last) - number(first) + 1 },
		(_, index) => name + String(number(first) + index).padStart(digits, '0')
	);
}

/** "1960s"; none for a fact without a date. */
function decadeOf(fact: WrittenFact): string[] {
	const edtf = fact.kind === 'claim' ? fact.made : fact.when?.edtf;
	const when = edtf === undefined ? null : parseWhen(edtf);
	const day = when && (Number.isFinite(when.start) ? when.start : when.end);
	return day === null ? [] : [`${Math.floor(civilDate(day).year / 10) * 10}s`];
}

function count(names: readonly string[]): Counts {
	const counts = new Map<string, number>();
	for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1);
	return Object.fromEntries(counts);
}
