/**
 * Every kind of question on a phone and on a desk, answered by keys alone: what each control is
 * called, what is said of the answer, and that nothing is wider than its screen. With
 * `SCREENSHOTS=1` pictures of each, before and after its answer, go into `tests/screenshots/kinds/`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { phrasesFor } from '#lib/app/phrases.ts';
import type { KeptQuiz } from '#lib/app/kept-quiz.ts';
import { Bank } from '#lib/bank/bank.ts';
import { unpackPack } from '#lib/bank/pack-json.ts';
import { dateOf } from '#lib/bank/truth.ts';
import { everyQuestion, gradeAnswer, wordQuestion } from '#lib/quiz/kinds.ts';
import {
	isOptionQuestion,
	kindNames,
	type Answer,
	type KindName,
	type MatchQuestion,
	type OptionKindName,
	type Question,
	type Wording
} from '#lib/quiz/question.ts';
import { quizOf } from '#lib/quiz/specification.ts';
import { withoutChance } from './chance.ts';
import { Learner, tabTo } from './learner.ts';
import { built } from './site.ts';
import { watch } from './watch.ts';

const folder = fileURLToPath(new URL('screenshots/kinds', import.meta.url));
const takesPictures = Boolean(process.env['SCREENSHOTS']);

const screens = {
	phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
	desktop: { viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false }
};

const packs = readdirSync(join(built, 'packs'))
	.filter((file) => /^morocco-israel\.en\.\w+\.json$/.test(file))
	.map((file) => unpackPack(JSON.parse(readFileSync(join(built, 'packs', file), 'utf8'))));
const bank = new Bank(packs);
const facetOf = ({ card }: Question): string => card.split('.')[1] ?? '';

/** The day of a date question in EDTF; empty for others. */
function dayOf(question: Question): string {
	const card = bank.card(question.card);
	return (card && dateOf(bank, card)?.when.edtf) ?? '';
}

/** Whether the day and the month of a date can be taken for each other. */
function canBeSwapped(edtf: string): boolean {
	const [, month, day = '13'] = edtf.split('-');
	return Number(day) <= 12 && day !== month;
}

/** What a question must have to show all that its kind can do; else the first of its kind is taken. */
const wanted: Readonly<Record<string, (question: Question) => boolean>> = {
	truth: (question) => question.kind === 'truth' && question.key === 'false',
	timeline: (question) => question.kind === 'timeline' && question.given.length === 3,
	order: (question) => question.kind === 'order' && question.items.length >= 4,
	typed: (question) => canSlip(question),
	cloze: (question) => facetOf(question) !== 'value' && canSlip(question),
	date: (question) => canBeSwapped(dayOf(question))
};

/** Whether the answer is a name long enough for a slip that counts as right. */
const canSlip = (question: Question): boolean => /[a-z]{6}$/.test(wordingOf(question).answer);

const wordingOf = (question: Question): Wording =>
	wordQuestion(bank, question, phrasesFor(bank.language));

const all = everyQuestion(bank, 1).filter(({ card }) => {
	const fact = bank.facts.get(bank.card(card)?.fact ?? '');
	return fact !== undefined && !fact.flags.includes('sensitive');
});

const pick = (kind: KindName, isWanted = wanted[kind] ?? (() => true)): Question | undefined =>
	all.find((question) => question.kind === kind && isWanted(question));

/** One question of each kind under the name of its pictures; a pack need not have all kinds. */
const shown = new Map<string, Question>(
	[
		...kindNames.map((kind) => [kind, pick(kind)] as const),
		['cloze-number', pick('cloze', (question) => facetOf(question) === 'value')] as const
	].flatMap(([name, question]) => (question ? [[name, question] as const] : []))
);

/** What the list of options is called, by kind. */
const labels: Readonly<Record<Exclude<OptionKindName, 'timeline'>, string>> = {
	truth: 'question_truth_label',
	choice: 'question_options',
	first: 'question_first_label',
	closest: 'question_closest_label',
	odd: 'question_odd_label',
	said: 'question_said_label',
	alias: 'question_alias_label',
	link: 'question_link_label',
	between: 'question_between_label',
	estimates: 'question_estimates_label'
};

