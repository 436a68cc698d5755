/**
 * Makes the pack that the app reads from the one that editors write: one language, dates worked
 * out, every field present.
 */
import type { LocalText, Named } from '../bank/fact.ts';
import type {
	Actor,
	Ask,
	Asked,
	Fact,
	FactDate,
	Language,
	Pack,
	Support,
	Unit
} from '../bank/pack.ts';
import { parseWhen, type When } from '../bank/when.ts';
import type { WrittenFact, WrittenPack } from './read-pack.ts';
import { languagesOf, textsOf } from './texts.ts';
import { typesetAll } from './typeset.ts';

/**
 * Compiles a pack that has passed its checks. An entry that lacks one text in the language is told
 * in English as a whole, so that no sentence mixes two languages. All texts come out typeset.
 */
export const compilePack = (pack: WrittenPack, language: Language): Pack =>
	typesetAll(compile(pack, language));

function compile(pack: WrittenPack, language: Language): Pack {
	const { header } = pack;
	// One topic without a translation does not take the title back to English.
	const { text } = readerOf([header.title, header.about], language);
	return {
		format: 1,
		id: header.id,
		version: header.version,
		language,
		title: text(header.title),
		about: text(header.about),
		licence: header.licence,
		needs: header.needs,
		optional: header.optional,
		topics: header.topics.map((topic) => ({
			id: topic.id,
			name: readerOf(topic, language).text(topic.name)
		})),
		units: header.units.map((unit) => compileUnit(unit, language)),
		sources: pack.sources.map((source) => {
			const { language: own, text } = readerOf(source, language);
			return {
				id: source.id,
				language: own,
				kind: source.kind,
				byName: text(source.byName),
				short: text(source.short),
				title: source.title,
				publisher: source.publisher,
				author: source.author ?? null,
				date: source.date ? { when: when(source.date.edtf), inferred: source.date.inferred } : null,
				url: source.url ?? null,
				tier: source.tier,
				about: text(source.about),
				notes: source.notes
			};
		}),
		actors: pack.actors.map((actor) => compileActor(actor, header.id, language)),
		facts: pack.facts.map((fact) => compileFact(fact, header.id, language)),
		notes: pack.notes.map((note) => {
			const { language: own, text } = readerOf(note, language);
			return { id: note.id, language: own, text: text(note.text) };
		}),
		glossary: pack.glossary.map((term) => {
			const { language: own, text } = readerOf(term, language);
			return {
				id: term.id,
				language: own,
				term: text(term.term),
				forms: term.forms,
				meaning: text(term.meaning)
			};
		}),
		retired: header.retired
	};
}

type Reader = {
	readonly language: Language;
	readonly text: (text: LocalText) => string;
	/** Null for a text that is not there. */
	readonly maybe: (text: LocalText | undefined) => string | null;
};

/** Reads an entry's texts in the language if it has them all, else in English. */
function readerOf(entry: object, wanted: Language): Reader {
	const isWhole = textsOf(entry).every(({ text }) => text[wanted] !== undefined);
	const language = isWhole ? wanted : 'en';
	const text = (local: LocalText) => local[language] ?? local.en;
	return { language, text, maybe: (local) => (local ? text(local) : null) };
}

/** Dates have passed the schema. */
function when(edtf: string): When {
	const read = parseWhen(edtf);
	if (!read) throw new RangeError(`“${edtf}” is not a date.`);
	return read;
}

function compileUnit(unit: WrittenPack['header']['units'][number], language: Language): Unit {
	const forms: Record<string, object> = {};
	// English is what an entry without a translation is told in.
	for (const each of new Set([language, 'en'] as const)) {
		const own = unit.forms?.[each];
		if (own) forms[each] = own;
	}
	return { id: unit.id, currency: unit.currency ?? null, forms };
}

type WrittenSupport = WrittenFact['support'][number];

const compileSupport = ({ source, at, mode, for: ends }: WrittenSupport): Support => ({
	source,
	at: at ?? null,
	mode,
	...(ends && { for: ends })
});

