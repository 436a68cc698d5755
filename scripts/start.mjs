/**
 * `npm start`: installs what is missing, builds what has changed, serves the site. Only built-ins of
 * Node are imported until the packages are known to be there, and Node 14 can still read the file, so
 * that it can say that it is too old.
 */
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';

const usage = `Usage: npm start -- [--port <number>] [--host <address>]

  --port   the port to serve on; without it 4173, or the next free one
  --host   the address to listen on; without it all of this machine's

  BASE_PATH=/some/path npm start   serves the site under that path
`;

/** @param {string} message */
function refuse(message) {
	process.stderr.write(`${message}\n\n${usage}`);
	process.exit(2);
}

/** Stops with a plain sentence when Node is older than package.json asks for. */
function checkNode() {
	const { engines } = /** @type {{ engines: { node: string } }} */ (
		JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
	);
	const needed = engines.node.replace('>=', '');
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	const [leastMajor = 0, leastMinor = 0] = needed.split('.').map(Number);
	if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
	process.stderr.write(
		`Tarikh needs Node ${needed} or newer; this is ${process.versions.node}. ` +
			'Get a current one from https://nodejs.org, then run npm start again.\n'
	);
	process.exit(1);
}

/**
 * @param {string[]} words what follows the command
 * @returns {{ port?: number, host?: string }}
 */
function readFlags(words) {
	/** @type {{ port?: number, host?: string }} */
	const flags = {};
	const rest = words.flatMap((word) => {
		const parts = /^(--\w+)=(.*)$/.exec(word);
		return parts ? [parts[1], parts[2]] : [word];
	});
	for (let i = 0; i < rest.length; i += 2) {
		const [flag, value] = [String(rest[i]), rest[i + 1]];
		if (flag === '--help' || flag === '-h') {
			process.stdout.write(usage);
			process.exit(0);
		}
		if (flag !== '--port' && flag !== '--host') refuse(`There is no flag "${flag}".`);
		if (!value || value.startsWith('--')) refuse(`${flag} needs a value.`);
		else if (flag === '--host') flags.host = value;
		else if (!/^\d{1,5}$/.test(value) || Number(value) < 1 || Number(value) > 65535) {
			refuse(`--port takes a number from 1 to 65535, not "${value}".`);
		} else flags.port = Number(value);
	}
	return flags;
}

/** @returns {string} the path of BASE_PATH without a slash at its end; empty for the root */
function readBase() {
	const base = (process.env.BASE_PATH ?? '').replace(/\/+$/, '');
	if (base && !/^(\/[\w.~-]+)+$/.test(base)) {
		refuse(`BASE_PATH is a path such as /tarikh, not "${base}".`);
	}
	return base;
}

/** @returns {string | undefined} this machine's address in its local network */
function lanAddress() {
	return Object.values(networkInterfaces())
		.flat()
		.map((each) => (each && !each.internal && each.family === 'IPv4' ? each.address : ''))
		.find((address) => address && !address.startsWith('169.254.'));
}

/**
 * @param {{ dir: string, base: string, host?: string }} options
 * @param {number | undefined} asked without it 4173, or the next free one
 */
async function serveOn(options, asked) {
	const { serve } = await import('./serve.mjs');
	for (let port = asked ?? 4173; ; port += 1) {
		try {
			return await serve({ ...options, port });
		} catch (error) {
			const code = /** @type {NodeJS.ErrnoException} */ (error).code;
			if (code === 'EADDRINUSE' && !asked && port < 65535) continue;
			process.stderr.write(
				code === 'EADDRINUSE'
					? `Port ${port} is taken. Leave --port away to get the next free one.\n`
					: `Cannot listen on ${options.host ?? 'this machine'}, port ${port} (${String(code)}).\n`
			);
			return process.exit(1);
		}
	}
}

/**
 * @param {import('./serve.mjs').Served} served
 * @param {string} base
 * @param {string | undefined} host
 */
async function announce(served, base, host) {
	process.stdout.write(`\n  Tarikh is at     ${served.url}\n`);
	const lan = host && host !== '0.0.0.0' && host !== '::' ? undefined : lanAddress();
	if (lan) {
		const url = `http://${lan}:${served.port}${base}/`;
		process.stdout.write(`  In your network  ${url}\n`);
		if (process.stdout.isTTY) {
			const { encodeQR } = await import('qr');
			process.stdout.write(`\n${encodeQR(url, 'term')}\n`);
		}
		process.stdout.write('  (There it works online only: browsers keep offline use for https.)\n');
	}
	process.stdout.write('\n  Ctrl-C stops it.\n');
}

/** One function, because old versions of Node cannot read an `await` outside of one. */
async function main() {
	checkNode();
	const { port, host } = readFlags(process.argv.slice(2));
	const base = readBase();

	const { install, isInstalled } = await import('./install.mjs');
	const { build, isBuilt, root, site } = await import('./build.mjs');
	if (!isInstalled(root) && !install(root)) {
		process.stderr.write('The packages could not be installed; see the message of npm above.\n');
		process.exit(1);
	}
	if (!isBuilt() && !build()) {
		process.stderr.write('The site could not be built; see the message above.\n');
		process.exit(1);
	}

	const served = await serveOn({ dir: site, base, ...(host ? { host } : {}) }, port);
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
		process.once(signal, () => void served.close().then(() => process.exit(0)));
	}
	await announce(served, base, host);
}

void main();
