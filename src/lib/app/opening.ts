/**
 * The answer to the opening question, from the tap to its place in the log.
 *
 * `before-paint.js` takes the tap when the app is not live yet; then the answer waits on `window`
 * and in localStorage, also when the tab is closed before the app has started. Its id is made with
 * the tap, so that it is logged once however often it is found.
 */
import { rate } from '#lib/memory/rating.ts';
import type { OptionQuestion } from '#lib/quiz/question.ts';
import { randomId } from '#lib/storage/random-id.ts';
import { offsetAt } from './clock.ts';
import type { LearnerProgress } from './progress.svelte.ts';

const KEY = 'tarikh.opening';

export type OpeningAnswer = {
	readonly id: string;
	readonly card: string;
	readonly option: string;
	readonly right: boolean;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** Milliseconds from the start of the page to the tap. */
	readonly took: number;
};

function readOpening(value: unknown): OpeningAnswer | null {
	if (typeof value !== 'object' || value === null) return null;
	const { id, card, option, right, at, took } = value as Record<string, unknown>;
	const isSound =
		typeof id === 'string' &&
		/^[0-9a-f]{32}$/.test(id) &&
		typeof card === 'string' &&
		typeof option === 'string' &&
		typeof right === 'boolean' &&
		Number.isSafeInteger(at) &&
		Number.isSafeInteger(took);
	return isSound ? { id, card, option, right, at: at as number, took: took as number } : null;
}

function stored(): unknown {
	try {
		return JSON.parse(localStorage.getItem(KEY) ?? 'null');
	} catch {
		return null;
	}
}

/** The answer that waits for its place in the log; null when there is none, or it is no answer. */
export const waitingAnswer = (): OpeningAnswer | null =>
	readOpening(window.tarikhOpening) ?? readOpening(stored());

/** Keeps an answer given to the live app, as the script keeps an earlier one. */
export function keepAnswer(question: OptionQuestion<'choice'>, option: string): OpeningAnswer {
	const answer: OpeningAnswer = {
		id: randomId(),
		card: question.card,
		option,
		right: option === question.key,
		at: Date.now(),
		took: Math.round(performance.now())
	};
	window.tarikhOpening = answer;
	try {
		localStorage.setItem(KEY, JSON.stringify(answer));
	} catch {
		// Storage refused: the answer lives as long as the page.
	}
	return answer;
}

/** Forgets the answer that waits: it is in the log, or everything is being deleted. */
export function forgetAnswer(): void {
	delete window.tarikhOpening;
	try {
		localStorage.removeItem(KEY);
	} catch {
		// Storage refused: nothing was kept there.
	}
}

/**
 * Logs the answer that waits, if there is one. It is forgotten only when it is on disk; after a
 * failure the next page tries again.
 */
export async function logWaitingAnswer(progress: LearnerProgress): Promise<void> {
	const waiting = waitingAnswer();
	if (!waiting) return;
	const { id, card, option, right, at, took } = waiting;
	const outcome = right ? 'right' : 'wrong';
	const question: OptionQuestion<'choice'> = {
		kind: 'choice',
		card,
		direction: 'value',
		given: [],
		options: [option, '', ''],
		key: right ? option : ''
	};
	const rating = rate(
		question,
		{ answer: { kind: 'choice', option }, outcome },
		progress.memories.get(card)
	);
	try {
		await progress.record({
			id,
			card,
			kind: 'choice',
			place: 'first',
			outcome,
			rating,
			at,
			offset: offsetAt(at),
			took
		});
		if (waitingAnswer()?.id === id) forgetAnswer();
	} catch {
		// It stays where it is.
	}
}
