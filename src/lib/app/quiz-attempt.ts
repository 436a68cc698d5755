/**
 * A quiz under way, as it is kept between visits: what was drawn and what was answered. Small
 * enough for localStorage; every answer is in the log besides.
 */
import type { Answer, KindName } from '#lib/quiz/question.ts';
import { kindNames } from '#lib/quiz/kinds.ts';
import { GENERATOR_VERSION, type Specification } from '#lib/quiz/draw.ts';

export type QuizAttempt = {
	readonly version: 1;
	readonly generator: number;
	/** The versions of the packs that were drawn from: another bank draws other questions. */
	readonly bank: string;
	readonly specification: Specification;
	readonly seed: string;
	readonly answers: readonly Answer[];
};

const KEY = 'tarikh.quiz';

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

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

/** Reads an attempt from text; null when it is none, or made by another generator. */
export function readAttempt(text: string | null): QuizAttempt | null {
	if (text === null || text.length > 200_000) return null;
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	if (!isRecord(value) || value['version'] !== 1) return null;
	if (value['generator'] !== GENERATOR_VERSION) return null;
	const specification = readSpecification(value['specification']);
	const { bank, seed, answers } = value;
	if (!specification || !isText(bank) || !isText(seed) || !Array.isArray(answers)) return null;
	const read = answers.map(readAnswer);
	if (read.some((answer) => answer === null) || read.length > specification.length) return null;
	return {
		version: 1,
		generator: GENERATOR_VERSION,
		bank,
		specification,
		seed,
		answers: read.filter((answer) => answer !== null)
	};
}

/** The attempt that was left unfinished on this device; null when there is none or storage is refused. */
export function loadAttempt(): QuizAttempt | null {
	try {
		return readAttempt(localStorage.getItem(KEY));
	} catch {
		return null;
	}
}

/** Keeps the attempt, or forgets it. Where storage is refused it lives as long as the page. */
export function keepAttempt(attempt: QuizAttempt | null): void {
	try {
		if (attempt) localStorage.setItem(KEY, JSON.stringify(attempt));
		else localStorage.removeItem(KEY);
	} catch {
		// Storage refused or full: the quiz goes on, it only cannot be resumed.
	}
}
