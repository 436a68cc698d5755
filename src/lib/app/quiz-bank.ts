/** The bank that a quiz is drawn from: the packs that it asks for, and those that everybody has. */
import packs from 'virtual:packs';
import type { Bank } from '#lib/bank/bank.ts';
import type { PackVersion } from '#lib/quiz/quiz-link.ts';
import { loadBank, optionalPacks } from './library.ts';

/** The optional ones among these packs. */
export const optionalAmong = (ids: readonly string[]): readonly string[] =>
	optionalPacks.filter((id) => ids.includes(id)).sort();

/** The bank for a quiz on these packs. Rejects with a LibraryError. */
export const bankFor = (locale: string, ids: readonly string[]): Promise<Bank> =>
	loadBank(locale, fetch, optionalAmong(ids));

/** Whether this build of the app has a pack at all. */
export const hasPack = (id: string): boolean => packs.some((pack) => pack.id === id);

/**
 * The packs of a bank, each with what changes whenever its content does: the version that its
 * authors write may stay the same while they correct a date.
 */
export const versionsOf = (bank: Bank): PackVersion[] =>
	bank.packs.map(({ id, language, version }) => {
		const entry = packs.find((pack) => pack.id === id && pack.language === language);
		return { id, version: entry?.hash.slice(0, 8) ?? version };
	});
