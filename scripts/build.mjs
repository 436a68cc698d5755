/**
 * Builds the site into `build/` (`npm run build`) unless it already stands there, made from these
 * very sources. Node built-ins only; Vite runs as a child.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashSources } from './sources.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const site = join(root, 'build');

/** Written last; the adapter empties the folder first, so a build that was cut short has none. */
const stamp = join(site, '.stamp');

/** @returns {boolean} whether `build/` is complete and made from the sources as they are now */
export function isBuilt() {
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashSources(root);
}

/**
 * Builds and waits. What Vite says goes to the terminal.
 *
 * @returns {boolean} whether the build came through
 */
export function build() {
	const hash = hashSources(root);
	const vite = join(root, 'node_modules/vite/bin/vite.js');
	const { status } = spawnSync(process.execPath, [vite, 'build'], { cwd: root, stdio: 'inherit' });
	if (status !== 0) return false;
	writeFileSync(stamp, hash);
	return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = build() ? 0 : 1;
