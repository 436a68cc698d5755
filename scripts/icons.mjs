/** Renders the icons and the share image from their drawings: `node scripts/icons.mjs`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { browserFlags, findBrowser } from './browser.mjs';

const folder = new URL('../static/icons/', import.meta.url);
const font = new URL(
	'../node_modules/@fontsource-variable/literata/files/literata-latin-wght-normal.woff2',
	import.meta.url
);

/** @type {[drawing: string, picture: string, width: number, height: number][]} */
const pictures = [
	['app.svg', 'icon-192.png', 192, 192],
	['app.svg', 'icon-512.png', 512, 512],
	['maskable.svg', 'maskable-512.png', 512, 512],
	['maskable.svg', 'apple-touch-icon.png', 180, 180],
	['monochrome.svg', 'monochrome-512.png', 512, 512],
	['icon.svg', 'favicon-32.png', 32, 32],
	['share.svg', 'share.png', 1200, 630]
];

const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags });
const page = await browser.newPage();
await page.route('http://icons.test/font', (route) =>
	route.fulfill({ path: fileURLToPath(font), headers: { 'Access-Control-Allow-Origin': '*' } })
);
for (const [drawing, picture, width, height] of pictures) {
	const svg = readFileSync(new URL(drawing, folder), 'utf8');
	await page.setViewportSize({ width, height });
	await page.setContent(
		`<style>
			@font-face { font-family: 'Literata Variable'; font-weight: 200 900; src: url(http://icons.test/font) }
			body { margin: 0 } svg { display: block; width: ${width}px; height: ${height}px }
		</style>${svg}`
	);
	await page.evaluate(() => document.fonts.load('600 10px "Literata Variable"'));
	await page.screenshot({ path: fileURLToPath(new URL(picture, folder)), omitBackground: true });
	process.stdout.write(`${picture}\n`);
}
await browser.close();
