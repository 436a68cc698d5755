/** Finding the actors of a bank by what is typed of their names. */
import type { Bank } from '#lib/bank/bank.ts';
import { foldLetters } from '#lib/quiz/fold.ts';

export type FoundActor = { readonly id: string; readonly name: string; readonly facts: number };

type Entry = FoundActor & { readonly words: string };

/** Words, each with a space before it, so that the beginning of a word can be looked for. */
const wordsOf = (text: string): string =>
	` ${foldLetters(text)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()}`;

/** The actors that facts name, those that most facts name first. */
export function actorEntries(bank: Bank): readonly Entry[] {
	return [...bank.actors.values()]
		.map(({ id, name, aliases }) => ({
			id,
			name,
			facts: bank.factsOf(id).length,
			words: [name, ...aliases].map(wordsOf).join('')
		}))
		.filter(({ facts }) => facts > 0)
		.sort((a, b) => b.facts - a.facts || a.name.localeCompare(b.name));
}

/** Up to `most` actors in whose names every typed word begins a word; those chosen left out. */
export function findActors(
	entries: readonly Entry[],
	query: string,
	{ chosen, most }: { readonly chosen: readonly string[]; readonly most: number }
): FoundActor[] {
	const typed = wordsOf(query)
		.split(' ')
		.filter((word) => word !== '');
	return entries
		.filter(({ id }) => !chosen.includes(id))
		.filter(({ words }) => typed.every((word) => words.includes(` ${word}`)))
		.slice(0, most);
}
