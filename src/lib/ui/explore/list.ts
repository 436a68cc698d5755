/** What every section of Explore is given. */
import type { RememberedOf } from './memory.ts';
import type { Teller } from './teller.ts';

export type ListProps = {
	readonly teller: Teller;
	/** The ids that a search found; null shows everything. */
	readonly found: ReadonlySet<string> | null;
	/** What the learner remembers; null where there is nothing to remember yet. */
	readonly remembered: RememberedOf | null;
	/** The id whose details are open. */
	readonly open: string | null;
	/** Rows carry their addresses: before the script runs, and without it. */
	readonly anchored: boolean;
};

/** The items that are shown. */
export const shown = <T extends { readonly id: string }>(
	items: Iterable<T>,
	found: ReadonlySet<string> | null
): T[] => [...items].filter((item) => found === null || found.has(item.id));
