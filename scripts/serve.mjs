/**
 * The static server of `npm start`, the tests and the benchmarks. It does what a good static host
 * does and no more: the files of one folder, compressed where a compressed copy stands beside them,
 * with the headers that the folder's own `_headers` file names.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/**
 * @typedef {{ pattern: RegExp, headers: [name: string, value: string][] }} HeaderRule
 * @typedef {{ url: string, port: number, close: () => Promise<void> }} Served
 */

/**
 * Reads the `_headers` syntax that Netlify and Cloudflare Pages share: a path at the margin, `*` for
 * any characters, its headers indented below, `#` for comments.
 *
 * @param {string} text
 * @returns {HeaderRule[]}
 */
export function parseHeaders(text) {
	/** @type {HeaderRule[]} */
	const rules = [];
	for (const line of text.split(/\r?\n/)) {
		if (!line.trim() || line.trimStart().startsWith('#')) continue;
		if (/^\S/.test(line)) {
			const escaped = line.trim().replace(/[.+?^${}()|[\]\\]/g, '\\$&');
			rules.push({ pattern: new RegExp(`^${escaped.replaceAll('*', '.*')}$`), headers: [] });
			continue;
		}
		const colon = line.indexOf(':');
		const rule = rules.at(-1);
		if (!rule || colon < 0) throw new SyntaxError(`_headers: cannot read "${line.trim()}"`);
		rule.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
	}
	return rules;
}

/**
 * All rules that match apply; the values of one header are joined by a comma, as the hosts do.
 *
 * @param {HeaderRule[]} rules
 * @param {string} path
 * @returns {Map<string, string>}
 */
export function headersFor(rules, path) {
	/** @type {Map<string, string>} */
	const found = new Map();
	for (const { pattern, headers } of rules) {
		if (!pattern.test(path)) continue;
		for (const [name, value] of headers) {
			const before = found.get(name);
			found.set(name, before ? `${before}, ${value}` : value);
		}
	}
	return found;
}

/**
 * Serves a folder until closed. Addresses of folders end in a slash (others are redirected there),
 * unknown ones get `404.html` with status 404, methods other than GET and HEAD get 405.
 *
 * @param {object} options
 * @param {string} options.dir the folder
 * @param {string} [options.host] the address to listen on; all of them without it
 * @param {number} [options.port] 0 takes any free one
 * @param {string} [options.base] a path such as `/tarikh` under which the site stands
 * @param {(path: string) => void} [options.onrequest] told of each request inside the site
 * @returns {Promise<Served>} rejects with the error of Node when the port cannot be had
 */
export async function serve({ dir, host, port = 0, base = '', onrequest }) {
	const rulesFile = join(dir, '_headers');
	const rules = existsSync(rulesFile) ? parseHeaders(readFileSync(rulesFile, 'utf8')) : [];
	const files = sirv(dir, { etag: true, brotli: true, gzip: true, extensions: ['html'] });

	const server = createServer((request, response) => {
		response.setHeader('Cache-Control', 'no-cache');
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { Allow: 'GET, HEAD' }).end();
			return;
		}
		const address = readAddress(request.url ?? '/');
		if (!address) {
			response.writeHead(400).end();
			return;
		}
		const { path, raw, search } = address;
		if (base && path === base) {
			response.writeHead(308, { Location: `${raw}/${search}` }).end();
			return;
		}
		if (!path.startsWith(`${base}/`)) {
			response.writeHead(404, { 'Content-Type': 'text/plain' }).end(`The site is at ${base}/\n`);
			return;
		}
		const inside = path.slice(base.length);
		onrequest?.(inside);
		for (const [name, value] of headersFor(rules, inside)) response.setHeader(name, value);
		if (!inside.endsWith('/') && isPage(join(dir, inside))) {
			response.writeHead(308, { Location: `${raw}/${search}` }).end();
			return;
		}
		if (inside === '/_headers') notFound(dir, response);
		else {
			request.url = encodeURI(inside);
			files(request, response, () => notFound(dir, response));
		}
	});

	await new Promise((done, failed) => {
		server.once('error', failed).listen(port, host, () => done(undefined));
	});
	const bound = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
	const isAny = !host || host === '0.0.0.0' || host === '::';
	const name = isAny ? 'localhost' : host.includes(':') ? `[${host}]` : host;
	return {
		url: `http://${name}:${bound}${base}/`,
		port: bound,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			})
	};
}

/**
 * @param {string} url as it stands in the request
 * @returns {{ path: string, raw: string, search: string } | undefined} undefined when it is
 *   malformed, climbs out of the folder, or has an empty step (a redirect to `//x/` would leave
 *   this host)
 */
function readAddress(url) {
	const mark = url.indexOf('?');
	const raw = mark < 0 ? url : url.slice(0, mark);
	try {
		const path = decodeURIComponent(raw);
		const isSound = path.startsWith('/') && !/\0|\\|\/\/|\/\.\.(\/|$)/.test(path);
		return isSound ? { path, raw, search: mark < 0 ? '' : url.slice(mark) } : undefined;
	} catch {
		return undefined;
	}
}

/** @param {string} folder */
function isPage(folder) {
	return existsSync(join(folder, 'index.html')) && statSync(folder).isDirectory();
}

/**
 * @param {string} dir
 * @param {import('node:http').ServerResponse} response
 */
function notFound(dir, response) {
	const page = join(dir, '404.html');
	response.setHeader('Content-Type', 'text/html;charset=utf-8');
	response.writeHead(404).end(existsSync(page) ? readFileSync(page) : 'Not found\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const { url } = await serve({
		dir: fileURLToPath(new URL('../build', import.meta.url)),
		port: Number(process.argv[2] ?? 4173)
	});
	process.stdout.write(`${url}\n`);
}
