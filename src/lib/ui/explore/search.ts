/** Search over everything in a bank: every word of the query must begin a word of the entry. */
import type { Bank } from '#lib/bank/bank.ts';
import { actorsOf } from '#lib/bank/bank.ts';
import type { Fact } from '#lib/bank/pack.ts';
import { whenOf, type Teller } from './teller.ts';

/** Lower case without accents, vowel marks, tatweel or punctuation: "Émigré", "emigre" are one. */
export const fold = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/[\p{M}\u0640]/gu, '')
		.toLowerCase()
		.replace(/ı/g, 'i')
		.replace(/œ/g, 'oe')
		.replace(/æ/g, 'ae')
		.replace(/(?<=\d)[\s.,\u00a0\u202f](?=\d{3})/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

export type Entry = {
	readonly id: string;
	/** Folded words, each with a space before it. */
	readonly words: string;
	readonly topics: readonly string[];
};

const entry = (
	id: string,
	texts: readonly (string | null)[],
	topics: readonly string[]
): Entry => ({
	id,
	words: ` ${fold(texts.filter((text) => text !== null).join(' '))}`,
	topics
});

function factTexts(fact: Fact, teller: Teller): (string | null)[] {
	const { bank } = teller;
	const when = whenOf(fact);
	const names = actorsOf(fact).flatMap((id) => bank.actors.get(id)?.name ?? []);
	const own = fact.kind === 'event' || fact.kind === 'figure' ? fact.name : '';
	const statement = teller
		.statement(fact)
		.map((piece) => piece.text)
		.join('');
	return [own, statement, fact.explanation, teller.date(fact), when?.edtf ?? null, ...names];
}

/** Everything that can be found, under the id that is its address. */
export function entriesOf(teller: Teller): readonly Entry[] {
	const bank: Bank = teller.bank;
	const facts = [...bank.facts.values()];
	return [
		...facts.map((fact) => entry(fact.id, factTexts(fact, teller), fact.topics)),
		...[...bank.actors.values()].map((actor) => {
			const topics = bank.factsOf(actor.id).flatMap((fact) => fact.topics);
			return entry(actor.id, [actor.name, actor.about, ...actor.aliases], topics);
		}),
		...[...bank.sources.values()].map((source) => {
			const topics = facts
				.filter((fact) => fact.support.some((support) => support.source === source.id))
				.flatMap((fact) => fact.topics);
			const texts = [source.title, source.publisher, source.author, source.about];
			return entry(source.id, texts, topics);
		}),
		...[...bank.terms.values()].map((term) =>
			entry(term.id, [term.term, ...term.forms, term.meaning], [])
		)
	];
}

/**
 * The ids of the entries that match; null when neither a query nor a topic narrows them. Words of
 * the glossary belong to no topic and are left out when one is chosen.
 */
export function findEntries(
	entries: readonly Entry[],
	query: string,
	topic: string | null
): ReadonlySet<string> | null {
	const words = fold(query)
		.split(' ')
		.filter((word) => word !== '');
	if (words.length === 0 && topic === null) return null;
	return new Set(
		entries
			.filter((candidate) => topic === null || candidate.topics.includes(topic))
			.filter((candidate) => words.every((word) => candidate.words.includes(` ${word}`)))
			.map((candidate) => candidate.id)
	);
}
