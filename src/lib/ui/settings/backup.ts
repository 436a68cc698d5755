/** What came of saving a backup file or adding from one. */
import * as m from '#lib/paraglide/messages.js';

/** `storage`: the browser's storage failed. `unavailable`: a part of the app could not be loaded. */
type Problem = 'storage' | 'unavailable';

export type SaveResult =
	{ readonly ok: true; readonly name: string } | { readonly ok: false; readonly problem: Problem };

type RestoreProblem = Problem | 'not-a-backup' | 'newer-version' | 'damaged' | 'too-large';

export type RestoreResult =
	| { readonly ok: true; readonly added: number; readonly known: number }
	| { readonly ok: false; readonly problem: RestoreProblem };

const WORDS: Readonly<Record<RestoreProblem, () => string>> = {
	damaged: m.settings_backup_damaged,
	'newer-version': m.settings_backup_newer,
	'not-a-backup': m.settings_backup_foreign,
	'too-large': m.settings_backup_too_large,
	storage: m.settings_storage_failed,
	unavailable: m.common_part_missing
};

/** What went wrong, and what to do about it. */
export const problemText = (problem: RestoreProblem): string => WORDS[problem]();
