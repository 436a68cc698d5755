/**
 * A quiz under way, as it is kept between visits: what was drawn and what was answered. Small
 * enough for localStorage; every answer is in the log besides.
 */
import type { Specification } from '#lib/quiz/specification.ts';
import { kindNames, type Answer, type KindName, type Question } from '#lib/quiz/question.ts';
import { isRecord } from '#lib/storage/fields.ts';

export type KeptQuiz = {
	readonly version: 1;
	readonly specification: Specification;
	/** The questions as they were drawn: an update of the bank must not exchange them half-way. */
	readonly questions: readonly Question[];
	readonly answers: readonly Answer[];
};

const KEY = 'tarikh.quiz';

const isText = (value: unknown, limit = 200): value is string =>
	typeof value === 'string' && value.length <= limit;

const isTexts = (value: unknown): value is string[] =>
	Array.isArray(value) && value.length <= 100 && value.every((item) => isText(item));

const RECALLS = new Set(['again', 'hard', 'good', 'easy']);

function readAnswer(value: unknown): Answer | null {
	if (!isRecord(value)) return null;
	const { kind, option, items, text, recall } = value;
	if ((kind === 'choice' || kind === 'first') && isText(option)) return { kind, option };
	if (kind === 'order' && isTexts(items)) return { kind, items: [...items] };
	if ((kind === 'typed' || kind === 'number') && isText(text, 1000)) return { kind, text };
	if (kind === 'flashcard' && isText(recall) && RECALLS.has(recall)) {
		return { kind, recall: recall as 'again' | 'hard' | 'good' | 'easy' };
	}
	return null;
}

function readSpecification(value: unknown): Specification | null {
	if (!isRecord(value)) return null;
	const { topics, kinds, length, excludeSensitive } = value;
	const isSound =
		isTexts(topics) &&
		isTexts(kinds) &&
		kinds.every((kind) => kindNames.includes(kind as KindName)) &&
		typeof length === 'number' &&
		Number.isInteger(length) &&
		length >= 1 &&
		length <= 100 &&
		typeof excludeSensitive === 'boolean';
	if (!isSound) return null;
	return { topics: [...topics], kinds: [...kinds] as KindName[], length, excludeSensitive };
}

function readQuestion(value: unknown): Question | null {
	if (!isRecord(value)) return null;
	const { kind, card, direction, options, key, items } = value;
	if (!isText(card)) return null;
	switch (kind) {
		case 'choice': {
			const isSound =
				(direction === 'value' || direction === 'subject') &&
				isTexts(options) &&
				isText(key) &&
				options.includes(key);
			return isSound ? { kind, card, direction, options: [...options], key } : null;
		}
		case 'first': {
			if (!isTexts(options) || !isText(key) || !options.includes(key)) return null;
			const [one, two] = options;
			if (one === undefined || two === undefined) return null;
			return { kind, card, options: [one, two], key };
		}
		case 'order':
			return isTexts(items) ? { kind, card, items: [...items] } : null;
		case 'typed':
		case 'number':
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
	return { version: 1, specification, questions, answers };
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
		return readKeptQuiz(localStorage.getItem(KEY));
	} catch {
		return null;
	}
}

/** Keeps the quiz, or forgets it. Where storage is refused it lives as long as the page. */
export function keepQuiz(quiz: KeptQuiz | null): void {
	try {
		if (quiz) localStorage.setItem(KEY, JSON.stringify(quiz));
		else localStorage.removeItem(KEY);
	} catch {
		// Storage refused or full: the quiz goes on, it only cannot be resumed.
	}
}
