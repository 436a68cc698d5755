/**
 * What the packs say, as the oracle knows it. All packs together are one world: what one of them says
 * is true of the others' questions. `read-world.ts` reads it from YAML.
 */
import { endText, spanOf, type Span } from './span.ts';

/** An actor that a fact names, with the question for it where it has one. */
export type Named = { readonly actor: string; readonly ask: string | null };
export type Player = Named & { readonly part: string };

export type Dated = {
	/** The date and those that are right too, in EDTF. */
	readonly texts: readonly [string, ...string[]];
	readonly accepted: readonly Span[];
	/** Dates printed somewhere that are wrong. */
	readonly barred: readonly Span[];
	readonly isInferred: boolean;
	readonly label: string | null;
};

/** What every fact says of itself. */
export type Base = {
	readonly id: string;
	readonly status: string;
	readonly flags: readonly string[];
	readonly group: string | null;
	readonly conflict: string | null;
	readonly saidBy: readonly string[];
	readonly sources: readonly string[];
	readonly statement: string;
	/** Every actor that the fact names, in whatever place. */
	readonly named: ReadonlySet<string>;
	readonly date: Dated | null;
};

export type Happening = Base & {
	readonly kind: 'event';
	readonly name: string;
	readonly type: string;
	readonly players: readonly Player[];
	readonly places: readonly Named[];
};
export type Quantity = Base & {
	readonly kind: 'figure';
	readonly name: string;
	readonly about: readonly Named[];
	readonly min: number;
	readonly max: number;
	readonly qualifier: string;
	readonly unit: string;
	readonly also: readonly number[];
	readonly barred: readonly number[];
};
export type Tie = Base & {
	readonly kind: 'relation';
	readonly type: string;
	readonly from: string;
	readonly to: string;
	readonly office: string | null;
	readonly place: string | null;
	readonly askAt: Span | null;
	/** The question for either side; `blank` is the statement with a gap. */
	readonly asks: Readonly<Record<string, string>>;
};
export type Saying = Base & {
	readonly kind: 'claim';
	readonly speakers: readonly string[];
	readonly relayedBy: readonly string[];
	readonly matter: string;
	readonly position: string;
	readonly about: readonly Named[];
};
export type Known = Happening | Quantity | Tie | Saying;

export type Being = {
	readonly id: string;
	readonly type: string;
	readonly name: string;
	readonly inText: string;
	readonly spellings: readonly string[];
};

export type World = {
	readonly facts: ReadonlyMap<string, Known>;
	/** The same facts by what they are. */
	readonly events: readonly Happening[];
	readonly figures: readonly Quantity[];
	readonly ties: readonly Tie[];
	readonly claims: readonly Saying[];
	readonly beings: ReadonlyMap<string, Being>;
	/** All ids of a being: a code name and its bearer, and who shares a spelling. */
	readonly others: ReadonlyMap<string, ReadonlySet<string>>;
	/** How a question names each source. */
	readonly sources: ReadonlyMap<string, string>;
};

/** One way to write what learners read: quotation marks and spaces as on a typewriter. */
export const plain = (text: string): string =>
	text
		.replace(/[‘’]/g, "'")
		.replace(/[“”]/g, '"')
		.replace(/[\u00a0\u202f]/g, ' ');

/** The beginning or the end of a period, as a date of its own; null where it is not known. */
export function endOfPeriod(date: Dated, end: 'first' | 'last'): Dated | null {
	const [text, ...others] = date.texts.map((each) => endText(each, end));
	if (text === null || text === undefined) return null;
	const texts = [text, ...others.filter((other) => other !== null)] as const;
	return { ...date, texts, accepted: texts.map(spanOf), label: null };
}
