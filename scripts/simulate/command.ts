import { parseArgs } from 'node:util';

/** A mistake in the command itself; the message says which. */
export class UsageError extends Error {}

/** Days and minutes are null where the table is to show its own. */
export type Command = {
	readonly json: boolean;
	readonly cards: number;
	readonly days: number | null;
	readonly minutes: number | null;
	readonly learners: number | null;
	readonly seed: number;
};

const LIMITS = {
	cards: [1, 5000],
	days: [1, 366],
	minutes: [1, 240],
	learners: [2, 100_000],
	seed: [0, 999_999_999]
} as const;

/**
 * Reads the words after `npm run simulate --`.
 *
 * @throws {UsageError}
 */
export function readCommand(words: readonly string[]): Command {
	const values = parse(words);
	const read = (name: keyof typeof LIMITS): number | null => {
		const text = values[name];
		if (text === undefined) return null;
		const [low, high] = LIMITS[name];
		const number = /^\d{1,9}$/.test(text) ? Number(text) : -1;
		if (number >= low && number <= high) return number;
		throw new UsageError(`--${name} takes a whole number from ${low} to ${high}, not “${text}”.`);
	};
	return {
		json: values.json,
		cards: read('cards') ?? 60,
		days: read('days'),
		minutes: read('minutes'),
		learners: read('learners'),
		seed: read('seed') ?? 7
	};
}

function parse(words: readonly string[]) {
	try {
		return parseArgs({
			args: [...words],
			options: {
				json: { type: 'boolean', default: false },
				cards: { type: 'string' },
				days: { type: 'string' },
				minutes: { type: 'string' },
				learners: { type: 'string' },
				seed: { type: 'string' }
			}
		}).values;
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

export const USAGE = `Usage: npm run simulate -- [options]

Takes simulated learners to an exam by plain FSRS and by the plan, and prints a table: 7, 14 and
30 days at 5, 10 and 20 minutes a day, and how far a pure guesser gets in 60 days.

  --cards N      cards to learn, 60 if not given
  --days N       only so many days of study before the exam
  --minutes N    only so many minutes a day
  --learners N   simulated learners, 40 if not given (200 with --json)
  --seed N       another seed, other learners; 7 if not given
  --json         only means, as JSON on one line, for 14 days and 10 minutes if not given:
                 plain FSRS, and the plan that spends only minutes that pay`;
