/** Runs a script in WebKitGTK, through the WebDriver protocol (https://www.w3.org/TR/webdriver2/). */
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

export const webKitDriver = '/usr/bin/WebKitWebDriver';

const PORT = 4449;
const root = `http://127.0.0.1:${PORT}`;

async function ask(path: string, body?: unknown): Promise<unknown> {
	const response = await fetch(`${root}${path}`, {
		method: body === undefined ? 'DELETE' : 'POST',
		...(body === undefined ? {} : { body: JSON.stringify(body) })
	});
	const { value } = (await response.json()) as { value: unknown };
	if (!response.ok) throw new Error(`WebKit refused ${path}: ${JSON.stringify(value)}`);
	return value;
}

/** Waits until the driver answers; throws when it does not within ten seconds. */
async function isUp(): Promise<void> {
	for (let tries = 0; tries < 100; tries++) {
		try {
			await fetch(`${root}/status`);
			return;
		} catch {
			await wait(100);
		}
	}
	throw new Error('WebKitWebDriver did not start.');
}

/** What the script returns, which is the body of a function with these arguments; a text. */
export async function inWebKit(script: string, args: readonly unknown[]): Promise<string> {
	const driver = spawn(
		'xvfb-run',
		['-a', 'dbus-run-session', '--', webKitDriver, `--port=${PORT}`, '--host=127.0.0.1'],
		{ stdio: 'ignore', detached: true }
	);
	try {
		await isUp();
		const { sessionId } = (await ask('/session', {
			capabilities: { alwaysMatch: { browserName: 'MiniBrowser', ...miniBrowser } }
		})) as { sessionId: string };
		const session = `/session/${sessionId}`;
		await ask(`${session}/timeouts`, { script: 60_000 });
		const result = await ask(`${session}/execute/sync`, { script, args });
		await ask(session);
		return String(result);
	} finally {
		// The whole group: the display and the message bus besides the driver.
		if (driver.pid !== undefined) process.kill(-driver.pid, 'SIGKILL');
	}
}

const miniBrowser = {
	'webkitgtk:browserOptions': {
		binary: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
		args: ['--automation']
	}
};
