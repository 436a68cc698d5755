/** The Quiz place: choosing, the quiz of the day, links, sharing, paper. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { Learner, reviewsIn } from './learner.ts';
import { CONTEXT, CORE, contextLink, quizLink } from './quiz-link.ts';
import { watch } from './watch.ts';

/** The builder, once it has drawn a quiz to look at. */
async function openBuilder(page: Page): Promise<Learner> {
	const learner = new Learner(page);
	await page.goto('quiz/');
	await expect(learner.button('quiz_preview_another')).toBeEnabled();
	return learner;
}

const previewed = async (page: Page): Promise<string[]> =>
	page.locator('.preview li').allInnerTexts();

/** How many facts the choice has, as the page says it. */
async function countOn(page: Page): Promise<number> {
	const text = await page.getByText(/\d+ facts? to draw from|hold only \d+/).innerText();
	return Number(/\d+/.exec(text)?.[0]);
}

/** Takes the quiz on the screen to its end; the stems as they were asked. */
async function take(learner: Learner, length: number): Promise<string[]> {
	const stems: string[] = [];
	for (let answers = 1; answers <= length; answers++) {
		await learner.kind();
		stems.push(await learner.stem.first().innerText());
		await learner.answerAndGoOn();
	}
	await expect(title(learner, 'quiz_results_title')).toBeVisible();
	return stems;
}

const title = (learner: Learner, key: string): Locator =>
	learner.page.getByRole('heading', { name: learner.say(key), exact: true });

