import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

function run(...args: string[]) {
	const command = ['--import', 'tsx', 'scripts/questions.ts', ...args];
	const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
	return { status, stdout, stderr };
}

describe('a mistake in the command is told, with the way to use it:', () => {
	test.each([
		[['lst'], 'There is no command “lst”.'],
		[[], 'Which command?'],
		[['list', '--sed', '1'], '--sed'],
		[['check', '--seed', '1'], 'The command “check” takes no --seed.'],
		[['list', '--seed', '0'], '--seed takes a whole number from 1.'],
		[['list', '--language', 'de'], '--language is en or fr, not “de”.'],
		[['show'], 'Which fact?']
	])(
		'%j',
		(args, message) => {
			const { status, stdout, stderr } = run(...args);
			expect(stderr).toContain(message);
			expect(stderr).toContain('Usage: npm run questions');
			expect(stdout).toBe('');
			expect(status).toBe(2);
		},
		30_000
	);
});

test('the list is one line: an array of questions in words', () => {
	const { status, stdout } = run('list', '--json', '--seed', '1');
	expect(status).toBe(0);
	expect(stdout.split('\n')).toHaveLength(2);
	const questions = JSON.parse(stdout) as Record<string, unknown>[];
	expect(questions.length).toBeGreaterThan(100);
	for (const question of questions) {
		expect(question).toMatchObject({
			fact: expect.any(String) as unknown,
			card: expect.any(String) as unknown,
			kind: expect.any(String) as unknown,
			stem: expect.stringMatching(/\S/) as unknown,
			answer: expect.stringMatching(/\S/) as unknown,
			source: expect.stringMatching(/\S/) as unknown,
			status: expect.any(String) as unknown
		});
	}
	const choices = questions.filter(({ kind }) => kind === 'choice');
	for (const { options } of choices) {
		expect((options as { right: boolean }[]).filter(({ right }) => right)).toHaveLength(1);
	}
	const asked = questions.map(({ card, kind, direction }) => [card, kind, direction].join());
	expect(new Set(asked).size).toBe(asked.length);
}, 60_000);

test('a fact that is not there is told, with the one that was meant', () => {
	const { status, stderr } = run('show', 'rabin-vist');
	expect(stderr).toBe('There is no fact “rabin-vist”. Did you mean “rabin-visit”?\n');
	expect(status).toBe(1);
}, 60_000);
