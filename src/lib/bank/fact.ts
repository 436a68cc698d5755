/**
 * What a pack may say: facts, actors and sources, as an editor writes them in YAML.
 *
 * These are the schemas of the files in `questions/`. They run at build time and in the editors'
 * tools; the browser only sees what `server/compile-pack.ts` makes of them.
 */
import { z } from 'zod';
import { parseWhen } from './when.ts';

/** An id: lower-case words joined by hyphens, at most 32 characters, never reused. */
export const Id = z
	.string()
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case letters and digits joined by hyphens')
	.max(32, 'an id has at most 32 characters')
	.meta({
		description: 'Lower-case words joined by hyphens, at most 32 characters, never reused.'
	});

/** Text for people: a map from language to string. English is required. */
export const LocalText = z
	.strictObject({
		en: z.string().trim().min(1, 'English text is required'),
		fr: z.string().trim().min(1).optional(),
		ar: z.string().trim().min(1).optional(),
		he: z.string().trim().min(1).optional()
	})
	.meta({ description: 'Text for people, by language. English is required.' });
export type LocalText = z.infer<typeof LocalText>;

/** A date in EDTF, see `when.ts`. YAML reads a bare 1954 as a number: both are accepted. */
export const Edtf = z
	.union([z.string(), z.number().int()])
	.transform(String)
	.refine((text) => parseWhen(text) !== null, {
		error: (issue) =>
			`“${String(issue.input)}” is not a date this bank reads: write EDTF, such as 1954, 1961-02, 1961-11-27, 1961-22 (summer), 195X, 1948/1955 or ../1961-11-27`
	})
	.meta({
		description:
			'A date in EDTF: 1954, 1961-02, 1961-11-27, 1961-22 (summer), 195X, 1948/1955, 1999/.. (goes on), 1960~ (about).'
	});

/** When something happened, and how far the date can be trusted. */
export const Dated = z.union([
	Edtf.transform((edtf) => ({ edtf })),
	z.strictObject({
		edtf: Edtf,
		/** Not said by the source: worked out by the editor. Used for ordering only. */
		inferred: z.boolean().optional(),
		/** How people name this stretch of time, where EDTF has no word: "the late 1950s". */
		label: LocalText.optional(),
		/** Other dates that are right too (one event, two records). */
		also: z.array(Edtf).optional(),
		/** Dates that are printed somewhere and must be neither accepted nor offered. */
		barred: z.array(Edtf).optional(),
		/** What the document prints, where it is wrong (status CORRECT). Barred as well. */
		printed: Edtf.optional()
	})
]);

/**
 * How a fact may be used.
 * ASSERT: as plain fact. ATTRIBUTE: only with "according to …". CORRECT: the document is wrong, the
 * corrected value is taught. HOLD: shown with its note, never asked.
 */
export const Status = z.enum(['ASSERT', 'ATTRIBUTE', 'CORRECT', 'HOLD']).meta({
	description:
		'ASSERT: plain fact. ATTRIBUTE: asked with “according to …”. CORRECT: the document is wrong. HOLD: shown, never asked.'
});
export type Status = z.infer<typeof Status>;

/**
 * `sensitive`: violence or victims, asked plainly only. `living`: about a living person.
 * `no-date`: the date is not to be asked.
 */
export const Flag = z.enum(['sensitive', 'living', 'no-date']).meta({
	description:
		'sensitive: violence or victims. living: about a living person. no-date: the date is not asked.'
});
export type Flag = z.infer<typeof Flag>;

/** Where a source says it: `at` is a paragraph, with sentences where needed: P9, P9.s10, P9.s1-s2. */
export const Support = z.strictObject({
	source: Id,
	at: z
		.string()
		.regex(
			/^P\d+(\.s\d+(-s\d+)?)?(; ?P\d+(\.s\d+(-s\d+)?)?)*$/,
			'write P9, P9.s10, P9.s1-s2 or several joined by "; "'
		)
		.optional(),
	mode: z.enum(['states', 'implies', 'computed']).default('states'),
	/** The end of a period that this one tells, where the first support tells another. */
	for: z.array(z.enum(['since', 'until'])).optional()
});

