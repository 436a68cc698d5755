import { readFileSync } from 'node:fs';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { Learner, live, reviewsIn } from './learner.ts';

/** Answers the opening question; the progress is on disk when this resolves. */
async function answerOpening(page: Page): Promise<void> {
	const before = (await page.goto('/')) && (await reviewsIn(page)).length;
	await live(page);
	await new Learner(page).options.first().click();
	await expect.poll(async () => (await reviewsIn(page)).length).toBe((before ?? 0) + 1);
}

/** The settings, once they know what is stored. */
async function openSettings(page: Page): Promise<Learner> {
	const learner = new Learner(page);
	await page.goto('/settings/');
	await expect(learner.button('settings_delete_open')).toBeEnabled();
	return learner;
}

/** Saves a backup of what was learnt; the file's text. */
async function saveBackup(page: Page): Promise<string> {
	const learner = await openSettings(page);
	const coming = page.waitForEvent('download');
	await learner.button('settings_backup_save').click();
	const download = await coming;
	expect(download.suggestedFilename()).toMatch(/^tarikh-backup-\d{4}-\d\d-\d\d\.txt$/);
	await expect(page.getByText(download.suggestedFilename())).toBeVisible();
	return readFileSync(await download.path(), 'utf8');
}

const fileOf = (text: string) => ({
	name: 'backup.txt',
	mimeType: 'text/plain',
	buffer: Buffer.from(text)
});

test.describe('a pack that is off by default', () => {
	const CONTEXT = 'Morocco and Israel: the context';
	const topic = (page: Page) => page.getByRole('checkbox', { name: 'Western Sahara' });

	test('is switched on in Settings, and comes to Quiz and Explore', async ({ page }) => {
		const learner = new Learner(page);
		await page.goto('/quiz/');
		await expect(learner.button('quiz_start')).toBeEnabled();
		await expect(topic(page)).toHaveCount(0);

		await openSettings(page);
		await page.getByRole('checkbox', { name: CONTEXT }).check();
		await page.goto('/quiz/');
		await topic(page).check();
		await learner.button('quiz_start').click();
		await learner.answer();

		await page.goto('/explore/');
		await expect(page.getByRole('link', { name: /The Green March/ })).toBeAttached();
		await openSettings(page);
		await page.getByRole('checkbox', { name: CONTEXT }).uncheck();
		await page.goto('/quiz/');
		await expect(learner.button('quiz_start')).toBeEnabled();
		await expect(topic(page)).toHaveCount(0);
	});

	test('is opened for those who follow a link to one of its facts', async ({ page }) => {
		await page.goto('/explore/#us-sahara-2020');
		await expect(page.getByRole('heading', { name: /US recognition/ })).toBeVisible();
	});
});

test('a word of the glossary is explained in place, by finger and by key', async ({ page }) => {
	await page.goto('/explore/#us-sahara-2020');
	const word = page.getByRole('button', { name: 'sovereignty' });
	await word.click();
	await expect(page.locator('[popover]:popover-open')).toHaveText(/^sovereignty /i);
	await page.keyboard.press('Escape');
	await expect(page.locator('[popover]:popover-open')).toHaveCount(0);
	await expect(word).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.locator('[popover]:popover-open')).toHaveCount(1);
});

