/**
 * The backup file: the log, one entry a line, between a head and a checksum.
 *
 *     {"magic":"tarikh-backup","version":2,"made":1773144000000,"count":2}
 *     {"id":"…","v":1,"card":"rabin-visit.when","kind":"typed",…}
 *     {"id":"…","v":1,"type":"undo","card":"rabin-visit.when",…,"of":"…"}
 *     {"crc32":"1a2b3c4d"}
 *
 * The checksum covers every byte before its own line. A backup is somebody's file: it is read field
 * by field into fresh objects, and nothing of it is trusted before the checksum fits.
 *
 * A file of reviews alone says version 1, as it always did: every app can read it. One that holds
 * decisions says version 2, so that an app that knows none calls it newer, not damaged. Whoever adds
 * a type of entry gives the files that hold it the next version. A line of a type that is not known
 * here is taken for that, and the whole file refused as newer: restoring a part of it would look
 * like all of it. The file stays as it is for the app that can read it.
 */
import { canonicalEntry, isReview, mergeLogs, commonFields, type Entry } from '#lib/memory/log.ts';
import { isRecord, own } from './fields.ts';
import { fieldsOf, isWhole, readEntry, readFields } from './rows.ts';

export type BackupProblem =
	| { readonly code: 'not-a-backup' | 'newer-version' | 'damaged' | 'too-large' }
	/** The entry on this line (from 0) is not one, although the checksum fits. */
	| { readonly code: 'bad-entry'; readonly index: number };

export type Backup =
	| { readonly ok: true; readonly entries: readonly Entry[]; readonly made: number }
	| { readonly ok: false; readonly problem: BackupProblem };

const MAGIC = 'tarikh-backup';
/** Of files that hold reviews only, and of those that hold decisions too. */
const REVIEWS_ONLY = 1;
const WITH_DECISIONS = 2;
/** In characters: about 180,000 entries. */
const LARGEST = 50_000_000;
/** No line of ours is a tenth as long; caps what the JSON parser ever sees, and so its depth. */
const LONGEST_LINE = 4000;

/** Writes the entries as a backup made at `made` (milliseconds since 1970), in the order of the log. */
export function writeBackup(entries: readonly Entry[], made: number): string {
	const log = mergeLogs(entries, []);
	const version = log.every(isReview) ? REVIEWS_ONLY : WITH_DECISIONS;
	const head = JSON.stringify({ magic: MAGIC, version, made, count: log.length });
	const body = [head, ...log.map(canonicalEntry), ''].join('\n');
	return `${body}${JSON.stringify({ crc32: checksum(body) })}`;
}

/** Reads a backup. Never throws, whatever the text is. */
export function readBackup(text: string): Backup {
	if (text.length > LARGEST) return failed({ code: 'too-large' });
	const lines = text.split('\n');
	const head = readLine(lines[0]);
	if (!head || own(head, 'magic') !== MAGIC) return failed({ code: 'not-a-backup' });
	const version = own(head, 'version');
	if (isWhole(version, WITH_DECISIONS + 1, Number.MAX_SAFE_INTEGER)) {
		return failed({ code: 'newer-version' });
	}

	const last = lines.pop() ?? '';
	const body = text.slice(0, text.length - last.length);
	const made = own(head, 'made');
	const isIntact =
		isWhole(version, REVIEWS_ONLY, WITH_DECISIONS) &&
		last === JSON.stringify({ crc32: checksum(body) }) &&
		isWhole(made, 0, Number.MAX_SAFE_INTEGER) &&
		own(head, 'count') === lines.length - 1;
	if (!isIntact) return failed({ code: 'damaged' });

	const entries: Entry[] = [];
	for (const [index, line] of lines.slice(1).entries()) {
		const value = readLine(line);
		const entry = readEntry(value);
		if (!entry && value && isOfNewerType(value)) return failed({ code: 'newer-version' });
		if (!entry) return failed({ code: 'bad-entry', index });
		entries.push(entry);
	}
	return { ok: true, entries, made };
}

/** Is it an entry in every field that all have, but of a type that is not known here? */
function isOfNewerType(value: Record<string, unknown>): boolean {
	return fieldsOf(own(value, 'type')) === null && readFields(value, commonFields) !== null;
}

function failed(problem: BackupProblem): Backup {
	return { ok: false, problem };
}

function readLine(line: string | undefined): Record<string, unknown> | null {
	if (line === undefined || line.length > LONGEST_LINE) return null;
	try {
		const value: unknown = JSON.parse(line);
		return isRecord(value) ? value : null;
	} catch {
		return null;
	}
}

/**
 * CRC-32 of the text in UTF-8 (ISO 3309, as in zip files), eight hexadecimal digits. It finds every
 * burst of up to 32 bits. SHA-256 would need a secure context, which a page served on the local
 * network does not have.
 */
function checksum(text: string): string {
	let crc = 0xffffffff;
	for (const byte of new TextEncoder().encode(text)) {
		crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
	}
	return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let crc = byte;
	for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	return crc;
});
