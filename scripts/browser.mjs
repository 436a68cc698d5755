/** Finds a Chromium for the tests, wherever the machine keeps it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, firefox } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

/** Flags for a Chromium without a display, a sandboxed user or calls home. */
export const browserFlags = [
	...(isRoot ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'msedge'];
const places = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

/**
 * @param {readonly string[]} commands
 * @returns {string | undefined} the first of the commands that the system has
 */
function onPath(commands) {
	const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
	return commands
		.flatMap((name) => folders.map((folder) => `${folder}/${name}`))
		.find((path) => existsSync(path));
}

const ofTheSystem = () => onPath(names) ?? places.find((path) => existsSync(path));

/** @returns {string | undefined} the path of a Firefox, where there is one: few tests ask for it */
export function findFirefox() {
	const own = firefox.executablePath();
	return existsSync(own) ? own : onPath(['firefox-esr']);
}

/**
 * In this order: `CHROMIUM_PATH`, Playwright's own, the system's, one installed with apt (only as
 * root on Debian and its kin).
 *
 * @returns {string} the path of the program
 * @throws {Error} that says what to do, when there is none
 */
export function findBrowser() {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (existsSync(named)) return named;
		throw new Error(`CHROMIUM_PATH names "${named}", and there is no such file.`);
	}
	const own = chromium.executablePath();
	const found = existsSync(own) ? own : ofTheSystem();
	if (found) return found;
	if (isRoot && existsSync('/usr/bin/apt-get')) {
		process.stderr.write('No Chromium found; installing the one of the system.\n');
		spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
		spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		});
		const installed = ofTheSystem();
		if (installed) return installed;
	}
	throw new Error(
		'The tests need Chromium. Run `npx playwright install chromium`, or install it with your ' +
			'system, or set CHROMIUM_PATH to its program.'
	);
}
