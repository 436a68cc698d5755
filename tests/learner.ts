/** A learner at the screen: finds what a session asks, answers it whatever its kind, and goes on. */
import { expect, type Locator, type Page } from '@playwright/test';
import { kindNames, optionKinds, type KindName } from '../src/lib/quiz/question.ts';
import { sentence, type Language } from './words.ts';

/** What the list or the field that takes an answer is called, by kind. */
const labels: Readonly<Record<Exclude<KindName, 'flashcard'>, readonly string[]>> = {
	truth: ['question_truth_label'],
	choice: ['question_options'],
	first: ['question_first_label'],
	closest: ['question_closest_label'],
	odd: ['question_odd_label'],
	said: ['question_said_label', 'question_position_label'],
	alias: ['question_alias_label'],
	link: ['question_link_label'],
	between: ['question_between_label'],
	estimates: ['question_estimates_label'],
	timeline: ['question_timeline_label'],
	match: ['question_match_label'],
	order: ['question_order_label'],
	estimate: ['question_estimate_number'],
	cloze: ['question_type_missing_name', 'question_type_missing_number'],
	typed: ['question_type_name'],
	number: ['question_type_number', 'question_type_date'],
	date: ['question_type_day', 'question_type_month']
};

const oneOf = (all: readonly Locator[]): Locator => all.reduce((one, other) => one.or(other));

export class Learner {
	readonly page: Page;
	readonly #language: Language;

	constructor(page: Page, language: Language = 'en') {
		this.page = page;
		this.#language = language;
	}

	/** A sentence of the interface. */
	say(key: string, values?: Record<string, string | number>): string {
		return sentence(this.#language, key, values);
	}

	button(key: string): Locator {
		return this.page.getByRole('button', { name: this.say(key), exact: true });
	}

	/** The question on the screen. */
	get stem(): Locator {
		return this.page.getByRole('main').getByRole('heading', { level: 2 });
	}

	get goOnButton(): Locator {
		return this.button('question_continue');
	}

	/** How well a turned card was known; "hard" and "easy" are there once they were asked for. */
	recall(how: 'again' | 'hard' | 'good' | 'easy'): Locator {
		// Beside the word stands when the card comes back.
		const word = new RegExp(`^${this.say(`question_${how}`)}(?!, )`);
		return this.page.getByRole('button', { name: word });
	}

	/** The answers to choose from, while there is none yet. */
	get options(): Locator {
		return oneOf(optionKinds.map((kind) => this.#listOf(kind).getByRole('button')));
	}

	#listOf(kind: Exclude<KindName, 'flashcard'>): Locator {
		return oneOf(
			labels[kind].map((key) => this.page.getByRole('list', { name: this.say(key), exact: true }))
		);
	}

	/** What takes an answer of a kind; it is there only while the question waits for one. */
	#waiting(kind: KindName): Locator {
		switch (kind) {
			case 'flashcard':
				return this.button('question_turn');
			case 'estimate':
			case 'cloze':
			case 'typed':
			case 'number':
			case 'date':
				return oneOf(
					labels[kind].map((key) =>
						this.page.getByRole('textbox', { name: this.say(key), exact: true })
					)
				);
			case 'match':
				return this.#listOf(kind).getByRole('combobox').first();
			default:
				return this.#listOf(kind).getByRole('button').first();
		}
	}

	/** The kind of the question on the screen, once it waits for an answer. */
	async kind(): Promise<KindName> {
		const any = oneOf(kindNames.map((kind) => this.#waiting(kind)));
		await expect(any.first()).toBeVisible();
		for (const kind of kindNames) if (await this.#waiting(kind).isVisible()) return kind;
		throw new Error('The question went away.');
	}

	/** Answers, no matter how well; a turned card is rated Good and moves on by itself. */
	async answer(): Promise<KindName> {
		const kind = await this.kind();
		const place = this.#waiting(kind);
		switch (kind) {
			case 'order':
				await this.button('question_check').click();
				break;
			case 'match':
				await this.#match();
				break;
			case 'estimate':
			case 'cloze':
			case 'typed':
			case 'number':
			case 'date':
				await place.fill(kind === 'typed' || kind === 'cloze' ? 'Nobody' : '1');
				await this.button('question_check').click();
				break;
			case 'flashcard':
				await place.click();
				await this.recall('good').click();
				break;
			default:
				await place.click();
		}
		if (kind !== 'flashcard') await expect(this.goOnButton).toBeVisible();
		return kind;
	}

	/** Chooses for every row of a match the first name that there is. */
	async #match(): Promise<void> {
		for (const list of await this.#listOf('match').getByRole('combobox').all()) {
			await list.selectOption({ index: 1 });
		}
		await this.button('question_check').click();
	}

	/** Where the session stands, from 1; 0 when there is none. */
	position(): Promise<number> {
		return this.page
			.getByRole('progressbar', { name: this.say('session_progress') })
			.evaluateAll((bars) => bars.map((bar) => (bar as HTMLProgressElement).value)[0] ?? 0);
	}

	/** Answers the question on the screen and waits for what comes after it. */
	async answerAndGoOn(): Promise<KindName> {
		const before = await this.position();
		const kind = await this.answer();
		if (kind !== 'flashcard') await this.goOnButton.click();
		await expect.poll(() => this.position()).not.toBe(before);
		return kind;
	}
}

type Review = { readonly id: string; readonly card: string; readonly place: string };

/** The log as it stands on disk; empty when there is none. Looking does not create it. */
export const reviewsIn = (page: Page, database = 'tarikh'): Promise<Review[]> =>
	page.evaluate(async (name) => {
		const all = await indexedDB.databases();
		if (!all.some((each) => each.name === name)) return [];
		const opened = await new Promise<IDBDatabase>((done, failed) => {
			const request = indexedDB.open(name);
			request.onsuccess = () => done(request.result);
			request.onerror = () => failed(new Error('The database does not open.'));
		});
		try {
			return await new Promise<Review[]>((done, failed) => {
				const request = opened.transaction('reviews').objectStore('reviews').getAll();
				request.onsuccess = () => done(request.result as Review[]);
				request.onerror = () => failed(new Error('The log cannot be read.'));
			});
		} finally {
			opened.close();
		}
	}, database);

/** Waits until the app has taken over the page from the HTML. */
export async function live(page: Page): Promise<void> {
	await page.waitForFunction(() => {
		const opening = document.querySelector<HTMLElement>('[data-opening]');
		return opening?.dataset['opening'] === 'live';
	});
}

/** Presses Tab until an element has the focus. */
export async function tabTo(element: Locator): Promise<void> {
	await expect(element).toBeVisible();
	for (let presses = 0; presses < 80; presses++) {
		await element.page().keyboard.press('Tab');
		if (await element.evaluate((it) => it === document.activeElement)) return;
	}
	throw new Error(`Tab does not come to ${element.toString()}.`);
}
