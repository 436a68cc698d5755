/**
 * The editors' tool: lists, checks and shows the questions that the packs yield.
 * `npm run questions` prints how to use it.
 */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { compile } from '@inlang/paraglide-js';
import type { Bank } from '#lib/bank/bank.ts';
import type { Language } from '#lib/bank/pack.ts';
import type { KindName, Question, Wording } from '#lib/quiz/question.ts';
import type { LoadedPacks } from '#lib/server/packs.ts';
import { survey, surveyLines } from './survey.ts';

const USAGE = `Usage: npm run questions -- <command>

  list                every question that the packs yield for one seed
    --seed N          the seed, 1 if not given
    --language L      en (if not given) or fr
    --packs P         default (if not given), all, or one pack by its id
    --json            as a JSON array on one line
  check               proves every question; exit code 1 when one fails
    --seeds N         proves the seeds 1 to N, 20 if not given
    --json            the report as JSON on one line
  survey              counts the questions that differ, and proves that they are fair
    --seeds N         over the seeds 1 to N, 20 if not given
    --language, --packs, --json as for list
  show <fact>         one fact with its cards and questions
    --seed, --language, --json as for list
  schema              writes questions/schema, which editors complete and check by
  coverage            which fact carries which row of the research tables, and counts
    --json            the same as JSON on one line`;

/** A mistake in the command itself: exit code 2. */
class UsageError extends Error {}

const hasColour = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
	hasColour ? styleText(style, text) : text;
const print = (line: string): void => {
	process.stdout.write(`${line}\n`);
};

type Flags = {
	readonly json: boolean;
	readonly seed: number;
	readonly seeds: number;
	readonly language: Language;
	readonly packs: string;
};

/** One question in words, as `list --json` prints it. */
type Listed = {
	readonly fact: string;
	readonly card: string;
	readonly kind: KindName;
	readonly direction?: string;
	readonly stem: string;
	readonly options?: readonly { text: string; right: boolean; why: string }[];
	/** The events to put in order, as first shown: none of them is right or wrong. */
	readonly items?: readonly string[];
	/** What stands beside the options: placed events, questions to match. */
	readonly given?: readonly string[];
} & Pick<Wording, 'answer' | 'explanation' | 'source' | 'locator' | 'status' | 'flags'>;

const MESSAGES = 'src/messages';
const COMPILED = 'src/lib/paraglide/messages.js';

/** Whether the messages were never compiled, or have changed since. */
function lacksMessages(): boolean {
	if (!existsSync(COMPILED)) return true;
	const compiledAt = statSync(COMPILED).mtimeMs;
	return readdirSync(MESSAGES)
		.filter((name) => name.endsWith('.json'))
		.some((name) => statSync(join(MESSAGES, name)).mtimeMs > compiledAt);
}

/**
 * The modules that need the compiled messages, which a fresh clone does not have yet: they can be
 * imported only after this has seen to it.
 */
async function openWorkshop() {
	if (lacksMessages()) {
		await compile({
			project: './src/messages/project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['globalVariable', 'baseLocale'],
			emitTsDeclarations: false
		});
	}
	const [packs, problem, kinds, phrases, nearest, coverage, schema] = await Promise.all([
		import('#lib/server/packs.ts'),
		import('#lib/server/problem.ts'),
		import('#lib/quiz/kinds.ts'),
		import('#lib/app/phrases.ts'),
		import('#lib/server/nearest.ts'),
		import('#lib/server/coverage.ts'),
		import('#lib/server/json-schema.ts')
	]);
	return { ...packs, ...problem, ...kinds, ...phrases, ...nearest, ...coverage, ...schema };
}
type Workshop = Awaited<ReturnType<typeof openWorkshop>>;

/** The bank of a language; null, with the report on stderr, when the packs are wrong. */
function openBank(
	shop: Workshop,
	loaded: LoadedPacks,
	{ language, packs }: Pick<Flags, 'language' | 'packs'>
): Bank | null {
	const bank = loaded.bank(language, packs);
	if (bank?.packs.length === 0) throw new UsageError(`There is no pack “${packs}”.`);
	if (loaded.problems.length > 0) {
		process.stderr.write(`${shop.formatReport(loaded.problems)}\n`);
		process.exitCode = 1;
	}
	// A question that fails the proof can still be looked at.
	return bank;
}

function listed(shop: Workshop, bank: Bank, question: Question): Listed {
	const card = bank.card(question.card);
	const fact = bank.fact(card?.fact ?? '');
	const words = shop.wordQuestion(bank, question, shop.phrasesFor(fact.language));
	return {
		fact: fact.id,
		card: question.card,
		kind: question.kind,
		...('direction' in question ? { direction: question.direction } : {}),
		stem: words.stem,
		...optionsOf(question, words),
		answer: words.answer,
		explanation: words.explanation,
		source: words.source,
		locator: words.locator,
		status: words.status,
		flags: words.flags
	};
}

