/**
 * Reads what the packs say from their YAML: no schema, no compiler and no index of the app, so that
 * a mistake of theirs is not the oracle's as well.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { spanOf } from './span.ts';
import {
	plain,
	type Being,
	type Base,
	type Dated,
	type Known,
	type Player,
	type Tie,
	type World
} from './world.ts';

type Text = { readonly en: string };
type Ask = Text | 'blank';

type RawDate =
	| string
	| number
	| {
			readonly edtf: string | number;
			readonly inferred?: boolean;
			readonly label?: Text;
			readonly also?: readonly (string | number)[];
			readonly barred?: readonly (string | number)[];
			readonly printed?: string | number;
	  };
type RawNamed = string | { readonly actor: string; readonly ask?: Ask; readonly part?: string };

/** A fact as it stands in YAML: the fields of all four files. */
type Raw = {
	readonly id: string;
	readonly status: string;
	readonly flags?: readonly string[];
	readonly group?: string;
	readonly conflict?: string;
	readonly saidBy?: readonly string[];
	readonly support: readonly { readonly source: string }[];
	readonly statement: Text;
	readonly when?: RawDate;
	readonly name: Text;
	readonly type: string;
	readonly actors?: readonly RawNamed[];
	readonly places?: readonly RawNamed[];
	readonly about?: readonly RawNamed[];
	readonly value: number | { readonly min: number; readonly max: number };
	readonly qualifier?: string;
	readonly unit: string;
	readonly also?: readonly number[];
	readonly barred?: readonly number[];
	readonly from: string;
	readonly to: string;
	readonly office?: Text;
	readonly place?: string;
	readonly askAt?: string | number;
	readonly ask?: Readonly<Record<string, Ask>>;
	readonly speakers?: readonly string[];
	readonly relayedBy?: readonly string[];
	readonly matter: string;
	readonly position: Text;
};
type RawActor = {
	readonly id: string;
	readonly type: string;
	readonly name: Readonly<Record<string, string>> & Text;
	readonly inText?: Text;
	readonly aliases?: readonly string[];
};
type RawSource = { readonly id: string; readonly byName: Text };

const textOf = (text: Text | undefined): string | null => (text ? plain(text.en) : null);
const askOf = (ask: Ask | undefined): string | null =>
	ask === undefined ? null : ask === 'blank' ? 'blank' : plain(ask.en);

const namedOf = (raw: readonly RawNamed[] = []): Player[] =>
	raw.map((each) =>
		typeof each === 'string'
			? { actor: each, ask: null, part: '' }
			: { actor: each.actor, ask: askOf(each.ask), part: each.part ?? '' }
	);

function datedOf(raw: RawDate | undefined): Dated | null {
	if (raw === undefined) return null;
	const all = typeof raw === 'object' ? raw : { edtf: raw };
	const spans = (dates: readonly (string | number)[]) => dates.map((date) => spanOf(String(date)));
	const texts = [String(all.edtf), ...(all.also ?? []).map(String)] as const;
	return {
		texts,
		accepted: spans(texts),
		barred: spans([...(all.barred ?? []), ...(all.printed === undefined ? [] : [all.printed])]),
		isInferred: all.inferred ?? false,
		label: textOf(all.label)
	};
}

