/**
 * The compact JSON form that a pack travels in, and back.
 *
 * Fields with their usual value are left out and put back on reading; a date is `@` and its EDTF
 * text, because the ends of an open one are no JSON numbers. The same pack gives the same bytes.
 */
import type { Pack } from './pack.ts';
import { parseWhen, type When } from './when.ts';

type Row = Readonly<Record<string, unknown>>;

/** The usual values of a row's fields, and the shapes of the rows in its fields. */
type Shape = { readonly usual: Row; readonly inner?: Readonly<Record<string, Shape>> };

/** The shape of a pack; its entries are usually its own and in its language. */
function shapeOf(pack: unknown, language: unknown): Shape {
	const entry = { pack, language, status: 'ASSERT', flags: [], saidBy: [], notes: [] };
	const support = { usual: { at: null, mode: 'states' } };
	const date = { usual: { inferred: false, label: null, also: [], barred: [], printed: null } };
	return {
		usual: { needs: [], optional: false, retired: [] },
		inner: {
			units: { usual: { currency: null, forms: {} } },
			sources: {
				usual: { language, author: null, date: null, url: null, notes: [] },
				inner: { date: { usual: { inferred: false } } }
			},
			actors: {
				usual: { ...entry, aliases: [], living: null, within: null, sort: null, support: [] },
				inner: { support }
			},
			facts: {
				usual: { ...entry, group: null, conflict: null, explanation: null },
				inner: { support, date, actors: { usual: { ask: null } } }
			},
			notes: { usual: { language } },
			glossary: { usual: { language, forms: [] } }
		}
	};
}

/** Fields that only facts of one kind have. */
const USUAL_BY_KIND: Readonly<Record<string, Row>> = {
	event: { date: null, ask: null, actors: [], places: [], askPlace: null },
	figure: {
		ask: null,
		about: [],
		askAbout: [],
		qualifier: 'exact',
		date: null,
		also: [],
		barred: [],
		derivedFrom: []
	},
	relation: {
		office: null,
		place: null,
		date: null,
		askAt: null,
		askFrom: null,
		askTo: null,
		askSince: null,
		askUntil: null
	},
	claim: { speakers: [], relayedBy: [], about: [], askAbout: [], ask: null }
};

/** The usual values of each kind of fact, with those of all facts: worked out once a shape. */
const kindsOfShape = new WeakMap<Shape, Map<string, Row>>();

function usualOf({ kind }: Row, shape: Shape): Row {
	if (typeof kind !== 'string') return shape.usual;
	const kinds = kindsOfShape.get(shape) ?? new Map<string, Row>();
	kindsOfShape.set(shape, kinds);
	const usual = kinds.get(kind) ?? { ...shape.usual, ...USUAL_BY_KIND[kind] };
	kinds.set(kind, usual);
	return usual;
}

const ANY: Shape = { usual: {} };
const innerOf = (shape: Shape, field: string): Shape => shape.inner?.[field] ?? ANY;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;
const isWhen = (row: Row): row is When => 'edtf' in row && 'precision' in row;

function write(value: unknown, shape: Shape): unknown {
	if (typeof value === 'string') return value.startsWith('@') ? `@${value}` : value;
	if (Array.isArray(value)) return value.map((item) => write(item, shape));
	if (!isRow(value)) return value;
	if (isWhen(value)) return `@${value.edtf}`;
	const usual = usualOf(value, shape);
	const isUsual = (field: string) => JSON.stringify(value[field]) === JSON.stringify(usual[field]);
	return Object.fromEntries(
		Object.entries(value)
			.filter(([field]) => !isUsual(field))
			.map(([field, own]) => [field, write(own, innerOf(shape, field))])
	);
}

function read(value: unknown, shape: Shape): unknown {
	if (typeof value === 'string') return readText(value);
	// Most of a pack is plain text: it is neither copied nor looked at twice, for the learner waits.
	if (Array.isArray(value)) {
		return value.every(isPlain) ? value : value.map((item) => read(item, shape));
	}
	if (!isRow(value)) return value;
	if (shape === ANY && Object.values(value).every(isPlain)) return value;
	const row: Record<string, unknown> = { ...modelOf(value, usualOf(value, shape)) };
	for (const field of Object.keys(value)) {
		const own = value[field];
		row[field] = isPlain(own) ? own : read(own, innerOf(shape, field));
	}
	return row;
}

const modelsOfUsual = new WeakMap<Row, Map<string, Row>>();

/**
 * A row with the usual values and a place for each field that has none: rows that are copies of one
 * are alike to the engine, which makes and reads them many times as fast as rows that grow.
 */
function modelOf(value: Row, usual: Row): Row {
	let own = '';
	for (const field in value) if (!(field in usual)) own += ` ${field}`;
	const models = modelsOfUsual.get(usual) ?? new Map<string, Row>();
	modelsOfUsual.set(usual, models);
	const known = models.get(own);
	if (known) return known;
	const fields = Object.keys({ ...usual, ...value });
	const made = Object.fromEntries(fields.map((field) => [field, usual[field] ?? null]));
	models.set(own, made);
	return made;
}

const isPlain = (value: unknown): boolean =>
	typeof value === 'string' ? value.charCodeAt(0) !== AT : typeof value !== 'object';

const AT = '@'.charCodeAt(0);

function readText(text: string): unknown {
	if (text.charCodeAt(0) !== AT) return text;
	if (text.startsWith('@@')) return text.slice(1);
	const when = parseWhen(text.slice(1));
	if (!when) throw new RangeError(`“${text}” is not a date of a pack.`);
	return when;
}

/** The pack as a value for `JSON.stringify`. */
export const packPack = (pack: Pack): unknown => write(pack, shapeOf(pack.id, pack.language));

/**
 * The pack that `packPack` wrote, from what `JSON.parse` gives. Throws a RangeError when it is of
 * another format; its content is trusted, because the build has proven it.
 */
export function unpackPack(json: unknown): Pack {
	if (!isRow(json) || json.format !== 1) throw new RangeError('This is not a pack of format 1.');
	return read(json, shapeOf(json.id, json.language)) as Pack;
}
