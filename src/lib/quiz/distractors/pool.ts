/** Pools of wrong answers: a question draws a few from one, the proof walks all of it. */
import type { Random } from '../random.ts';

export type Pool = {
	/** Every option that may ever be offered, none twice. */
	readonly options: readonly string[];
	/**
	 * `count` of them that may stand side by side, or fewer but two at least; null without those.
	 * `preferred` come first, as far as they are usable.
	 */
	draw(count: number, random: Random, preferred?: readonly string[]): string[] | null;
};

/** Fewest wrong options of a choice. */
export const FEWEST = 2;

/**
 * A pool of which any options may stand together: those of the candidates, all different, that are
 * usable. Only as many are looked at as are drawn.
 */
export const sampled = (
	candidates: readonly string[],
	isUsable: (option: string) => boolean = () => true
): Pool => ({
	get options() {
		return candidates.filter(isUsable);
	},
	draw(count, random) {
		const drawn = random.sample(candidates, count, isUsable);
		return drawn.length < FEWEST ? null : drawn;
	}
});
