/**
 * A pack as the app reads it: one language, dates worked out, ready to index.
 *
 * `server/compile-pack.ts` makes it from the YAML in `questions/`; it travels as JSON. Nothing here
 * needs a schema library: the build has already proven it.
 */
import type { Flag, RelationType, Status } from './fact.ts';
import type { When } from './when.ts';

/** The languages that packs and the interface may have. */
export type Language = 'en' | 'fr' | 'ar' | 'he';

/** A date with the trust that may be put in it. */
export type FactDate = {
	readonly when: When;
	readonly inferred: boolean;
	/** Words for the date where the calendar has none: "the late 1950s". */
	readonly label: string | null;
	/** Dates that are right too. */
	readonly also: readonly When[];
	/** Dates printed somewhere that are neither accepted nor offered. */
	readonly barred: readonly When[];
	/** What the document prints, when it is wrong. */
	readonly printed: When | null;
};

export type Support = {
	readonly source: string;
	/** "P9.s10": paragraph and sentence. Null for a whole page. */
	readonly at: string | null;
	readonly mode: 'states' | 'implies' | 'computed';
	/** The ends of a period that this one tells, where the first support tells another. */
	readonly for?: readonly ('since' | 'until')[];
};

/** What every fact has. Texts are in `language`, which is English where a translation is missing. */
type FactMeta = {
	readonly id: string;
	readonly pack: string;
	readonly language: Language;
	readonly topics: readonly string[];
	readonly status: Status;
	readonly flags: readonly Flag[];
	readonly group: string | null;
	readonly conflict: string | null;
	readonly saidBy: readonly string[];
	readonly support: readonly Support[];
	readonly notes: readonly string[];
	/** With slots: "{yitzhak-rabin} travelled …". `statementText` in `statement.ts` fills them. */
	readonly statement: string;
	readonly explanation: string | null;
};

/** A wording of the editor's, or `blank`: the statement with the answer left out. */
export type Ask = { readonly text: string } | 'blank';

/** An actor that may be asked for. */
export type Asked = { readonly actor: string; readonly ask: Ask };

export type Participant = {
	readonly actor: string;
	readonly part: string;
	readonly ask: Ask | null;
};

export type EventFact = FactMeta & {
	readonly kind: 'event';
	readonly name: string;
	readonly type: string;
	readonly date: FactDate | null;
	readonly ask: string | null;
	readonly actors: readonly Participant[];
	readonly places: readonly string[];
	/** The place that may be asked for: one of `places`. */
	readonly askPlace: Asked | null;
};

export type Qualifier = 'exact' | 'about' | 'over' | 'under' | 'almost' | 'several';

export type FigureFact = FactMeta & {
	readonly kind: 'figure';
	readonly name: string;
	readonly ask: string | null;
	readonly about: readonly string[];
	/** Those of `about` that may be asked for. */
	readonly askAbout: readonly Asked[];
	/** Equal for a single value. */
	readonly min: number;
	readonly max: number;
	readonly qualifier: Qualifier;
	readonly unit: string;
	readonly date: FactDate | null;
	readonly also: readonly number[];
	readonly barred: readonly number[];
	readonly derivedFrom: readonly string[];
};

export type RelationFact = FactMeta & {
	readonly kind: 'relation';
	readonly type: RelationType;
	readonly from: string;
	readonly to: string;
	readonly office: string | null;
	readonly place: string | null;
	readonly date: FactDate | null;
	readonly askAt: When | null;
	readonly askFrom: Ask | null;
	readonly askTo: Ask | null;
	/** The question for the beginning of the period, and for its end. */
	readonly askSince: string | null;
	readonly askUntil: string | null;
};

export type ClaimFact = FactMeta & {
	readonly kind: 'claim';
	readonly speakers: readonly string[];
	readonly relayedBy: readonly string[];
	readonly matter: string;
	readonly position: string;
	readonly about: readonly string[];
	/** Those of `about` that may be asked for. */
	readonly askAbout: readonly Asked[];
	readonly made: When;
	readonly ask: string | null;
};

export type Fact = EventFact | FigureFact | RelationFact | ClaimFact;

export type ActorType =
	'person' | 'organisation' | 'state' | 'operation' | 'place' | 'work' | 'ship' | 'group';

export type ActorSort =
	'service' | 'network' | 'body' | 'association' | 'press' | 'office' | 'city' | 'town';

export type Actor = {
	readonly id: string;
	readonly pack: string;
	readonly language: Language;
	readonly type: ActorType;
	readonly name: string;
	/** The name inside a sentence: "the Mossad". */
	readonly inText: string;
	/** Every accepted spelling in every language, the display names of all languages included. */
	readonly aliases: readonly string[];
	readonly about: string;
	readonly living: 'yes' | 'no' | 'unknown' | null;
	/** The state in which a place lies. */
	readonly within: string | null;
	/** What kind of organisation or place it is. */
	readonly sort: ActorSort | null;
	readonly status: Status;
	readonly flags: readonly Flag[];
	readonly saidBy: readonly string[];
	readonly notes: readonly string[];
	readonly support: readonly Support[];
};

export type Source = {
	readonly id: string;
	readonly language: Language;
	readonly kind: 'article' | 'reference';
	readonly byName: string;
	readonly short: string;
	readonly title: string;
	readonly publisher: string;
	readonly author: string | null;
	readonly date: { readonly when: When; readonly inferred: boolean } | null;
	readonly url: string | null;
	readonly tier: 'A' | 'B' | 'C';
	readonly about: string;
	readonly notes: readonly string[];
};

export type Note = { readonly id: string; readonly language: Language; readonly text: string };

export type Term = {
	readonly id: string;
	readonly language: Language;
	readonly term: string;
	readonly forms: readonly string[];
	readonly meaning: string;
};

export type Unit = {
	readonly id: string;
	readonly currency: string | null;
	/** Plural forms by language and CLDR category. */
	readonly forms: Readonly<
		Partial<Record<Language, Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>
	>;
};

/** A published set of facts in one language. */
export type Pack = {
	readonly format: 1;
	readonly id: string;
	readonly version: string;
	readonly language: Language;
	readonly title: string;
	readonly about: string;
	readonly licence: string;
	/** Packs that this one comes with only. */
	readonly needs: readonly string[];
	/** Whether learners switch it on themselves. */
	readonly optional: boolean;
	readonly topics: readonly { readonly id: string; readonly name: string }[];
	readonly units: readonly Unit[];
	readonly sources: readonly Source[];
	readonly actors: readonly Actor[];
	readonly facts: readonly Fact[];
	readonly notes: readonly Note[];
	readonly glossary: readonly Term[];
	/** Ids that were facts or actors once and are never used again. */
	readonly retired: readonly string[];
};