test.describe('choosing', () => {
	test('years, difficulty and kinds narrow the quiz, and stay chosen for the visit', async ({
		page
	}) => {
		const learner = await openBuilder(page);
		const all = await countOn(page);
		await page.getByText(learner.say('quiz_more'), { exact: true }).click();

		const from = page.getByLabel(learner.say('quiz_period_from'), { exact: true });
		const to = page.getByLabel(learner.say('quiz_period_to'), { exact: true });
		await from.fill('1956');
		await to.fill('1967');
		await expect.poll(() => countOn(page)).toBeLessThan(all);
		const ofPeriod = await countOn(page);
		await page.getByRole('radio', { name: learner.say('quiz_difficulty_hard') }).check();
		await expect(page.getByText(learner.say('quiz_difficulty_hard_about'))).toBeVisible();
		await page.getByRole('checkbox', { name: learner.say('quiz_kind_order') }).check();
		await expect(page.getByText(/^These choices hold only \d+ questions/)).toBeVisible();
		const narrow = await countOn(page);
		expect(narrow).toBeLessThan(ofPeriod);
		await expect(page.getByText(learner.say('quiz_more_set', { count: 3 }))).toBeVisible();

		await page.getByRole('link', { name: 'Explore' }).click();
		await page.getByRole('link', { name: 'Quiz', exact: true }).click();
		await expect(page.getByText(learner.say('quiz_more_set', { count: 3 }))).toBeVisible();
		// Another draw: how many questions it has may differ by one.
		await expect(page.getByText(/^These choices hold only \d+ questions/)).toBeVisible();

		await page
			.locator('summary')
			.filter({ hasText: learner.say('quiz_more') })
			.click();
		await expect(from).toHaveValue('1956');
		await learner.button('quiz_more_clear').click();
		await expect(from).toHaveValue('');
		await expect.poll(() => countOn(page)).toBe(all);
	});

	test('years that cannot be meant are told, and nothing starts with them', async ({ page }) => {
		const learner = await openBuilder(page);
		await page.getByText(learner.say('quiz_more'), { exact: true }).click();
		const from = page.getByLabel(learner.say('quiz_period_from'), { exact: true });
		const to = page.getByLabel(learner.say('quiz_period_to'), { exact: true });
		for (const wrong of ['56', '1066', 'last year', '99999']) {
			await from.fill(wrong);
			await from.blur();
			await expect(page.getByRole('alert')).toHaveText(/^Write a year from 19\d\d to 20\d\d\.$/);
			await expect(from).toHaveAttribute('aria-invalid', 'true');
			await learner.button('quiz_start').click();
			await expect(from).toBeFocused();
		}
		await from.fill('1967');
		await to.fill('1956');
		await to.blur();
		await expect(page.getByRole('alert')).toHaveText(learner.say('quiz_period_backwards'));
		await to.fill('1970');
		await expect(page.getByRole('alert')).toHaveText('');
		await learner.button('quiz_start').click();
		await learner.kind();
	});

	test('people are found by a part of their name, by keys alone, and taken away again', async ({
		page
	}) => {
		const learner = await openBuilder(page);
		const { keyboard } = page;
		const all = await countOn(page);
		await page.getByText(learner.say('quiz_more'), { exact: true }).click();
		const field = page.getByRole('combobox', { name: learner.say('quiz_actors_search') });
		await field.focus();
		await keyboard.type('ouf');
		const options = page.getByRole('listbox').getByRole('option');
		await expect(options.first()).toContainText('Oufkir');
		await keyboard.press('ArrowDown');
		await expect(options.first()).toHaveAttribute('aria-selected', 'true');
		await expect(field).toHaveAttribute(
			'aria-activedescendant',
			(await options.first().getAttribute('id')) ?? ''
		);
		await keyboard.press('Enter');
		const chosen = page.getByRole('button', { name: /^Remove .*Oufkir/ });
		await expect(chosen).toBeVisible();
		await expect(options).toHaveCount(0);
		await expect(field).toBeFocused();
		await expect.poll(() => countOn(page)).toBeLessThan(all);
		const ofOne = await countOn(page);

		await keyboard.type('mossad');
		await keyboard.press('Enter');
		await expect(page.getByRole('button', { name: /^Remove / })).toHaveCount(2);
		await expect.poll(() => countOn(page)).toBeGreaterThan(ofOne);
		await keyboard.type('zzz');
		await expect(page.getByText(learner.say('quiz_actors_none', { query: 'zzz' }))).toBeVisible();
		await field.fill('');

		await chosen.focus();
		await keyboard.press('Enter');
		await expect(field).toBeFocused();
		await page.getByRole('button', { name: /^Remove / }).click();
		await expect.poll(() => countOn(page)).toBe(all);
	});

	test('what is shown beforehand is what the quiz asks', async ({ page }) => {
		const learner = await openBuilder(page);
		const before = await previewed(page);
		expect(before).toHaveLength(3);
		await learner.button('quiz_preview_another').click();
		await expect.poll(() => previewed(page)).not.toEqual(before);
		const shown = await previewed(page);
		await learner.button('quiz_start').click();
		for (const text of shown) {
			await learner.kind();
			expect(text.startsWith(await learner.stem.first().innerText())).toBe(true);
			await learner.answerAndGoOn();
		}
	});

	test('a choice that holds few questions says how many there will be', async ({ page }) => {
		const learner = await openBuilder(page);
		await page.getByRole('radio', { name: '20', exact: true }).check();
		await page.getByText(learner.say('quiz_more'), { exact: true }).click();
		await page.getByRole('checkbox', { name: learner.say('quiz_kind_closest') }).check();
		await expect(page.getByText(/^These choices hold only \d+ questions/)).toBeVisible();
		await page.waitForFunction(() => document.querySelectorAll('.preview li').length > 0);
		const count = await countOn(page);
		expect(count).toBeLessThan(20);
		await learner.button('quiz_start').click();
		await learner.kind();
		await expect(
			page.getByText(learner.say('session_position', { position: 1, total: count }))
		).toBeVisible();
	});

	test('packs switched on in another tab are there without a reload', async ({ page, context }) => {
		const learner = await openBuilder(page);
		const topic = page.getByRole('checkbox', { name: 'Western Sahara' });
		await expect(topic).toHaveCount(0);
		const settings = await context.newPage();
		await settings.goto('settings/');
		await expect(new Learner(settings).button('settings_delete_open')).toBeEnabled();
		await settings.getByRole('checkbox', { name: 'Morocco and Israel: the context' }).check();
		await expect(topic).toBeVisible();
		await page.getByText(learner.say('quiz_more'), { exact: true }).click();
		await page.getByRole('checkbox', { name: 'Morocco and Israel: the context' }).check();
		await topic.check();
		await settings.getByRole('checkbox', { name: 'Morocco and Israel: the context' }).uncheck();
		await expect(topic).toHaveCount(0);
		await expect(page.getByRole('checkbox', { name: 'Everything' })).toBeChecked();
	});
});

