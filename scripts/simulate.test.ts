import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { ANY_GAIN, GOOD_GAIN } from '#lib/memory/plan.ts';
import { readCommand, UsageError } from './simulate/command.ts';
import { shareFooled } from './simulate/guesser.ts';
import { drawLearner } from './simulate/learner.ts';
import { study, type Method } from './simulate/study.ts';
import { means } from './simulate/table.ts';

const learners = Array.from({ length: 16 }, (_, index) => drawLearner(1, index));
const simulate = (course: { cards: number; days: number; minutes: number }, method: Method) =>
	means(learners.map((learner) => study(learner, course, method)));

describe('simulated learners', () => {
	test('recall more by the frugal plan, with at least a fifth fewer answers and less time', () => {
		const course = { cards: 60, days: 14, minutes: 10 };
		const fsrs = simulate(course, 'fsrs');
		const plan = simulate(course, { leastGain: GOOD_GAIN });
		expect(plan.recall).toBeGreaterThan(fsrs.recall);
		expect(plan.reviews).toBeLessThan(0.8 * fsrs.reviews);
		expect(plan.minutes).toBeLessThan(0.9 * fsrs.minutes);
	});

	test('recall far more by the plan where minutes are short', () => {
		const course = { cards: 60, days: 7, minutes: 5 };
		const fsrs = simulate(course, 'fsrs');
		const plan = simulate(course, { leastGain: ANY_GAIN });
		expect(plan.recall).toBeGreaterThan(fsrs.recall + 0.05);
	});

	test('keep to the minutes, but for the end of the last answer', () => {
		for (const method of ['fsrs', { leastGain: ANY_GAIN }] as const) {
			for (const learner of learners) {
				const { minutes } = study(learner, { cards: 40, days: 3, minutes: 4 }, method);
				expect(minutes).toBeLessThan(3 * 5);
			}
		}
	});

	test('are the same each time, and others for another seed', () => {
		const course = { cards: 10, days: 5, minutes: 3 };
		const [learner] = learners;
		expect(learner).toEqual(drawLearner(1, 0));
		expect(drawLearner(2, 0).weights).not.toEqual(learner?.weights);
		expect(simulate(course, 'fsrs')).toEqual(simulate(course, 'fsrs'));
	});

	test('are surprised little by the score that the plan tells them', () => {
		const course = { cards: 40, days: 10, minutes: 6 };
		const results = learners.map((learner) => study(learner, course, { leastGain: ANY_GAIN }));
		const expected = results.reduce((sum, result) => sum + result.expected, 0) / results.length;
		expect(Math.abs(expected - means(results).recall)).toBeLessThan(0.05);
	});
});

test('a pure guesser drives at most 1 % of cards past 7 days of stability in 60 days', () => {
	expect(shareFooled(1500, 60, 1)).toBeLessThanOrEqual(0.01);
});

describe('the command', () => {
	test('is understood', () => {
		const words = '--json --cards 60 --days 14 --minutes 10 --learners 200 --seed 9'.split(' ');
		const rest = { cards: 60, days: 14, minutes: 10, learners: 200, seed: 9 };
		expect(readCommand(words)).toEqual({ json: true, ...rest });
		const unsaid = { days: null, minutes: null, learners: null };
		expect(readCommand([])).toEqual({ json: false, cards: 60, ...unsaid, seed: 7 });
	});

	test.each([
		[['--cards', '0'], '--cards takes a whole number from 1 to 5000, not “0”.'],
		[['--days', '1.5'], '--days takes a whole number from 1 to 366, not “1.5”.'],
		[['--minutes', 'ten'], '--minutes takes a whole number from 1 to 240, not “ten”.'],
		[['--learners', '1'], '--learners takes a whole number from 2 to 100000, not “1”.'],
		[['--seed=x'], '--seed takes a whole number from 0 to 999999999, not “x”.'],
		[['--card', '5'], "Unknown option '--card'"],
		[['all'], "Unexpected argument 'all'"]
	])('%j is told to be a mistake', (words, message) => {
		const read = () => readCommand(words);
		expect(read).toThrow(UsageError);
		expect(read).toThrow(message);
	});

	test('prints means as JSON, and nothing but the usage for a mistake', () => {
		const run = (...words: string[]) =>
			spawnSync(process.execPath, ['--import', 'tsx', 'scripts/simulate.ts', ...words], {
				encoding: 'utf8'
			});
		const small = ['--json', '--cards', '5', '--days', '3', '--learners', '2'];
		const { stdout } = run(...small);
		const number = expect.any(Number) as number;
		const result = { recall: number, reviews: number, minutes: number };
		expect(JSON.parse(stdout)).toEqual({ plan: result, fsrs: result });
		const wrong = run('--days', 'x');
		expect(wrong.stderr).toMatch(/^--days takes .*\n\nUsage: npm run simulate/);
		expect(wrong.stdout).toBe('');
		expect(wrong.status).toBe(2);
	}, 60_000);
});
