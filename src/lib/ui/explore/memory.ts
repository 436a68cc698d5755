/** The learner's memory in words, for the lists and the details of Explore. */
import { intlLocale } from '#lib/bank/format.ts';
import type { Firmness, Known } from '#lib/memory/known.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** How well the learner knows a fact; null for one that was never met. */
export type KnownOf = (fact: string) => Known | null;

export const firmnessName: Readonly<Record<Firmness, () => string>> = {
	firm: m.explore_known_firm,
	fading: m.explore_known_fading,
	faint: m.explore_known_faint
};

/** A chance of recall as a share: "92%". */
export const shareText = (share: number): string =>
	new Intl.NumberFormat(intlLocale(getLocale()), { style: 'percent' }).format(share);
