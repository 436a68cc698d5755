/**
 * One learner's way to an exam: a session on every day but the missed ones, at most so many minutes
 * long, and the exam at 9:00 on the day after the last, when nothing is studied.
 */
import { DAY, nextDayStart } from '#lib/memory/day.ts';
import { paceOf } from '#lib/memory/pace.ts';
import { makePlan, type Plan } from '#lib/memory/plan.ts';
import { plannedQueue } from '#lib/memory/planned-queue.ts';
import { buildQueue, type Queue, type QueueInput } from '#lib/memory/queue.ts';
import { guessChance } from '#lib/memory/rating.ts';
import type { Review } from '#lib/memory/review.ts';
import { nextMemory, type Memory } from '#lib/memory/scheduler.ts';
import type { SetAside } from '#lib/memory/standing.ts';
import { Random } from '#lib/quiz/random.ts';
import { nextQuestion, ratingOf } from './ask.ts';
import { missesDay, TrueMemory, type Learner } from './learner.ts';

export type Course = {
	readonly cards: number;
	/** Days of study before the day of the exam. */
	readonly days: number;
	/** The most minutes a day. */
	readonly minutes: number;
};

/** Plain FSRS, or the plan with what a minute must bring at least (cards recalled). */
export type Method = 'fsrs' | { readonly leastGain: number };

export type Result = {
	/** The mean true chance of recall at the exam, 0 to 1. */
	readonly recall: number;
	/** Answers given. */
	readonly reviews: number;
	/** Minutes spent on all days together. */
	readonly minutes: number;
	/** Days on which the learner studied. */
	readonly sessions: number;
	/** What the plan expected on the first day that the recall would be; NaN for plain FSRS. */
	readonly expected: number;
};

const MINUTE = 60_000;
/** Simulated learners suspend and bury nothing. */
const NOTHING_ASIDE: SetAside = { suspended: new Set(), buried: new Map() };
const START = Date.UTC(2026, 0, 5);
const EXAM_TIME = 9 * 60 * MINUTE;
/** The app's usual limit. */
export const NEW_PER_DAY = 20;
/** A session ends when less is left than an answer takes on average. */
const ANSWER = 9_000;

type SimulatedCard = {
	readonly id: string;
	readonly fact: string;
	readonly group: null;
	readonly index: number;
	readonly truth: TrueMemory;
};

/** Takes a learner through a course. The same arguments give the same result. */
export function study(learner: Learner, course: Course, method: Method): Result {
	const attempt = new Attempt(learner, course, method);
	for (let day = 0; day < course.days; day++) {
		if (!missesDay(learner, day)) attempt.session(day);
	}
	return attempt.result();
}

class Attempt {
	readonly #learner: Learner;
	readonly #course: Course;
	readonly #method: Method;
	readonly #exam: number;
	readonly #cards: readonly SimulatedCard[];
	readonly #memories = new Map<string, Memory>();
	readonly #log: Pick<Review, 'outcome' | 'took'>[] = [];
	#time = 0;
	#sessions = 0;
	#expected = NaN;

	constructor(learner: Learner, course: Course, method: Method) {
		this.#learner = learner;
		this.#course = course;
		this.#method = method;
		this.#exam = START + course.days * DAY + EXAM_TIME;
		this.#cards = Array.from({ length: course.cards }, (_, index) => {
			const id = `${learner.name}.${index}`;
			return { id, fact: id, group: null, index, truth: new TrueMemory(learner, id) };
		});
	}

	session(day: number): void {
		const start = START + day * DAY + this.#learner.hour;
		const limit = this.#course.minutes * MINUTE;
		const reviewsToday: { card: string }[] = [];
		let plan: Plan | undefined;
		let spent = 0;
		const queue = (): Queue => {
			const now = start + spent;
			const input = {
				cards: this.#cards,
				memories: this.#memories,
				setAside: NOTHING_ASIDE,
				reviewsToday,
				now,
				dayEnd: nextDayStart(now, 0),
				newPerDay: NEW_PER_DAY,
				seed: String(day),
				offset: 0
			} satisfies QueueInput & { offset: number };
			if (this.#method === 'fsrs') return buildQueue(input);
			const planned = plan && plannedQueue(plan, input);
			if (planned && planned.cards.length > 0) return planned;
			// Done sooner than expected: the plan is made anew for the minutes that are left.
			plan = this.#plan(now, spent, this.#method.leastGain);
			return plannedQueue(plan, input);
		};
		while (spent + ANSWER <= limit) {
			const [next] = queue().cards;
			const card = this.#cards.find(({ id }) => id === next?.id);
			if (!card) break;
			spent += this.#ask(card, start + spent);
			reviewsToday.push({ card: card.id });
		}
		this.#time += spent;
		this.#sessions++;
	}

	result(): Result {
		const recalls = this.#cards.map(({ truth }) => truth.recall(this.#exam));
		return {
			recall: recalls.reduce((sum, recall) => sum + recall, 0) / Math.max(recalls.length, 1),
			reviews: this.#log.length,
			minutes: this.#time / MINUTE,
			sessions: this.#sessions,
			expected: this.#expected
		};
	}

	#plan(now: number, spent: number, leastGain: number): Plan {
		const plan = makePlan({
			cards: this.#cards,
			memories: this.#memories,
			...{ now, offset: 0, exam: this.#exam, leastGain },
			minutes: this.#course.minutes,
			spent: spent / MINUTE,
			pace: paceOf(this.#log)
		});
		if (Number.isNaN(this.#expected)) this.#expected = plan.score;
		return plan;
	}

	/** Asks a card and gives the milliseconds that it took. */
	#ask({ id, index, truth }: SimulatedCard, now: number): number {
		const memory = this.#memories.get(id);
		const random = new Random(`kind ${id} ${memory?.reps ?? 0}`);
		const question = nextQuestion(index, memory, random);
		const { right, took } = truth.answer(now, guessChance(question));
		const rating = ratingOf(question, right, memory);
		const review = { card: id, kind: question.kind, rating, at: now + took, offset: 0 };
		this.#memories.set(id, nextMemory(memory, review));
		this.#log.push({ outcome: right ? 'right' : 'wrong', took });
		return took;
	}
}
