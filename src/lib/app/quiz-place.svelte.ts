/**
 * The Quiz place: a choice, a quiz under way, its results, or a quiz on paper. Lives as long as the
 * place is open.
 */
import type { Bank } from '#lib/bank/bank.ts';
import { quizOf } from '#lib/quiz/specification.ts';
import { offsetAt } from './clock.ts';
import { LibraryError, type LibraryProblem } from './library.ts';
import type { LearnerProgress } from './progress.svelte.ts';
import { bankFor } from './quiz-bank.ts';
import { QuizDraft, within } from './quiz-draft.svelte.ts';
import type { PaperQuiz, QuizPlan } from './quiz-drawing.ts';
import { quizLeft, type QuizLeft } from './quiz-left.ts';
import type { OpenedLink } from './quiz-opened.ts';
import type { QuizSession } from './quiz-session.svelte.ts';

/** A quiz that is about to begin. */
type Wanted = { readonly bank: Bank; readonly plan: QuizPlan };

/** What makes and grades questions: not needed before a quiz begins. */
const loadEngine = () => import('./quiz-session.svelte.ts');

/** "2026-03-02": the date on the wall at a moment, in milliseconds since 1970. */
const localDate = (at: number): string =>
	new Date(at + offsetAt(at) * 60_000).toISOString().slice(0, 10);

export class QuizPlace {
	readonly #progress: LearnerProgress;
	readonly #locale: string;
	/** The quiz being chosen. */
	readonly draft: QuizDraft;
	#hasBegun = false;
	#session = $state.raw<QuizSession | null>(null);
	#left = $state.raw<QuizLeft | null>(null);
	#wanted = $state.raw<Wanted | null>(null);
	#opened = $state.raw<OpenedLink | null>(null);
	#paper = $state.raw<PaperQuiz | null>(null);
	#problem = $state.raw<LibraryProblem | null>(null);
	/** Counts the links that were opened. */
	#turn = 0;

	constructor(progress: LearnerProgress, locale: string) {
		this.#progress = progress;
		this.#locale = locale;
		this.draft = new QuizDraft(locale);
	}

	/** The quiz under way or just finished; null while one is being chosen. */
	get session(): QuizSession | null {
		return this.#session;
	}

	/** A quiz left unfinished on an earlier visit. */
	get waiting(): Pick<QuizLeft, 'done' | 'total' | 'leftOut'> | null {
		return this.#left;
	}

	/** Whether the learner has to say first what becomes of the quiz that was left. */
	get asksFirst(): boolean {
		return this.#wanted !== null;
	}

	/** The link that was opened; null when there is none. */
	get opened(): OpenedLink | null {
		return this.#opened;
	}

	/** The quiz to print; null when none is. */
	get paper(): PaperQuiz | null {
		return this.#paper;
	}

	/** Why a quiz could not be drawn. */
	get problem(): LibraryProblem | null {
		return this.#problem;
	}

	/** Takes the learner's bank, and finds the quiz that was left. */
	async open(bank: Bank): Promise<void> {
		const isFirst = this.draft.bank === null;
		await this.draft.useBank(bank);
		if (!isFirst) return;
		const left = await quizLeft(bank);
		// A quiz begun meanwhile has taken its place.
		if (!this.#hasBegun) this.#left = left;
	}

	/**
	 * Opens the fragment of a link, with the optional packs that the learner has chosen. A quiz under
	 * way is left first; it is kept, and waits.
	 */
	async openLink(fragment: string, chosen: readonly string[]): Promise<void> {
		const turn = ++this.#turn;
		const { openQuizLink } = await import('./quiz-opened.ts');
		const opened = await openQuizLink(fragment, { locale: this.#locale, chosen });
		// Another link was opened meanwhile, or an answer is not safe yet.
		if (turn !== this.#turn || (this.#session && !(await this.#session.leave()))) return;
		await this.leave();
		this.#opened = opened;
	}

	/** Puts the link that was opened aside. */
	closeLink(): void {
		this.#opened = null;
	}

	/** Begins the quiz that was chosen. */
	start(): Promise<void> {
		return this.#want(this.draft.plan);
	}

	/** Begins the quiz of the day at `now`, in milliseconds since 1970: the same one for everybody. */
	startDay(now: number): Promise<void> {
		return this.#want({ specification: quizOf(10), seed: `day ${localDate(now)}` });
	}

	/** Begins the quiz of the link that was opened. */
	async startOpened(): Promise<void> {
		if (this.#opened?.ok) await this.#want(this.#opened.quiz.plan);
	}

	/** Begins the quiz that was asked for in place of the one that was left. */
	async replace(): Promise<void> {
		if (this.#wanted) await this.#begin(this.#wanted);
	}

	/** Leaves the quiz that was left where it is. */
	keep(): void {
		this.#wanted = null;
	}

	/** Goes on with the quiz that was left. */
	async resume(): Promise<void> {
		const { QuizSession } = await loadEngine();
		if (!this.#left) return;
		this.#session = QuizSession.resume(this.#left.bank, this.#progress, this.#left.quiz);
		this.#left = this.#wanted = this.#opened = null;
	}

	/** Discards the quiz that was left; its answers stay in the log. */
	async drop(): Promise<void> {
		this.#left = null;
		const { keepQuiz } = await import('./kept-quiz.ts');
		keepQuiz(null);
	}

	/** Back to the choice; a quiz that is not finished waits there. */
	async leave(): Promise<void> {
		if (!this.#session) return;
		this.#session = null;
		this.draft.redraw();
		if (this.draft.bank) this.#left = await quizLeft(this.draft.bank);
	}

	/** The same questions once more. */
	repeat(): void {
		this.#session = this.#session?.repeat() ?? null;
	}

	/** Puts the quiz on paper: the one just taken, else the one that was chosen. */
	async print(): Promise<void> {
		const wanted = this.#session ? null : await this.#settle(this.draft.plan);
		if (!wanted) {
			this.#paper = this.#session?.paper ?? null;
			return;
		}
		const { paperOf } = await import('./quiz-drawing.ts');
		this.#paper = paperOf(wanted.bank, wanted.plan);
	}

	/** Puts the paper away. */
	closePaper(): void {
		this.#paper = null;
	}

	async #want(plan: QuizPlan | null): Promise<void> {
		const wanted = await this.#settle(plan);
		if (!wanted) return;
		// Looked for anew: another tab may have begun one.
		this.#left = await quizLeft(wanted.bank);
		if (this.#left) this.#wanted = wanted;
		else await this.#begin(wanted);
	}

	/** The bank of a plan, and the plan with the packs of that bank where it names none. */
	async #settle(plan: QuizPlan | null): Promise<Wanted | null> {
		if (!plan) return null;
		this.#problem = null;
		const { specification } = plan;
		try {
			const bank = await bankFor(this.#locale, specification.packs);
			const all = bank.packs.map(({ id }) => id);
			const packs = specification.packs.length > 0 ? specification.packs : all;
			const chosen = within(bank, { ...specification, packs });
			return { bank, plan: { ...plan, specification: chosen } };
		} catch (cause) {
			if (!(cause instanceof LibraryError)) throw cause;
			this.#problem = cause.code;
			return null;
		}
	}

	async #begin({ bank, plan }: Wanted): Promise<void> {
		const { QuizSession } = await loadEngine();
		const session = QuizSession.start(bank, this.#progress, plan);
		this.#wanted = null;
		if (!session) return;
		this.#hasBegun = true;
		this.#left = this.#opened = null;
		this.#session = session;
	}
}
