/** Finds the words of the glossary in a text, so that each can be explained where it first stands. */
import type { Term } from './pack.ts';

/** A stretch of text; `term` where it is a word of the glossary. */
export type GlossaryPiece = { readonly text: string; readonly term: Term | null };

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A word ends where neither a letter nor a digit follows; "Mellah" also opens a sentence. */
function patternOf(spellings: readonly string[]): RegExp {
	const longestFirst = [...spellings].sort((a, b) => b.length - a.length).map(escape);
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

function tells({ meaning }: Term, secret: string): boolean {
	const parts = [secret, ...(secret.match(/\d{4}/g) ?? [])].filter((part) => part !== '');
	return parts.some((part) => meaning.toLowerCase().includes(part.toLowerCase()));
}

/** The glossary of a bank, ready to search texts with. */
export class Glossary {
	readonly #terms = new Map<string, Term>();
	readonly #pattern: RegExp | null;

	constructor(terms: Iterable<Term>) {
		for (const term of terms) {
			for (const spelling of [term.term, ...term.forms]) {
				this.#terms.set(spelling.toLowerCase(), term);
			}
		}
		this.#pattern = this.#terms.size > 0 ? patternOf([...this.#terms.keys()]) : null;
	}

	/**
	 * Cuts a text at the words of the glossary. Each term is marked once; those in `known` are left
	 * alone, and the ones found are added to it. A term whose meaning tells the `secret` (the answer
	 * that is asked for, or a year in it) is not marked at all.
	 */
	pieces(text: string, known = new Set<string>(), secret = ''): GlossaryPiece[] {
		const found: GlossaryPiece[] = [];
		let end = 0;
		for (const match of this.#pattern ? text.matchAll(this.#pattern) : []) {
			const term = this.#terms.get(match[0].toLowerCase());
			if (!term || known.has(term.id) || tells(term, secret)) continue;
			known.add(term.id);
			if (match.index > end) found.push({ text: text.slice(end, match.index), term: null });
			found.push({ text: match[0], term });
			end = match.index + match[0].length;
		}
		if (end < text.length) found.push({ text: text.slice(end), term: null });
		return found;
	}
}