function compileActor(
	actor: WrittenPack['actors'][number],
	pack: string,
	language: Language
): Actor {
	const { language: own, text } = readerOf(actor, language);
	const names = languagesOf(actor.name).map((each) => actor.name[each] ?? '');
	return {
		id: actor.id,
		pack,
		language: own,
		type: actor.type,
		name: text(actor.name),
		inText: text(actor.inText ?? actor.name),
		aliases: [...new Set([...names, ...actor.aliases])],
		about: text(actor.about),
		living: actor.living ?? null,
		within: actor.within ?? null,
		sort: actor.sort ?? null,
		status: actor.status,
		flags: actor.flags,
		saidBy: actor.saidBy ?? [],
		notes: actor.notes,
		support: actor.support.map(compileSupport)
	};
}

/** A bare date is written without the fields that say how far it can be trusted. */
type WrittenDate = {
	readonly edtf: string;
	readonly inferred?: boolean | undefined;
	readonly label?: LocalText | undefined;
	readonly also?: readonly string[] | undefined;
	readonly barred?: readonly string[] | undefined;
	readonly printed?: string | undefined;
};

function compileDate(date: WrittenDate | undefined, { maybe }: Reader): FactDate | null {
	if (!date) return null;
	const { edtf, inferred = false, label, also = [], barred = [], printed } = date;
	// What the document prints wrongly is never offered as an answer either.
	const never = new Set(printed === undefined ? barred : [...barred, printed]);
	return {
		when: when(edtf),
		inferred,
		label: maybe(label),
		also: also.map(when),
		barred: [...never].map(when),
		printed: printed === undefined ? null : when(printed)
	};
}

function compileFact(fact: WrittenFact, pack: string, wanted: Language): Fact {
	const reader = readerOf(fact, wanted);
	const { language, text, maybe } = reader;
	const ask = (asked: LocalText | 'blank' | undefined): Ask | null =>
		asked === undefined ? null : asked === 'blank' ? 'blank' : { text: text(asked) };
	const asked = (named: readonly Named[]): Asked[] =>
		named.flatMap(({ actor, ask: own }) => {
			const words = ask(own);
			return words ? [{ actor, ask: words }] : [];
		});
	const meta = {
		id: fact.id,
		pack,
		language,
		topics: fact.topics,
		status: fact.status,
		flags: fact.flags,
		group: fact.group ?? null,
		conflict: fact.conflict ?? null,
		saidBy: fact.saidBy ?? [],
		support: fact.support.map(compileSupport),
		notes: fact.notes,
		statement: text(fact.statement),
		explanation: maybe(fact.explanation)
	};
	switch (fact.kind) {
		case 'event':
			return {
				kind: fact.kind,
				...meta,
				name: text(fact.name),
				type: fact.type,
				date: compileDate(fact.when, reader),
				ask: maybe(fact.ask),
				actors: fact.actors.map((player) => ({
					actor: player.actor,
					part: player.part,
					ask: ask(player.ask)
				})),
				places: fact.places.map(({ actor }) => actor),
				askPlace: asked(fact.places)[0] ?? null
			};
		case 'figure': {
			const { value } = fact;
			return {
				kind: fact.kind,
				...meta,
				name: text(fact.name),
				ask: maybe(fact.ask),
				about: fact.about.map(({ actor }) => actor),
				askAbout: asked(fact.about),
				min: typeof value === 'number' ? value : value.min,
				max: typeof value === 'number' ? value : value.max,
				qualifier: fact.qualifier,
				unit: fact.unit,
				date: compileDate(fact.when, reader),
				also: fact.also,
				barred: fact.barred,
				derivedFrom: fact.derivedFrom
			};
		}
		case 'relation':
			return {
				kind: fact.kind,
				...meta,
				type: fact.type,
				from: fact.from,
				to: fact.to,
				office: maybe(fact.office),
				place: fact.place ?? null,
				date: compileDate(fact.when, reader),
				askAt: fact.askAt === undefined ? null : when(fact.askAt),
				askFrom: ask(fact.ask.from),
				askTo: ask(fact.ask.to),
				askSince: maybe(fact.ask.since),
				askUntil: maybe(fact.ask.until)
			};
		case 'claim':
			return {
				kind: fact.kind,
				...meta,
				speakers: fact.speakers,
				relayedBy: fact.relayedBy,
				matter: fact.matter,
				position: text(fact.position),
				about: fact.about.map(({ actor }) => actor),
				askAbout: asked(fact.about),
				made: when(fact.made),
				ask: maybe(fact.ask)
			};
		default:
			return fact satisfies never;
	}
}