async function expectNames(controls: Locator, names: readonly string[]): Promise<void> {
	await expect(controls).toHaveCount(names.length);
	for (const [index, name] of names.entries()) {
		await expect(controls.nth(index)).toHaveAccessibleName(name.replace(/\s+/g, ' '));
	}
}

/** A name with one letter doubled: a slip that counts as right. */
const withSlip = (name: string): string => name.replace(/([a-z])(?=[a-z]*$)/, '$1$1');

/** One question on the screen of a learner who has only keys. */
class Asked {
	readonly learner: Learner;
	readonly question: Question;
	readonly wording: Wording;

	constructor(learner: Learner, question: Question) {
		this.learner = learner;
		this.question = question;
		this.wording = wordingOf(question);
	}

	get #page(): Page {
		return this.learner.page;
	}

	#list(key: string): Locator {
		return this.#page.getByRole('list', { name: this.learner.say(key), exact: true });
	}

	#field(key: string): Locator {
		return this.#page.getByRole('textbox', { name: this.learner.say(key), exact: true });
	}

	/** Every control has its role and name, and the focus is where the learner begins. */
	async expectControls(): Promise<void> {
		const { learner, question, wording } = this;
		if (question.kind === 'flashcard') {
			await expect(learner.button('question_turn')).toBeVisible();
			return;
		}
		// Meanings of its words lie in it, out of sight.
		await expect(learner.stem).toHaveText(wording.stem, { useInnerText: true });
		switch (question.kind) {
			case 'timeline': {
				const line = this.#list('question_timeline_label');
				await expectNames(
					line.getByRole('button'),
					wording.options.map(({ text }) => text)
				);
				await expect(
					line.getByRole('listitem').filter({ hasNot: this.#page.getByRole('button') })
				).toHaveText([...wording.given]);
				break;
			}
			case 'order': {
				const names = wording.options.flatMap(({ text }) => [
					learner.say('question_move_up', { name: text }),
					learner.say('question_move_down', { name: text })
				]);
				await expectNames(this.#list('question_order_label').getByRole('button'), names);
				await expect(learner.button('question_check')).toBeEnabled();
				break;
			}
			case 'match': {
				const lists = this.#list('question_match_label').getByRole('combobox');
				await expectNames(lists, wording.given);
				await expect(lists.first().getByRole('option')).toHaveText([
					learner.say('question_match_none'),
					...wording.options.map(({ text }) => text)
				]);
				await expect(learner.button('question_check')).toBeDisabled();
				break;
			}
			case 'estimate': {
				const field = this.#field('question_estimate_number');
				await expect(field).toHaveAccessibleDescription(learner.say('question_estimate_hint'));
				const scale = this.#page.getByRole('slider');
				await expect(scale).toHaveAccessibleName(learner.say('question_estimate_scale'));
				await expect(scale).toHaveAttribute(
					'aria-valuetext',
					learner.say('question_estimate_none')
				);
				await this.#expectEmptyForm();
				break;
			}
			case 'cloze':
			case 'typed':
			case 'number':
			case 'date':
				await expect(this.#field(this.#fieldLabel())).toBeFocused();
				await this.#expectEmptyForm();
				return;
			default:
				await expectNames(
					this.#list(labels[question.kind]).getByRole('button'),
					wording.options.map(({ text }) => text)
				);
		}
		await expect(learner.stem).toBeFocused();
	}

	/** Below a field nothing can be sent but "I do not know". */
	async #expectEmptyForm(): Promise<void> {
		await expect(this.learner.button('question_skip')).toBeEnabled();
		await expect(this.learner.button('question_check')).toBeDisabled();
	}

	#fieldLabel(): string {
		const { question, wording } = this;
		const isValue = facetOf(question) === 'value';
		switch (question.kind) {
			case 'cloze':
				return isValue ? 'question_type_missing_number' : 'question_type_missing_name';
			case 'date':
				return wording.given[0] === 'month' ? 'question_type_month' : 'question_type_day';
			case 'number':
				return isValue ? 'question_type_number' : 'question_type_date';
			default:
				return 'question_type_name';
		}
	}

	/** Answers by keys, most often wrong or in part right: that shows the most. */
	async answer(): Promise<Answer> {
		const { learner, question, wording } = this;
		const { keyboard } = this.#page;
		if (isOptionQuestion(question)) {
			const wrong = wording.options.findIndex(({ right }) => !right);
			await keyboard.press(String(wrong + 1));
			return { kind: question.kind, option: question.options[wrong] ?? '' };
		}
		switch (question.kind) {
			case 'order':
				await tabTo(learner.button('question_check'));
				await keyboard.press('Enter');
				return { kind: 'order', items: question.items };
			case 'match':
				return this.#match(question);
			case 'estimate':
				return this.#estimate();
			case 'date':
				return this.#date();
			case 'number':
				await keyboard.type('1492');
				await keyboard.press('Enter');
				return { kind: 'number', text: '1492' };
			case 'cloze':
			case 'typed': {
				const text = facetOf(question) === 'value' ? '7' : withSlip(wording.answer);
				await keyboard.type(text);
				await keyboard.press('Enter');
				return { kind: question.kind, text };
			}
			case 'flashcard':
				await keyboard.press('Space');
				await expect(learner.recall('good')).toBeFocused();
				await expect(learner.recall('again')).toBeVisible();
				return { kind: 'flashcard', recall: 'good' };
			default:
				return question satisfies never;
		}
	}

	/** The right name in the first row, then all that are left in the order of the list. */
	async #match(question: MatchQuestion): Promise<Answer> {
		const { learner } = this;
		const { keyboard } = this.#page;
		const nameOf = (id: string) => this.wording.options.find((it) => it.id === id)?.text ?? '';
		const [line = ''] = this.wording.answer.split('\n');
		const right = question.options.filter((id) => line.endsWith(nameOf(id)));
		const items = [...right, ...question.options.filter((id) => !right.includes(id))];
		const lists = this.#list('question_match_label').getByRole('combobox');
		for (const [row, item] of items.entries()) {
			await tabTo(lists.nth(row));
			const presses = question.options.indexOf(item) + 1;
			for (let press = 1; press <= presses; press++) await keyboard.press('ArrowDown');
			await expect(lists.nth(row)).toHaveValue(item);
		}
		// A name that stands in another row says so.
		const taken = learner.say('question_match_taken', { name: nameOf(items[0] ?? '') });
		await expect(lists.last().getByRole('option', { name: taken, exact: true })).toHaveCount(1);
		if (takesPictures) await look(this.#page, `match-chosen-${this.#screen}`);
		await tabTo(learner.button('question_check'));
		await keyboard.press('Enter');
		return { kind: 'match', items };
	}

	/** The slider and the field follow each other. */
	async #estimate(): Promise<Answer> {
		const { keyboard } = this.#page;
		const scale = this.#page.getByRole('slider');
		const field = this.#field('question_estimate_number');
		await tabTo(scale);
		await keyboard.press('End');
		await expect(field).not.toHaveValue('');
		const highest = await field.inputValue();
		await keyboard.press('ArrowDown');
		await expect(field).not.toHaveValue(highest);
		await keyboard.press('Shift+Tab');
		await expect(field).toBeFocused();
		await keyboard.press('Control+A');
		const right = Number(this.wording.answer.replaceAll(/[^\d]/g, ''));
		const text = String(Math.round(right * 1.7));
		await keyboard.type(text);
		if (takesPictures) await look(this.#page, `estimate-chosen-${this.#screen}`);
		await expect(scale).toHaveAttribute('aria-valuetext', Number(text).toLocaleString('en-GB'));
		await keyboard.press('Enter');
		return { kind: 'estimate', text };
	}

	/** A date that can be read in two ways is asked back, in words; the right reading is taken. */
	async #date(): Promise<Answer> {
		const { learner, question } = this;
		const { keyboard } = this.#page;
		const edtf = dayOf(question);
		const [year = '', month = '', day = ''] = edtf.split('-');
		await keyboard.type(`${day}/${month}/${year}`);
		await keyboard.press('Enter');
		const group = this.#page.getByRole('group', { name: learner.say('question_unclear_date') });
		const name = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
		await expect(group.getByRole('button').first()).toBeFocused();
		const reading = group.getByRole('button', { name: name.format(new Date(edtf)), exact: true });
		if (takesPictures) await look(this.#page, `date-unclear-${this.#screen}`);
		if (!(await reading.evaluate((it) => it === document.activeElement))) await tabTo(reading);
		await keyboard.press('Enter');
		return { kind: 'date', text: edtf };
	}

	get #screen(): string {
		return this.#page.viewportSize()?.width === screens.phone.viewport.width ? 'phone' : 'desktop';
	}

	/** The verdict is said politely, with the right answer. */
	async expectVerdict(answer: Answer): Promise<void> {
		const verdict = gradeAnswer(bank, this.question, answer);
		const word = {
			right: 'question_right',
			near: 'question_near',
			wrong: 'score' in verdict && verdict.score > 0 ? 'question_part' : 'question_wrong',
			unclear: 'question_unclear'
		}[verdict.outcome];
		await expect(
			this.#page.locator('[aria-live="polite"]').filter({ hasText: this.wording.answer })
		).toContainText(`${this.learner.say(word)}.`);
	}
}

