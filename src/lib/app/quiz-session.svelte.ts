/**
 * A quiz from its first question to its results. Owned by the Quiz place; what it needs to go on
 * after a closed tab is kept with every answer.
 */
import type { Bank } from '#lib/bank/bank.ts';
import { Glossary } from '#lib/bank/glossary.ts';
import type { Answer } from '#lib/quiz/question.ts';
import { AnswerLog } from './answer-log.svelte.ts';
import { Asked } from './asked.svelte.ts';
import type { LearnerProgress } from './progress.svelte.ts';
import {
	drawQuestions,
	fragmentOf,
	titlesOf,
	type PaperQuiz,
	type QuizPlan
} from './quiz-drawing.ts';
import { keepQuiz, type KeptQuiz } from './kept-quiz.ts';
import { words } from './words.ts';

type Drawn = Pick<KeptQuiz, 'specification' | 'questions' | 'link'>;

export class QuizSession {
	readonly #bank: Bank;
	readonly #log: AnswerLog;
	readonly #drawn: Drawn;
	/** Explains words of the questions. */
	readonly glossary: Glossary;
	#answered = $state.raw<readonly Asked[]>([]);
	#asked = $state.raw<Asked | null>(null);

	private constructor(bank: Bank, progress: LearnerProgress, drawn: Drawn) {
		this.#bank = bank;
		this.glossary = new Glossary(bank.terms.values());
		this.#log = new AnswerLog(progress, 'quiz');
		this.#drawn = drawn;
	}

	/** Draws the questions of a plan and asks the first; null when there is none. */
	static start(bank: Bank, progress: LearnerProgress, plan: QuizPlan): QuizSession | null {
		const questions = drawQuestions(bank, plan);
		if (questions.length === 0) return null;
		const { specification } = plan;
		const link = fragmentOf(bank, plan);
		return new QuizSession(bank, progress, { specification, questions, link }).#begin();
	}

	/** Goes on with a quiz that was left and that the bank can still ask. */
	static resume(bank: Bank, progress: LearnerProgress, kept: KeptQuiz): QuizSession {
		const { questions, answers } = kept;
		const session = new QuizSession(bank, progress, kept);
		session.#answered = answers.flatMap((answer, index) => {
			const question = questions[index];
			if (!question) return [];
			const asked = new Asked(bank, question, performance.now());
			asked.restore(answer);
			return [asked];
		});
		session.#ask();
		return session;
	}

	/** The same questions once more, from the first. */
	repeat(): QuizSession {
		return new QuizSession(this.#bank, this.#log.progress, this.#drawn).#begin();
	}

	get asked(): Asked | null {
		return this.#asked;
	}

	/** The questions answered so far, in order. */
	get answered(): readonly Asked[] {
		return this.#answered;
	}

	/** The fragment of a link that draws it again; empty for a quiz kept by an earlier version. */
	get link(): string {
		return this.#drawn.link ?? '';
	}

	/** The quiz for paper. */
	get paper(): PaperQuiz {
		return {
			titles: titlesOf(this.#bank, this.#drawn.specification),
			questions: this.#drawn.questions.map((question) => ({
				question,
				wording: words(this.#bank, question)
			})),
			link: this.link
		};
	}

	get total(): number {
		return this.#drawn.questions.length;
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
		const answered = this.#answered;
		// Kept only when it is in the log: a question resumed twice is better than an answer lost.
		void this.#log.add(asked.question, graded).then((isSaved) => {
			if (isSaved) this.#keep(answered);
		});
	}

	/** Whether the session may be left: its last answer is on disk, or was tried twice. */
	leave(): Promise<boolean> {
		return this.#log.released();
	}

	/** Moves on when the answer is on disk; stays, and says so, when it is not. */
	async next(): Promise<void> {
		const asked = this.#asked;
		if (await this.#log.settled()) {
			// Two taps on Continue are one.
			if (asked === this.#asked) this.#ask();
		}
	}

	#begin(): this {
		this.#keep([]);
		this.#ask();
		return this;
	}

	#ask(): void {
		const question = this.#drawn.questions[this.#answered.length];
		this.#asked = question ? new Asked(this.#bank, question, performance.now()) : null;
		if (!question) keepQuiz(null);
	}

	#keep(answered: readonly Asked[]): void {
		keepQuiz({
			version: 1,
			...this.#drawn,
			answers: answered.flatMap(({ answer }) => (answer ? [answer] : []))
		});
	}
}
