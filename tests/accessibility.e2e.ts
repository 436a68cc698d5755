import { createRequire } from 'node:module';
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { KindName } from '../src/lib/quiz/question.ts';
import { withoutChance } from './chance.ts';
import { Learner, live } from './learner.ts';
import type { Language } from './words.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Of all rules only these depend on the colours; the last one asks for our own 7:1. */
const ofColour = ['color-contrast', 'link-in-text-block', 'color-contrast-enhanced'];

/** Waits until nothing moves or changes its colour any more. */
const still = (page: Page) =>
	page.waitForFunction(() => document.getAnimations().every((it) => it.playState !== 'running'));

/** What axe finds on the page as it stands, light and dark. */
async function violationsOf(page: Page, place: string): Promise<string[]> {
	const found: string[] = [];
	// axe does not know that a modal dialog lies above all else, whatever its z-index is.
	const isModal = (await page.locator('dialog:modal').count()) > 0;
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		await still(page);
		const options: RunOptions = {
			...(colorScheme === 'light'
				? {
						runOnly: tags,
						rules: {
							'color-contrast-enhanced': { enabled: true },
							'target-size': { enabled: !isModal }
						}
					}
				: { runOnly: ofColour }),
			resultTypes: ['violations']
		};
		const violations = await page.evaluate(async (asked) => {
			const { axe } = window as unknown as {
				axe: { run: (options: RunOptions) => Promise<AxeResults> };
			};
			const results = await axe.run(asked);
			return results.violations.map(({ id, nodes }) => {
				const [first] = nodes;
				return `${id}, ${nodes.length} ×: ${first?.html ?? ''} ${first?.any[0]?.message ?? ''}`;
			});
		}, options);
		found.push(...violations.map((violation) => `${place}, ${colorScheme}: ${violation}`));
	}
	return found;
}

/** The visible controls that a finger can miss: smaller than 44 px in one direction. */
const smallTargets = (page: Page, place: string): Promise<string[]> =>
	page.evaluate((name) => {
		// A word that is explained in place stands in a line of text, as a link does.
		const controls = 'button:not(.term), input, select, summary, label:has(input), nav a, a.button';
		const scope = document.querySelector('dialog:modal') ?? document;
		return (
			[...scope.querySelectorAll<HTMLElement>(controls)]
				.filter((element) => element.checkVisibility({ visibilityProperty: true }))
				.map((element) => {
					// A box or a button in its label is as large as the label.
					const label = element instanceof HTMLInputElement ? element.closest('label') : null;
					const { width, height } = (label ?? element).getBoundingClientRect();
					const text = element.getAttribute('aria-label') ?? element.textContent.trim();
					return { width, height, text: `${element.localName} "${text}"` };
				})
				// Clipped for the eye: its label is what is touched.
				.filter(({ width, height }) => width > 1 && height > 1)
				.filter(({ width, height }) => width < 43.9 || height < 43.9)
				.map(({ width, height, text }) => {
					return `${name}: ${text} is ${Math.round(width)} × ${Math.round(height)}`;
				})
		);
	}, place);

/** Widths, with the size of text that a reader may have set in the browser. */
const screens = [
	{ width: 360, text: 16 },
	{ width: 320, text: 16 },
	{ width: 360, text: 32 },
	{ width: 1280, text: 32 }
];

/** The screens on which the page is wider than the screen. */
async function tooWide(page: Page, place: string): Promise<string[]> {
	const found: string[] = [];
	const devtools = await page.context().newCDPSession(page);
	const show = async (width: number, text: number) => {
		await page.setViewportSize({ width, height: 740 });
		await devtools.send('Page.setFontSizes', { fontSizes: { standard: text } });
	};
	for (const { width, text } of screens) {
		await show(width, text);
		const excess = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		if (excess > 0)
			found.push(`${place} at ${width} px, text of ${text} px: ${excess} px too wide`);
	}
	await show(360, 16);
	await devtools.detach();
	return found;
}

