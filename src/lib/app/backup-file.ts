/** Backup files: saving one to the learner's downloads, and adding from one that is chosen. */
import { StorageError } from '#lib/storage/storage-error.ts';
import type { LearnerProgress } from './progress.svelte.ts';

/** `storage`: it failed. `unavailable`: a part of the app could not be loaded. */
type Failure = { readonly ok: false; readonly problem: 'storage' | 'unavailable' };

export type Saved = { readonly ok: true; readonly name: string; readonly at: number } | Failure;

export type Added =
	| { readonly ok: true; readonly added: number; readonly known: number }
	| {
			readonly ok: false;
			readonly problem: 'not-a-backup' | 'newer-version' | 'damaged' | 'too-large';
	  }
	| Failure;

const failure = (cause: unknown): Failure => ({
	ok: false,
	problem: cause instanceof StorageError ? 'storage' : 'unavailable'
});

/** In bytes; a text of the largest backup we read is not longer. Nothing larger is even opened. */
const LARGEST_FILE = 60_000_000;

/** "tarikh-backup-2026-01-31.txt": plain text, which every phone and mailbox lets through. */
function fileName(at: number): string {
	const date = new Date(at);
	const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
	return `tarikh-backup-${parts.map((part) => String(part).padStart(2, '0')).join('-')}.txt`;
}

/** Hands a backup of the whole log to the browser as a download. */
export async function saveBackup(progress: LearnerProgress): Promise<Saved> {
	const at = Date.now();
	const name = fileName(at);
	try {
		const url = URL.createObjectURL(
			new Blob([await progress.exportBackup()], { type: 'text/plain;charset=utf-8' })
		);
		const link = document.createElement('a');
		link.href = url;
		link.download = name;
		link.click();
		// Safari still reads the address after the click.
		setTimeout(() => URL.revokeObjectURL(url), 60_000);
		return { ok: true, name, at };
	} catch (cause) {
		return failure(cause);
	}
}

/** Adds the reviews of a chosen file to the log; removes nothing. */
export async function addBackup(progress: LearnerProgress, file: File): Promise<Added> {
	if (file.size > LARGEST_FILE) return { ok: false, problem: 'too-large' };
	let text: string;
	try {
		text = await file.text();
	} catch {
		// The file was moved, or it lies in a cloud that cannot be reached.
		return { ok: false, problem: 'damaged' };
	}
	try {
		const restored = await progress.restore(text);
		if (restored.ok) return restored;
		const { code } = restored.problem;
		return { ok: false, problem: code === 'bad-entry' ? 'damaged' : code };
	} catch (cause) {
		return failure(cause);
	}
}

/** Deletes everything that was learnt here; says whether it worked. */
export const deleteProgress = (progress: LearnerProgress): Promise<boolean> =>
	isDone(progress.deleteAll());

/** Leaves lost data behind and starts with an empty log; says whether it worked. */
export const startAgain = (progress: LearnerProgress): Promise<boolean> =>
	isDone(progress.startAgain());

const isDone = (work: Promise<void>): Promise<boolean> =>
	work.then(
		() => true,
		() => false
	);
