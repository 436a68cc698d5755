/** The library: fetches the packs of a language and indexes them. */
import packs from 'virtual:packs';
import { resolve } from '$app/paths';
import { Bank } from '#lib/bank/bank.ts';
import { unpackPack } from '#lib/bank/pack-json.ts';
import { locales } from '../../locales.js';

/**
 * Why the packs could not be had. `unreachable`: no network and not stored for offline use.
 * `missing`: the server does not have this version any more. `damaged`: what came is no pack.
 */
export type LibraryProblem = 'unreachable' | 'missing' | 'damaged';

export class LibraryError extends Error {
	readonly code: LibraryProblem;

	constructor(code: LibraryProblem, path: string, cause?: unknown) {
		super(`The pack ${path} is ${code}.`, { cause });
		this.name = 'LibraryError';
		this.code = code;
	}
}

type Entry = (typeof packs)[number];

const banks = new Map<string, Promise<Bank>>();

/** The ids of the packs that learners switch on themselves. */
export const optionalPacks: readonly string[] = [
	...new Set(packs.filter(({ optional }) => optional).map(({ id }) => id))
];

/**
 * The bank that a locale learns from, in the language of its messages, with the optional packs
 * named in `chosen`. It is loaded once; after a failure the next call tries again. Rejects with a
 * LibraryError.
 */
export function loadBank(
	locale: string,
	fetch: typeof globalThis.fetch,
	chosen: readonly string[] = []
): Promise<Bank> {
	const key = [locale, ...chosen].join(' ');
	const known = banks.get(key);
	if (known) return known;
	const language = locales[locale]?.messages ?? 'en';
	// A pack that does not speak the language is had in English.
	const speaks = (id: string) => packs.some((pack) => pack.id === id && pack.language === language);
	const own = packs.filter(
		({ id, language: its, optional }) =>
			its === (speaks(id) ? language : 'en') && (!optional || chosen.includes(id))
	);
	const bank = Promise.all(own.map((entry) => loadPack(entry, fetch))).then(
		(loaded) => new Bank(loaded)
	);
	banks.set(key, bank);
	bank.catch(() => banks.delete(key));
	return bank;
}

async function loadPack(entry: Entry, fetch: typeof globalThis.fetch) {
	const text = await readText(entry, fetch);
	try {
		return unpackPack(JSON.parse(text));
	} catch (cause) {
		throw new LibraryError('damaged', entry.path, cause);
	}
}

async function readText({ path }: Entry, fetch: typeof globalThis.fetch): Promise<string> {
	if (import.meta.env.SSR) {
		// SvelteKit writes what a page fetches while it is prerendered into the page: the whole pack.
		const { default: content } = await import('virtual:packs/content');
		const text = content[path];
		if (text === undefined) throw new LibraryError('missing', path);
		return text;
	}
	const name = path.slice('packs/'.length, -'.json'.length);
	let response: Response;
	try {
		response = await fetch(resolve('/packs/[name].json', { name }));
	} catch (cause) {
		throw new LibraryError('unreachable', path, cause);
	}
	if (!response.ok)
		throw new LibraryError(response.status === 404 ? 'missing' : 'unreachable', path);
	try {
		return await response.text();
	} catch (cause) {
		throw new LibraryError('unreachable', path, cause);
	}
}