function optionsOf(
	question: Question,
	{ options, given }: Wording
): Pick<Listed, 'options' | 'items' | 'given'> {
	const texts = options.map(({ text }) => text);
	if (question.kind === 'order') return { items: texts };
	if (question.kind === 'match') return { given, items: texts };
	if (options.length === 0) return {};
	return {
		...(given.length > 0 ? { given } : {}),
		options: options.map(({ text, right, why }) => ({ text, right, why }))
	};
}

function printQuestion(question: Listed): void {
	const kind = question.direction ? `${question.kind}/${question.direction}` : question.kind;
	const flags = [question.status, ...question.flags].join(' ');
	print(`${paint('cyan', kind.padEnd(15))} ${paint('bold', question.stem)}`);
	for (const { text, right, why } of question.options ?? []) {
		const mark = right ? paint('green', '✓') : paint('red', '✗');
		print(`${' '.repeat(16)}${mark} ${text}${why ? paint('dim', `  ${why}`) : ''}`);
	}
	for (const text of [...(question.given ?? []), ...(question.items ?? [])]) {
		print(`${' '.repeat(16)}· ${text}`);
	}
	print(`${' '.repeat(16)}${paint('green', `→ ${question.answer}`)}`);
	const source = [question.source, question.locator].filter(Boolean).join(', ');
	print(`${' '.repeat(16)}${paint('dim', `${question.explanation} (${source}; ${flags})`)}`);
}

function printByCard(questions: readonly Listed[]): void {
	let card = '';
	for (const question of questions) {
		if (question.card !== card) print(`\n${paint('yellow', question.card)}`);
		card = question.card;
		printQuestion(question);
	}
}

async function list({ json, seed, ...which }: Flags): Promise<void> {
	const shop = await openWorkshop();
	const bank = openBank(shop, shop.loadPacks('.', [seed]), which);
	if (!bank) return;
	const questions = shop.everyQuestion(bank, seed).map((each) => listed(shop, bank, each));
	if (json) {
		print(JSON.stringify(questions));
		return;
	}
	printByCard(questions);
	print(`\n${questions.length} questions on ${bank.cards.size} cards of ${bank.facts.size} facts.`);
}

async function show(id: string, { json, seed, language }: Flags): Promise<void> {
	const shop = await openWorkshop();
	const bank = openBank(shop, shop.loadPacks('.', [seed]), { language, packs: 'all' });
	if (!bank) return;
	const fact = bank.facts.get(id);
	if (!fact) {
		process.stderr.write(`There is no fact “${id}”.${shop.suggestion(id, bank.facts.keys())}\n`);
		process.exitCode = 1;
		return;
	}
	const questions = shop
		.everyQuestion(bank, seed)
		.map((each) => listed(shop, bank, each))
		.filter((question) => question.fact === id);
	const cards = bank.cardsOf(id).map((card) => card.id);
	if (json) {
		print(JSON.stringify({ fact, cards, questions }));
		return;
	}
	print(paint('bold', `${fact.kind} ${fact.id} (${fact.pack})`));
	const rows: readonly (readonly [string, string])[] = [
		['statement', fact.statement],
		['status', [fact.status, ...fact.flags].join(' ')],
		['topics', fact.topics.join(', ')],
		['group', fact.group ?? ''],
		['conflict', fact.conflict ?? ''],
		[
			'support',
			fact.support.map(({ source, at }) => [source, at].filter(Boolean).join(' ')).join('; ')
		],
		['notes', fact.notes.join(', ')],
		['cards', cards.join(', ')]
	];
	for (const [name, text] of rows) if (text) print(`${paint('dim', name.padEnd(15))} ${text}`);
	printByCard(questions);
	if (questions.length === 0) print('\nNo question asks this fact.');
}

