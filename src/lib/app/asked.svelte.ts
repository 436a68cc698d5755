/**
 * One question on the screen: its words, the answer given, the verdict. Lives from the moment it is
 * shown until the learner moves on.
 */
import type { Bank } from '#lib/bank/bank.ts';
import { gradeAnswer } from '#lib/quiz/kinds.ts';
import type { Answer, Outcome, Question, Verdict, Wording } from '#lib/quiz/question.ts';
import { words } from './words.ts';

/** An answer that was graded: what the log needs. */
export type Graded = { readonly answer: Answer; readonly outcome: Outcome; readonly took: number };

export class Asked {
	readonly question: Question;
	readonly wording: Wording;
	readonly #bank: Bank;
	readonly #shownAt: number;
	#answer = $state.raw<Answer | null>(null);
	#verdict = $state.raw<Verdict | null>(null);

	/** `now` in milliseconds, from any clock that only goes forward. */
	constructor(bank: Bank, question: Question, now: number) {
		this.#bank = bank;
		this.question = question;
		this.wording = words(bank, question);
		this.#shownAt = now;
	}

	get answer(): Answer | null {
		return this.#answer;
	}

	get verdict(): Verdict | null {
		return this.#verdict;
	}

	/** Whether the question is answered for good; an unclear answer is asked back. */
	get isAnswered(): boolean {
		return this.#verdict !== null && this.#verdict.outcome !== 'unclear';
	}

	/**
	 * Grades an answer. Returns null when it was unclear (it is asked back and costs nothing) or when
	 * the question has been answered already.
	 */
	give(answer: Answer, now: number): Graded | null {
		if (this.isAnswered) return null;
		const verdict = gradeAnswer(this.#bank, this.question, answer);
		this.#answer = verdict.outcome === 'unclear' ? null : answer;
		this.#verdict = verdict;
		if (verdict.outcome === 'unclear') return null;
		return { answer, outcome: verdict.outcome, took: Math.max(0, Math.round(now - this.#shownAt)) };
	}

	/** Shows an answer that was given and logged before: a resumed quiz, a tap before start. */
	restore(answer: Answer): void {
		this.#answer = answer;
		this.#verdict = gradeAnswer(this.#bank, this.question, answer);
	}
}
