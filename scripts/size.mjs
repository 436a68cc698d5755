/**
 * `node scripts/size.mjs`: what a learner downloads, from the built site, against its limits. All
 * figures are bytes after Brotli 11, as a host sends them. Exit code 1 above a limit.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { baseLocale } from '../src/locales.js';
import { isForOthers, languageOf } from '../src/offline.js';
import { root, site } from './build.mjs';

/** Loaded only when somebody asks for it; every other dynamic import runs when a page starts. */
const onDemand = [
	'src/lib/app/backup-file.ts',
	'src/lib/app/decisions.ts',
	'src/lib/app/kept-quiz.ts',
	// A quiz is drawn to look at once the page is live; until then it can be chosen and begun.
	'src/lib/app/quiz-drawing.ts',
	'src/lib/app/quiz-opened.ts',
	'src/lib/app/quiz-session.svelte.ts',
	'src/lib/app/read-quiz-left.ts',
	'src/lib/storage/backup.ts',
	// Decisions, merges and repairs: a start and an answer do without.
	'src/lib/storage/database-rewrite.ts',
	'src/lib/storage/start-over.ts',
	// Where the browser refuses to store anything.
	'src/lib/storage/memory-progress.ts',
	'src/lib/ui/Feedback.svelte',
	'src/lib/ui/Rescue.svelte',
	'src/lib/ui/quiz/MoreChoices.svelte',
	'src/lib/ui/quiz/QuizPreview.svelte',
	'src/lib/ui/quiz/Worksheet.svelte',
	'src/routes/[[lang=locale]]/quiz/Pending.svelte',
	'src/routes/[[lang=locale]]/quiz/UnderWay.svelte'
];

/**
 * @param {string} id of a chunk; one that other pages load at start has no source of its own, only a name
 */
const isOnDemand = (id) =>
	onDemand.includes(id) ||
	(id.startsWith('_') &&
		onDemand.some((source) => basename(source).split('.')[0] === chunks[id]?.name));

/** What Today loads for a learner who has been here before, and for nobody else. */
const returning = 'src/lib/app/today.svelte.ts';

/** @typedef {{ file: string, name?: string, imports?: string[], dynamicImports?: string[] }} Chunk */
const chunks = /** @type {Record<string, Chunk>} */ (
	JSON.parse(readFileSync(join(root, '.svelte-kit/output/client/.vite/manifest.json'), 'utf8'))
);
const idOf = new Map(Object.entries(chunks).map(([id, { file }]) => [`/${file}`, id]));

/** @type {Map<string, number>} */
const sizes = new Map();

/**
 * @param {string} path of a file, from the root of the site
 * @returns {number} its bytes after Brotli 11; of a font as it is, for it is compressed already
 */
function sizeOf(path) {
	const known = sizes.get(path);
	if (known !== undefined) return known;
	const bytes = readFileSync(join(site, path));
	const isPacked = path.endsWith('.woff2') || path.endsWith('.png');
	const size = isPacked
		? bytes.length
		: brotliCompressSync(bytes, {
				params: {
					[constants.BROTLI_PARAM_QUALITY]: 11,
					[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
				}
			}).length;
	sizes.set(path, size);
	return size;
}

/**
 * The scripts that a page loads until everything on it is live: those that its HTML names, all that
 * they import, and all that these load later. The app's own list of pages is left out.
 *
 * @param {string} page such as `/quiz/`
 * @param {boolean} [isReturning] for a learner who has been here before
 * @returns {Set<string>} paths from the root of the site
 */
export function scriptsOf(page, isReturning = false) {
	const html = readFileSync(join(site, page, 'index.html'), 'utf8');
	const named = [...html.matchAll(/[./]*(\/_app\/immutable\/[\w./-]+\.js)"/g)];
	const nodes = /node_ids: \[([\d, ]+)\]/.exec(html)?.[1]?.split(',') ?? [];
	const wanted = [
		...named.flatMap((match) => idOf.get(match[1] ?? '') ?? []),
		// 1 is the error page, which Kit loads in every page.
		...[1, ...nodes].map(
			(node) => `.svelte-kit/generated/client-optimized/nodes/${Number(node)}.js`
		)
	];
	/** @type {Set<string>} */
	const seen = new Set();
	for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
		if (seen.has(id)) continue;
		seen.add(id);
		const chunk = chunks[id];
		if (!chunk) throw new Error(`${page} loads "${id}", which the manifest of Vite does not know.`);
		wanted.push(...(chunk.imports ?? []));
		if (id.endsWith('/app.js')) continue;
		wanted.push(
			...(chunk.dynamicImports ?? []).filter(
				(later) => !isOnDemand(later) && (isReturning || later !== returning)
			)
		);
	}
	return new Set([...seen].map((id) => `/${chunks[id]?.file ?? ''}`));
}

/**
 * @param {string} language
 * @returns {string[]} all that is kept for offline use, as paths of files
 */
export function filesKept(language) {
	return readdirSync(site, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !/\.(br|gz)$|^\.stamp$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name).slice(site.length).replaceAll('\\', '/'))
		.filter((path) => {
			const address = path.replace(/index\.html$/, '');
			return !isForOthers(address) && languageOf(address) === language;
		});
}

/** @param {Iterable<string>} paths */
const sum = (paths) => [...paths].reduce((total, path) => total + sizeOf(path), 0);

/** Prints the table and sets the exit code. */
function report() {
	const kB = 1000;
	const packs = filesKept(baseLocale).filter((path) => path.startsWith('/packs/'));
	const rows = [
		{ what: 'until the first question (HTML of /)', bytes: sizeOf('/index.html'), limit: 14 * kB },
		{ what: 'script until / is live', bytes: sum(scriptsOf('/')), limit: 75 * kB },
		{
			what: 'script until / is live, returning',
			bytes: sum(scriptsOf('/', true)),
			limit: 79 * kB
		},
		{ what: 'script until /quiz/ is live', bytes: sum(scriptsOf('/quiz/')), limit: 75 * kB },
		...packs.map((path) => ({
			what: `pack ${path.split('/').at(-1)?.split('.')[0] ?? ''}`,
			bytes: sizeOf(path),
			limit: 60 * kB
		})),
		{
			what: `whole app offline (${baseLocale})`,
			bytes: sum(filesKept(baseLocale)),
			limit: 600 * kB
		}
	];
	for (const { what, bytes, limit } of rows) {
		const share = `${(bytes / kB).toFixed(1)} of ${limit / kB} kB`;
		process.stdout.write(`${bytes > limit ? '✗' : '✓'} ${what.padEnd(38)} ${share.padStart(18)}\n`);
	}
	process.exitCode = rows.some(({ bytes, limit }) => bytes > limit) ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) report();
