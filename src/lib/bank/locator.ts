/** Where in its source a fact is told. */

/** "P9.s10; P11" as the numbers of its paragraphs: 9, 11. */
export const paragraphsOf = (at: string): number[] => [
	...new Set([...at.matchAll(/P(\d+)/g)].map((match) => Number(match[1])))
];
