/** Installs what the lock file names and `node_modules` lacks. Node built-ins only. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean }} Locked
 * @param {string} path
 * @returns {Record<string, Locked>} the packages that a lock file names, by folder
 */
function packagesIn(path) {
	if (!existsSync(path)) return {};
	const lock = /** @type {{ packages: Record<string, Locked> }} */ (
		JSON.parse(readFileSync(path, 'utf8'))
	);
	return lock.packages;
}

/**
 * Compares versions, not file times, which a clone or a checkout sets as it likes.
 *
 * @param {string} root the folder of the project
 * @returns {boolean} whether `node_modules` holds every package of the lock file
 */
export function isInstalled(root) {
	const present = packagesIn(join(root, 'node_modules/.package-lock.json'));
	return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(
		([folder, { version, optional, link }]) =>
			folder === '' || (optional ?? link ?? present[folder]?.version === version)
	);
}

/**
 * Runs `npm ci` and waits.
 *
 * @param {string} root the folder of the project
 * @returns {boolean} whether everything is there now
 */
export function install(root) {
	const npm = process.env.npm_execpath;
	const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
	const { status } = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund'], {
		cwd: root,
		stdio: 'inherit',
		shell: process.platform === 'win32' && command === 'npm'
	});
	return status === 0;
}
