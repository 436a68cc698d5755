/**
 * What the site is made from, reduced to one hash: the same sources give the same version and the
 * same bytes, any change gives another. `svelte.config.js` names the version after it and
 * `build.mjs` decides by it whether to build. Node built-ins only: it runs before `npm ci`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const roots = [
	'questions',
	'src',
	'static',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

/** Generated from other sources, or never part of the site. */
const generated = ['src/lib/paraglide', 'src/messages/project.inlang/cache'];
const apart =
	/\.(test|contract)\.ts$|(^|\/)(\.DS_Store|README\.md|\.meta\.json|\.gitignore)$|\/\.lix\//;

/**
 * @param {string} root the folder of the project
 * @param {string} path relative to it, with slashes
 * @returns {string[]} the source files at or below the path, sorted
 */
function filesUnder(root, path) {
	if (generated.includes(path) || !existsSync(join(root, path))) return [];
	if (!statSync(join(root, path)).isDirectory()) return apart.test(path) ? [] : [path];
	return readdirSync(join(root, path))
		.sort()
		.flatMap((name) => filesUnder(root, `${path}/${name}`));
}

/**
 * @param {string} root the folder of the project
 * @returns {string} 12 hexadecimal digits of a SHA-256 over the paths and bytes of all sources
 */
export function hashSources(root) {
	const hash = createHash('sha256');
	for (const path of roots.flatMap((each) => filesUnder(root, each))) {
		const bytes = readFileSync(join(root, path));
		hash.update(`${path}\0${bytes.length}\0`).update(bytes);
	}
	return hash.digest('hex').slice(0, 12);
}
