/** Texts compared as a reader hears them: without case, accents or punctuation. */

/** Lower case, no accents, everything that is neither letter nor digit as one space. */
export const fold = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase()
		.replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
		.trim();

/** Whether the words of `part` stand in `text`, whole and in a row. */
export function mentions(text: string, part: string): boolean {
	const folded = fold(part);
	return folded !== '' && ` ${fold(text)} `.includes(` ${folded} `);
}

export const wordCount = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;
