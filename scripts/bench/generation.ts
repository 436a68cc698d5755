import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../tests/bundle.ts';
import { BenchError } from './benchmark.ts';
import type { Benchmark, Measured, Settings } from './benchmark.ts';
import { median } from './statistics.ts';

const SIZES = [100, 1_000, 10_000, 100_000] as const;
/** What the others are compared with. */
const MODEL = 1_000;
/** Questions a second from the bank of that size. */
const GOAL = 50_000;
/** How many times as long a question may take from the largest bank. */
const MOST_GROWTH = 1.5;

/** Rounds before the first that counts: until then the engine still compiles. */
const WARM_UP = 12;
/** A round of first touches opens a new bank and asks all its cards, so fewer are enough. */
const FIRST_ROUNDS = 3;

type Row = {
	readonly facts: number;
	readonly questionsPerSecond: number;
	readonly firstTouchPerSecond: number;
};

/** How many questions a second come from a bank of so many facts, whole and in words. */
export const generation: Benchmark = {
	summary: 'questions a second, whole and in words, from banks of 100 to 100,000 facts',
	run: measureGeneration
};

async function measureGeneration({ rounds, say }: Settings): Promise<Measured> {
	const folder = mkdtempSync(join(tmpdir(), 'tarikh-bench-'));
	const sides: Side[] = [];
	try {
		// As learners get it: a script loader wraps every function to keep its name, which takes time.
		const script = join(folder, 'questions.mjs');
		writeFileSync(script, await bundle(fileURLToPath(new URL('questions.ts', import.meta.url))));
		for (const facts of SIZES) {
			say(`a bank of ${facts} facts is made`);
			sides.push(await Side.open(script, facts));
		}
		return report(await measure(sides, rounds, say));
	} finally {
		for (const side of sides) side.close();
		rmSync(folder, { recursive: true });
	}
}

/** Sizes take turns, so that what else the machine does meets all of them. */
async function measure(
	sides: readonly Side[],
	rounds: number,
	say: Settings['say']
): Promise<Row[]> {
	for (let round = 0; round < WARM_UP; round++) for (const side of sides) await side.ask('warm');
	const warm = sides.map((): number[] => []);
	const first = sides.map((): number[] => []);
	for (let round = 1; round <= rounds; round++) {
		for (const [index, side] of sides.entries()) warm[index]?.push(await side.ask('warm'));
		say(`round ${round} of ${rounds}`);
	}
	for (let round = 1; round <= FIRST_ROUNDS; round++) {
		for (const [index, side] of sides.entries()) first[index]?.push(await side.ask('first'));
		say(`first touch, round ${round} of ${FIRST_ROUNDS}`);
	}
	return sides.map(({ facts }, index) => ({
		facts,
		questionsPerSecond: Math.round(median(warm[index] ?? [])),
		firstTouchPerSecond: Math.round(median(first[index] ?? []))
	}));
}

/** The process that asks one bank. */
class Side {
	readonly facts: number;
	readonly #child: ChildProcess;

	private constructor(facts: number, child: ChildProcess) {
		this.facts = facts;
		this.#child = child;
	}

	static async open(script: string, facts: number): Promise<Side> {
		const side = new Side(facts, fork(script, [String(facts)], { execArgv: [] }));
		await side.#answer();
		return side;
	}

	/** Questions a second in one round. */
	ask(which: 'warm' | 'first'): Promise<number> {
		this.#child.send(which);
		return this.#answer();
	}

	close(): void {
		this.#child.kill();
	}

	async #answer(): Promise<number> {
		const ended = new AbortController();
		const end = once(this.#child, 'exit', ended).then(([code]) => {
			throw new BenchError(`The process for ${this.facts} facts ended with ${String(code)}.`);
		});
		try {
			const [answer] = (await Promise.race([once(this.#child, 'message', ended), end])) as [number];
			return answer;
		} finally {
			end.catch(() => undefined);
			ended.abort();
		}
	}
}

function report(rows: readonly Row[]): Measured {
	const model = rows.find(({ facts }) => facts === MODEL);
	const last = rows.at(-1);
	if (!model || !last) throw new BenchError('There is nothing to compare with.');
	const cells = (...texts: readonly string[]) => texts.map((text) => text.padStart(14)).join('');
	const line = (isMet: boolean, text: string) => `${isMet ? '✓' : '✗'} ${text}`;
	const speed = (value: number) => value.toLocaleString('en');
	const time = (value: number) => (1e6 / value).toFixed(1);
	const growth = (of: 'questionsPerSecond' | 'firstTouchPerSecond') => model[of] / last[of];
	const grown = (what: string, ratio: number) =>
		line(
			ratio <= MOST_GROWTH,
			`${what} takes ${ratio.toFixed(2)} times as long from ${speed(last.facts)} facts as from ${speed(MODEL)}, goal at most ${MOST_GROWTH}`
		);
	const table = [
		cells('facts', 'a second', 'µs each', 'first touch', 'µs each'),
		...rows.map(({ facts, questionsPerSecond: warm, firstTouchPerSecond: first }) =>
			cells(speed(facts), speed(warm), time(warm), speed(first), time(first))
		),
		'',
		line(
			model.questionsPerSecond >= GOAL,
			`${speed(model.questionsPerSecond)} questions a second from ${speed(MODEL)} facts, goal at least ${speed(GOAL)}`
		),
		grown('a question', growth('questionsPerSecond')),
		grown('the first question on a card', growth('firstTouchPerSecond')),
		`load of this machine ${(loadavg()[0] ?? 0).toFixed(1)}`
	];
	return { figures: rows, table: table.join('\n') };
}