const meta = {
	id: Id,
	topics: z.array(Id).min(1),
	status: Status,
	flags: z.array(Flag).default([]),
	/** Facts of one group never stand in one quiz: one answers the other. */
	group: Id.optional(),
	/** Facts of one conflict group are rival values of one quantity or date. */
	conflict: Id.optional(),
	/** Who says so, when it is not the source in its own voice. */
	saidBy: z.array(Id).optional(),
	support: z.array(Support).min(1),
	/** Editorial notes (ids of notes.yaml) shown on the card. */
	notes: z.array(Id).default([]),
	/**
	 * The whole statement in one sentence. Slots in braces name actors: "{meir-amit} directed the
	 * {mossad}."; "{meir-amit|Amit}" shows other words; a figure has the slot "{value}".
	 */
	statement: LocalText,
	/** One or two sentences shown after the answer, at most 45 words. */
	explanation: LocalText.optional(),
	/** Rows of the research tables that this fact carries. */
	rows: z.array(z.string()).default([])
} as const;

/** A wording of one's own, or `blank`: the statement with the answer left out. */
const Ask = z.union([z.literal('blank'), LocalText]).meta({
	description: 'A question of your own, or “blank”: the statement with the answer left out.'
});

/** An actor that a fact is about or a place of an event; with `ask` when it may be asked for. */
const Named = z.union([
	Id.transform((actor) => ({ actor, ask: undefined })),
	z.strictObject({ actor: Id, ask: Ask })
]);
export type Named = z.infer<typeof Named>;

/** Something that happened. */
export const EventFact = z.strictObject({
	...meta,
	/** A noun phrase for lists and the timeline, without the date: "Yitzhak Rabin's visit to Morocco". */
	name: LocalText,
	/** What sort of act: two events of one type in one time must not be confused. */
	type: Id,
	when: Dated.optional(),
	/** The question for the date; without it: "When did this happen?" and the statement. */
	ask: LocalText.optional(),
	actors: z
		.array(
			z.strictObject({
				actor: Id,
				/** The part played: visitor, host, signatory … Distractors play the same part elsewhere. */
				part: Id,
				/** Present when the actor may be asked for. */
				ask: Ask.optional()
			})
		)
		.default([]),
	/** Where: at most one of the places may be asked for. */
	places: z
		.array(Named)
		.refine((places) => places.filter(({ ask }) => ask !== undefined).length <= 1, {
			error: 'only one of the places may be asked for: take the ask from the others'
		})
		.default([])
});

/** A quantity: how many, how much, how long. */
export const FigureFact = z.strictObject({
	...meta,
	/** What is counted, as a noun phrase: "children taken out by Operation Mural". */
	name: LocalText,
	/** The question: "How many children left in Operation Mural?". Without it the statement with a blank. */
	ask: LocalText.optional(),
	/** What or whom the quantity belongs to. */
	about: z.array(Named).default([]),
	value: z.union([
		z.number(),
		z
			.strictObject({ min: z.number(), max: z.number() })
			.refine(({ min, max }) => min < max, 'min must be below max')
	]),
	qualifier: z.enum(['exact', 'about', 'over', 'under', 'almost', 'several']).default('exact'),
	unit: Id,
	when: Dated.optional(),
	/** Other values that are right too. */
	also: z.array(z.number()).default([]),
	/** Values printed somewhere for the same quantity: neither accepted nor offered. */
	barred: z.array(z.number()).default([]),
	/** Facts this value is computed from. */
	derivedFrom: z.array(Id).default([])
});

/** Types of relation. `head_of` an organisation is not `station_chief` of its branch in a place. */
export const RelationType = z.enum([
	'head_of',
	'station_chief',
	'minister_of',
	'head_of_state',
	'head_of_government',
	'adviser_to',
	'deputy_of',
	'successor_of',
	'child_of',
	'member_of',
	'code_name_of',
	'also_known_as',
	'meaning_of',
	'negotiated_with',
	'partner_of',
	'founder_of',
	'author_of',
	'chair_of',
	'based_in',
	'capital_of',
	'cause_of',
	'precedes',
	'conflicting_estimates'
]);
export type RelationType = z.infer<typeof RelationType>;

/** Who stood in which relation to whom, and when. */
export const RelationFact = z.strictObject({
	...meta,
	type: RelationType,
	/** An actor or, for cause_of and precedes, an event; `from` headed, followed, wrote … `to`. */
	from: Id,
	to: Id,
	/** The office in words, where the type does not say it: "foreign minister of Israel". */
	office: LocalText.optional(),
	/** Where a branch was: station_chief of the Mossad in Morocco. */
	place: Id.optional(),
	/** The period. An unknown end is empty: 1960/. It is treated as open. */
	when: Dated.optional(),
	/** The moment the questions ask about; must lie in exactly one holder's period. */
	askAt: Edtf.optional(),
	ask: z
		.strictObject({
			/** Asks for `from`. */
			from: Ask.optional(),
			/** Asks for `to`. */
			to: Ask.optional(),
			/** Asks when the period began, at the precision that `when` gives it. */
			since: LocalText.optional(),
			/** Asks when it ended. */
			until: LocalText.optional()
		})
		.default({})
});

