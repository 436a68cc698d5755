/** What the lists and details of Explore are told of the learner's memory. */
import * as m from '#lib/paraglide/messages.js';

/** How well something is known: see `firmnessOf` in `memory/known.ts`. */
export type Degree = 'firm' | 'fading' | 'faint';

/** What a learner remembers of one fact, in words. */
export type Remembered = {
	readonly degree: Degree;
	/** The chance of recalling it now: "92%". */
	readonly share: string;
	/** What was met, how often it was answered, and when it comes back. */
	readonly lines: readonly string[];
};

/** What the learner remembers of a fact; null for one that was never met. */
export type RememberedOf = (fact: string) => Remembered | null;

export const degreeName: Readonly<Record<Degree, () => string>> = {
	firm: m.explore_known_firm,
	fading: m.explore_known_fading,
	faint: m.explore_known_faint
};
