/**
 * Editors type straight apostrophes and quotation marks; learners read typographic ones, in the
 * facts as in the interface.
 */

/** One text: “…” and ’ in place of the marks of the typewriter. */
export const typeset = (text: string): string =>
	text
		// Whatever follows a letter, a figure or a slot closes or leaves something out, as in ’90s.
		.replace(/(?<=[\p{L}\p{M}\p{N}})\].,!?…])'|'(?=\d)/gu, '’')
		.replace(/'/g, '‘')
		.replace(/(?<=^|[\s([{|/—–-])"/g, '“')
		.replace(/"/g, '”');

/** Every text in a value, addresses excepted. */
export function typesetAll<T>(value: T): T {
	if (typeof value === 'string') return typeset(value) as T & string;
	if (Array.isArray(value)) return value.map((each: unknown) => typesetAll(each)) as T & unknown[];
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([key, each]: [string, unknown]) => [
		key,
		key === 'url' ? each : typesetAll(each)
	]);
	return Object.fromEntries(entries) as T & object;
}
