/**
 * The one error of this floor. Codes only; the words for people are in the message catalogues.
 *
 * - `quota`: the disk or the browser's share of it is full; nothing of the write was kept.
 * - `refused`: the browser offers no storage here (private window, blocked by a setting).
 * - `newer`: the data was written by a newer version of the app, which is intact.
 * - `lost`: data that must be there is gone.
 * - `damaged`: the database is there but cannot be read.
 * - `unknown`: anything else; nothing of the write was kept.
 */
export type StorageProblem = 'quota' | 'refused' | 'newer' | 'lost' | 'damaged' | 'unknown';

export class StorageError extends Error {
	override readonly name = 'StorageError';
	readonly code: StorageProblem;

	constructor(code: StorageProblem, cause?: unknown) {
		super(`storage: ${code}`, { cause });
		this.code = code;
	}
}

/** What an exception of a read or a write means. */
export function writeError(cause: unknown): StorageError {
	if (cause instanceof StorageError) return cause;
	const codes: Record<string, StorageProblem> = {
		QuotaExceededError: 'quota',
		VersionError: 'newer',
		NotReadableError: 'damaged',
		DataError: 'damaged'
	};
	return new StorageError(codes[nameOf(cause)] ?? 'unknown', cause);
}

/** What an exception of opening the database means. */
export function openError(cause: unknown): StorageError {
	if (cause instanceof StorageError) return cause;
	const codes: Record<string, StorageProblem> = {
		QuotaExceededError: 'quota',
		VersionError: 'newer',
		// No `indexedDB` at all, or one that must not be touched: private windows, blocked cookies.
		ReferenceError: 'refused',
		TypeError: 'refused',
		SecurityError: 'refused',
		NotAllowedError: 'refused',
		InvalidStateError: 'refused'
	};
	return new StorageError(codes[nameOf(cause)] ?? 'damaged', cause);
}

/**
 * Did the connection go away under a transaction? WebKit drops connections of tabs in the
 * background, and clearing site data closes them; a new connection heals it.
 */
export function isConnectionLoss(cause: unknown): boolean {
	return ['InvalidStateError', 'UnknownError', 'AbortError', 'TransactionInactiveError'].includes(
		nameOf(cause)
	);
}

// Not every browser's DOMException is an Error, and tests bring their own.
function nameOf(cause: unknown): string {
	if (typeof cause !== 'object' || cause === null || !('name' in cause)) return '';
	return typeof cause.name === 'string' ? cause.name : '';
}
