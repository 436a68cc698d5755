/** Every way to write the name of an actor, indexed once for a bank. */
import type { Actor } from '../bank/pack.ts';
import type { Bank } from '../bank/bank.ts';
import { foldName } from './fold.ts';
import { isTitled, lastNameOf, partsOf, untitled, type NameParts } from './name-parts.ts';

/** A name as it is compared: its letters without spaces, its numeral apart. */
export type Form = NameParts & {
	readonly letters: string;
	/** Whether it is read as the name of a person: some articles are letters of those. */
	readonly isPerson: boolean;
};

/** A spelling in the bank. */
export type Spelling = Form & {
	readonly actor: string;
	/** As it is written, without folding. */
	readonly shown: string;
	/** Not a last name alone, an initial with it, or the last name first. */
	readonly isWhole: boolean;
};

/** Spellings of one length, each with two numbers in `bits`: see `bitsOf`. */
export type Shelf = { readonly spellings: readonly Spelling[]; readonly bits: Int32Array };

export type NameIndex = {
	/** By `keyOf`. */
	readonly exact: ReadonlyMap<string, readonly Spelling[]>;
	/** Spellings that may be met with a slip, by their number of letters. */
	readonly byLength: ReadonlyMap<number, Shelf>;
};

export function formOf({ words, numerals }: NameParts, isPerson: boolean): Form {
	const letters = words.join('');
	return { letters, words, numerals, isPerson };
}

/** One bit for each letter that a name has, and for each that it has twice; some letters share one. */
export function bitsOf(letters: string): readonly [once: number, twice: number] {
	let [once, twice] = [0, 0];
	for (let at = 0; at < letters.length; at++) {
		const bit = 1 << (letters.charCodeAt(at) % 32);
		twice |= once & bit;
		once |= bit;
	}
	return [once, twice];
}

export const keyOf = ({ letters, numerals, isPerson }: Form): string =>
	`${isPerson ? '' : '-'}${letters} ${numerals}`;

/** The last words of a spelling as it is written, enough to hold a number of folded words. */
function endOf(spelling: string, count: number): string {
	const words = spelling.split(' ');
	const ends = words.map((_, at) => words.slice(-1 - at).join(' '));
	return ends.find((end) => foldName(end).split(' ').length >= count) ?? spelling;
}

/** Letters that a last name alone must have: Arabic and Hebrew leave vowels out. */
const isLongEnough = (letters: string): boolean =>
	letters.length >= (/[a-z]/.test(letters) ? 4 : 3);

/** The forms of one spelling, the whole name first; `loose` ones may be met with a slip. */
function formsOf(actor: Actor, shown: string): { loose: Spelling[]; strict: Spelling[] } {
	const isPerson = actor.type === 'person';
	// "Operation" is no part of the name of one; "King" is what tells King Hassan from others.
	const parts = untitled(partsOf(foldName(shown), isPerson), actor.type === 'operation' ? 1 : 2);
	const make = (words: readonly string[], written = shown): Spelling => {
		const form = formOf({ words, numerals: parts.numerals }, isPerson);
		return { ...form, actor: actor.id, shown: written, isWhole: words === parts.words };
	};
	const last = isPerson ? lastNameOf(parts) : [];
	const first = parts.words.slice(0, parts.words.length - last.length);
	const loose = [make(parts.words)];
	if (last.length > 0 && first.length > 0) loose.push(make([...last, ...first]));
	// Where the last name begins in a long alias is not known: "Gamal Abdel Nasser Hussein". "Abdel
	// Rahman" is one first name.
	const isOneName = lastNameOf({ words: ['', ...first], numerals: '' }).length === first.length;
	const isKnown = shown === actor.name || (isOneName && !isTitled(parts));
	if (last.length === 0 || !isKnown || !isLongEnough(last.join(''))) return { loose, strict: [] };
	loose.push(make(last, endOf(shown, last.length)));
	return { loose, strict: [make([(first[0] ?? '').charAt(0), ...last])] };
}

function build(bank: Bank): NameIndex {
	const exact = new Map<string, Spelling[]>();
	const byLength = new Map<number, Spelling[]>();
	const push = <Key>(map: Map<Key, Spelling[]>, key: Key, spelling: Spelling) => {
		const own = map.get(key);
		if (own) own.push(spelling);
		else map.set(key, [spelling]);
	};
	for (const actor of bank.actors.values()) {
		const seen = new Set<string>();
		for (const shown of [actor.name, ...actor.aliases]) {
			const { loose, strict } = formsOf(actor, shown);
			for (const spelling of [...loose, ...strict]) {
				const key = keyOf(spelling);
				// A whole name comes first among the forms of an actor, unless it is a last name as well.
				if (seen.has(key) && !spelling.isWhole) continue;
				seen.add(key);
				push(exact, key, spelling);
				if (loose.includes(spelling)) push(byLength, spelling.letters.length, spelling);
			}
		}
	}
	const shelves = [...byLength].map(([length, spellings]): [number, Shelf] => [
		length,
		{ spellings, bits: Int32Array.from(spellings.flatMap(({ letters }) => bitsOf(letters))) }
	]);
	return { exact, byLength: new Map(shelves) };
}

const known = new WeakMap<Bank, NameIndex>();

/** The index of a bank, built when it is first asked for. */
export function nameIndex(bank: Bank): NameIndex {
	const index = known.get(bank) ?? build(bank);
	known.set(bank, index);
	return index;
}
