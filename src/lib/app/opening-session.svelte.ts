/** The opening question on Today: shows the answer given, before or after the app was live. */
import type { Answer, OptionQuestion, Verdict } from '#lib/quiz/question.ts';
import { keepAnswer, logWaitingAnswer, waitingAnswer } from './opening.ts';
import type { LearnerProgress } from './progress.svelte.ts';

export class OpeningSession {
	readonly question: OptionQuestion<'choice'>;
	readonly #progress: LearnerProgress;
	#isLive = $state(false);
	#option = $state.raw<string | null>(null);

	constructor(question: OptionQuestion<'choice'>, progress: LearnerProgress) {
		this.question = question;
		this.#progress = progress;
	}

	/** Whether the app has taken over from the script in the page. */
	get isLive(): boolean {
		return this.#isLive;
	}

	get answer(): Answer | null {
		return this.#option === null ? null : { kind: 'choice', option: this.#option };
	}

	get verdict(): Verdict | null {
		if (this.#option === null) return null;
		const isRight = this.#option === this.question.key;
		return isRight ? { outcome: 'right', score: 1 } : { outcome: 'wrong', score: 0 };
	}

	/** Takes over, with the answer that the script may have taken. The layout logs that one. */
	start(): void {
		const waiting = waitingAnswer();
		const isOurs =
			waiting?.card === this.question.card && this.question.options.includes(waiting.option);
		if (isOurs) this.#option = waiting.option;
		this.#isLive = true;
	}

	give(answer: Answer): void {
		if (answer.kind !== 'choice' || this.#option !== null) return;
		this.#option = answer.option;
		keepAnswer(this.question, answer.option);
		void logWaitingAnswer(this.#progress);
	}
}
