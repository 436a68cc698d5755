/**
 * Nothing that was acknowledged is lost when the browser is killed at a random moment. A writer
 * that saves every 350 ms goes through the same harness: it must lose, or the harness is blind.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { bundle } from './bundle.ts';
import { kill, launch } from './own-browser.ts';
import type {} from './kill/page.ts';

const KILLS = 10;
const CONTROL_KILLS = 2;

let server: Server;
let url: string;

// A trace of a browser that was killed cannot be written.
test.use({ trace: 'off' });

test.beforeAll(async () => {
	const script = await bundle('tests/kill/page.ts');
	server = createServer((request, response) => {
		const isScript = request.url === '/page.js';
		response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
		response.end(
			isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>'
		);
	});
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	url = `http://localhost:${(server.address() as AddressInfo).port}/`;
});

test.afterAll(() => {
	server.close();
});

async function ready(page: Page): Promise<void> {
	await page.goto(url);
	await page.waitForFunction(() => 'kill' in window);
}

/** Kills the browser again and again while it answers; after each kill looks at what is there. */
async function ordeal(writer: 'answer' | 'answerDebounced', kills: number) {
	const profile = await mkdtemp(join(tmpdir(), 'tarikh-kill-'));
	const acknowledged: string[] = [];
	let lost = 0;
	let torn = 0;
	let blank = 0;
	let seen = 0;
	try {
		for (let round = 0; round <= kills; round++) {
			const { child, page } = await launch(profile);
			await page.exposeFunction('acknowledge', (id: string) => {
				acknowledged.push(id);
			});
			await ready(page);
			const found = await page.evaluate(() => window.kill.inspect());
			const ids = new Set(found.ids);
			// Rarely (once in some hundred kills) Chromium comes back with all storage of the profile
			// gone, localStorage as well: nothing that a page does survives that, or can notice it.
			if (seen > 0 && found.isBlank && ids.size === 0) blank += 1;
			// Each loss counts once, in the round that caused it.
			else lost += acknowledged.slice(seen).filter((id) => !ids.has(id)).length;
			torn += found.repaired + found.unreadable + found.missing;
			seen = acknowledged.length;
			if (round < kills) {
				page.evaluate((name) => window.kill[name](), writer).catch(() => undefined);
				await expect.poll(() => acknowledged.length).toBeGreaterThan(seen);
				// A random moment is the point here; nothing is waited for.
				await new Promise((resolve) => setTimeout(resolve, Math.random() * 1000));
			}
			await kill(child);
		}
	} finally {
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	}
	return { acknowledged: acknowledged.length, lost, torn, blank };
}

test(`no acknowledged answer is lost in ${KILLS} kills`, async () => {
	test.setTimeout(120_000);
	const { acknowledged, lost, torn, blank } = await ordeal('answer', KILLS);
	console.log(
		`${KILLS} kills, ${acknowledged} answers acknowledged: ${lost} lost, ${torn} torn, ${blank} times a blank profile`
	);
	expect(acknowledged).toBeGreaterThan(KILLS * 20);
	expect(blank).toBeLessThanOrEqual(1);
	expect({ lost, torn }).toEqual({ lost: 0, torn: 0 });
});

test('a writer that waits 350 ms does lose: the harness can see a loss', async () => {
	test.setTimeout(60_000);
	const { acknowledged, lost } = await ordeal('answerDebounced', CONTROL_KILLS);
	console.log(`${CONTROL_KILLS} kills, ${acknowledged} answers, debounced: ${lost} lost`);
	expect(lost).toBeGreaterThan(0);
});
