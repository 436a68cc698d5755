/** Remembers what follows from a bank alone, for as long as the bank lives. */
import type { Bank } from '../bank/bank.ts';

/** Whatever can be told from what is not worked out yet. */
type Known = object | string | number | boolean | null;

/** The same function, its result worked out once for a bank. */
export function oncePerBank<Result extends Known>(
	work: (bank: Bank) => Result
): (bank: Bank) => Result {
	const known = new WeakMap<Bank, Result>();
	return (bank) => {
		const found = known.get(bank);
		if (found !== undefined) return found;
		const result = work(bank);
		known.set(bank, result);
		return result;
	};
}

/** Of how many subjects results are kept: all of a bank by hand, and few of a huge one. */
const MOST_KEPT = 4096;

/**
 * The same function, its results kept for a bank and a key. The bank never changes, so the pool of
 * wrong answers to a card is the same for every seed.
 */
export function perBank<Subject, Result extends Known>(
	work: (bank: Bank, subject: Subject) => Result,
	keyOf: (subject: Subject) => string
): (bank: Bank, subject: Subject) => Result {
	const resultsOf = oncePerBank(() => new Map<string, Result>());
	return (bank, subject) => {
		const results = resultsOf(bank);
		const key = keyOf(subject);
		const found = results.get(key);
		if (found !== undefined) return found;
		const result = work(bank, subject);
		// Begun anew rather than aged: simple, and right for banks that fit.
		if (results.size === MOST_KEPT) results.clear();
		results.set(key, result);
		return result;
	};
}
