/**
 * Options that give nothing away to somebody who knows how tests are made: a name stands out
 * neither by its length nor by words that it shares with the question, and a date or number is as
 * likely to be first or last as in the middle.
 */
import type { Bank } from '../../bank/bank.ts';
import { foldName } from '../fold.ts';
import { oncePerBank } from '../per-bank.ts';
import type { Random } from '../random.ts';
import { FEWEST, sampled, type Pool } from './pool.ts';
import type { Sides } from './sides.ts';

/** No option is longer than this many times another; shorter ones count as long as a short word. */
const LONGEST_RATIO = 2;
const SHORT_WORD = 6;

/**
 * In so many of twenty questions nothing is longer than the right option, where that can be. Tuned
 * by the survey: short names, which nothing is shorter than, leave more to make up for than events.
 */
const NEVER_LONGER = 10;
export const NEVER_LONGER_EVENT = 4;

/** Shorter words are articles and the like. */
const SHORTEST_TELLING = 4;

export type NamedOption = {
	readonly id: string;
	readonly text: string;
	/** Its telling words, where they are known already. */
	readonly words?: readonly string[];
};

const lengthOf = (text: string): number => Math.max(SHORT_WORD, text.length);

const wordsOf = (text: string): readonly string[] =>
	foldName(text)
		.split(' ')
		.filter((word) => word.length >= SHORTEST_TELLING);

const actors = oncePerBank(() => new Map<string, NamedOption>());

/** An actor as an option; its name is taken apart once. */
export function namedActor(bank: Bank, id: string): NamedOption {
	const known = actors(bank).get(id);
	if (known) return known;
	const text = bank.actor(id).name;
	const made = { id, text, words: wordsOf(text) };
	actors(bank).set(id, made);
	return made;
}

/** Wrong options that share words with the question if the right one does, and none if not. */
function likeKey(
	key: NamedOption,
	candidates: readonly NamedOption[],
	stem: string
): readonly NamedOption[] {
	if (stem === '') return candidates;
	const said = new Set(wordsOf(stem));
	const shares = ({ text, words = wordsOf(text) }: NamedOption) =>
		words.some((word) => said.has(word));
	const wanted = shares(key);
	return candidates.filter((candidate) => shares(candidate) === wanted);
}

/** Whether a text may stand beside the others without being twice as long, or half. */
function fits(text: string, others: readonly string[]): boolean {
	const length = lengthOf(text);
	return others.every((other) => {
		const own = lengthOf(other);
		return Math.max(length, own) <= LONGEST_RATIO * Math.min(length, own);
	});
}

/**
 * A pool of names. How many of the options drawn are longer than the right one is a matter of
 * chance, as far as the candidates allow.
 */
export function fairNames(
	key: NamedOption,
	candidates: readonly NamedOption[],
	stem: string,
	neverLonger = NEVER_LONGER
): Pool {
	const usable = likeKey(key, candidates, stem).filter(({ text }) => fits(text, [key.text]));
	const longer = usable.filter(({ text }) => text.length > key.text.length);
	const others = usable.filter(({ text }) => text.length <= key.text.length);
	return {
		options: usable.map(({ id }) => id),
		draw(count, random, preferred = []) {
			const drawn: NamedOption[] = [];
			const take = (from: readonly NamedOption[], upTo: number) => {
				for (const candidate of random.shuffle(from)) {
					if (drawn.length >= upTo) return;
					const texts = drawn.map(({ text }) => text);
					if (!drawn.includes(candidate) && fits(candidate.text, texts)) drawn.push(candidate);
				}
			};
			if (preferred.length > 0)
				take(
					usable.filter(({ id }) => preferred.includes(id)),
					count
				);
			// Keys that have no shorter company are never the longest: the others make up for it.
			take(longer, random.below(20) < neverLonger ? 0 : 1 + random.below(count));
			take(others, count);
			take(longer, count);
			return drawn.length < Math.min(count, FEWEST) ? null : drawn.map(({ id }) => id);
		}
	};
}

/**
 * A pool of dates or numbers. The right answer's rank is drawn first, evenly among those that the
 * two sides can fill; `mayStandBeside` tells which of them may stand together.
 */
export function fairSizes<T>(
	{ before, after }: Sides<T>,
	{
		mayStandBeside,
		name
	}: {
		readonly mayStandBeside: (a: T, b: T) => boolean;
		readonly name: (item: T) => string;
	}
): Pool {
	const most = {
		before: longestChain(before, mayStandBeside),
		after: longestChain(after, mayStandBeside)
	};
	const ranks = new Map<number, readonly number[]>();
	const ranksFor = (count: number): readonly number[] => {
		const known = ranks.get(count);
		if (known) return known;
		const found = Array.from({ length: count + 1 }, (_, rank) => rank).filter(
			(rank) => rank <= most.before && count - rank <= most.after
		);
		ranks.set(count, found);
		return found;
	};
	/** Fewer options rather than a place that the right answer can never have. */
	const fairCount = (count: number): number => {
		const isFair = (fewer: number) => ranksFor(fewer).length === fewer + 1;
		for (let fewer = count; fewer > FEWEST; fewer--) if (isFair(fewer)) return fewer;
		return FEWEST;
	};
	// The first of all dates, or six of fifteen votes: its place would always be the same.
	if (Math.min(most.before, most.after) < FEWEST) return sampled([]);
	const draw = (count: number, random: Random, preferred: readonly string[]): T[] | null => {
		const rank = random.pick(ranksFor(count));
		if (rank === undefined) return null;
		const sideOf = (nearest: readonly T[]) => {
			const all = random.shuffle(nearest);
			const isFirst = (item: T) => preferred.includes(name(item));
			const shuffled =
				preferred.length === 0
					? all
					: [...all.filter(isFirst), ...all.filter((item) => !isFirst(item))];
			return { shuffled, nearest };
		};
		const chosen = [
			...chain(sideOf(before), rank, mayStandBeside),
			...chain(sideOf(after), count - rank, mayStandBeside)
		];
		return chosen.length === count ? chosen : null;
	};
	return {
		options: [...before, ...after].map(name),
		draw(wanted, random, preferred = []) {
			const count = fairCount(wanted);
			const drawn =
				draw(count, random, preferred) ?? (count > FEWEST ? draw(FEWEST, random, preferred) : null);
			return drawn?.map(name) ?? null;
		}
	};
}

/** How many of a side may stand together, taken from the nearest on. */
export function longestChain<T>(
	items: readonly T[],
	mayStandBeside: (a: T, b: T) => boolean
): number {
	const taken: T[] = [];
	for (const item of items) {
		if (taken.every((other) => mayStandBeside(item, other))) taken.push(item);
	}
	return taken.length;
}

/** That many of a side that may stand together: the first of the shuffled ones, else the nearest. */
function chain<T>(
	{ shuffled, nearest }: { readonly shuffled: readonly T[]; readonly nearest: readonly T[] },
	count: number,
	mayStandBeside: (a: T, b: T) => boolean
): T[] {
	const pick = (from: readonly T[]) => {
		const taken: T[] = [];
		for (const item of from) {
			if (taken.length === count) break;
			if (taken.every((other) => mayStandBeside(item, other))) taken.push(item);
		}
		return taken;
	};
	const drawn = pick(shuffled);
	return drawn.length === count ? drawn : pick(nearest);
}
