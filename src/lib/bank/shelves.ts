/** The distinct values of facts: each once, with the facts that have it. */

export type Shelves<Entry> = {
	/** The entries on one shelf, smallest first. */
	readonly on: (shelf: string) => readonly Entry[];
	/** The entry with this key. */
	readonly find: (key: string) => Entry | undefined;
};

/** How values become entries. */
export type Shelving<Fact, Value, Entry> = {
	/** Values that may be compared stand on one shelf. */
	readonly shelf: (value: Value) => string;
	/** The same for equal values, on all shelves for no others. */
	readonly key: (value: Value) => string;
	readonly size: (value: Value) => number;
	readonly entry: (value: Value, facts: readonly Fact[]) => Entry;
};

/** Collects the values that `valuesOf` finds in facts. */
export function shelve<Fact, Value, Entry>(
	facts: readonly Fact[],
	valuesOf: (fact: Fact) => readonly Value[],
	{ shelf, key, size, entry }: Shelving<Fact, Value, Entry>
): Shelves<Entry> {
	const distinct = new Map<string, { readonly value: Value; readonly facts: Fact[] }>();
	for (const fact of facts) {
		for (const value of valuesOf(fact)) {
			const own = distinct.get(key(value));
			if (own) own.facts.push(fact);
			else distinct.set(key(value), { value, facts: [fact] });
		}
	}
	const entries = new Map<string, Entry>();
	const shelves = new Map<string, Entry[]>();
	for (const [name, own] of [...distinct].sort(([, a], [, b]) => size(a.value) - size(b.value))) {
		const made = entry(own.value, own.facts);
		entries.set(name, made);
		const known = shelves.get(shelf(own.value));
		if (known) known.push(made);
		else shelves.set(shelf(own.value), [made]);
	}
	return { on: (name) => shelves.get(name) ?? [], find: (name) => entries.get(name) };
}
