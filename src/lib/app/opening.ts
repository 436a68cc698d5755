/**
 * The answer to the opening question that `before-paint.js` took before the app was live. It waits
 * on `window` and in localStorage until it is in the log; its id makes sure that it is logged once.
 */
import type { Question } from '#lib/quiz/question.ts';

const KEY = 'tarikh.opening';

/** What the script kept: the option chosen, when, and after how long (milliseconds). */
export type OpeningAnswer = {
	readonly id: string;
	readonly card: string;
	readonly option: string;
	readonly at: number;
	readonly took: number;
};

function readOpening(value: unknown): OpeningAnswer | null {
	if (typeof value !== 'object' || value === null) return null;
	const { id, card, option, at, took } = value as Record<string, unknown>;
	const isSound =
		typeof id === 'string' &&
		/^[0-9a-f]{32}$/.test(id) &&
		typeof card === 'string' &&
		typeof option === 'string' &&
		Number.isSafeInteger(at) &&
		Number.isSafeInteger(took);
	return isSound ? { id, card, option, at: at as number, took: took as number } : null;
}

function stored(): unknown {
	try {
		return JSON.parse(localStorage.getItem(KEY) ?? 'null');
	} catch {
		return null;
	}
}

/** The answer that waits for its place in the log; null when there is none or it is no answer. */
export const waitingAnswer = (): OpeningAnswer | null =>
	readOpening(window.tarikhOpening) ?? readOpening(stored());

/** Whether the answer is one of this question's options. */
export const answersQuestion = (answer: OpeningAnswer, question: Question): boolean =>
	question.kind === 'choice' &&
	question.card === answer.card &&
	question.options.includes(answer.option);

/** Forgets the answer: it is in the log, or it belongs to a question that is no more. */
export function forgetAnswer(): void {
	delete window.tarikhOpening;
	try {
		localStorage.removeItem(KEY);
	} catch {
		// Storage refused: nothing was kept there.
	}
}
