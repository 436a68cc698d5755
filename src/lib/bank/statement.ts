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
	const add = (from: number, to: number) => {
		if (to > from) found.push({ text: statement.slice(from, to), actor: null, isValue: false });
	};
	eachSlot(statement, (slot, words, from, to) => {
		add(end, from);
		end = to;
		found.push(
			slot === 'value'
				? { text: value, actor: null, isValue: true }
				: { text: nameIn(bank, slot, words, from), actor: slot, isValue: false }
		);
	});
	add(end, statement.length);
	return found;
}

/** Calls back for each slot with its actor, its own words if it has some, and where it stands. */
function eachSlot(
	statement: string,
	meet: (slot: string, words: string | undefined, from: number, to: number) => void
): void {
	SLOT.lastIndex = 0;
	for (let match = SLOT.exec(statement); match; match = SLOT.exec(statement)) {
		meet(match[1] ?? '', match[2], match.index, SLOT.lastIndex);
	}
}

const nameIn = (bank: Bank, actor: string, words: string | undefined, from: number): string => {
	const name = words ?? bank.actor(actor).inText;
	return from === 0 ? upperFirst(name) : name;
};

/** The statement as plain text. */
export const statementText = (bank: Bank, fact: Fact, value = ''): string =>
	filled(bank, fact.statement, value, null);

/** What stands for the answer in a statement with a blank. */
export const BLANK = '_____';

/** The statement with every mention of one actor left out, or of the value when `actor` is null. */
export const statementWithBlank = (
	bank: Bank,
	fact: Fact,
	actor: string | null,
	value = BLANK
): string => filled(bank, fact.statement, value, actor);

/**
 * A gap in the place of a name; its article stays, as in "the _____". A capital in the middle of a
 * text makes it a part of the name, as in "Le Soir Echos".
 */
const gapFor = (name: string, inText: string): string =>
	name.slice(0, /^(?:(?:the|le|la|les) |l’)/.exec(inText)?.[0].length ?? 0) + BLANK;

/** The text of all pieces, those of one actor left out. */
function filled(bank: Bank, statement: string, value: string, leftOut: string | null): string {
	let text = '';
	let end = 0;
	eachSlot(statement, (slot, words, from, to) => {
		text += statement.slice(end, from);
		end = to;
		if (slot === 'value') text += value;
		else {
			const name = nameIn(bank, slot, words, from);
			text += slot === leftOut ? gapFor(name, words ?? bank.actor(slot).inText) : name;
		}
	});
	return text + statement.slice(end);
}

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
