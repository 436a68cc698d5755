/** What a source is worth, in words. */
import type { Source } from '#lib/bank/pack.ts';
import * as m from '#lib/paraglide/messages.js';

export const tierName: Readonly<Record<Source['tier'], () => string>> = {
	A: m.explore_tier_a,
	B: m.explore_tier_b,
	C: m.explore_tier_c
};
