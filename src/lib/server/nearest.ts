/** The known word that was most likely meant. */
import { editDistance } from '../quiz/names.ts';

/** The known word nearest to `word`, or null when none is near: a third of the letters, at least two. */
export function nearest(word: string, known: Iterable<string>): string | null {
	let limit = Math.max(2, Math.floor(word.length / 3));
	let best: string | null = null;
	for (const candidate of known) {
		const edits = editDistance(word, candidate, limit);
		if (edits > limit) continue;
		best = candidate;
		limit = edits - 1;
	}
	return best;
}

/** " Did you mean “…”?", or nothing when no known word is near. */
export function suggestion(word: string, known: Iterable<string>): string {
	const found = nearest(word, known);
	return found === null ? '' : ` Did you mean “${found}”?`;
}