test.describe('Quiz', () => {
	test('topics narrow what is drawn from, and sensitive facts can be left out', async ({
		page
	}) => {
		const learner = new Learner(page);
		await page.goto('/quiz/');
		await expect(learner.button('quiz_start')).toBeEnabled();
		const available = async () => {
			const text = await page.getByText(/\d+ facts? to draw from|hold only \d+/).innerText();
			return Number(/\d+/.exec(text)?.[0]);
		};
		const all = await available();
		expect(all).toBeGreaterThan(50);
		const everything = page.getByRole('checkbox', { name: learner.say('quiz_topics_all') });
		await expect(everything).toBeChecked();

		const topics = page.getByRole('group', { name: learner.say('quiz_topics') });
		const one = topics.getByRole('checkbox').nth(1);
		await one.check();
		await expect(everything).not.toBeChecked();
		const ofOne = await available();
		expect(ofOne).toBeLessThan(all);
		await topics.getByRole('checkbox').nth(2).check();
		expect(await available()).toBeGreaterThan(ofOne);
		await everything.check();
		await expect(one).not.toBeChecked();
		expect(await available()).toBe(all);

		await page.getByRole('checkbox', { name: learner.say('quiz_sensitive') }).check();
		expect(await available()).toBeLessThan(all);
	});

	test('a quiz has the length asked for, and the same quiz again the same questions', async ({
		page
	}) => {
		const learner = new Learner(page);
		await page.goto('/quiz/');
		await expect(learner.button('quiz_start')).toBeEnabled();
		await page.getByRole('radio', { name: '5', exact: true }).check();
		await learner.button('quiz_start').click();
		const questions: string[][] = [];
		for (const round of [0, 1]) {
			const asked: string[] = [];
			for (let answers = 1; answers <= 5; answers++) {
				await learner.kind();
				asked.push(await page.getByRole('main').innerText());
				await learner.answerAndGoOn();
			}
			await expect(page.getByText(/^[\d.]+ of 5$/)).toBeVisible();
			questions.push(asked);
			if (round === 0) await learner.button('quiz_same').click();
		}
		expect(questions[1]).toEqual(questions[0]);
		expect(await reviewsIn(page)).toHaveLength(10);
	});

	test('a quiz that was left can be taken up or discarded', async ({ page }) => {
		const learner = new Learner(page);
		await page.goto('/quiz/');
		await learner.button('quiz_start').click();
		await learner.answerAndGoOn();
		await learner.kind();
		await page.goto('/');
		await expect(
			page.getByText(learner.say('today_quiz_resume_about', { done: 1, total: 10 }))
		).toBeVisible();
		await page.getByRole('link', { name: learner.say('today_quiz_resume') }).click();
		await learner.button('quiz_resume_drop').click();
		await expect(learner.button('quiz_resume_go')).toHaveCount(0);
		await page.reload();
		await expect(learner.button('quiz_start')).toBeEnabled();
		await expect(learner.button('quiz_resume_go')).toHaveCount(0);
	});
});

test.describe('Explore', () => {
	test('search does not mind accents or capitals', async ({ page }) => {
		await page.goto('/explore/');
		const search = page.getByRole('searchbox');
		await expect(search).toBeEnabled();
		const results: string[][] = [];
		for (const query of ['André', 'andre', 'ANDRE\u0301']) {
			await search.fill(query);
			await expect(page.getByText(/^\d+ results?$/)).toBeVisible();
			results.push(
				await page
					.locator('[data-entry]')
					.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-entry') ?? ''))
			);
		}
		expect(results[0]?.length).toBeGreaterThan(0);
		expect(results[0]?.length).toBeLessThan(30);
		expect(results[1]).toEqual(results[0]);
		expect(results[2]).toEqual(results[0]);
		await search.fill('zzzz');
		await expect(page.getByText(new Learner(page).say('explore_no_results'))).toBeVisible();
	});

	test('a topic narrows the lists', async ({ page }) => {
		await page.goto('/explore/');
		const topic = page.getByRole('combobox');
		await expect(topic).toBeEnabled();
		const counts: number[] = [];
		for (const index of [1, 2]) {
			await topic.selectOption({ index });
			const text = await page.getByText(/^\d+ results?$/).innerText();
			counts.push(Number.parseInt(text));
			const entries = await page
				.locator('[data-entry]')
				.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-entry')));
			// An organisation stands with its kind and again where its roles are told.
			expect(new Set(entries).size).toBe(counts.at(-1));
		}
		expect(Math.min(...counts)).toBeGreaterThan(0);
		await topic.selectOption({ index: 0 });
		await expect(page.getByText(/^\d+ results?$/)).toHaveCount(0);
	});

	test('the timeline is coloured by what the learner remembers, and says so in words', async ({
		page
	}) => {
		const learner = new Learner(page);
		const legend = page.getByRole('heading', { name: learner.say('explore_known_legend') });
		await page.goto('/explore/');
		await expect(page.getByRole('searchbox')).toBeEnabled();
		await expect(legend).toHaveCount(0);

		await answerOpening(page);
		const [review] = await reviewsIn(page);
		const fact = review?.card.split('.')[0] ?? '';
		await page.goto('/explore/');
		await expect(legend).toBeVisible();
		// Of all that is there one thing was met, and just now.
		await page.goto(`/explore/#${fact}`);
		// Anew: the section of the fact stands beside it.
		await page.reload();
		const share = `${learner.say('explore_known_share')} 100%`;
		await expect(page.locator(`[data-entry="${fact}"]`)).toContainText(share);
		await expect(page.locator('[data-entry]', { hasText: '%' })).toHaveCount(1);
		const memory = page.getByRole('definition').filter({ hasText: /100%/ });
		await expect(memory).toContainText(/Questions met: 1 of [1-9]\./);
		await page.goto('/explore/#egoz-wreck');
		await expect(page.getByText(`${learner.say('explore_known_unmet')}.`)).toBeVisible();
	});

	test('a fact has an address of its own, and the back button leads back', async ({ page }) => {
		await page.goto('/explore/#egoz-wreck');
		const detail = page.locator('#explore-detail');
		await expect(detail).toContainText('Egoz');
		await expect(page.getByText('Source', { exact: true })).toBeVisible();
		await page.goto('/explore/#actors');
		await expect(detail).toHaveCount(0);
		await page.locator('[data-entry]').first().click();
		await expect(detail).toBeFocused();
		await page.goBack();
		await expect(detail).toHaveCount(0);
		await expect(page).toHaveURL(/#actors$/);
		await page.goForward();
		await expect(detail).toBeVisible();
	});

	test('without script everything stands on one page, each thing under its own address', async ({
		browser
	}) => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto('/explore/');
		await expect(page.getByRole('heading', { name: 'Glossary' })).toBeVisible();
		const ids = await page.locator('main [id]').evaluateAll((all) => all.map(({ id }) => id));
		expect(ids.length).toBeGreaterThan(100);
		expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
		await context.close();
	});

	test('an address where nothing stands says so', async ({ page }) => {
		await page.goto('/explore/#no-such-fact');
		await expect(page.locator('#explore-detail')).toHaveText('Nothing stands at this address');
		await expect(page.getByText('“no-such-fact” is not in this bank')).toBeVisible();
	});
});