async function check({ json, seeds }: Flags): Promise<void> {
	const shop = await openWorkshop();
	const all = Array.from({ length: seeds }, (_, index) => index + 1);
	const { problems, bank: bankIn } = shop.loadPacks('.', all);
	if (problems.length > 0) process.exitCode = 1;
	const bank = bankIn('en', 'all');
	const counts = new Map<string, number>();
	if (bank) {
		for (const { kind } of shop.everyQuestion(bank, 1))
			counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	const questions = [...counts.values()].reduce((sum, count) => sum + count, 0);
	if (json) {
		const report = {
			ok: problems.length === 0,
			facts: bank?.facts.size ?? 0,
			questions,
			seeds,
			problems
		};
		print(JSON.stringify(report));
		return;
	}
	if (problems.length > 0) {
		print(paint('red', shop.formatReport(problems)));
		return;
	}
	for (const [kind, count] of counts) print(`${kind.padEnd(12)}${String(count).padStart(6)}`);
	print(
		paint('green', `✓ ${bank?.facts.size ?? 0} facts, ${questions} questions a seed: all proven`) +
			` (${seeds} seeds, ${shop.packLanguages.join(' and ')}, the packs alone and together).`
	);
}

async function printSurvey({ json, seeds, ...which }: Flags): Promise<void> {
	const shop = await openWorkshop();
	const bank = openBank(shop, shop.loadPacks('.', []), which);
	if (!bank) return;
	const { packs } = which;
	const report = await survey(bank, shop.phrasesFor(bank.language), { packs, seeds });
	if (report.problems > 0 || report.disagreements) process.exitCode = 1;
	if (json) print(JSON.stringify(report));
	else for (const line of surveyLines(report)) print(line);
}

async function schema(): Promise<void> {
	const { jsonSchemas, SCHEMAS } = await openWorkshop();
	const folder = join('questions', SCHEMAS);
	mkdirSync(folder, { recursive: true });
	for (const [name, text] of jsonSchemas()) writeFileSync(join(folder, name), text);
	print(`${jsonSchemas().size} schemas are written to ${folder}.`);
}

async function coverage({ json }: Flags): Promise<void> {
	const shop = await openWorkshop();
	const written = shop.readPacks('.');
	const report = shop.coverageOf(written.packs);
	const missing = report.rows.filter(({ carriedBy, reason }) => !carriedBy.length && !reason);
	if (missing.length > 0 || written.problems.length > 0) process.exitCode = 1;
	if (written.problems.length > 0) {
		process.stderr.write(`${shop.formatReport(written.problems)}\n`);
	}
	if (json) {
		print(JSON.stringify(report));
		return;
	}
	for (const { row, carriedBy, reason } of report.rows) {
		const told = carriedBy.length > 0 ? carriedBy.join(', ') : paint('dim', reason ?? '');
		print(`${row.padEnd(8)}${told || paint('red', 'nobody carries it')}`);
	}
	for (const [name, counts] of Object.entries(report.counts)) {
		print(`\n${paint('bold', name)}`);
		for (const [each, count] of Object.entries(counts)) {
			print(`  ${each.padEnd(30)}${String(count).padStart(5)}`);
		}
	}
	const summary = `${report.rows.length} rows, ${missing.length} missing.`;
	print(`\n${paint(missing.length > 0 ? 'red' : 'green', summary)}`);
}

const wholeNumber = (name: string, text: string): number => {
	if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--${name} takes a whole number from 1.`);
	return Number(text);
};

const FLAGS_OF: Readonly<Record<string, readonly string[]>> = {
	list: ['json', 'seed', 'language', 'packs'],
	show: ['json', 'seed', 'language'],
	check: ['json', 'seeds'],
	survey: ['json', 'seeds', 'language', 'packs'],
	schema: [],
	coverage: ['json']
};

function readCommand(args: readonly string[]): { command: string; fact: string; flags: Flags } {
	const { values, positionals, tokens } = (() => {
		try {
			return parseArgs({
				args: [...args],
				allowPositionals: true,
				tokens: true,
				options: {
					json: { type: 'boolean', default: false },
					seed: { type: 'string', default: '1' },
					seeds: { type: 'string', default: '20' },
					language: { type: 'string', default: 'en' },
					packs: { type: 'string', default: 'default' }
				}
			});
		} catch (error) {
			throw new UsageError(error instanceof Error ? error.message : String(error));
		}
	})();
	const [command = '', fact = '', ...rest] = positionals;
	const known = FLAGS_OF[command];
	if (!known)
		throw new UsageError(command ? `There is no command “${command}”.` : 'Which command?');
	const misplaced = tokens.find((token) => token.kind === 'option' && !known.includes(token.name));
	if (misplaced?.kind === 'option') {
		throw new UsageError(`The command “${command}” takes no --${misplaced.name}.`);
	}
	if (command === 'show' && !fact) throw new UsageError('Which fact? show <fact>');
	const surplus = command === 'show' ? rest[0] : fact;
	if (surplus) throw new UsageError(`What is “${surplus}”?`);
	const { language } = values;
	if (language !== 'en' && language !== 'fr') {
		throw new UsageError(`--language is en or fr, not “${language}”.`);
	}
	const flags = {
		json: values.json,
		seed: wholeNumber('seed', values.seed),
		seeds: wholeNumber('seeds', values.seeds),
		language,
		packs: values.packs
	} as const;
	return { command, fact, flags };
}

try {
	const { command, fact, flags } = readCommand(process.argv.slice(2));
	if (command === 'list') await list(flags);
	else if (command === 'show') await show(fact, flags);
	else if (command === 'check') await check(flags);
	else if (command === 'survey') await printSurvey(flags);
	else if (command === 'schema') await schema();
	else await coverage(flags);
} catch (error) {
	if (!(error instanceof UsageError)) throw error;
	process.stderr.write(`${error.message}\n\n${USAGE}\n`);
	process.exitCode = 2;
}
