/** Remembers what follows from a bank alone, for as long as the bank lives. */
import type { Bank } from '../bank/bank.ts';

/**
 * The same function, each of its results worked out once for a bank and a key. The bank never
 * changes, so the pool of wrong answers to a card is the same for every seed.
 */
export function perBank<Subject, Result>(
	work: (bank: Bank, subject: Subject) => Result,
	keyOf: (subject: Subject) => string
): (bank: Bank, subject: Subject) => Result {
	const known = new WeakMap<Bank, Map<string, { readonly result: Result }>>();
	return (bank, subject) => {
		const own = known.get(bank) ?? new Map<string, { readonly result: Result }>();
		known.set(bank, own);
		const key = keyOf(subject);
		const found = own.get(key) ?? { result: work(bank, subject) };
		own.set(key, found);
		return found.result;
	};
}