test.describe('Settings', () => {
	test('the theme holds after a reload, from the first paint on', async ({ page }) => {
		await openSettings(page);
		await page.getByRole('radio', { name: 'Dark' }).check();
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
		await page.addInitScript(() => {
			// The body is parsed after the script of the head has run, and painted later still.
			new MutationObserver((_, observer) => {
				if (!document.querySelector('body')) return;
				observer.disconnect();
				const theme = document.documentElement.dataset['theme'];
				sessionStorage.setItem('theme at body', theme ?? 'none');
			}).observe(document, { childList: true, subtree: true });
		});
		await page.reload();
		expect(await page.evaluate(() => sessionStorage.getItem('theme at body'))).toBe('dark');
		expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
			'dark'
		);
		await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
	});

	test('fewer new cards a day are fewer cards on Today', async ({ page }) => {
		await answerOpening(page);
		const learner = await openSettings(page);
		for (const count of [20, 7, 0]) {
			await page.getByLabel(learner.say('settings_new_per_day')).fill(String(count));
			await page.getByRole('link', { name: 'Today' }).click();
			// The one that was answered counts, and is in its learning steps.
			const fresh = Math.max(0, count - 1);
			await expect(page.getByText(new RegExp(`\\d to review, ${fresh} new`))).toBeVisible();
			await page.getByRole('link', { name: 'Settings' }).click();
		}
		const field = page.getByLabel(learner.say('settings_new_per_day'));
		for (const wrong of ['101', '-1', 'many', '1.5', '']) {
			await field.fill(wrong);
			await expect(page.getByRole('alert')).toHaveText(
				learner.say('settings_new_per_day_wrong', { least: 0, most: 100 })
			);
			await expect(field).toHaveAttribute('aria-invalid', 'true');
		}
		await page.reload();
		await expect(field).toHaveValue('0');
	});

	test('a backup brings the progress to another device, once', async ({ page, browser }) => {
		await answerOpening(page);
		const learner = new Learner(page);
		await learner.goOnButton.click();
		for (let answers = 1; answers <= 3; answers++) await learner.answerAndGoOn();
		const text = await saveBackup(page);

		const other = await browser.newContext();
		const there = await other.newPage();
		await answerOpening(there);
		await openSettings(there);
		const file = there.getByLabel(learner.say('settings_backup_open'));
		await file.setInputFiles(fileOf(text));
		await expect(there.getByText('4 answers added from the file.')).toBeVisible();
		await file.setInputFiles(fileOf(text));
		await expect(
			there.getByText('0 answers added from the file. 4 were here already.')
		).toBeVisible();
		expect(await reviewsIn(there)).toHaveLength(5);
		const cards = async (at: Page) => new Set((await reviewsIn(at)).map(({ card }) => card));
		expect(await cards(there)).toEqual(await cards(page));
		await there.getByRole('link', { name: 'Today' }).click();
		await expect(there.getByText('answers today').locator('..')).toContainText('5');
		await other.close();
	});

	test('a file that is damaged or none of ours is refused, and nothing changes', async ({
		page
	}) => {
		await answerOpening(page);
		const text = await saveBackup(page);
		const learner = new Learner(page);
		const before = await reviewsIn(page);
		const file = page.getByLabel(learner.say('settings_backup_open'));
		const middle = text.lastIndexOf('"outcome"');
		expect(middle).toBeGreaterThan(0);
		for (const [damaged, message] of [
			[text.slice(0, text.length - 20), 'settings_backup_damaged'],
			[`${text.slice(0, middle)}"outcame"${text.slice(middle + 9)}`, 'settings_backup_damaged'],
			['A shopping list: mint, tea, sugar.', 'settings_backup_foreign'],
			['', 'settings_backup_foreign']
		] as const) {
			await file.setInputFiles(fileOf(damaged));
			await expect(page.getByRole('alert')).toHaveText(learner.say(message));
		}
		expect(await reviewsIn(page)).toEqual(before);
	});

	test('deleting everything leaves nothing, and the next visit is a first one', async ({
		page
	}) => {
		await answerOpening(page);
		const learner = await openSettings(page);
		await page.getByRole('radio', { name: 'Dark' }).check();
		await learner.button('settings_more').click();
		await learner.button('settings_delete_open').click();
		const confirm = learner.button('settings_delete_confirm');
		const field = page.getByLabel('Type “delete” to confirm');
		await field.fill('delet');
		await expect(confirm).toBeDisabled();
		await field.fill('delete');
		await confirm.click();
		await expect(page.getByText(learner.say('settings_deleted'))).toBeVisible();
		expect(await reviewsIn(page)).toEqual([]);
		expect(
			await page.evaluate(async () => {
				const rows = (await indexedDB.databases()).map(
					({ name = '' }) =>
						new Promise<number>((done, failed) => {
							const request = indexedDB.open(name);
							request.onerror = () => failed(new Error(name));
							request.onsuccess = () => {
								const stores = ['reviews', 'memories'];
								const counts = stores.map(
									(store) =>
										new Promise<number>((counted) => {
											const all = request.result.transaction(store).objectStore(store).count();
											all.onsuccess = () => counted(all.result);
										})
								);
								void Promise.all(counts).then((found) => {
									request.result.close();
									done(found.reduce((sum, count) => sum + count, 0));
								});
							};
						})
				);
				return (await Promise.all(rows)).reduce((sum, count) => sum + count, 0);
			})
		).toBe(0);
		expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
		await expect(page.locator('html')).not.toHaveAttribute('data-theme');
		await page.goto('/');
		await live(page);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(learner.say('today_lead'));
		await expect(learner.options).toHaveCount(3);
	});
});

