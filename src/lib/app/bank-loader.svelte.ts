/** The bank of a page's language while it is on its way. Owned by the place that needs it. */
import type { Bank } from '#lib/bank/bank.ts';
import { LibraryError, loadBank, type LibraryProblem } from './library.ts';

export class BankLoader {
	#bank = $state.raw<Bank | null>(null);
	#problem = $state.raw<LibraryProblem | null>(null);

	get bank(): Bank | null {
		return this.#bank;
	}

	get problem(): LibraryProblem | null {
		return this.#problem;
	}

	/** Fetches it with the optional packs `chosen`; a failure is told by `problem`. In the browser only. */
	async load(locale: string, chosen: readonly string[]): Promise<void> {
		try {
			this.#bank = await loadBank(locale, fetch, chosen);
		} catch (error) {
			if (!(error instanceof LibraryError)) throw error;
			this.#problem = error.code;
		}
	}
}
