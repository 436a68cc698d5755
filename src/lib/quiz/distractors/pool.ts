/** Pools of wrong answers: a question draws a few from one, the proof walks all of it. */
import type { Random } from '../random.ts';

export type Pool = {
	/** Every option that may ever be offered, none twice. */
	readonly options: readonly string[];
	/** `count` of them that may stand side by side, or fewer but two at least; null without those. */
	draw(count: number, random: Random): string[] | null;
};

/** Fewest wrong options of a choice. */
const FEWEST = 2;

/** How far to either side of the right answer plausible ones are looked for. */
export const REACH = 8;

/** A pool of which any options may stand together. */
export const sampled = (options: readonly string[]): Pool => ({
	options,
	draw: (count, random) => (options.length < FEWEST ? null : random.sample(options, count))
});

/**
 * A pool of dates or numbers from those before and after the right answer, nearest first in each
 * list, drawn so that the right answer is as likely to be first as last. `fits` says whether an
 * item may stand beside those already drawn, `name` writes it as an option.
 */
export function around<T>(
	{ before, after }: { readonly before: readonly T[]; readonly after: readonly T[] },
	{
		fits,
		name
	}: {
		readonly fits: (item: T, drawn: readonly T[]) => boolean;
		readonly name: (item: T) => string;
	}
): Pool {
	const near = { before: before.slice(0, REACH), after: after.slice(0, REACH) };
	const draw = (count: number, random: Random) => drawAround(near, fits, count, random);
	return {
		options: [...near.before, ...near.after].map(name),
		draw(count, random) {
			const drawn = draw(count, random) ?? (count > FEWEST ? draw(FEWEST, random) : null);
			return drawn?.map(name) ?? null;
		}
	};
}

/** Draws so that the right answer's rank is uniform over the ranks that the two lists allow. */
function drawAround<T>(
	{ before, after }: { readonly before: readonly T[]; readonly after: readonly T[] },
	fits: (item: T, drawn: readonly T[]) => boolean,
	count: number,
	random: Random
): T[] | null {
	const ranks = random.shuffle(Array.from({ length: count + 1 }, (_, rank) => rank));
	for (const rank of ranks) {
		const drawn: T[] = [];
		const take = (items: readonly T[], wanted: number) => {
			let taken = 0;
			for (const item of random.shuffle(items)) {
				if (taken === wanted) break;
				if (!fits(item, drawn)) continue;
				drawn.push(item);
				taken += 1;
			}
			return taken === wanted;
		};
		if (take(before, rank) && take(after, count - rank)) return drawn;
	}
	return null;
}