/** Opens every place in every state, and looks at each. */
async function tour(browser: Browser, language: Language) {
	const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block' });
	await context.addInitScript({ path: axe });
	const page = await context.newPage();
	await withoutChance(page);
	const learner = new Learner(page, language);
	const prefix = language === 'en' ? '/' : `/${language}/`;
	const found = { violations: [] as string[], small: [] as string[], wide: [] as string[] };
	const see = async (place: string) => {
		found.violations.push(...(await violationsOf(page, place)));
		found.small.push(...(await smallTargets(page, place)));
		found.wide.push(...(await tooWide(page, place)));
	};
	const open = (place: string) => page.goto(`${prefix}${place}`);

	await open('');
	await live(page);
	await see('Today, first visit');
	await learner.options.first().click();
	await expect(learner.goOnButton).toBeVisible();
	await see('Today, answered');

	// Without new cards Study asks the one card again: another kind each time, so a flashcard too.
	await page.evaluate(() => localStorage.setItem('tarikh.settings', '{"newPerDay":0}'));
	await open('study/');
	let kind: KindName;
	for (kind = await learner.kind(); kind !== 'flashcard'; kind = await learner.kind()) {
		await learner.answerAndGoOn();
	}
	await see('Study, flashcard');
	await learner.button('question_turn').click();
	await expect(learner.recall('good')).toBeFocused();
	await see('Study, flashcard turned');
	await learner.button('question_more_recalls').click();
	await see('Study, flashcard with four ratings');
	await learner.recall('easy').click();
	await expect(page.getByText(learner.say('study_finished_title'))).toBeVisible();
	await see('Study, all done');

	await open('');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(learner.say('today_title'));
	await expect(page.getByText(learner.say('today_quiz_about'))).toBeVisible();
	await see('Today, returning');

	// Each kind by itself, its names and keys, is in `kinds.e2e.ts`.
	const seen = new Set<KindName>();
	for (let quizzes = 1; quizzes <= 2; quizzes++) {
		await open('quiz/');
		await expect(learner.button('quiz_start')).toBeEnabled();
		if (quizzes === 1) await see('Quiz, builder');
		await learner.button('quiz_start').click();
		for (let position = 1; position <= 10; position++) {
			kind = await learner.kind();
			const isNew = !seen.has(kind);
			seen.add(kind);
			if (isNew) await see(`Quiz, ${kind}`);
			await learner.answer();
			if (isNew) await see(`Quiz, ${kind} answered`);
			await learner.goOnButton.click();
			await expect.poll(() => learner.position()).toBe(position === 10 ? 0 : position + 1);
		}
		if (quizzes > 1) continue;
		await see('Quiz, results');
		for (const question of await page.locator('.results > ol > li').all()) {
			await question.locator('summary').first().click();
		}
		await see('Quiz, results with every question open');
	}
	expect(seen.size).toBeGreaterThanOrEqual(5);

	for (const section of ['timeline', 'figures', 'actors', 'claims', 'sources', 'glossary']) {
		await open(`explore/#${section}`);
		await expect(page.getByRole('searchbox')).toBeEnabled();
		await expect(
			page.getByRole('link', { name: learner.say(`explore_section_${section}`) }).first()
		).toHaveAttribute('aria-current', 'true');
		await see(`Explore, ${section}`);
	}
	await page.getByRole('searchbox').fill('1961');
	await see('Explore, search');
	await open('explore/#egoz-wreck');
	await expect(page.locator('#explore-detail')).toBeFocused();
	await see('Explore, a fact');
	await open('explore/#nothing-at-all');
	await expect(page.locator('#explore-detail')).toHaveText(learner.say('explore_unknown_title'));
	await see('Explore, nothing there');

	await open('settings/');
	await expect(learner.button('settings_delete_open')).toBeEnabled();
	await page.evaluate(() => window.scrollTo(0, 0));
	await see('Settings');
	await learner.button('settings_delete_open').click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await see('Settings, before deleting');

	await open('no/such/page/');
	await expect(page.getByRole('heading')).toBeVisible();
	await see('an unknown address');
	await context.close();
	return found;
}

for (const language of ['en', 'fr'] as const) {
	test(`in every place and state axe finds nothing, no control is small, nothing is too wide (${language})`, async ({
		browser
	}) => {
		test.setTimeout(480_000);
		expect(await tour(browser, language)).toEqual({ violations: [], small: [], wide: [] });
	});
}
