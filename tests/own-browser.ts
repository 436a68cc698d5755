/** A browser that a test may kill: Playwright's own would take the test with it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chromium } from '@playwright/test';
import { browserFlags, findBrowser } from '../scripts/browser.mjs';

/** A browser of our own, in a process group of its own, so that all of it can be killed at once. */
export async function launch(profile: string) {
	const child = spawn(
		findBrowser(),
		[
			...browserFlags,
			'--headless=new',
			// As Playwright does: else each start may fall into another trial of how data is stored.
			'--disable-field-trial-config',
			'--no-first-run',
			'--remote-debugging-port=0',
			`--user-data-dir=${profile}`,
			'about:blank'
		],
		{ detached: true, stdio: ['ignore', 'ignore', 'pipe'] }
	);
	const browser = await chromium.connectOverCDP(await addressOf(child));
	const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage();
	return { child, page };
}

function addressOf(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		child.stderr?.on('data', (data: Buffer) => {
			said += data.toString();
			const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
			if (address) resolve(address);
		});
		child.on('exit', () => {
			reject(new Error(`the browser did not start: ${said}`));
		});
	});
}

/** Kills all of it at once, as a crash or an empty battery would. */
export async function kill(child: ChildProcess): Promise<void> {
	const gone = new Promise((resolve) => child.once('exit', resolve));
	if (child.pid) process.kill(-child.pid, 'SIGKILL');
	await gone;
}
