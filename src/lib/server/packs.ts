/**
 * From the folder `questions/` to proven packs: reads, checks, compiles for each language of the
 * interface, and proves every question that the packs can yield.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { phrasesFor } from '#lib/app/phrases.ts';
import { Bank } from '#lib/bank/bank.ts';
import { packPack } from '#lib/bank/pack-json.ts';
import type { Language, Pack } from '#lib/bank/pack.ts';
import { proveBank } from '#lib/quiz/proof.ts';
import { locales } from '../../locales.js';
import { checkPacks } from './check-pack.ts';
import { compilePack } from './compile-pack.ts';
import type { PackProblem } from './problem.ts';
import { readFiles, readPack, type PackFiles, type WrittenPack } from './read-pack.ts';

/** A pack in one language, ready to be served under `path`. */
export type CompiledPack = {
	readonly id: string;
	readonly language: Language;
	readonly version: string;
	/** Of the content: 10 hexadecimal digits of SHA-256. */
	readonly hash: string;
	/** Whether learners switch it on themselves. */
	readonly optional: boolean;
	/** "packs/morocco-israel.en.0123456789.json", from the root of the site. */
	readonly path: string;
	readonly json: string;
};

/**
 * Which packs a bank is made of. `default`: those that every learner has; `all`: the optional ones
 * as well; the id of a pack: the facts of that one alone.
 */
export type Selection = 'default' | 'all' | (string & {});

export type LoadedPacks = {
	/** Empty when there are problems. */
	readonly packs: readonly CompiledPack[];
	/** Null where the packs could not be read. */
	readonly bank: (language: Language, selection?: Selection) => Bank | null;
	readonly problems: readonly PackProblem[];
};

/** The seeds that the build proves; `npm run questions -- check --seeds N` proves more. */
export const BUILD_SEEDS: readonly number[] = [1, 2, 3];

/** The languages of learners: those that have interface messages. */
export const packLanguages: readonly Language[] = [
	...new Set(Object.values(locales).map(({ messages }) => messages))
];

let last: { readonly key: string; readonly loaded: LoadedPacks } | null = null;

/**
 * Loads the packs under `root`/questions. Problems are values, all of them at once; the questions
 * are proven only when nothing else is wrong. The result is kept until a file changes.
 */
export function loadPacks(root = '.', seeds: readonly number[] = BUILD_SEEDS): LoadedPacks {
	const files = filesUnder(root);
	const key = hashOf(JSON.stringify([root, seeds, files.map(([name, own]) => [name, ...own])]), 64);
	if (last?.key !== key) {
		last = { key, loaded: loadFiles(files, documentsBeside(root), seeds) };
	}
	return last.loaded;
}

/** The packs under `root`/questions as they are written, and what is wrong with single entries. */
export function readPacks(root = '.'): {
	readonly packs: readonly WrittenPack[];
	readonly problems: readonly PackProblem[];
} {
	const read = filesUnder(root).map(([folder, files]) => readPack(folder, files));
	return {
		packs: read.flatMap(({ pack }) => pack ?? []),
		problems: read.flatMap(({ problems }) => problems)
	};
}

/** The folder beside the packs that holds the JSON Schemas of their files. */
export const SCHEMAS = 'schema';

function filesUnder(root: string): (readonly [folder: string, files: PackFiles])[] {
	const folder = join(root, 'questions');
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && entry.name !== SCHEMAS)
		.map((entry) => entry.name)
		.sort()
		.map((name) => [`questions/${name}`, readFiles(join(folder, name))] as const);
}