test.describe('the quiz of the day', () => {
	test('is the same for everybody on a date, whatever their packs, and another one tomorrow', async ({
		browser
	}) => {
		const askedOn = async (date: string, packs: readonly string[]) => {
			const context = await browser.newContext({ timezoneId: 'Africa/Casablanca' });
			const page = await context.newPage();
			await page.clock.setFixedTime(new Date(date));
			await page.addInitScript((on) => {
				localStorage.setItem('tarikh.settings', JSON.stringify({ packs: on }));
			}, packs);
			const learner = await openBuilder(page);
			await expect(page.getByText(learner.say('quiz_day_about'))).toBeVisible();
			await learner.button('quiz_day_start').click();
			await learner.kind();
			const asked = await page.evaluate(() => {
				const kept = JSON.parse(localStorage.getItem('tarikh.quiz') ?? '{}') as {
					questions: unknown;
				};
				return JSON.stringify(kept.questions);
			});
			await context.close();
			return asked;
		};
		const today = await askedOn('2026-03-02T08:00:00Z', []);
		expect(today.length).toBeGreaterThan(500);
		expect(await askedOn('2026-03-02T22:30:00Z', [CONTEXT])).toBe(today);
		expect(await askedOn('2026-03-03T08:00:00Z', [])).not.toBe(today);
	});

	test('goes on whole, although the learner has packs that it was not drawn from', async ({
		page
	}) => {
		// One of the questions of this day would not be sure beside the facts of the other pack.
		await page.clock.setFixedTime(new Date('2026-03-22T08:00:00Z'));
		await page.addInitScript((on) => {
			localStorage.setItem('tarikh.settings', JSON.stringify({ packs: [on] }));
		}, CONTEXT);
		const learner = await openBuilder(page);
		await learner.button('quiz_day_start').click();
		await learner.answerAndGoOn();
		await page.goto('quiz/');
		await expect(page.getByText(learner.say('quiz_resume', { done: 1, total: 10 }))).toBeVisible();
	});
});

