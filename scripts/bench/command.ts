import { parseArgs } from 'node:util';

/** Fewer rounds say too little on a machine that does other work as well. */
const LEAST_ROUNDS = 7;
const USUAL_ROUNDS = 9;

/** A mistake in the command itself; the message says which. */
export class UsageError extends Error {}

type Command = { readonly name: string; readonly json: boolean; readonly rounds: number };

/**
 * Reads the words after `npm run bench --`.
 *
 * @param known the names of the benchmarks
 * @throws {UsageError}
 */
export function readCommand(words: readonly string[], known: readonly string[]): Command {
	const { values, positionals } = parse(words);
	const [name, surplus] = positionals;
	if (name === undefined) throw new UsageError('Which benchmark?');
	if (!known.includes(name)) throw new UsageError(`There is no benchmark “${name}”.`);
	if (surplus !== undefined) throw new UsageError(`One at a time: what is “${surplus}”?`);
	return { name, json: values.json, rounds: readRounds(values.rounds) };
}

function parse(words: readonly string[]) {
	try {
		return parseArgs({
			args: [...words],
			allowPositionals: true,
			options: {
				json: { type: 'boolean', default: false },
				rounds: { type: 'string', default: String(USUAL_ROUNDS) }
			}
		});
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

function readRounds(text: string): number {
	const rounds = /^\d{1,4}$/.test(text) ? Number(text) : 0;
	if (rounds >= LEAST_ROUNDS) return rounds;
	throw new UsageError(`--rounds takes a whole number from ${LEAST_ROUNDS}, not “${text}”.`);
}

/** @param summaries one line for each benchmark, by its name */
export function usage(summaries: Readonly<Record<string, string>>): string {
	const rows = Object.entries(summaries).map(([name, line]) => `  ${name.padEnd(14)}${line}`);
	return `Usage: npm run bench -- <benchmark>

${rows.join('\n')}

  --rounds N    how often each side is measured, at least ${LEAST_ROUNDS}; ${USUAL_ROUNDS} if not given
  --json        only the figures, as JSON on one line`;
}
