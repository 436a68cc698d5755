/** Statements with slots: "{yitzhak-rabin|Rabin} travelled to {morocco}". */
import type { Bank } from './bank.ts';
import type { Fact } from './pack.ts';

const SLOT = /\{([a-z0-9-]+)(?:\|([^}]*))?\}/g;

/** One piece of a statement: plain words, or words that stand for an actor or for the value. */
export type Piece = {
	readonly text: string;
	readonly actor: string | null;
	readonly isValue: boolean;
};

/**
 * Cuts a statement into pieces. `value` is the text of a figure's value. Actors' names follow the
 * bank's wording for the inside of a sentence unless the slot brings its own.
 */
export function pieces(bank: Bank, statement: string, value = ''): Piece[] {
	const found: Piece[] = [];
	let end = 0;
	for (const match of statement.matchAll(SLOT)) {
		const [whole, slot = '', words] = match;
		if (match.index > end) {
			found.push({ text: statement.slice(end, match.index), actor: null, isValue: false });
		}
		end = match.index + whole.length;
		if (slot === 'value') {
			found.push({ text: value, actor: null, isValue: true });
		} else {
			const name = words ?? bank.actor(slot).inText;
			const text = match.index === 0 ? upperFirst(name) : name;
			found.push({ text, actor: slot, isValue: false });
		}
	}
	if (end < statement.length)
		found.push({ text: statement.slice(end), actor: null, isValue: false });
	return found;
}

/** The statement as plain text. */
export const statementText = (bank: Bank, fact: Fact, value = ''): string =>
	pieces(bank, fact.statement, value)
		.map((piece) => piece.text)
		.join('');

/** What stands for the answer in a statement with a blank. */
export const BLANK = '_____';

/** The statement with every mention of one actor left out, or of the value when `actor` is null. */
export const statementWithBlank = (
	bank: Bank,
	fact: Fact,
	actor: string | null,
	value = BLANK
): string =>
	pieces(bank, fact.statement, value)
		.map((piece) => (actor !== null && piece.actor === actor ? BLANK : piece.text))
		.join('');

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
