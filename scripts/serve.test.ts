import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashSources } from './sources.mjs';
import { headersFor, parseHeaders, serve } from './serve.mjs';

const dir = mkdtempSync(join(tmpdir(), 'tarikh-serve-'));
let served: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
	mkdirSync(join(dir, 'study'));
	writeFileSync(join(dir, 'index.html'), '<h1>home</h1>');
	writeFileSync(join(dir, 'study/index.html'), '<h1>study</h1>');
	writeFileSync(join(dir, '404.html'), '<h1>nothing here</h1>');
	writeFileSync(join(dir, '_headers'), '/*\n  X-A: 1\n/study/*\n  X-B: 2\n  X-A: 3\n');
	served = await serve({ dir, base: '/x' });
});
afterAll(async () => {
	await served.close();
	rmSync(dir, { recursive: true });
});

const ask = (path: string, method = 'GET') =>
	fetch(new URL(path, served.url), { method, redirect: 'manual' });

test('rules of _headers that match one address add up', () => {
	const rules = parseHeaders('# all\n/*\n  A: 1\n\n/b/*.js\n  A: 2\n  B: x: y\n');
	expect(headersFor(rules, '/b/c.js')).toEqual(
		new Map([
			['A', '1, 2'],
			['B', 'x: y']
		])
	);
	expect(headersFor(rules, '/b/cXjs')).toEqual(new Map([['A', '1']]));
});

test('a header before any address is refused', () => {
	expect(() => parseHeaders('  A: 1\n')).toThrow(SyntaxError);
});

test('the site stands under its base and nowhere else', async () => {
	expect(await (await ask('/x/')).text()).toBe('<h1>home</h1>');
	expect((await ask('/x?q=1')).headers.get('location')).toBe('/x/?q=1');
	expect((await ask('/study/')).status).toBe(404);
	expect((await ask('/xy/')).status).toBe(404);
});

test('a folder without its slash is redirected with its query, headers are sent', async () => {
	const redirect = await ask('/x/study?q=1');
	expect(redirect.status).toBe(308);
	expect(redirect.headers.get('location')).toBe('/x/study/?q=1');
	const { headers } = await ask('/x/study/');
	expect([headers.get('x-a'), headers.get('x-b')]).toEqual(['1, 3', '2']);
});

test('what is not there gets the page for it, with status 404', async () => {
	const response = await ask('/x/nope');
	expect(response.status).toBe(404);
	expect(await response.text()).toBe('<h1>nothing here</h1>');
	expect((await ask('/x/_headers')).status).toBe(404);
});

test('only GET and HEAD are answered', async () => {
	const head = await ask('/x/', 'HEAD');
	expect([head.status, await head.text()]).toEqual([200, '']);
	expect((await ask('/x/', 'PUT')).status).toBe(405);
});

test('a taken port is an error of Node that names it', async () => {
	await expect(serve({ dir, port: served.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('sources that have changed have another hash, tests and generated files do not count', () => {
	const root = mkdtempSync(join(tmpdir(), 'tarikh-sources-'));
	const write = (path: string, text: string) => {
		mkdirSync(join(root, path, '..'), { recursive: true });
		writeFileSync(join(root, path), text);
	};
	write('src/a.ts', 'one');
	const first = hashSources(root);
	expect(first).toMatch(/^[0-9a-f]{12}$/);
	write('src/a.test.ts', 'a test');
	write('src/lib/paraglide/runtime.js', 'generated');
	expect(hashSources(root)).toBe(first);
	write('src/a.ts', 'two');
	const second = hashSources(root);
	expect(second).not.toBe(first);
	write('questions/pack.yaml', 'id: a');
	expect(hashSources(root)).not.toBe(second);
	rmSync(root, { recursive: true });
});
