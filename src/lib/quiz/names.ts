/**
 * Matching a typed name: every spelling of every actor at once, in every language, small slips
 * forgiven, numerals exact, and never a slip that is as near to somebody else.
 */
import type { Bank } from '../bank/bank.ts';
import { foldName } from './fold.ts';
import { bitsOf, formOf, keyOf, nameIndex, type Form, type Spelling } from './name-index.ts';
import { partsOf, untitled } from './name-parts.ts';

export type NameMatch =
	| { readonly kind: 'exact'; readonly actor: string }
	/** `spelling`: the one of the bank that was nearly typed. */
	| { readonly kind: 'near'; readonly actor: string; readonly spelling: string }
	| { readonly kind: 'none' };

const NONE: NameMatch = { kind: 'none' };

/**
 * Damerau-Levenshtein distance with adjacent transpositions (optimal string alignment), in letters.
 * Returns `limit` + 1 as soon as the distance is known to be larger. Only cells within `limit` of the
 * diagonal can matter (Ukkonen 1985).
 */
export function editDistance(a: string, b: string, limit: number): number {
	const far = limit + 1;
	if (Math.abs(a.length - b.length) > limit) return far;
	let beforeLast: number[] = [];
	let last: number[] = [];
	let current: number[] = [];
	for (let column = 0; column <= limit + 1; column++) last.push(column);
	for (let row = 1; row <= a.length; row++) {
		const from = Math.max(1, row - limit);
		const to = Math.min(b.length, row + limit);
		current[from - 1] = from === 1 ? Math.min(row, far) : far;
		let smallest = current[from - 1] ?? far;
		for (let column = from; column <= to; column++) {
			const isSame = a[row - 1] === b[column - 1];
			let cost = Math.min(
				(last[column] ?? far) + 1,
				(current[column - 1] ?? far) + 1,
				(last[column - 1] ?? far) + (isSame ? 0 : 1)
			);
			const isSwap =
				row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? far) + 1);
			current[column] = cost;
			smallest = Math.min(smallest, cost);
		}
		current[to + 1] = far;
		if (smallest > limit) return far;
		[beforeLast, last, current] = [last, current, beforeLast];
	}
	return Math.min(last[b.length] ?? far, far);
}

/**
 * Slips that a name may have: none below 5 letters, 1 below 10, 2 from there. A title before it lends
 * it no letters.
 */
function allowedSlips(form: Form): number {
	const { length } = untitled(form, 1).words.join('');
	return length >= 10 ? 2 : length >= 5 ? 1 : 0;
}

/** Two slips in one word of fewer letters make another name: Audrey is not André. */
const LONG_WORD = 7;

/** Whether what parts two names may be slips of the hand. */
function isForgiven(typed: Form, spelling: Form, slips: number): boolean {
	if (slips > Math.min(allowedSlips(typed), allowedSlips(spelling))) return false;
	if (typed.words.length > spelling.words.length) {
		// "T. Segev" is no slip of "Segev".
		return typed.words.every((word) => word.length > 2 || spelling.words.includes(word));
	}
	if (slips < 2 || typed.words.length !== spelling.words.length) return true;
	return typed.words.every((word, at) => {
		const other = spelling.words[at] ?? '';
		return Math.min(word.length, other.length) >= LONG_WORD || editDistance(word, other, 1) <= 1;
	});
}

/** The number of bits that are set (Warren, Hacker's Delight, 5-1). */
function countBits(mask: number): number {
	let bits = mask - ((mask >>> 1) & 0x55555555);
	bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
	return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

type Hit = { readonly spelling: Spelling; readonly slips: number; readonly isForgiven: boolean };

/** Every spelling within the slips that the typed form may have. */
function hitsOf(bank: Bank, typed: Form): Hit[] {
	const { byLength } = nameIndex(bank);
	const { length } = typed.letters;
	const limit = allowedSlips(typed);
	const [once, twice] = bitsOf(typed.letters);
	const hits: Hit[] = [];
	for (let other = length - limit; limit > 0 && other <= length + limit; other++) {
		const { spellings, bits } = byLength.get(other) ?? { spellings: [], bits: [] };
		// One slip takes a letter away or brings one, which changes a bit, or both at once.
		const most = 2 * limit - Math.abs(other - length);
		for (let at = 0; at < spellings.length; at++) {
			const changed =
				countBits(once ^ (bits[2 * at] ?? 0)) + countBits(twice ^ (bits[2 * at + 1] ?? 0));
			const spelling = changed > most ? undefined : spellings[at];
			if (!spelling) continue;
			if (spelling.isPerson !== typed.isPerson || spelling.numerals !== typed.numerals) continue;
			const slips = editDistance(typed.letters, spelling.letters, limit);
			if (slips > limit) continue;
			hits.push({ spelling, slips, isForgiven: isForgiven(typed, spelling, slips) });
		}
	}
	return hits;
}

/** Matches a typed name against every actor of the bank. Texts of more than 200 letters are none. */
export function matchName(bank: Bank, typed: string): NameMatch {
	if (typed.trim().length > 200) return NONE;
	const folded = foldName(typed);
	if (folded === '') return NONE;
	const { exact } = nameIndex(bank);
	const whole = [true, false].map((isPerson) => formOf(partsOf(folded, isPerson), isPerson));
	const bare = whole.map((form) => formOf(untitled(form, 1), form.isPerson));
	for (const forms of [whole, bare]) {
		const found = forms.flatMap((form) => exact.get(keyOf(form)) ?? []);
		const wholeNames = found.filter(({ isWhole }) => isWhole);
		const [only, ...others] = new Set(
			(wholeNames.length > 0 ? wholeNames : found).map(({ actor }) => actor)
		);
		if (only !== undefined) return others.length > 0 ? NONE : { kind: 'exact', actor: only };
	}
	const forms = new Map([...whole, ...bare].map((form) => [keyOf(form), form]));
	const hits = [...forms.values()].flatMap((form) => hitsOf(bank, form));
	const [best] = hits.filter((hit) => hit.isForgiven).sort((a, b) => a.slips - b.slips);
	if (!best) return NONE;
	const { actor, shown } = best.spelling;
	const isClear = hits.every((hit) => hit.spelling.actor === actor || hit.slips > best.slips);
	return isClear ? { kind: 'near', actor, spelling: shown } : NONE;
}