/** Who says what. */
export const ClaimFact = z.strictObject({
	...meta,
	/** The actors who say it; empty when the source says it in its own voice. */
	speakers: z.array(Id).default([]),
	/** Who passes the words on. */
	relayedBy: z.array(Id).default([]),
	/** What the claim is about: claims on one matter are compared. */
	matter: Id,
	/** The position as a clause that can follow "that": "Morocco was well placed to restart the peace process". */
	position: LocalText,
	/** Whom or what it speaks of. */
	about: z.array(Named).default([]),
	made: Edtf,
	/** The question for the speaker; without it: "Who said that …?". */
	ask: LocalText.optional()
});

/** A person, organisation, state, operation, place, work, ship or group that facts name. */
export const Actor = z.strictObject({
	id: Id,
	type: z.enum(['person', 'organisation', 'state', 'operation', 'place', 'work', 'ship', 'group']),
	name: LocalText,
	/** The name as it stands inside a sentence, where it differs: "the Mossad". */
	inText: LocalText.optional(),
	/** Every spelling a learner may type, in any language and script. */
	aliases: z.array(z.string().min(1)).default([]),
	/** One line: who or what this is, dated where it could change. */
	about: LocalText,
	living: z.enum(['yes', 'no', 'unknown']).optional(),
	/** The state in which a place lies: wrong places are drawn from the same one. */
	within: Id.optional(),
	/** What kind of organisation or place it is: wrong ones are of the same. */
	sort: z
		.enum(['service', 'network', 'body', 'association', 'press', 'office', 'city', 'town'])
		.optional(),
	status: Status.default('ASSERT'),
	flags: z.array(Flag).default([]),
	saidBy: z.array(Id).optional(),
	notes: z.array(Id).default([]),
	support: z.array(Support).default([]),
	rows: z.array(z.string()).default([])
});

/** A document or page that facts rest on. */
export const Source = z.strictObject({
	id: Id,
	kind: z.enum(['article', 'reference']),
	/** How a question names it: "the 2009 article". */
	byName: LocalText,
	/** How the source line under an answer names it: "The Jerusalem Post, 2009". */
	short: LocalText,
	title: z.string(),
	publisher: z.string(),
	author: z.string().optional(),
	date: z.strictObject({ edtf: Edtf, inferred: z.boolean().default(false) }).optional(),
	/** A page that a browser opens; nothing else may become a link. */
	url: z.url({ protocol: /^https?$/ }).optional(),
	tier: z.enum(['A', 'B', 'C']),
	/** How many paragraphs the document has; locators must lie inside. */
	paragraphs: z.number().int().positive().optional(),
	/** Who wrote it, what it is good for, and where it stands. */
	about: LocalText,
	/** Editorial notes on the document itself. */
	notes: z.array(Id).default([])
});

/** An editorial note: what the document says, what other sources say, what the quiz accepts. */
export const Note = z.strictObject({ id: Id, text: LocalText });

/** A word explained. */
export const Term = z.strictObject({
	id: Id,
	term: LocalText,
	/** Other forms that are linked to this term. */
	forms: z.array(z.string()).default([]),
	meaning: LocalText
});

/** A subject within a pack, for choosing a quiz. */
export const Topic = z.strictObject({ id: Id, name: LocalText });

/** A unit with its plural forms, by CLDR category; `currency` (ISO 4217) for money. */
export const Unit = z.strictObject({
	id: Id,
	currency: z.string().length(3).optional(),
	forms: z
		.strictObject({
			en: z
				.partialRecord(z.enum(['zero', 'one', 'two', 'few', 'many', 'other']), z.string())
				.optional(),
			fr: z
				.partialRecord(z.enum(['zero', 'one', 'two', 'few', 'many', 'other']), z.string())
				.optional(),
			ar: z
				.partialRecord(z.enum(['zero', 'one', 'two', 'few', 'many', 'other']), z.string())
				.optional(),
			he: z
				.partialRecord(z.enum(['zero', 'one', 'two', 'few', 'many', 'other']), z.string())
				.optional()
		})
		.optional()
});
