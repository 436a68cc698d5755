/**
 * A spaced repetition session: takes the first card of today's queue, asks it, logs the answer, and
 * moves on once the answer is on disk. Owned by the Study place, from opening to leaving it.
 */
import type { Bank } from '#lib/bank/bank.ts';
import { Glossary } from '#lib/bank/glossary.ts';
import { chooseKind } from '#lib/memory/form.ts';
import type { Rating } from '#lib/memory/review.ts';
import { asideUntil, type Queue, type QueueCard } from '#lib/memory/queue.ts';
import { kindsFor, makeQuestion } from '#lib/quiz/kinds.ts';
import type { Answer, Question } from '#lib/quiz/question.ts';
import { Random } from '#lib/quiz/random.ts';
import { AnswerLog } from './answer-log.svelte.ts';
import { Asked } from './asked.svelte.ts';
import { missedCards, putFirst } from './missed-cards.ts';
import type { LearnerProgress } from './progress.svelte.ts';
import { todaysQueue } from './todays-queue.ts';

export type StudyOptions = {
	readonly newPerDay: number;
	/** Whether what was missed in quizzes today comes before everything else, due or not. */
	readonly missedFirst: boolean;
};

export type StudyState = 'asking' | 'finished';

export class StudySession {
	readonly #bank: Bank;
	readonly #progress: LearnerProgress;
	readonly #log: AnswerLog;
	readonly #options: StudyOptions;
	/** Explains words of the questions. */
	readonly glossary: Glossary;
	#state = $state.raw<StudyState>('asking');
	#asked = $state.raw<Asked | null>(null);
	#queue = $state.raw<Queue | null>(null);
	/** Options of each card that were taken for right in this session, and told to be wrong. */
	readonly #confused = new Map<string, readonly string[]>();
	#askedAt = 0;
	#done = $state(0);
	#right = $state(0);

	constructor(bank: Bank, progress: LearnerProgress, options: StudyOptions) {
		this.#bank = bank;
		this.glossary = new Glossary(bank.terms.values());
		this.#progress = progress;
		this.#log = new AnswerLog(progress, 'study');
		this.#options = options;
		this.#ask();
	}

	get state(): StudyState {
		return this.#state;
	}

	get asked(): Asked | null {
		return this.#asked;
	}

	/** Questions answered in this session. */
	get done(): number {
		return this.#done;
	}

	get right(): number {
		return this.#right;
	}

	/** Answered and still to come, as far as is known now. */
	get total(): number {
		const isCounted = this.#asked?.isAnswered ?? false;
		const left = this.#queue?.cards.length ?? 0;
		return this.#done + Math.max(0, isCounted ? left - 1 : left);
	}

	/** The place of the question on the screen, from 1. */
	get position(): number {
		return this.#asked?.isAnswered ? this.#done : this.#done + 1;
	}

	/** For a flashcard: when it comes back after each rating, in milliseconds from now. */
	get intervals(): Readonly<Record<Rating, number>> | null {
		const card = this.#asked?.question.card;
		return card ? this.#progress.intervals(card, this.#askedAt) : null;
	}

	/** When the next card comes, in milliseconds since 1970; null when never. */
	get nextAt(): number | null {
		return this.#queue?.next ?? null;
	}

	/** The last answer could not be written; `next` tries again. */
	get isUnsaved(): boolean {
		return this.#log.hasFailed;
	}

	answer(answer: Answer): void {
		const asked = this.#asked;
		const graded = asked?.give(answer, performance.now());
		if (!asked || !graded) return;
		this.#done += 1;
		if (graded.outcome !== 'wrong') this.#right += 1;
		else if ('option' in answer) {
			const { card } = asked.question;
			this.#confused.set(card, [...(this.#confused.get(card) ?? []), answer.option]);
		}
		void this.#log.add(asked.question, graded);
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

	/**
	 * Takes the last answer back, this session's or an earlier one's, and asks its card again. Changes
	 * nothing when there is none, or when the storage fails.
	 */
	async undo(): Promise<void> {
		if (!(await this.#log.settled())) return;
		const undone = await this.#progress.undo().catch(() => null);
		const card = undone && this.#bank.card(undone.card);
		if (!undone) return;
		if (this.#done > 0) {
			this.#done -= 1;
			if (undone.outcome !== 'wrong') this.#right = Math.max(0, this.#right - 1);
		}
		this.#ask(card ? [{ ...card, group: this.#bank.fact(card.fact).group }] : []);
	}

	/** Asks the first card of the queue; cards that are given come before it. */
	#ask(first: readonly QueueCard[] = []): void {
		const now = Date.now();
		const queue = putFirst(this.#queueAt(now), first);
		const question = this.#firstQuestion(queue, now);
		this.#askedAt = now;
		this.#queue = queue;
		this.#asked = question && new Asked(this.#bank, question, performance.now());
		this.#state = question ? 'asking' : 'finished';
	}

	#queueAt(now: number): Queue {
		const { newPerDay, missedFirst } = this.#options;
		const queue = todaysQueue(this.#bank, this.#progress, { now, newPerDay });
		if (!missedFirst) return queue;
		const { reviewsToday, setAside } = this.#progress;
		const missed = missedCards(this.#bank, reviewsToday);
		return putFirst(
			queue,
			missed.filter(({ id }) => asideUntil(setAside, id, now) === null)
		);
	}

	#firstQuestion(queue: Queue, now: number): Question | null {
		for (const { id } of queue.cards) {
			const card = this.#bank.card(id);
			if (!card) continue;
			const memory = this.#progress.memories.get(id);
			const seed = `${now} ${memory?.reps ?? 0}`;
			const random = new Random(seed);
			let kinds = kindsFor(this.#bank, card);
			while (kinds.length > 0) {
				const kind = chooseKind(kinds, memory, random);
				const optionCount = memory ? 4 : 3;
				const question = makeQuestion(this.#bank, card, kind, {
					seed,
					optionCount,
					confused: this.#confused.get(id) ?? []
				});
				if (question) return question;
				// The bank has too few wrong answers for this kind: another one asks the card.
				kinds = kinds.filter((name) => name !== kind);
			}
		}
		return null;
	}
}
