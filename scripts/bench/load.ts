import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { browserFlags, findBrowser } from '../browser.mjs';
import { isBuilt, root, site } from '../build.mjs';
import { serve } from '../serve.mjs';
import { BenchError } from './benchmark.ts';
import type { Benchmark, Measured, Settings } from './benchmark.ts';
import { writeFloor } from './floor.ts';
import { median, medianInterval } from './statistics.ts';
import { watchWire } from './wire.ts';
import type { Wire } from './wire.ts';

const GOAL = 1.25;

/** Slow 4G and a phone of the middle: what Lighthouse calls its "devtools" throttling. */
const network = {
	offline: false,
	latency: 562.5,
	downloadThroughput: (1_474.56 * 1024) / 8,
	uploadThroughput: (675 * 1024) / 8
};
const CPU_SLOWDOWN = 4;
const phone = { width: 360, height: 740 };

/** One cold visit; times in milliseconds from the start of the navigation. */
type Visit = Wire & {
	/** The first tap that got a verdict. */
	readonly answerable: number;
	readonly largestPaint: number;
};
type Round = { readonly ours: Visit; readonly floor: Visit };

/** How long until the question of a first visit can be answered, beside a one-file page of it. */
export const load: Benchmark = {
	summary: 'from a cold link to the first tap that gets a verdict, on slow 4G and a slow phone',
	run: measureLoad
};

async function measureLoad({ rounds, say }: Settings): Promise<Measured> {
	ensureBuilt();
	const folder = mkdtempSync(join(tmpdir(), 'tarikh-bench-'));
	const host = '127.0.0.1';
	const ours = await serve({ dir: site, host });
	const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags });
	try {
		await writeFloor(browser, { url: ours.url, site, folder });
		const floor = await serve({ dir: folder, host });
		try {
			const measured: Round[] = [];
			// The first round warms the browser up and does not count.
			for (let round = 0; round <= rounds; round++) {
				const pair = await measureRound(browser, ours.url, floor.url, round % 2 === 0);
				if (round === 0) continue;
				measured.push(pair);
				say(`round ${round} of ${rounds}: ${ratioOf(pair).toFixed(2)}`);
			}
			return report(measured);
		} finally {
			await floor.close();
		}
	} finally {
		await browser.close();
		await ours.close();
		rmSync(folder, { recursive: true });
	}
}

/** What the build says goes to stderr: stdout is for the figures. */
function ensureBuilt(): void {
	if (isBuilt()) return;
	const script = fileURLToPath(new URL('../build.mjs', import.meta.url));
	const { status } = spawnSync(process.execPath, [script], { cwd: root, stdio: ['ignore', 2, 2] });
	if (status !== 0) throw new BenchError('The site could not be built; see the message above.');
}

/** Both pages right after one another; which comes first takes turns. */
async function measureRound(
	browser: Browser,
	oursUrl: string,
	floorUrl: string,
	isFloorFirst: boolean
): Promise<Round> {
	if (isFloorFirst) {
		const floor = await visit(browser, floorUrl);
		return { ours: await visit(browser, oursUrl), floor };
	}
	const ours = await visit(browser, oursUrl);
	return { ours, floor: await visit(browser, floorUrl) };
}

/** Opens the address as somebody who has never been there: nothing cached, nothing stored. */
async function visit(browser: Browser, url: string): Promise<Visit> {
	const context = await browser.newContext({
		viewport: phone,
		deviceScaleFactor: 2,
		isMobile: true,
		hasTouch: true,
		// Throttling does not reach a service worker, so that it would serve the page too fast.
		serviceWorkers: 'block'
	});
	try {
		const page = await context.newPage();
		await page.addInitScript({ path: fileURLToPath(new URL('probe.js', import.meta.url)) });
		const devtools = await context.newCDPSession(page);
		const wire = await watchWire(devtools, url);
		await devtools.send('Network.emulateNetworkConditions', network);
		await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
		await page.goto(url, { waitUntil: 'commit' });
		const answerable = await page.evaluate<number>('benchProbe.answerable');
		await page.waitForLoadState('load');
		const largestPaint = await page.evaluate<number>('benchProbe.largestPaint()');
		return { answerable, largestPaint, ...wire.until(answerable) };
	} finally {
		await context.close();
	}
}

const ratioOf = ({ ours, floor }: Round): number => ours.answerable / floor.answerable;

function report(rounds: readonly Round[]): Measured {
	const ratios = rounds.map(ratioOf);
	const ratio = median(ratios);
	const [low, high] = medianInterval(ratios);
	const middle = (side: keyof Round, of: (visit: Visit) => number) =>
		median(rounds.map((round) => of(round[side])));
	const row = (...cells: readonly (string | number)[]) =>
		cells
			.map((cell, index) => (index ? String(cell).padStart(9) : String(cell).padEnd(34)))
			.join('');
	const sides = (name: string, of: (visit: Visit) => number, digits = 0) =>
		row(name, middle('ours', of).toFixed(digits), middle('floor', of).toFixed(digits));

	const table = [
		row('answerable, ms', 'ours', 'floor', 'ratio'),
		...rounds.map((round, index) =>
			row(
				`  round ${index + 1}`,
				round.ours.answerable.toFixed(0),
				round.floor.answerable.toFixed(0),
				ratioOf(round).toFixed(3)
			)
		),
		`${sides('  median', (visit) => visit.answerable)}${ratio.toFixed(3).padStart(9)}`,
		sides('largest contentful paint, ms', (visit) => visit.largestPaint),
		sides('kB on the wire until answerable', (visit) => visit.bytes / 1000, 1),
		sides('requests ended until then', (visit) => visit.ended),
		sides('requests begun until then', (visit) => visit.begun),
		'',
		`${ratio <= GOAL ? '✓' : '✗'} ratio ${ratio.toFixed(3)} (95 %: ${low.toFixed(3)} to ${high.toFixed(3)}), ` +
			`goal at most ${GOAL}; load of this machine ${(loadavg()[0] ?? 0).toFixed(1)}`
	];
	return {
		figures: {
			ratio: Number(ratio.toFixed(3)),
			ours: Math.round(middle('ours', (visit) => visit.answerable)),
			floor: Math.round(middle('floor', (visit) => visit.answerable))
		},
		table: table.join('\n')
	};
}
