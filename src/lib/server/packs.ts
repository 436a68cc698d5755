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
import type { Language } from '#lib/bank/pack.ts';
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
	/** "packs/morocco-israel.en.0123456789.json", from the root of the site. */
	readonly path: string;
	readonly json: string;
};

export type LoadedPacks = {
	/** Empty when there are problems. */
	readonly packs: readonly CompiledPack[];
	/** The packs of each language, as a learner of that language has them. */
	readonly banks: ReadonlyMap<Language, Bank>;
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
	const folder = join(root, 'questions');
	const names = readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort();
	const files = names.map((name) => [`questions/${name}`, readFiles(join(folder, name))] as const);
	const key = hashOf(JSON.stringify([root, seeds, files.map(([name, own]) => [name, ...own])]), 64);
	if (last?.key !== key) {
		last = { key, loaded: loadFiles(files, documentsBeside(root), seeds) };
	}
	return last.loaded;
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
	if (problems.length > 0) return { packs: [], banks: new Map(), problems };

	const compiled = written.flatMap((pack) =>
		pack.header.languages.map((language) => compilePack(pack, language))
	);
	const packIn = (id: string, language: Language) =>
		compiled.find((pack) => pack.id === id && pack.language === language);
	const banks = new Map(
		packLanguages.map((language) => [
			language,
			// A pack that does not speak the language is told in English as a whole.
			new Bank(
				written.flatMap(({ header: { id } }) => packIn(id, language) ?? packIn(id, 'en') ?? [])
			)
		])
	);
	problems.push(...prove(banks, written, seeds));
	if (problems.length > 0) return { packs: [], banks, problems };

	const packs = compiled.map((pack): CompiledPack => {
		const { id, language, version } = pack;
		const json = JSON.stringify(packPack(pack));
		const hash = hashOf(json, 10);
		return { id, language, version, hash, path: `packs/${id}.${language}.${hash}.json`, json };
	});
	return { packs, banks, problems };
}

/** What the proof finds wrong with a question is told at the fact that the question is about. */
function prove(
	banks: ReadonlyMap<Language, Bank>,
	written: readonly WrittenPack[],
	seeds: readonly number[]
): PackProblem[] {
	return [...banks].flatMap(([language, bank]) =>
		// The words are those of the language that the bank really speaks.
		proveBank(bank, phrasesFor(bank.language), seeds).map(({ fact, card, kind, rule, reason }) => {
			const pack = written.find(({ facts }) => facts.some(({ id }) => id === fact));
			const item = pack?.facts.find(({ id }) => id === fact);
			const place = pack && item ? pack.placeOf(item) : { file: 'questions', line: 1, column: 1 };
			const message = `the ${kind} question on the card “${card}” (${language}) breaks the rule “${rule}”: ${reason}.`;
			return { ...place, id: fact, path: '', message };
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
