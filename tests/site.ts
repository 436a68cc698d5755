/** The built site under test: served, stopped, and made into later versions of itself. */
import { createHash } from 'node:crypto';
import {
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../scripts/serve.mjs';

export const built = fileURLToPath(new URL('../build', import.meta.url));

/** All files below a folder, as addresses from the root of the site: `/study/index.html`. */
export function filesOf(dir: string): string[] {
	return readdirSync(dir, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(dir.length).replaceAll('\\', '/'))
		.sort();
}

/** The addresses of all pages: `/`, `/study/`, `/fr/` … */
export function pagesOf(dir: string): string[] {
	return filesOf(dir)
		.filter((file) => file.endsWith('/index.html'))
		.map((file) => file.slice(0, -'index.html'.length));
}

/** A site at one address, whose content can be replaced and whose server can be stopped. */
export class Site {
	readonly requests: string[] = [];
	readonly #base: string;
	#served: Awaited<ReturnType<typeof serve>> | undefined;
	#port = 0;

	constructor(base = '') {
		this.#base = base;
	}

	get url(): string {
		return `http://localhost:${this.#port}${this.#base}/`;
	}

	/** Serves this folder from now on, at the address of before. */
	async show(dir: string): Promise<void> {
		await this.stop();
		this.requests.length = 0;
		this.#served = await serve({
			dir,
			base: this.#base,
			port: this.#port,
			onrequest: (path) => this.requests.push(path)
		});
		this.#port = this.#served.port;
	}

	async stop(): Promise<void> {
		await this.#served?.close();
		this.#served = undefined;
	}
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
const inlineScripts = (html: string) =>
	[...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');

/**
 * A copy of a version as a later build would leave it: another version name, other names for its
 * entry scripts and for one lazily loaded page, all else unchanged. Its pages carry
 * `data-version` with the given mark.
 *
 * @returns the folder; remove it when done
 */
export function laterVersion(of: string, mark: string): string {
	const dir = mkdtempSync(join(tmpdir(), 'tarikh-version-'));
	cpSync(of, dir, { recursive: true });
	const { version } = JSON.parse(readFileSync(join(dir, '_app/version.json'), 'utf8')) as {
		version: string;
	};
	const nodes = filesOf(dir).filter((file) => /\/nodes\/\d+\.[^/]+\.js$/.test(file));
	const entries = filesOf(dir).filter((file) => /\/entry\/(start|app)\.[^/]+\.js$/.test(file));
	const renamed = [...entries, ...nodes.slice(-1)].map((file) => {
		const name = file.slice(file.lastIndexOf('/') + 1);
		return [name, name.replace(/\.js$/, `${mark}.js`)] as const;
	});
	for (const file of filesOf(dir)) {
		const path = join(dir, file);
		if (/\.(br|gz)$/.test(file)) rmSync(path);
		else if (/\.(html|js|json)$/.test(file)) {
			const before = readFileSync(path, 'utf8');
			let after = before.replaceAll(version, `${version}${mark}`);
			for (const [from, to] of renamed) after = after.replaceAll(from, to);
			if (file.endsWith('.html')) {
				after = after.replace(/<html( data-version="[^"]*")?/, `<html data-version="${mark}"`);
				const scripts = inlineScripts(after);
				for (const [i, script] of inlineScripts(before).entries()) {
					after = after.replaceAll(sha256(script), sha256(scripts[i] ?? ''));
				}
			}
			writeFileSync(path, after);
		}
		const moved = renamed.find(([from]) => file.endsWith(`/${from}`));
		if (moved) renameSync(path, join(dir, file.slice(0, -moved[0].length) + moved[1]));
	}
	return dir;
}
