/** Some of many facts that are all alike to a question. */
import { Random } from '../random.ts';

/** The facts, or of too many some neighbours: others for each question, the same for each seed. */
export function someOf<T>(facts: readonly T[], asked: string, most: number): readonly T[] {
	if (facts.length <= most) return facts;
	const first = new Random(asked).below(facts.length);
	return [
		...facts.slice(first, first + most),
		...facts.slice(0, Math.max(0, first + most - facts.length))
	];
}
