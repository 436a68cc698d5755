/**
 * The benchmarks. Each measures in one run what it compares, for only a ratio says much on any
 * machine: the site beside something simple that sets the limit, or a large bank beside a small one.
 * `npm run bench` prints how to use it.
 */
import { BenchError } from './bench/benchmark.ts';
import type { Benchmark } from './bench/benchmark.ts';
import { readCommand, usage, UsageError } from './bench/command.ts';
import { generation } from './bench/generation.ts';
import { load } from './bench/load.ts';

const benchmarks = new Map<string, Benchmark>([
	['load', load],
	['generation', generation]
]);

async function main(): Promise<void> {
	const { name, json, rounds } = readCommand(process.argv.slice(2), [...benchmarks.keys()]);
	const benchmark = benchmarks.get(name);
	if (!benchmark) return;
	const say = (line: string) => process.stderr.write(`${line}\n`);
	const { figures, table } = await benchmark.run({ rounds, say });
	process.stdout.write(`${json ? JSON.stringify({ [name]: figures }) : table}\n`);
}

try {
	await main();
} catch (error) {
	if (error instanceof UsageError) {
		const summaries = [...benchmarks].map(([name, { summary }]) => [name, summary] as const);
		process.stderr.write(`${error.message}\n\n${usage(Object.fromEntries(summaries))}\n`);
		process.exitCode = 2;
	} else if (error instanceof BenchError) {
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 1;
	} else throw error;
}
