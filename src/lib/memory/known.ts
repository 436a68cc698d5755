/** How well a learner knows a fact at this moment: from the memories of its cards. */
import { DAY } from './day.ts';
import { DEFAULT_WEIGHTS, recallAfter } from './forgetting.ts';
import type { Memory } from './scheduler.ts';

export type Known = {
	/** The mean chance, 0 to 1, of recalling now what was met of the fact. */
	readonly recall: number;
	/** Cards of the fact, and how many of them were met. */
	readonly cards: number;
	readonly met: number;
	/** Answers to these cards, and how often one was forgotten after it had been learnt. */
	readonly answers: number;
	readonly lapses: number;
	/** When the first of them comes back, in milliseconds since 1970. */
	readonly next: number;
};

/** `firm` from the 90 % on at which reviews are planned, `faint` under 70 %. */
export type Firmness = 'firm' | 'fading' | 'faint';

const FIRM = 0.9;
const FAINT = 0.7;

/**
 * The chance, 0 to 1, of recalling a card at `at` (milliseconds since 1970), by the FSRS-6
 * forgetting curve. A clock that was set back counts as no time passed.
 */
export function recallAt({ stability, at: last }: Memory, at: number): number {
	return recallAfter(DEFAULT_WEIGHTS, Math.max(0, at - last) / DAY, stability);
}

/** How well the cards of a fact are known at `at`; null when none of them was met. */
export function knownOf(
	cards: readonly string[],
	memories: ReadonlyMap<string, Memory>,
	at: number
): Known | null {
	const met = cards.flatMap((card) => memories.get(card) ?? []);
	if (met.length === 0) return null;
	const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
	return {
		recall: sum(met.map((memory) => recallAt(memory, at))) / met.length,
		cards: cards.length,
		met: met.length,
		answers: sum(met.map(({ reps }) => reps)),
		lapses: sum(met.map(({ lapses }) => lapses)),
		next: Math.min(...met.map(({ due }) => due))
	};
}

/** In which of three degrees a chance of recall lies. */
export const firmnessOf = (recall: number): Firmness =>
	recall >= FIRM ? 'firm' : recall >= FAINT ? 'fading' : 'faint';
