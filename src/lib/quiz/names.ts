/**
 * Matching a typed name: every spelling of every actor at once, small slips forgiven, numerals
 * exact, and never a slip that is as near to somebody else.
 */
import type { Bank } from '../bank/bank.ts';

export type NameMatch =
	| { readonly kind: 'exact'; readonly actor: string }
	| { readonly kind: 'near'; readonly actor: string; readonly spelling: string }
	| { readonly kind: 'none' };

/** Articles, folded: they never tell one name from another. */
const ARTICLES = new Set('the a an le la les l el al de du des of'.split(' '));

/** Titles, folded: they are passed over as long as a whole name is left. */
const TITLES = new Set(
	(
		'sir king queen sultan president general colonel minister prime dr mr mrs ms prof sidi ' +
		'moulay mulay roi operation'
	).split(' ')
);

const ROMAN = /^(?=[ivxlc])(?:x{0,3})(?:ix|iv|v?i{0,3})$/;

/** One form for one spelling: no case, accents, points, hamza carriers, tatweel or punctuation. */
export function foldName(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/g, '')
		.toLowerCase()
		.replace(/[أإآٱ]/g, 'ا')
		.replace(/ى/g, 'ي')
		.replace(/ة/g, 'ه')
		.replace(/œ/g, 'oe')
		.replace(/æ/g, 'ae')
		.replace(/ß/g, 'ss')
		.replace(/['’`´ʿʾ]/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** The folded name without articles, and without titles where two words are left. */
function coreOf(folded: string): string {
	const words = folded.split(' ').filter((word) => !ARTICLES.has(word));
	const untitled = words.filter((word) => !TITLES.has(word));
	const core = untitled.length >= 2 ? untitled : words;
	return core.length > 0 ? core.join(' ') : folded;
}

/** Roman numerals and numbers in a name: they are compared exactly. */
const numeralsOf = (folded: string): string =>
	folded
		.split(' ')
		.filter((word) => /\d/.test(word) || ROMAN.test(word))
		.join(' ');

/**
 * Damerau-Levenshtein distance with adjacent transpositions (optimal string alignment), in letters.
 * Returns `limit` + 1 as soon as the distance is known to be larger.
 */
export function editDistance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		let smallest = row;
		for (let column = 1; column <= b.length; column++) {
			const isSame = a[row - 1] === b[column - 1];
			let cost = Math.min(
				(last[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(last[column - 1] ?? 0) + (isSame ? 0 : 1)
			);
			const isSwap =
				row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
			current.push(cost);
			smallest = Math.min(smallest, cost);
		}
		if (smallest > limit) return limit + 1;
		beforeLast = last;
		last = current;
	}
	return last[b.length] ?? limit + 1;
}

/** Slips that a name of this length may have: none below 5 letters, 1 below 10, 2 from there. */
const allowedSlips = (name: string): number => {
	const letters = name.replaceAll(' ', '').length;
	return letters >= 10 ? 2 : letters >= 5 ? 1 : 0;
};

type Spelling = {
	readonly actor: string;
	readonly core: string;
	readonly numerals: string;
	readonly shown: string;
	/** A last name alone, taken from the display name: right only when nobody else has it. */
	readonly isShort: boolean;
};

const spellingsOf = new WeakMap<Bank, readonly Spelling[]>();

function spellings(bank: Bank): readonly Spelling[] {
	const known = spellingsOf.get(bank);
	if (known) return known;
	const all = [...bank.actors.values()].flatMap((actor): Spelling[] => {
		const full = [actor.name, ...actor.aliases].map((shown) => {
			const folded = foldName(shown);
			return {
				actor: actor.id,
				core: coreOf(folded),
				numerals: numeralsOf(folded),
				shown,
				isShort: false
			};
		});
		const words = actor.name.split(' ');
		const last = words.at(-1) ?? '';
		const hasLastName =
			actor.type === 'person' &&
			words.length > 1 &&
			foldName(last).length >= 4 &&
			!ROMAN.test(foldName(last));
		if (!hasLastName) return full;
		const folded = foldName(last);
		return [
			...full,
			{ actor: actor.id, core: coreOf(folded), numerals: '', shown: last, isShort: true }
		];
	});
	spellingsOf.set(bank, all);
	return all;
}

/** Matches a typed name against every actor of the bank. At most 200 letters are read. */
export function matchName(bank: Bank, typed: string): NameMatch {
	const folded = foldName(typed.slice(0, 200));
	if (folded === '') return { kind: 'none' };
	const core = coreOf(folded);
	const numerals = numeralsOf(folded);
	const all = spellings(bank);
	const exact = new Set(all.filter((spelling) => spelling.core === core).map(({ actor }) => actor));
	if (exact.size === 1) return { kind: 'exact', actor: [...exact][0] as string };
	if (exact.size > 1) return { kind: 'none' };
	const limit = allowedSlips(core);
	if (limit === 0) return { kind: 'none' };
	let best = limit + 1;
	let nearest = new Map<string, Spelling>();
	for (const spelling of all) {
		if (spelling.numerals !== numerals) continue;
		const slips = Math.min(limit, allowedSlips(spelling.core));
		const distance = editDistance(core, spelling.core, slips);
		if (distance > slips || distance > best) continue;
		if (distance < best) nearest = new Map();
		best = distance;
		if (!nearest.has(spelling.actor)) nearest.set(spelling.actor, spelling);
	}
	const [only, ...others] = nearest.values();
	if (!only || others.length > 0) return { kind: 'none' };
	const shown = only.isShort ? only.shown : bank.actor(only.actor).name;
	return { kind: 'near', actor: only.actor, spelling: shown };
}
