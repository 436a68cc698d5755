import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { readCommand, usage, UsageError } from './command.ts';

const known = ['load', 'memory'];

test.each([
	[['load'], { name: 'load', json: false, rounds: 9 }],
	[['--json', 'load'], { name: 'load', json: true, rounds: 9 }],
	[['memory', '--rounds', '7'], { name: 'memory', json: false, rounds: 7 }],
	[['load', '--rounds=21', '--json'], { name: 'load', json: true, rounds: 21 }]
])('%j is understood', (words, command) => {
	expect(readCommand(words, known)).toEqual(command);
});

describe('a mistake in the command is told:', () => {
	test.each([
		[[], 'Which benchmark?'],
		[['lod'], 'There is no benchmark “lod”.'],
		[['constructor'], 'There is no benchmark “constructor”.'],
		[['load', 'memory'], 'One at a time: what is “memory”?'],
		[['load', '--round', '9'], "Unknown option '--round'"],
		[['load', '--json=yes'], '--json'],
		[['load', '--rounds'], '--rounds'],
		[['load', '--rounds', '6'], '--rounds takes a whole number from 7, not “6”.'],
		[['load', '--rounds', '9.5'], '--rounds takes a whole number from 7, not “9.5”.'],
		[['load', '--rounds', 'many'], '--rounds takes a whole number from 7, not “many”.']
	])('%j', (words, message) => {
		const read = () => readCommand(words, known);
		expect(read).toThrow(UsageError);
		expect(read).toThrow(message);
	});
});

test('the usage names every benchmark', () => {
	expect(usage({ load: 'the first tap', memory: 'the log' })).toMatch(/load +the first tap\n/);
});

test('the command itself ends with exit code 2 and the usage, and measures nothing', () => {
	const command = ['--import', 'tsx', 'scripts/bench.ts', '--json', 'lod'];
	const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
	expect(stderr).toMatch(/^There is no benchmark “lod”\.\n\nUsage: npm run bench/);
	expect(stdout).toBe('');
	expect(status).toBe(2);
}, 30_000);