test.describe('storage in trouble', () => {
	test('a browser that stores nothing works, and says that progress will not last', async ({
		page
	}) => {
		await page.addInitScript(() => {
			IDBFactory.prototype.open = () => {
				throw new DOMException('Refused for this test.', 'SecurityError');
			};
		});
		const learner = new Learner(page);
		await page.goto('/study/');
		await expect(page.getByText(learner.say('storage_temporary'))).toBeAttached();
		for (let answers = 1; answers <= 3; answers++) await learner.answerAndGoOn();
		await learner.button('session_close').click();
		await expect(page.getByText(learner.say('storage_temporary'))).toBeVisible();
		await page.getByRole('link', { name: 'Settings' }).click();
		await expect(page.getByText(learner.say('settings_storage_temporary'))).toBeVisible();
		await expect(page.getByText('3 answers are kept here.')).toBeVisible();
	});

	test('two tabs that answer at once lose nothing', async ({ page, context }) => {
		const second = await context.newPage();
		const learners = [new Learner(page), new Learner(second)];
		for (const learner of learners) {
			await learner.page.goto('/quiz/');
			await learner.button('quiz_start').click();
			// The second tab finds the first one's quiz, and is asked whether it may take its place.
			if (learner.page === second) await learner.button('quiz_replace_new').click();
		}
		for (let answers = 1; answers <= 3; answers++) {
			await Promise.all(learners.map((learner) => learner.answerAndGoOn()));
		}
		const reviews = await reviewsIn(page);
		expect(reviews).toHaveLength(6);
		expect(new Set(reviews.map(({ id }) => id)).size).toBe(6);
		await second.goto('/');
		await expect(second.getByText('answers today').locator('..')).toContainText('6');
	});

	/** Clears the databases of the site behind the app's back, as a browser in trouble does. */
	async function loseDatabases(context: BrowserContext, page: Page): Promise<void> {
		const { origin } = new URL(page.url());
		await page.goto('about:blank');
		const devtools = await context.newCDPSession(page);
		await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
		await devtools.detach();
	}

	test('a lost store is never greeted as a first visit, and a backup brings everything back', async ({
		page,
		context
	}) => {
		await answerOpening(page);
		const learner = new Learner(page);
		await learner.goOnButton.click();
		for (let answers = 1; answers <= 2; answers++) await learner.answerAndGoOn();
		const before = await reviewsIn(page);
		const text = await saveBackup(page);
		await loseDatabases(context, page);

		for (const place of ['', 'study/', 'quiz/', 'settings/']) {
			await page.goto(`/${place}`);
			await expect(
				page.getByRole('heading', { level: 1, name: learner.say('rescue_lost_title') }),
				place
			).toBeVisible();
			await expect(page.getByText('At least 3 answers were saved here.')).toBeVisible();
			await expect(page.getByText(learner.say('today_lead'))).toHaveCount(0);
		}
		const file = page.getByLabel(learner.say('rescue_restore'));
		await file.setInputFiles(fileOf(text.slice(0, 50)));
		await expect(page.getByRole('alert')).toBeVisible();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			learner.say('rescue_lost_title')
		);
		await file.setInputFiles(fileOf(text));
		await expect(page.getByRole('heading', { name: learner.say('rescue_lost_title') })).toHaveCount(
			0
		);
		await page.goto('/');
		await expect(page.getByText('answers today').locator('..')).toContainText('3');
		const databases = await page.evaluate(async () =>
			(await indexedDB.databases()).map(({ name }) => name ?? '')
		);
		const found = await Promise.all(databases.map((name) => reviewsIn(page, name)));
		expect(found.flat().map(({ id }) => id)).toEqual(before.map(({ id }) => id));
	});

	test('a learner who lost the store can start again', async ({ page, context }) => {
		await answerOpening(page);
		await loseDatabases(context, page);
		const learner = new Learner(page);
		await page.goto('/');
		await learner.button('rescue_start_again').click();
		await page
			.getByRole('dialog')
			.getByRole('button', { name: learner.say('rescue_confirm_yes') })
			.click();
		await expect(learner.options.first()).toBeVisible();
		await page.reload();
		await live(page);
		await learner.options.first().click();
		await expect(learner.goOnButton).toBeVisible();
		await page.reload();
		await expect(page.getByText('answer today').locator('..')).toContainText('1');
	});

	/** Fills what the site may use, down to the last hundred bytes. */
	const fillUp = (page: Page): Promise<void> =>
		page.evaluate(async () => {
			const filler = await new Promise<IDBDatabase>((done, failed) => {
				const request = indexedDB.open('filler');
				request.onupgradeneeded = () => request.result.createObjectStore('bytes');
				request.onsuccess = () => done(request.result);
				request.onerror = () => failed(new Error('no filler'));
			});
			const isStored = (size: number) =>
				new Promise<boolean>((done) => {
					const bytes = new Uint8Array(size);
					for (let at = 0; at < size; at += 65536) {
						crypto.getRandomValues(bytes.subarray(at, at + 65536));
					}
					const writing = filler.transaction('bytes', 'readwrite');
					writing.objectStore('bytes').put(bytes, crypto.randomUUID());
					writing.oncomplete = () => done(true);
					writing.onabort = () => done(false);
				});
			for (let size = 2 ** 20; size > 100; size /= 2) {
				for (let count = 0; count < 20 && (await isStored(size)); count++);
			}
			filler.close();
		});

	test('with a full disk an answer waits, and is saved once there is room', async ({
		page,
		context,
		baseURL
	}) => {
		const { origin } = new URL(baseURL ?? '');
		const devtools = await context.newCDPSession(page);
		await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 4_000_000 });
		const learner = new Learner(page);
		await page.goto('/quiz/');
		await learner.button('quiz_start').click();
		await learner.answerAndGoOn();
		await learner.kind();
		await fillUp(page);
		await learner.answer();
		await learner.goOnButton.click();
		await expect(page.getByRole('alert')).toContainText(learner.say('session_unsaved_title'));
		expect(await learner.position()).toBe(2);
		expect(await reviewsIn(page)).toHaveLength(1);

		await devtools.send('Storage.overrideQuotaForOrigin', { origin });
		await learner.goOnButton.click();
		await expect.poll(() => learner.position()).toBe(3);
		await expect(page.getByRole('alert')).toHaveCount(0);
		expect(await reviewsIn(page)).toHaveLength(2);
	});
});
