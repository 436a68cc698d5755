/**
 * Reads a pack as its editors write it: a folder of YAML. Every problem is collected, with the
 * line it stands on; nothing is thrown for what an editor may get wrong.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { z } from 'zod';
import {
	Actor,
	ClaimFact,
	EventFact,
	FigureFact,
	Id,
	LocalText,
	Note,
	RelationFact,
	Source,
	Term,
	Topic,
	Unit
} from '../bank/fact.ts';
import { describeIssue } from './describe-issue.ts';
import { nearest } from './nearest.ts';
import type { PackProblem, Place } from './problem.ts';

const ROWS = /^[A-Z-]+\d+(\/[A-Z-]+\d+)?$/;

/** What pack.yaml says about the whole. */
export const Header = z.strictObject({
	id: Id,
	/** Raised with every change that learners see. */
	version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version is three numbers: "1.0.0"'),
	title: LocalText,
	about: LocalText,
	licence: z.string().min(1),
	topics: z.array(Topic).min(1),
	units: z.array(Unit).default([]),
	/** Packs whose actors, sources, topics, units and notes this one refers to: it comes with them only. */
	needs: z.array(Id).default([]),
	/** Whether learners switch it on themselves. */
	optional: z.boolean().default(false),
	/** Rows of the research tables that the pack answers for: "JP-E01/JP-E44" or "XX-A01". */
	rows: z
		.array(z.string().regex(ROWS, 'write one row, "XX-A01", or a stretch, "JP-E01/JP-E44"'))
		.default([]),
	/** Those of the rows that no fact carries, with the reason. */
	left_out: z.array(z.strictObject({ row: z.string(), reason: LocalText })).default([]),
	/** The languages that learners may have this pack in; elsewhere it is told in English. */
	languages: z
		.array(z.enum(['en', 'fr', 'ar', 'he']))
		.default(['en'])
		.refine((languages) => languages.includes('en'), 'English is always one of the languages'),
	/** Ids that were facts or actors once. */
	retired: z.array(Id).default([])
});
export type Header = z.infer<typeof Header>;

export const schemas = {
	sources: Source,
	actors: Actor,
	dates: EventFact,
	figures: FigureFact,
	relations: RelationFact,
	claims: ClaimFact,
	glossary: Term,
	notes: Note
} as const;

/** A list of a pack, named as its file. */
export type ListName = keyof typeof schemas;
type Written = { readonly [Name in ListName]: z.infer<(typeof schemas)[Name]> };
const listNames = Object.keys(schemas) as ListName[];

export type WrittenFact =
	| ({ readonly kind: 'event' } & Written['dates'])
	| ({ readonly kind: 'figure' } & Written['figures'])
	| ({ readonly kind: 'relation' } & Written['relations'])
	| ({ readonly kind: 'claim' } & Written['claims']);

/** A pack in every language at once, as far as it could be read. */
export type WrittenPack = {
	readonly folder: string;
	readonly header: Header;
	readonly sources: readonly Written['sources'][];
	readonly actors: readonly Written['actors'][];
	/** Events, figures, relations and claims, in the order of their files. */
	readonly facts: readonly WrittenFact[];
	readonly glossary: readonly Written['glossary'][];
	readonly notes: readonly Written['notes'][];
	/** Ids of entries that have problems of their own: references to them are not a second problem. */
	readonly refused: ReadonlySet<string>;
	/** Lists whose file could not be read at all. */
	readonly unread: ReadonlySet<ListName>;
	/** Where a field of the header or of an entry stands; the nearest field around it when it is absent. */
	readonly placeOf: (item: object, path?: FieldPath) => Place;
};

/** A pack sees itself and the packs that it comes with. */
export const packsSeenBy = (
	{ header }: WrittenPack,
	packs: readonly WrittenPack[]
): readonly WrittenPack[] =>
	packs.filter((pack) => pack.header === header || header.needs.includes(pack.header.id));

export type FieldPath = readonly (string | number)[];

/** The files of a pack: name ("dates.yaml") and text. */
export type PackFiles = ReadonlyMap<string, string>;

