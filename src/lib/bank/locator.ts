/** Where in its source a fact is told. */

/** "P9.s10; P11" as the numbers of its paragraphs: 9, 11. */
export function paragraphsOf(at: string): number[] {
	const found: number[] = [];
	for (let from = at.indexOf('P'); from !== -1; from = at.indexOf('P', from + 1)) {
		const paragraph = Number.parseInt(at.slice(from + 1), 10);
		if (paragraph >= 0 && !found.includes(paragraph)) found.push(paragraph);
	}
	return found;
}
