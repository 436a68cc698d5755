/** The same value at each call, worked out at the first. */
export function once<T>(work: () => T): () => T {
	let made: { readonly value: T } | null = null;
	return () => (made ??= { value: work() }).value;
}