async function look(page: Page, name: string): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		await page.waitForFunction(() =>
			document.getAnimations().every((it) => it.playState !== 'running')
		);
		const tooWide = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(tooWide, `${name}, ${colorScheme}`).toBeLessThanOrEqual(0);
		if (!takesPictures) continue;
		await page.evaluate(() => document.fonts.ready);
		const path = join(folder, `${name}-${colorScheme}.png`);
		await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
	}
}

for (const [screen, { viewport, isMobile, hasTouch }] of Object.entries(screens)) {
	test(`every kind of question is answered by keys alone on a ${screen}`, async ({ browser }) => {
		test.setTimeout(180_000);
		const context = await browser.newContext({
			viewport,
			isMobile,
			hasTouch,
			deviceScaleFactor: 1,
			reducedMotion: 'reduce',
			serviceWorkers: 'block',
			timezoneId: 'Africa/Casablanca'
		});
		const page = await context.newPage();
		expect(kindNames.filter((kind) => !shown.has(kind))).toEqual([]);
		const troubles = watch(page);
		await withoutChance(page);
		const quiz: KeptQuiz = {
			version: 1,
			specification: quizOf(shown.size),
			questions: [...shown.values()],
			answers: []
		};
		await page.addInitScript((text) => {
			localStorage.setItem('tarikh.quiz', text);
		}, JSON.stringify(quiz));
		const learner = new Learner(page);
		await page.goto('/quiz/');
		await tabTo(learner.button('quiz_resume_go'));
		await page.keyboard.press('Enter');

		let position = 0;
		for (const [name, question] of shown) {
			await test.step(name, async () => {
				position += 1;
				await expect.poll(() => learner.position()).toBe(position);
				const asked = new Asked(learner, question);
				await asked.expectControls();
				await look(page, `${name}-before-${screen}`);
				const answer = await asked.answer();
				if (answer.kind !== 'flashcard') {
					await asked.expectVerdict(answer);
					await expect(learner.goOnButton).toBeFocused();
				}
				await look(page, `${name}-after-${screen}`);
				await page.keyboard.press(answer.kind === 'flashcard' ? '3' : 'Enter');
			});
		}
		await expect(
			page.getByRole('heading', { name: learner.say('quiz_results_title') })
		).toBeFocused();
		expect(troubles).toEqual([]);
		await context.close();
	});
}