test.describe('the results', () => {
	test('send what was missed to Study, which begins with it', async ({ page }) => {
		const learner = await openBuilder(page);
		await page.getByRole('radio', { name: '5', exact: true }).check();
		await learner.button('quiz_start').click();
		await take(learner, 5);
		type Logged = { card: string; place: string; outcome: string };
		const missed = ((await reviewsIn(page)) as unknown as Logged[])
			.filter(({ outcome }) => outcome === 'wrong')
			.map(({ card }) => card);
		expect(missed.length).toBeGreaterThan(0);
		await page.getByRole('link', { name: learner.say('quiz_to_study') }).click();
		const studied: string[] = [];
		for (let answers = 1; answers <= missed.length; answers++) {
			await learner.answerAndGoOn();
			studied.push((await reviewsIn(page)).at(-1)?.card ?? '');
		}
		const log = (await reviewsIn(page)).filter(({ place }) => place === 'study');
		expect(new Set(log.map(({ card }) => card))).toEqual(new Set(missed));
		expect(studied).toHaveLength(missed.length);
	});

	test('are shared as score, marks and a link that asks the same questions', async ({
		page,
		browser
	}) => {
		await page.addInitScript(() => {
			const shared: string[] = [];
			Object.assign(window, { shared });
			Object.assign(navigator, {
				share: ({ text }: { text: string }) => {
					shared.push(text);
					return Promise.resolve();
				}
			});
		});
		const learner = await openBuilder(page);
		await page.getByRole('radio', { name: '5', exact: true }).check();
		await learner.button('quiz_start').click();
		const asked = await take(learner, 5);
		await learner.button('quiz_share').click();
		await expect(page.getByText(learner.say('quiz_share_done'))).toBeVisible();
		const [text = ''] = await page.evaluate(
			() => (window as unknown as { shared: string[] }).shared
		);
		expect(text).toMatch(/^Tarikh [\d.]+\/5\n[●◐○]{5}\nhttp:\/\/localhost:\d+\/quiz\/#quiz=1&\S+$/);
		const [score = ''] = /[\d.]+(?=\/5)/.exec(text) ?? [];
		await expect(page.getByText(`${score} of 5`, { exact: true })).toBeVisible();

		const other = await browser.newContext();
		const there = new Learner(await other.newPage());
		await there.page.goto(text.split('\n').at(-1) ?? '');
		await expect(title(there, 'quiz_shared_title')).toBeVisible();
		await expect(there.page.getByText(there.say('quiz_shared_about'))).toBeVisible();
		await there.button('quiz_shared_start').click();
		expect(await take(there, 5)).toEqual(asked);
		await other.close();
	});

	test('are copied where nothing can be shared, and shown where nothing can be copied', async ({
		page
	}) => {
		await page.addInitScript(() => {
			const copied: string[] = [];
			Object.assign(window, { copied });
			Object.defineProperty(navigator, 'share', { value: undefined });
			Object.defineProperty(navigator, 'clipboard', {
				value: {
					writeText: (text: string) =>
						copied.push(text) === 1 ? Promise.resolve() : Promise.reject(new Error('refused'))
				}
			});
		});
		const learner = await openBuilder(page);
		await page.getByRole('radio', { name: '5', exact: true }).check();
		await learner.button('quiz_start').click();
		await take(learner, 5);
		await learner.button('quiz_share').click();
		await expect(page.getByText(learner.say('quiz_share_copied'))).toBeVisible();
		const copied = () => page.evaluate(() => (window as unknown as { copied: string[] }).copied);
		expect((await copied())[0]).toMatch(/^Tarikh /);
		await learner.button('quiz_share').click();
		const field = page.getByLabel(learner.say('quiz_share_field'));
		await expect(field).toBeFocused();
		await expect(field).toHaveValue((await copied())[0] ?? '');
		await expect(page.getByText(learner.say('quiz_share_copied'))).toHaveCount(0);
	});

	test('of a quiz that went on after a reload still know its link', async ({ page }) => {
		const learner = new Learner(page);
		await page.goto(quizLink());
		await learner.button('quiz_shared_start').click();
		await learner.answerAndGoOn();
		await page.reload();
		await learner.button('quiz_resume_go').click();
		await take(learner, 4);
		await page.addInitScript(() => Object.assign(navigator, { share: undefined }));
		await page.evaluate(() => {
			Object.defineProperty(navigator, 'share', { value: undefined });
			Object.defineProperty(navigator, 'clipboard', { value: undefined });
		});
		await learner.button('quiz_share').click();
		const text = await page.getByLabel(learner.say('quiz_share_field')).inputValue();
		expect(text).toContain(quizLink());
	});
});

test.describe('a link', () => {
	test('says what the quiz is, and asks it without a network', async ({ page, context }) => {
		const learner = new Learner(page);
		await page.goto('/');
		await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
		await context.setOffline(true);
		const troubles = watch(page);
		await page.goto(
			quizLink({
				topics: ['leaving'],
				period: { from: 1948, to: 1967 },
				actors: ['mossad'],
				kinds: ['choice', 'truth'],
				difficulty: 'easy',
				excludeSensitive: true
			})
		);
		await expect(title(learner, 'quiz_shared_title')).toBeVisible();
		const facts = page.locator('dl');
		for (const text of ['Emigration', '1948 to 1967', 'Mossad', 'One of several', 'Easy']) {
			await expect(facts).toContainText(text);
		}
		await expect(page.getByText(learner.say('quiz_sensitive'))).toBeVisible();
		await expect(learner.button('quiz_start')).toHaveCount(0);
		await learner.button('quiz_shared_start').click();
		expect(['choice', 'truth']).toContain(await learner.kind());
		expect(new URL(page.url()).hash).toBe('');
		expect(troubles).toEqual([]);
		await context.setOffline(false);
	});

	test('is put aside by Not now', async ({ page }) => {
		const learner = new Learner(page);
		await page.goto(quizLink());
		await learner.button('quiz_shared_not_now').click();
		await expect(title(learner, 'quiz_shared_title')).toHaveCount(0);
		await expect(learner.button('quiz_start')).toBeEnabled();
		expect(new URL(page.url()).hash).toBe('');
	});

	test('of other facts or another generator says that questions may differ', async ({ page }) => {
		const learner = new Learner(page);
		const differs = page.getByText(learner.say('quiz_shared_about_differs'));
		await page.goto(quizLink());
		await expect(page.getByText(learner.say('quiz_shared_about'))).toBeVisible();
		await expect(differs).toHaveCount(0);
		for (const part of [{ packVersions: { [CORE]: 'aaaa1111' } }, { generator: 2 }]) {
			await page.goto('about:blank');
			await page.goto(quizLink(part));
			await expect(differs).toBeVisible();
		}
		await learner.button('quiz_shared_start').click();
		await learner.kind();
	});

	test('to a pack that is switched off loads it for this quiz alone', async ({ page }) => {
		const learner = new Learner(page);
		await page.goto(contextLink({ packs: [CONTEXT] }));
		await expect(
			page.getByText(
				learner.say('quiz_shared_pack_off', { packs: 'Morocco and Israel: the context' })
			)
		).toBeVisible();
		await learner.button('quiz_shared_pack_start').click();
		await learner.answerAndGoOn();
		await learner.kind();
		const asked = await learner.stem.first().innerText();
		await page.goto('settings/');
		await expect(
			page.getByRole('checkbox', { name: 'Morocco and Israel: the context' })
		).not.toBeChecked();
		await page.goto('quiz/');
		await learner.button('quiz_resume_go').click();
		await learner.kind();
		expect(await learner.stem.first().innerText()).toBe(asked);
	});

	test('that is wrong says what is wrong, and nothing is lost', async ({ page }) => {
		test.setTimeout(60_000);
		const learner = await openBuilder(page);
		await learner.button('quiz_start').click();
		await learner.answerAndGoOn();
		const kept = () => page.evaluate(() => localStorage.getItem('tarikh.quiz'));
		const before = await kept();
		const troubles = watch(page);
		const whole = quizLink();
		for (const [link, key, names] of [
			[whole.slice(0, -4), 'quiz_shared_damaged', ''],
			[whole.replace('n=5', 'n=50'), 'quiz_shared_damaged', ''],
			['quiz/#quiz=1', 'quiz_shared_damaged', ''],
			[`quiz/#quiz=1&t=${'a,'.repeat(500_000)}`, 'quiz_shared_damaged', ''],
			['quiz/#quiz=7&later', 'quiz_shared_newer', ''],
			['quiz/#%E0%A4%A', 'quiz_shared_foreign', ''],
			['quiz/#<img src=x onerror=alert(1)>', 'quiz_shared_foreign', ''],
			[
				quizLink({ packVersions: { algeria: '1', [CORE]: '1' } }),
				'quiz_shared_unknown_pack',
				'algeria'
			],
			[quizLink({ topics: ['trains'] }), 'quiz_shared_unknown_topic', 'trains'],
			[quizLink({ actors: ['nobody'] }), 'quiz_shared_unknown_actor', 'nobody']
		] as const) {
			await page.goto('about:blank');
			await page.goto(link);
			const alert = page.getByRole('alert');
			await expect(alert).toContainText(learner.say(key, { names }));
			await expect(alert).toContainText(learner.say('quiz_shared_safe'));
			await expect(learner.button('quiz_resume_go')).toBeVisible();
			expect(await kept()).toBe(before);
		}
		await page.getByRole('button', { name: learner.say('common_close') }).click();
		await expect(page.getByRole('alert')).toHaveCount(0);
		expect(troubles).toEqual([]);
	});

	test('asks before it takes the place of a quiz under way', async ({ page }) => {
		const learner = await openBuilder(page);
		await learner.button('quiz_start').click();
		await learner.answerAndGoOn();
		await learner.kind();
		const under = await learner.stem.first().innerText();

		await page.goto('about:blank');
		await page.goto(quizLink());
		await learner.button('quiz_shared_start').click();
		const sheet = page.getByRole('dialog', { name: learner.say('quiz_resume_title') });
		await expect(sheet).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(sheet).toHaveCount(0);
		await expect(learner.button('quiz_shared_start')).toBeFocused();
		await learner.button('quiz_shared_start').click();
		await sheet.getByRole('button', { name: learner.say('quiz_resume_go') }).click();
		await learner.kind();
		expect(await learner.stem.first().innerText()).toBe(under);

		await page.goto('about:blank');
		await page.goto(quizLink());
		await learner.button('quiz_shared_start').click();
		await learner.button('quiz_replace_new').click();
		await expect(
			page.getByText(learner.say('session_position', { position: 1, total: 5 }))
		).toBeVisible();
		expect(await reviewsIn(page)).toHaveLength(1);
	});

	test('that arrives in the middle of a question leaves the quiz to be taken up', async ({
		page
	}) => {
		const learner = await openBuilder(page);
		await learner.button('quiz_start').click();
		await learner.answerAndGoOn();
		await learner.kind();
		const under = await learner.stem.first().innerText();
		await page.evaluate((hash) => (location.hash = hash), quizLink().split('#')[1] ?? '');
		await expect(title(learner, 'quiz_shared_title')).toBeVisible();
		await expect(page.getByText(learner.say('quiz_resume', { done: 1, total: 10 }))).toBeVisible();
		await learner.button('quiz_resume_go').click();
		await learner.kind();
		expect(await learner.stem.first().innerText()).toBe(under);
	});
});

test('Start asks before it takes the place of a quiz that waits', async ({ page }) => {
	const learner = await openBuilder(page);
	await learner.button('quiz_start').click();
	await learner.answerAndGoOn();
	await openBuilder(page);
	await learner.button('quiz_start').click();
	const sheet = page.getByRole('dialog', { name: learner.say('quiz_resume_title') });
	await sheet.getByRole('button', { name: learner.say('quiz_resume_go') }).click();
	await learner.kind();
	expect(await learner.position()).toBe(2);
	await openBuilder(page);
	await learner.button('quiz_day_start').click();
	await learner.button('quiz_replace_new').click();
	await learner.kind();
	expect(await learner.position()).toBe(1);
});

test.describe('a worksheet', () => {
	test('has every question and, on pages of its own, the key with its sources', async ({
		page
	}) => {
		await page.addInitScript(() => {
			Object.assign(window, { printed: 0 });
			window.print = () => {
				(window as unknown as { printed: number }).printed += 1;
			};
			const choice = { kinds: [], length: 20, topics: [], excludeSensitive: false };
			sessionStorage.setItem('tarikh.quiz.choice', JSON.stringify(choice));
		});
		const learner = await openBuilder(page);
		const [first = ''] = await previewed(page);
		await learner.button('quiz_print').click();
		await learner.button('worksheet_print').click();
		expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1);
		await expect(title(learner, 'worksheet_title')).toBeVisible();
		const [questions, key] = [page.locator('.sheet').first(), page.locator('.sheet.key')];
		await expect(questions.locator('.questions > li')).toHaveCount(20);
		await expect(key.locator('.questions > li')).toHaveCount(20);
		await expect(key.locator('.source').first()).not.toBeEmpty();
		expect(first).toContain(await questions.locator('.stem').first().innerText());
		await expect(questions.locator('.again')).toContainText('/quiz/#quiz=1&');

		const tooWide = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(tooWide).toBeLessThanOrEqual(0);

		await page.emulateMedia({ media: 'print' });
		await expect(learner.button('worksheet_print')).toBeHidden();
		const breaks = await page.locator('.questions > li').evaluateAll((items) =>
			items.map((item) => {
				const { breakInside } = getComputedStyle(item);
				return `${breakInside} ${getComputedStyle(item.parentElement ?? item).display}`;
			})
		);
		expect(new Set(breaks)).toEqual(new Set(['avoid block']));
		expect(await key.evaluate((it) => getComputedStyle(it).breakBefore)).toBe('page');
		const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
		const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
		expect(pages).toBeGreaterThanOrEqual(3);
		expect(pages).toBeLessThanOrEqual(8);

		await page.emulateMedia({ media: 'screen' });
		await learner.button('worksheet_back').click();
		await expect(learner.button('quiz_start')).toBeEnabled();
	});

	test('of a quiz just taken has its questions', async ({ page }) => {
		const learner = await openBuilder(page);
		await page.getByRole('radio', { name: '5', exact: true }).check();
		await learner.button('quiz_start').click();
		const asked = await take(learner, 5);
		await learner.button('quiz_print').click();
		const stems = page.locator('.sheet').first().locator('.questions > li > .stem');
		await expect(stems).toHaveCount(5);
		expect(await stems.allInnerTexts()).toEqual(asked);
		await learner.button('worksheet_back').click();
		await expect(title(learner, 'quiz_results_title')).toBeVisible();
	});
});
