/**
 * The compact JSON form that a pack travels in, and back.
 *
 * What a reader can restore is left out: the pack's own id, its language, empty lists and usual
 * values; a date is its EDTF text. The text is the same for the same pack, byte for byte.
 */
import type {
	Actor,
	Ask,
	ClaimFact,
	EventFact,
	Fact,
	FactDate,
	FigureFact,
	Language,
	Note,
	Pack,
	Participant,
	RelationFact,
	Source,
	Support,
	Term
} from './pack.ts';
import { parseWhen, type When } from './when.ts';

/** A value without the fields that have their usual value. */
type Slim<T> = { readonly [Field in keyof T]?: T[Field] };

/** Leaves out what equals the usual value: the same primitive, or an empty list for an empty list. */
function slim<T extends object>(value: T, usual: Partial<T>): Slim<T> {
	const isUsual = ([field, own]: [string, unknown]) => {
		const expected: unknown = usual[field as keyof T];
		return Array.isArray(own) && Array.isArray(expected)
			? own.length === 0 && expected.length === 0
			: own === expected;
	};
	return Object.fromEntries(
		Object.entries(value).filter((entry) => !isUsual(entry as [string, unknown]))
	) as Slim<T>;
}

type PackedDate =
	| string
	| (Slim<Omit<FactDate, 'when' | 'also' | 'barred' | 'printed'>> & {
			readonly when: string;
			readonly also?: readonly string[];
			readonly barred?: readonly string[];
			readonly printed?: string;
	  });

const readWhen = (edtf: string): When => {
	const when = parseWhen(edtf);
	if (!when) throw new RangeError(`“${edtf}” is not a date.`);
	return when;
};

const edtfOf = ({ edtf }: When): string => edtf;

function packDate(date: FactDate): PackedDate {
	const { when, inferred, label, also, barred, printed } = date;
	const packed = {
		when: when.edtf,
		...slim({ inferred, label }, { inferred: false, label: null }),
		...slim({ also: also.map(edtfOf), barred: barred.map(edtfOf) }, { also: [], barred: [] }),
		...(printed ? { printed: printed.edtf } : {})
	};
	return Object.keys(packed).length === 1 ? packed.when : packed;
}

function unpackDate(packed: PackedDate): FactDate {
	const { when, inferred = false, label = null, also = [], barred = [], printed } =
		typeof packed === 'string' ? { when: packed } : packed;
	return {
		when: readWhen(when),
		inferred,
		label,
		also: also.map(readWhen),
		barred: barred.map(readWhen),
		printed: printed === undefined ? null : readWhen(printed)
	};
}

/** A source, then what is not usual: locator and mode. */
type PackedSupport = readonly [source: string, at?: string | null, mode?: Support['mode']];

const packSupport = ({ source, at, mode }: Support): PackedSupport =>
	mode !== 'states' ? [source, at, mode] : at !== null ? [source, at] : [source];

const unpackSupport = ([source, at = null, mode = 'states']: PackedSupport): Support => ({
	source,
	at,
	mode
});

/** The editor's words, or 1 for a blank. */
type PackedAsk = string | 1;

const packAsk = (ask: Ask): PackedAsk => (ask === 'blank' ? 1 : ask.text);
const unpackAsk = (packed: PackedAsk | undefined): Ask | null =>
	packed === undefined ? null : packed === 1 ? 'blank' : { text: packed };

type PackedParticipant = readonly [actor: string, part: string, ask?: PackedAsk];

const packParticipant = ({ actor, part, ask }: Participant): PackedParticipant =>
	ask ? [actor, part, packAsk(ask)] : [actor, part];
const unpackParticipant = ([actor, part, ask]: PackedParticipant): Participant => ({
	actor,
	part,
	ask: unpackAsk(ask)
});

const usualMeta = {
	status: 'ASSERT',
	flags: [],
	group: null,
	conflict: null,
	saidBy: [],
	notes: [],
	explanation: null
} as const;

const usual = {
	event: { ...usualMeta, date: null, ask: null, actors: [], places: [] },
	figure: {
		...usualMeta,
		ask: null,
		about: [],
		qualifier: 'exact',
		date: null,
		also: [],
		barred: [],
		derivedFrom: []
	},
	relation: {
		...usualMeta,
		office: null,
		place: null,
		date: null,
		askAt: null,
		askFrom: null,
		askTo: null
	},
	claim: { ...usualMeta, speakers: [], relayedBy: [], about: [], ask: null },
	actor: {
		aliases: [],
		living: null,
		status: 'ASSERT',
		flags: [],
		saidBy: [],
		notes: [],
		support: []
	},
	source: { author: null, date: null, url: null },
	term: { forms: [] }
} as const;

/** The parts of a fact, actor … that are packed by a rule of their own. */
type Ruled = 'pack' | 'language' | 'support' | 'date' | 'askAt' | 'askFrom' | 'askTo' | 'actors' | 'made';
type Common = { readonly language?: Language; readonly support: readonly PackedSupport[] };
type PackedEvent = Slim<Omit<EventFact, Ruled>> &
	Common & { readonly date?: PackedDate; readonly actors?: readonly PackedParticipant[] };
type PackedFigure = Slim<Omit<FigureFact, Ruled | 'max'>> &
	Common & { readonly max?: number; readonly date?: PackedDate };
type PackedRelation = Slim<Omit<RelationFact, Ruled>> &
	Common & {
		readonly date?: PackedDate;
		readonly askAt?: string;
		readonly askFrom?: PackedAsk;
		readonly askTo?: PackedAsk;
	};
type PackedClaim = Slim<Omit<ClaimFact, Ruled>> & Common & { readonly made: string };
