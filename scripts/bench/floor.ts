import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { BenchError } from './benchmark.ts';

const template = new URL('floor.html', import.meta.url);

/** The words of the opening question, as the template names them; the options are HTML. */
type Words = Readonly<Record<string, string>>;

/**
 * Writes the page that one careful person would write by hand for the question on Today, with its
 * very words, compressed and with headers as the site's own.
 *
 * @param options.url where the site is served
 * @param options.site its folder
 * @param options.folder where the page is to stand, made when missing
 */
export async function writeFloor(
	browser: Browser,
	{ url, site, folder }: { readonly url: string; readonly site: string; readonly folder: string }
): Promise<void> {
	const html = Buffer.from(fill(readFileSync(template, 'utf8'), await readQuestion(browser, url)));
	const params = {
		[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
		[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
		[constants.BROTLI_PARAM_SIZE_HINT]: html.length
	};
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'index.html'), html);
	writeFileSync(join(folder, 'index.html.br'), brotliCompressSync(html, { params }));
	await copyFile(join(site, '_headers'), join(folder, '_headers'));
}

/** Reads the question from the page as it is served, its scripts not run. */
async function readQuestion(browser: Browser, url: string): Promise<Words> {
	const context = await browser.newContext({ javaScriptEnabled: false });
	try {
		const page = await context.newPage();
		await page.goto(url);
		const opening = page.locator('[data-opening]');
		if ((await opening.count()) !== 1) {
			throw new BenchError('Today shows no opening question, so there is nothing to measure.');
		}
		const text = async (selector: string) =>
			escape(((await page.locator(selector).first().textContent()) ?? '').trim());
		const options = await Promise.all(
			(await opening.locator('[data-option]').all()).map(async (option) => {
				const id = escape((await option.getAttribute('data-option')) ?? '');
				const words = escape((await option.locator('[lang]').textContent())?.trim() ?? '');
				return `<li><button data-option="${id}">${words}</button></li>`;
			})
		);
		return {
			language: escape((await page.locator('html').getAttribute('lang')) ?? ''),
			title: escape(await page.title()),
			heading: await text('section:has([data-opening]) h1'),
			key: escape((await opening.getAttribute('data-key')) ?? ''),
			stem: await text('[data-opening] h2'),
			options: options.join('\n\t\t\t\t'),
			right: await text('[data-if-right]'),
			wrong: await text('[data-if-wrong]'),
			explanation: await text('[data-after] > p'),
			source: await text('[data-after] > div [lang]')
		};
	} finally {
		await context.close();
	}
}

function fill(html: string, words: Words): string {
	return html.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
		const word = words[name];
		if (word) return word;
		throw new BenchError(`The page of comparison lacks its ${name}: look at floor.ts and Today.`);
	});
}

const escape = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
