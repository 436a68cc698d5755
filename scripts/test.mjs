/**
 * `npm test`: everything that must hold, from a fresh clone, in one command. Each step says its name
 * and its time; what a failing step printed is shown. The last line is `N passed, N failed`: the
 * tests of Vitest and Playwright one by one, each other step as one.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, isInstalled } from './install.mjs';
import { isBuilt, root } from './build.mjs';

const reports = mkdtempSync(join(tmpdir(), 'tarikh-test-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

/**
 * @typedef {{ passed: number, failed: number, note?: string }} Count
 * @typedef {object} Step
 * @property {string} name
 * @property {string[][]} commands a package's command and its words; run in order until one fails
 * @property {() => Count} [count] reads the report of a step that is made of many tests
 * @property {boolean} [needsBuild]
 */

/** @returns {Count} */
function countVitest() {
	const report =
		/** @type {Record<string, number> & { testResults: { status: string, assertionResults: unknown[], name: string }[] }} */ (
			JSON.parse(readFileSync(vitestReport, 'utf8'))
		);
	const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report;
	const unread = report.testResults.filter(
		(file) => file.status === 'failed' && file.assertionResults.length === 0
	);
	const unrun = numPendingTests + numTodoTests;
	return {
		passed: numPassedTests,
		failed: numFailedTests + unrun + unread.length,
		...(unrun ? { note: `${unrun} skipped or to do: a test runs or does not exist` } : {})
	};
}

/** @returns {Count} */
function countPlaywright() {
	const { stats, errors } =
		/** @type {{ stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>, errors: unknown[] }} */ (
			JSON.parse(readFileSync(playwrightReport, 'utf8'))
		);
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
		...(stats.skipped ? { note: `${stats.skipped} skipped: a test runs or does not exist` } : {})
	};
}

/** @type {Step} */
const generated = {
	name: 'generated files',
	commands: [
		['svelte-kit', 'sync'],
		[
			'paraglide-js',
			'compile',
			'--project',
			'./src/messages/project.inlang',
			'--outdir',
			'./src/lib/paraglide'
		]
	]
};

/** @type {Step[]} */
const style = [
	{ name: 'format (prettier)', commands: [['prettier', '--check', '.']] },
	{ name: 'lint (eslint)', commands: [['eslint', '.', '--max-warnings', '0']] }
];

/** @type {Step[]} */
const code = [
	{
		name: 'types (svelte-check, tsc)',
		commands: [
			['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
			['tsc', '-p', 'tsconfig.sw.json'],
			['tsc', '--noEmit', '-p', 'scripts/tsconfig.json']
		]
	},
	{
		name: 'floors (dependency-cruiser)',
		commands: [['depcruise', '--config', '.dependency-cruiser.cjs', 'src']]
	},
	{ name: 'unused code (knip)', commands: [['knip']] },
	{
		name: 'unit tests (vitest)',
		commands: [
			[
				'vitest',
				'run',
				'--allowOnly=false',
				'--reporter=default',
				'--reporter=json',
				`--outputFile.json=${vitestReport}`
			]
		],
		count: countVitest
	}
];

/** @type {Step} */
const proof = {
	name: 'questions proven for 200 seeds',
	commands: [['tsx', 'scripts/questions.ts', 'check', '--seeds', '200']]
};

/** @type {Step[]} */
const site = [
	{ name: 'build', commands: [['node', 'scripts/build.mjs']] },
	{ name: 'sizes', commands: [['node', 'scripts/size.mjs']], needsBuild: true }
];

/** @type {Step} */
const browser = {
	name: 'browser tests (playwright)',
	commands: [['playwright', 'test', '--reporter=list,json']],
	count: countPlaywright,
	needsBuild: true
};

/**
 * One stage after the other; the lanes of a stage run side by side. The browser has the machine for
 * itself: what it shows depends on time.
 *
 * @type {Step[][][]}
 */
const stages = [[[generated]], [style, code], [[proof], site], [[browser]]];

/**
 * @param {string[]} command
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run([name = '', ...words]) {
	const isNode = name === 'node';
	const file = isNode ? process.execPath : join(root, 'node_modules/.bin', name);
	return new Promise((done) => {
		const child = spawn(file, words, {
			cwd: root,
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: process.platform === 'win32' && !isNode,
			env: {
				...process.env,
				CI: '1',
				FORCE_COLOR: '0',
				PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport
			}
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
		}
		child.on('error', (error) => done({ ok: false, output: output + error.message }));
		child.on('close', (code) => done({ ok: code === 0, output }));
	});
}

/**
 * @param {Step} step
 * @returns {Promise<Count & { output: string }>}
 */
async function perform({ commands, count, needsBuild }) {
	if (needsBuild && !isBuilt()) return { passed: 0, failed: 1, output: 'There is no build.' };
	let output = '';
	for (const command of commands) {
		const result = await run(command);
		output += result.output;
		if (result.ok) continue;
		const counted = readCount(count);
		return { ...counted, failed: Math.max(1, counted.failed), output };
	}
	return { ...(count ? readCount(count) : { passed: 1, failed: 0 }), output };
}

/**
 * @param {(() => Count) | undefined} count
 * @returns {Count} one failure when the report is missing
 */
function readCount(count) {
	if (!count) return { passed: 0, failed: 1 };
	try {
		return count();
	} catch {
		return { passed: 0, failed: 1, note: 'no report was written' };
	}
}

/**
 * Runs the steps of a lane one after the other and tells of each.
 *
 * @param {Step[]} lane
 */
async function runLane(lane) {
	for (const step of lane) {
		const start = performance.now();
		const result = await perform(step);
		passed += result.passed;
		failed += result.failed;
		const sign = result.failed ? '✗' : '✓';
		const number = step.count ? `  ${result.passed} passed, ${result.failed} failed` : '';
		process.stdout.write(`${sign} ${step.name}  ${secondsSince(start)}${number}\n`);
		if (result.note) process.stdout.write(`  ${result.note}\n`);
		if (result.failed) process.stdout.write(`\n${result.output.trimEnd()}\n\n`);
	}
}

/** @param {number} since */
const secondsSince = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const begin = performance.now();
let passed = 0;
let failed = 0;
if (!isInstalled(root) && !install(root)) {
	process.stdout.write('The packages could not be installed.\n0 passed, 1 failed\n');
	process.exit(1);
}
for (const lanes of stages) await Promise.all(lanes.map(runLane));
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\nin ${secondsSince(begin)}\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed ? 1 : 0;
