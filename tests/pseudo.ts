/** The build with the language of the tests: English from right to left, under `/xb/`. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashSources } from '../scripts/sources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const site = join(root, 'build-pseudo');
/** Written last, as that of `build/`. */
const stamp = join(site, '.stamp');

/**
 * Its folder; builds it when it is not made from the sources as they are now, which takes a minute.
 *
 * @throws with what Vite said when the build does not come through
 */
export function pseudoBuild(): string {
	const hash = hashSources(root);
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return site;
	const vite = join(root, 'node_modules/vite/bin/vite.js');
	const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build'], {
		cwd: root,
		encoding: 'utf8',
		env: { ...process.env, VITE_PSEUDO_LOCALE: '1' }
	});
	if (status !== 0) throw new Error(`the right-to-left build failed\n${stdout}\n${stderr}`);
	writeFileSync(stamp, hash);
	return site;
}
