/** What the browser offers to store in, and tells about it, beyond the learner's progress. */

/** localStorage, or null where the browser refuses it or there is none (prerendering). */
export function openShelf(): Storage | null {
	try {
		return typeof localStorage === 'undefined' ? null : localStorage;
	} catch {
		return null;
	}
}

/** Bytes in use by this site, as the browser estimates; null where it does not tell. */
export async function estimateUsage(): Promise<number | null> {
	try {
		return (await navigator.storage.estimate()).usage ?? null;
	} catch {
		// A page that is not secure has no storage manager, and some browsers have no estimate.
		return null;
	}
}

/** Whether the browser can be asked to keep everything until the learner deletes it. */
export const canAskToPersist = (): boolean =>
	typeof (navigator as { storage?: Partial<StorageManager> }).storage?.persist === 'function';