/** The same from the text of the files. */
export function loadFiles(
	folders: readonly (readonly [folder: string, files: PackFiles])[],
	documents: ReadonlyMap<string, string>,
	seeds: readonly number[]
): LoadedPacks {
	const problems: PackProblem[] = [];
	const written = folders.flatMap(([folder, files]) => {
		const result = readPack(folder, files);
		problems.push(...result.problems);
		return result.pack ?? [];
	});
	problems.push(...checkPacks(written, documents));
	if (problems.length > 0) return { packs: [], bank: () => null, problems };

	const compiled = written.flatMap((pack) =>
		pack.header.languages.map((language) => compilePack(pack, language))
	);
	const bank = bankMaker(compiled);
	problems.push(...prove(bank, written, seeds));
	if (problems.length > 0) return { packs: [], bank, problems };

	const packs = compiled.map((pack): CompiledPack => {
		const { id, language, version, optional } = pack;
		const json = JSON.stringify(packPack(pack));
		const hash = hashOf(json, 10);
		const path = `packs/${id}.${language}.${hash}.json`;
		return { id, language, version, hash, path, optional, json };
	});
	return { packs, bank, problems };
}

/** Makes banks of the compiled packs, each once. */
function bankMaker(compiled: readonly Pack[]): LoadedPacks['bank'] {
	const ids = [...new Set(compiled.map(({ id }) => id))];
	const made = new Map<string, Bank>();
	return (language, selection = 'default') => {
		const packs = ids.flatMap((id) => {
			const versions = compiled.filter((pack) => pack.id === id);
			// A pack that does not speak the language is told in English as a whole.
			const own =
				versions.find((pack) => pack.language === language) ??
				versions.find((pack) => pack.language === 'en');
			return own ?? [];
		});
		const key = [selection, ...packs.map((pack) => pack.language)].join(' ');
		const bank = made.get(key) ?? new Bank(choosePacks(packs, selection));
		made.set(key, bank);
		return bank;
	};
}

/** A pack by itself keeps the actors and sources of those that it needs, but none of their facts. */
function choosePacks(packs: readonly Pack[], selection: Selection): Pack[] {
	if (selection === 'all') return [...packs];
	if (selection === 'default') return packs.filter(({ optional }) => !optional);
	const alone = packs.find(({ id }) => id === selection);
	return packs.flatMap((pack) => {
		if (pack === alone) return pack;
		return alone?.needs.includes(pack.id) ? { ...pack, facts: [] } : [];
	});
}

/** The banks that learners may have, and each optional pack by itself, as an assignment may. */
export function selectionsOf(packs: readonly WrittenPack[]): Selection[] {
	const optional = packs.filter(({ header }) => header.optional).map(({ header }) => header.id);
	return optional.length === 0 ? ['default'] : ['default', ...optional, 'all'];
}

/** What the proof finds wrong with a question is told at the fact that the question is about. */
function prove(
	bankIn: LoadedPacks['bank'],
	written: readonly WrittenPack[],
	seeds: readonly number[]
): PackProblem[] {
	const proven = new Set<Bank>();
	return packLanguages.flatMap((language) =>
		selectionsOf(written).flatMap((selection) => {
			const bank = bankIn(language, selection);
			// Where no pack speaks the language, learners of it have the English bank.
			if (!bank || proven.has(bank)) return [];
			proven.add(bank);
			// The words are those of the language that the bank really speaks.
			const found = proveBank(bank, phrasesFor(bank.language), seeds);
			return found.map(({ fact, card, kind, rule, reason }) => {
				const pack = written.find(({ facts }) => facts.some(({ id }) => id === fact));
				const item = pack?.facts.find(({ id }) => id === fact);
				const place = pack && item ? pack.placeOf(item) : { file: 'questions', line: 1, column: 1 };
				const where = selection === 'default' ? language : `${language}, packs: ${selection}`;
				const message = `the ${kind} question on the card “${card}” (${where}) breaks the rule “${rule}”: ${reason}.`;
				return { ...place, id: fact, path: '', message };
			});
		})
	);
}

/** The source documents, where a copy of them lies beside the repository; none elsewhere. */
function documentsBeside(root: string): ReadonlyMap<string, string> {
	const folder = join(root, '../shared/content/documents');
	if (!existsSync(folder)) return new Map();
	return new Map(
		readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)
	);
}

const hashOf = (text: string, digits: number): string =>
	createHash('sha256').update(text).digest('hex').slice(0, digits);