/** The YAML files of a folder, by name. Throws what the file system throws. */
export function readFiles(folder: string): PackFiles {
	const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
	return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/**
 * Reads a pack. `folder` is only named in problems. The pack is null when pack.yaml itself is
 * missing or wrong; otherwise it holds every entry that is right by itself.
 */
export function readPack(
	folder: string,
	files: PackFiles
): { pack: WrittenPack | null; problems: PackProblem[] } {
	const problems: PackProblem[] = [];
	const spots = new WeakMap<object, Spot>();
	const refused = new Set<string>();
	const unread = new Set<ListName>();

	const known = ['pack', ...listNames].map((name) => `${name}.yaml`);
	for (const name of files.keys()) {
		if (known.includes(name)) continue;
		const hint = nearest(name, known);
		const message = `a pack has no file “${name}”.${hint ? ` Did you mean “${hint}”?` : ` Its files are ${known.join(', ')}.`}`;
		problems.push({ file: `${folder}/${name}`, line: 1, column: 1, id: null, path: '', message });
	}

	const open = (name: string): OpenFile | null => {
		const text = files.get(name);
		return text === undefined ? null : openYaml(`${folder}/${name}`, text, problems);
	};

	/** One entry by its schema, or null; the entry remembers where it stands. */
	const readItem = <T extends object>(
		schema: z.ZodType<T>,
		input: unknown,
		spot: Spot
	): T | null => {
		const result = schema.safeParse(input);
		if (result.success) {
			spots.set(result.data, spot);
			return result.data;
		}
		const id = idOf(input);
		if (id !== null) refused.add(id);
		for (const issue of result.error.issues) {
			for (const { path, message, isKey } of describeIssue(schema, issue, input)) {
				const place = placeIn(spot, path, isKey);
				problems.push({ ...place, id, path: path.join('.'), message });
			}
		}
		return null;
	};

	const readList = <Name extends ListName>(name: Name): Written[Name][] => {
		const opened = open(`${name}.yaml`);
		if (!opened) return [];
		if (!opened.isSound) {
			unread.add(name);
			return [];
		}
		const { file, root, input } = opened;
		if (input === null || input === undefined) return [];
		if (!Array.isArray(input) || !isSeq(root.node)) {
			unread.add(name);
			const message = 'this file is a list: begin each entry with “- ”.';
			problems.push({ file, line: 1, column: 1, id: null, path: '', message });
			return [];
		}
		const nodes = root.node.items;
		// TypeScript cannot see that a schema looked up by name yields the type looked up by name.
		const schema = schemas[name] as unknown as z.ZodType<Written[Name]>;
		return input.flatMap((item: unknown, index) => {
			const spot = { ...root, node: (nodes[index] as Node | undefined) ?? root.node };
			return readItem(schema, item, spot) ?? [];
		});
	};

	const facts = <Name extends ListName, Kind extends WrittenFact['kind']>(name: Name, kind: Kind) =>
		readList(name).map((item) => {
			const fact = { ...item, kind };
			const spot = spots.get(item);
			if (spot) spots.set(fact, spot);
			return fact;
		});

	const head = open('pack.yaml');
	if (!head) {
		const message = 'this file is missing: it gives the pack its id, version, title and topics.';
		const file = `${folder}/pack.yaml`;
		problems.push({ file, line: 1, column: 1, id: null, path: '', message });
	}
	const header = head?.isSound ? readItem(Header, head.input ?? {}, head.root) : null;
	const lists = {
		sources: readList('sources'),
		actors: readList('actors'),
		facts: [
			...facts('dates', 'event'),
			...facts('figures', 'figure'),
			...facts('relations', 'relation'),
			...facts('claims', 'claim')
		],
		glossary: readList('glossary'),
		notes: readList('notes')
	};
	if (!header) return { pack: null, problems };
	const placeOf = (item: object, path: FieldPath = []): Place => {
		const spot = spots.get(item);
		return spot ? placeIn(spot, path, false) : { file: folder, line: 1, column: 1 };
	};
	return { pack: { folder, header, ...lists, refused, unread, placeOf }, problems };
}

/** A part of a YAML document. */
type Spot = { readonly file: string; readonly lines: LineCounter; readonly node: Node | null };

type OpenFile = {
	readonly file: string;
	/** False when the YAML itself is broken: then nothing in the file is looked at. */
	readonly isSound: boolean;
	readonly root: Spot;
	readonly input: unknown;
};

function openYaml(file: string, text: string, problems: PackProblem[]): OpenFile {
	const lines = new LineCounter();
	const document = parseDocument(text, {
		lineCounter: lines,
		prettyErrors: false,
		stringKeys: true,
		version: '1.2'
	});
	const root: Spot = { file, lines, node: document.contents };
	for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
		const { line, col } = lines.linePos(pos[0]);
		problems.push({
			file,
			line,
			column: col,
			id: idAround(document.contents, pos[0]),
			path: '',
			message:
				code === 'DUPLICATE_KEY'
					? `“${keyAt(text, pos[0])}” is written twice in one entry: keep one.`
					: `this is not YAML: ${message}.`
		});
	}
	const isSound = document.errors.every(({ code }) => code === 'DUPLICATE_KEY');
	return { file, isSound, root, input: isSound ? document.toJS() : null };
}

const keyAt = (text: string, offset: number): string =>
	/^[^:\n]*/.exec(text.slice(offset))?.[0].trim() ?? '';

/** The id of the entry of a list that an offset lies in. */
function idAround(root: Node | null, offset: number): string | null {
	if (!isSeq(root)) return null;
	for (const item of root.items) {
		if (!isMap(item) || !item.range) continue;
		const [start, , end] = item.range;
		if (start <= offset && offset < end) return idOf({ id: item.get('id') });
	}
	return null;
}

const idOf = (input: unknown): string | null =>
	typeof input === 'object' && input !== null && 'id' in input && typeof input.id === 'string'
		? input.id
		: null;

/** The line and column of a field, or of what stands nearest around it. */
function placeIn({ file, lines, node }: Spot, path: FieldPath, isKey: boolean): Place {
	let offset = node?.range?.[0] ?? 0;
	let current: unknown = node;
	for (const [depth, step] of path.entries()) {
		if (isMap(current)) {
			const pair = current.items.find(({ key }) => isScalar(key) && key.value === step);
			if (!pair) break;
			const wantsKey = isKey && depth === path.length - 1;
			current = wantsKey || pair.value === null ? pair.key : pair.value;
		} else if (isSeq(current) && typeof step === 'number') {
			current = current.items[step];
		} else {
			break;
		}
		offset = startOf(current) ?? offset;
	}
	const { line, col } = lines.linePos(offset);
	return { file, line, column: col };
}

const startOf = (node: unknown): number | undefined =>
	isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined;
