/**
 * What differs between a typed name and its right spelling, letter by letter.
 */

/** A run of letters that both have, or that only one of them has. */
export type Run = { readonly text: string; readonly own: boolean };

export type SpellingDiff = { readonly given: readonly Run[]; readonly right: readonly Run[] };

/**
 * Compares by the longest common subsequence; accents count, capitals do not. Joined runs give back
 * the two spellings. Null when fewer than half of the letters agree: then the two are no spellings
 * of one word, and marks would only confuse.
 */
export function diffSpelling(given: string, right: string): SpellingDiff | null {
	const [a, b] = [letters(given), letters(right)];
	const common = commonLengths(a, b);
	const shared = common[0]?.[0] ?? 0;
	if (shared * 2 < Math.max(a.length, b.length)) return null;
	const [ownA, ownB] = [a.map(() => true), b.map(() => true)];
	let [i, j] = [0, 0];
	while (i < a.length && j < b.length) {
		if (same(a[i], b[j])) {
			ownA[i++] = false;
			ownB[j++] = false;
		} else if ((common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) i++;
		else j++;
	}
	return { given: runs(a, ownA), right: runs(b, ownB) };
}

/** Letters with their accents, as a reader counts them. */
const letters = (text: string): string[] =>
	Array.from(
		new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.normalize()),
		(part) => part.segment
	);

const same = (a: string | undefined, b: string | undefined): boolean =>
	a !== undefined && a.toLowerCase() === b?.toLowerCase();

/** `table[i][j]`: length of the longest common subsequence of `a` from i and `b` from j. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
	const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			const skip = Math.max(table[i + 1]?.[j] ?? 0, table[i]?.[j + 1] ?? 0);
			(table[i] ??= [])[j] = same(a[i], b[j]) ? 1 + (table[i + 1]?.[j + 1] ?? 0) : skip;
		}
	}
	return table;
}

function runs(parts: readonly string[], own: readonly boolean[]): Run[] {
	const found: Run[] = [];
	parts.forEach((part, at) => {
		const last = found.at(-1);
		if (last && last.own === own[at]) found[found.length - 1] = { ...last, text: last.text + part };
		else found.push({ text: part, own: own[at] ?? true });
	});
	return found;
}