const slotsOf = (statement: string): string[] =>
	[...statement.matchAll(/\{([a-z0-9-]+)/g)]
		.map(([, slot = '']) => slot)
		.filter((slot) => slot !== 'value');

function knownOf(raw: Raw, file: string): Known {
	const [players, places, about] = [raw.actors, raw.places, raw.about].map(namedOf);
	const isLink = raw.type === 'cause_of' || raw.type === 'precedes';
	const named = [
		...[...(players ?? []), ...(places ?? []), ...(about ?? [])].map(({ actor }) => actor),
		...(file === 'relations' && !isLink ? [raw.from, raw.to] : []),
		...(raw.place === undefined ? [] : [raw.place]),
		...(raw.speakers ?? []),
		...(raw.relayedBy ?? []),
		...(raw.saidBy ?? []),
		...slotsOf(raw.statement.en)
	];
	const base: Base = {
		id: raw.id,
		status: raw.status,
		flags: raw.flags ?? [],
		group: raw.group ?? null,
		conflict: raw.conflict ?? null,
		saidBy: raw.saidBy ?? [],
		sources: raw.support.map(({ source }) => source),
		statement: plain(raw.statement.en),
		named: new Set(named),
		date: datedOf(raw.when)
	};
	switch (file) {
		case 'dates': {
			const name = plain(raw.name.en);
			return {
				...base,
				kind: 'event',
				name,
				type: raw.type,
				players: players ?? [],
				places: places ?? []
			};
		}
		case 'figures': {
			const { value } = raw;
			return {
				...base,
				kind: 'figure',
				name: plain(raw.name.en),
				about: about ?? [],
				min: typeof value === 'number' ? value : value.min,
				max: typeof value === 'number' ? value : value.max,
				qualifier: raw.qualifier ?? 'exact',
				unit: raw.unit,
				also: raw.also ?? [],
				barred: raw.barred ?? []
			};
		}
		case 'relations': {
			const asks = Object.entries(raw.ask ?? {}).map(([side, ask]) => [side, askOf(ask) ?? '']);
			return {
				...base,
				kind: 'relation',
				type: raw.type,
				from: raw.from,
				to: raw.to,
				office: textOf(raw.office),
				place: raw.place ?? null,
				askAt: raw.askAt === undefined ? null : spanOf(String(raw.askAt)),
				asks: Object.fromEntries(asks) as Record<string, string>
			};
		}
		case 'claims':
			return {
				...base,
				kind: 'claim',
				speakers: raw.speakers ?? [],
				relayedBy: raw.relayedBy ?? [],
				matter: raw.matter,
				position: plain(raw.position.en),
				about: about ?? []
			};
		default:
			throw new RangeError(`“${file}” holds no facts.`);
	}
}

const beingOf = ({ id, type, name, inText, aliases = [] }: RawActor): Being => ({
	id,
	type,
	name: plain(name.en),
	inText: plain((inText ?? name).en),
	spellings: [...Object.values(name), ...aliases].map(plain)
});

function othersOf(beings: readonly Being[], ties: readonly Tie[]): Map<string, Set<string>> {
	const others = new Map(beings.map(({ id }) => [id, new Set([id])] as const));
	/** Two names of one being, and with them all that are names of either. */
	const join = (a: string, b: string) => {
		const both = new Set([...(others.get(a) ?? [a]), ...(others.get(b) ?? [b])]);
		for (const id of both) others.set(id, both);
	};
	for (const { type, from, to } of ties) {
		if (type === 'code_name_of' || type === 'also_known_as') join(from, to);
	}
	const owners = new Map<string, string>();
	for (const { id, spellings } of beings) {
		for (const spelling of spellings) {
			const owner = owners.get(spelling);
			if (owner !== undefined) join(owner, id);
			owners.set(spelling, id);
		}
	}
	return others;
}

/** Reads every pack under `root`/questions; throws when a file is not there or not YAML. */
export function readWorld(root = '.'): World {
	const folders = readdirSync(join(root, 'questions'), { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && entry.name !== 'schema')
		.map((entry) => join(root, 'questions', entry.name));
	const entries = (file: string): unknown[] =>
		folders
			.map((folder) => join(folder, `${file}.yaml`))
			.filter((path) => existsSync(path))
			.flatMap((path) => (parse(readFileSync(path, 'utf8')) ?? []) as unknown[]);
	const facts = ['dates', 'figures', 'relations', 'claims'].flatMap((file) =>
		(entries(file) as Raw[]).map((raw) => knownOf(raw, file))
	);
	const events = facts.filter((fact) => fact.kind === 'event');
	const figures = facts.filter((fact) => fact.kind === 'figure');
	const ties = facts.filter((fact) => fact.kind === 'relation');
	const claims = facts.filter((fact) => fact.kind === 'claim');
	const beings = (entries('actors') as RawActor[]).map(beingOf);
	const byId = <T extends { readonly id: string }>(all: readonly T[]) =>
		new Map(all.map((each) => [each.id, each] as const));
	const sources = (entries('sources') as RawSource[]).map(
		({ id, byName }) => [id, plain(byName.en)] as const
	);
	return {
		facts: byId(facts),
		events,
		figures,
		ties,
		claims,
		beings: byId(beings),
		others: othersOf(beings, ties),
		sources: new Map(sources)
	};
}
