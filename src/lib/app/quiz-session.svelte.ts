/**
 * A quiz from its first question to its results. Owned by the Quiz place; what it needs to go on
 * after a closed tab is kept with every answer.
 */
import type { Bank } from '#lib/bank/bank.ts';
import { drawQuiz, GENERATOR_VERSION, type Specification } from '#lib/quiz/draw.ts';
import type { Answer, Question } from '#lib/quiz/question.ts';
import { AnswerLog } from './answer-log.svelte.ts';
import { Asked } from './asked.svelte.ts';
import type { LearnerProgress } from './progress.svelte.ts';
import { keepAttempt, type QuizAttempt } from './quiz-attempt.ts';

/** The versions of the packs of a bank: the same text, the same questions. */
export const bankVersion = (bank: Bank): string =>
	bank.packs.map(({ id, version, language }) => `${id}@${version}.${language}`).join(' ');

export class QuizSession {
	readonly #bank: Bank;
	readonly #log: AnswerLog;
	readonly #questions: readonly Question[];
	readonly specification: Specification;
	readonly seed: string;
	#answered = $state.raw<readonly Asked[]>([]);
	#asked = $state.raw<Asked | null>(null);

	private constructor(
		bank: Bank,
		progress: LearnerProgress,
		drawn: { specification: Specification; seed: string }
	) {
		this.#bank = bank;
		this.#log = new AnswerLog(progress, 'quiz');
		this.specification = drawn.specification;
		this.seed = drawn.seed;
		this.#questions = drawQuiz(bank, drawn.specification, drawn.seed);
	}

	static start(
		bank: Bank,
		progress: LearnerProgress,
		drawn: { specification: Specification; seed: string }
	): QuizSession {
		const session = new QuizSession(bank, progress, drawn);
		session.#keep([]);
		session.#ask();
		return session;
	}

	/** Goes on with an attempt; null when it was drawn from another version of the bank. */
	static resume(bank: Bank, progress: LearnerProgress, attempt: QuizAttempt): QuizSession | null {
		if (attempt.bank !== bankVersion(bank)) return null;
		const session = new QuizSession(bank, progress, attempt);
		if (attempt.answers.length >= session.#questions.length) return null;
		session.#answered = attempt.answers.flatMap((answer, index) => {
			const question = session.#questions[index];
			if (!question) return [];
			const asked = new Asked(bank, question, performance.now());
			asked.restore(answer);
			return [asked];
		});
		session.#ask();
		return session;
	}

	get asked(): Asked | null {
		return this.#asked;
	}

	/** The questions answered so far, in order. */
	get answered(): readonly Asked[] {
		return this.#answered;
	}

	get total(): number {
		return this.#questions.length;
	}

	/** The place of the question on the screen, from 1. */
	get position(): number {
		return this.#asked?.isAnswered ? this.#answered.length : this.#answered.length + 1;
	}

	get isFinished(): boolean {
		return this.#asked === null;
	}

	/** Points, whole and partial. */
	get score(): number {
		return this.#answered.reduce((sum, { verdict }) => {
			return sum + (verdict && verdict.outcome !== 'unclear' ? verdict.score : 0);
		}, 0);
	}

	get isUnsaved(): boolean {
		return this.#log.hasFailed;
	}

	answer(answer: Answer): void {
		const asked = this.#asked;
		const graded = asked?.give(answer, performance.now());
		if (!asked || !graded) return;
		this.#answered = [...this.#answered, asked];
		this.#keep(this.#answered);
		this.#log.add(asked.question, graded);
	}

	/** Moves on when the answer is on disk; stays, and says so, when it is not. */
	async next(): Promise<void> {
		const asked = this.#asked;
		if (await this.#log.settled()) {
			// Two taps on Continue are one.
			if (asked === this.#asked) this.#ask();
		}
	}

	#ask(): void {
		const question = this.#questions[this.#answered.length];
		this.#asked = question ? new Asked(this.#bank, question, performance.now()) : null;
		if (!question) keepAttempt(null);
	}

	#keep(answered: readonly Asked[]): void {
		keepAttempt({
			version: 1,
			generator: GENERATOR_VERSION,
			bank: bankVersion(this.#bank),
			specification: this.specification,
			seed: this.seed,
			answers: answered.flatMap(({ answer }) => (answer ? [answer] : []))
		});
	}
}
