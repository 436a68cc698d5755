/**
 * A quiz under way, as it is kept between visits: what was drawn and what was answered. Small
 * enough for localStorage; every answer is in the log besides.
 */
import {
	kindNames,
	optionKinds,
	type Answer,
	type OptionKindName,
	type Question,
	type TextKindName
} from '#lib/quiz/question.ts';
import {
	quizOf,
	type Difficulty,
	type Period,
	type Specification
} from '#lib/quiz/specification.ts';
import { isRecord } from '#lib/storage/fields.ts';
import { KEPT_QUIZ } from './kept-quiz-key.ts';

export type KeptQuiz = {
	readonly version: 1;
	readonly specification: Specification;
	/** The fragment of a link that draws it again; versions before kept none. */
	readonly link?: string;
	/** The questions as they were drawn: an update of the bank must not exchange them half-way. */
	readonly questions: readonly Question[];
	readonly answers: readonly Answer[];
};

const isText = (value: unknown, limit = 200): value is string =>
	typeof value === 'string' && value.length <= limit;

const isTexts = (value: unknown): value is string[] =>
	Array.isArray(value) && value.length <= 100 && value.every((item) => isText(item));

const isOptionKind = (value: unknown): value is OptionKindName =>
	optionKinds.includes(value as OptionKindName);

const TEXT_KINDS = ['estimate', 'cloze', 'typed', 'number', 'date'] satisfies TextKindName[];

const isTextKind = (value: unknown): value is TextKindName =>
	TEXT_KINDS.includes(value as TextKindName);

const RECALLS = new Set(['again', 'hard', 'good', 'easy']);

function readAnswer(value: unknown): Answer | null {
	if (!isRecord(value)) return null;
	const { kind, option, items, text, recall } = value;
	if (isOptionKind(kind) && isText(option)) return { kind, option };
	if ((kind === 'order' || kind === 'match') && isTexts(items)) return { kind, items: [...items] };
	if (isTextKind(kind) && isText(text, 1000)) return { kind, text };
	if (kind === 'flashcard' && isText(recall) && RECALLS.has(recall)) {
		return { kind, recall: recall as 'again' | 'hard' | 'good' | 'easy' };
	}
	return null;
}

const isYear = (value: unknown): value is number =>
	typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 10_000;

/** Reads a period; undefined when it is none. */
function readPeriod(value: unknown): Period | null | undefined {
	if (value === null) return null;
	if (!isRecord(value)) return undefined;
	const { from, to } = value;
	return isYear(from) && isYear(to) ? { from, to } : undefined;
}

const DIFFICULTIES: readonly unknown[] = ['easy', 'mixed', 'hard'] satisfies Difficulty[];

const isDifficulty = (value: unknown): value is Difficulty => DIFFICULTIES.includes(value);

/** Reads a specification; null when it is none. Versions before had topics, kinds and length alone. */
export function readSpecification(value: unknown): Specification | null {
	if (!isRecord(value)) return null;
	const { packs, topics, actors, kinds, length, excludeSensitive } = { ...quizOf(10), ...value };
	const difficulty = value['difficulty'] ?? 'mixed';
	const period = readPeriod(value['period'] ?? null);
	const isSound =
		[packs, topics, actors, kinds].every((list) => isTexts(list)) &&
		kinds.every((kind) => kindNames.includes(kind)) &&
		Number.isInteger(length) &&
		length >= 1 &&
		length <= 100 &&
		typeof excludeSensitive === 'boolean';
	if (!isSound || !isDifficulty(difficulty) || period === undefined) return null;
	return { packs, topics, period, actors, kinds, difficulty, length, excludeSensitive };
}

function readOptionQuestion(
	kind: OptionKindName,
	value: Readonly<Record<string, unknown>>
): Question | null {
	// Versions before had no direction but for choices, and set nothing beside their options.
	const { card, options, key, direction = 'value', given = [] } = value;
	const isSound =
		isText(card) &&
		(direction === 'value' || direction === 'subject') &&
		isTexts(given) &&
		isTexts(options) &&
		isText(key) &&
		options.includes(key);
	return isSound ? { kind, card, direction, given: [...given], options: [...options], key } : null;
}

function readQuestion(value: unknown): Question | null {
	if (!isRecord(value)) return null;
	const { kind, card, options, items, cards, low, high } = value;
	if (isOptionKind(kind)) return readOptionQuestion(kind, value);
	if (!isText(card)) return null;
	switch (kind) {
		case 'order':
			return isTexts(items) ? { kind, card, items: [...items] } : null;
		case 'match':
			return isTexts(cards) && isTexts(options) && cards.length === options.length
				? { kind, card, cards: [...cards], options: [...options] }
				: null;
		case 'estimate': {
			const isScale = typeof low === 'number' && typeof high === 'number' && 0 < low && low < high;
			return isScale ? { kind, card, low, high } : null;
		}
		case 'cloze':
		case 'typed':
		case 'number':
		case 'date':
		case 'flashcard':
			return { kind, card };
		default:
			return null;
	}
}

/** Reads a kept quiz from text; null when it is none. */
export function readKeptQuiz(text: string | null): KeptQuiz | null {
	if (text === null || text.length > 200_000) return null;
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	if (!isRecord(value) || value['version'] !== 1) return null;
	const specification = readSpecification(value['specification']);
	const questions = readAll(value['questions'], readQuestion);
	const answers = readAll(value['answers'], readAnswer);
	if (!specification || !questions || !answers || answers.length > questions.length) return null;
	const link = value['link'];
	return {
		version: 1,
		specification,
		...(isText(link, 4000) && { link }),
		questions,
		answers
	};
}

/** Reads every item of a list; null when it is no list or one item is not sound. */
function readAll<T>(value: unknown, read: (item: unknown) => T | null): T[] | null {
	if (!Array.isArray(value) || value.length > 100) return null;
	const items = value.map(read);
	return items.every((item) => item !== null) ? items : null;
}

/** The quiz kept on this device; null when there is none or storage is refused. */
export function loadQuiz(): KeptQuiz | null {
	try {
		return readKeptQuiz(localStorage.getItem(KEPT_QUIZ));
	} catch {
		return null;
	}
}

/** Keeps the quiz, or forgets it. Where storage is refused it lives as long as the page. */
export function keepQuiz(quiz: KeptQuiz | null): void {
	try {
		if (quiz) localStorage.setItem(KEPT_QUIZ, JSON.stringify(quiz));
		else localStorage.removeItem(KEPT_QUIZ);
	} catch {
		// Storage refused or full: the quiz goes on, it only cannot be resumed.
	}
}
