/**
 * Ready by a date: which cards to meet and to review on each day up to an exam, so that the mean
 * chance of recall on the day of the exam is highest within so many minutes a day. Made anew each
 * day from what was then answered, so that missed days and lapses are taken in.
 *
 * The method: prices for the minutes of each day (`prices.ts`) say what a card is worth after a
 * review on any day. From today on, day by day, every card bids what a minute on it would bring
 * more than waiting; the highest bids get the minutes of the day; the expected memories go on from
 * there. A card so comes back as its memory and the date ask for it: soon after it was met, then
 * late, and on the last days as far as their minutes go.
 *
 * That the best gap grows with the time to the test: Cepeda, Vul, Rohrer, Wixted and Pashler,
 * Spacing Effects in Learning: A Temporal Ridgeline of Optimal Retention, Psychological Science 19,
 * 2008. That practice is to go where a minute of it brings most at the time of the test: Pavlik and
 * Anderson, Using a Model to Compute the Optimal Schedule of Practice, Journal of Experimental
 * Psychology: Applied 14, 2008.
 *
 * What lost against it in the simulator (60 cards, 14 days, at most 10 minutes a day, means of 60
 * learners; plain FSRS recalls 92.6 % and uses 60 minutes in all, the plan 97.2 % for 66):
 * - what raises recall at the exam most per minute if done now, without looking ahead: 95.8 % for
 *   71 minutes. It comes back too soon, because a review that only prepares the next one gains
 *   little by itself;
 * - plain FSRS, the last day kept for what is weakest: 96.8 % for 67 minutes, near the plan as long
 *   as there is time for all; with 4 minutes a day 87.6 %, no more than plain FSRS, the plan 92.1 %;
 * - a limit on all minutes together instead of a least gain: chance spends more than was expected,
 *   and too little is left for the last day.
 * A plan that knew the true memories would get 97.2 % for 61 minutes.
 */
import { learnerDay } from './day.ts';
import { DEFAULT_WEIGHTS, recallAfter, type Strength, type Weights } from './forgetting.ts';
import { reviewMinutes, USUAL_PACE, type Pace } from './pace.ts';
import { findPrices, firstMinutes, firstStrengths, nextDays, type Prices } from './prices.ts';
import { NODES, Prospects, reviewed } from './prospects.ts';
import { family, type QueueCard } from './queue.ts';
import type { Memory } from './scheduler.ts';

export type PlanInput = {
	/** The cards of the exam, new ones in the order in which to meet them; none suspended. */
	readonly cards: readonly QueueCard[];
	/** The memories of these cards; those of other cards are ignored. */
	readonly memories: ReadonlyMap<string, Memory>;
	/** Milliseconds since 1970 (UTC). */
	readonly now: number;
	/** Minutes east of UTC. */
	readonly offset: number;
	/** The hour at which the learner's day starts, 4 if not given. */
	readonly dayStart?: number;
	/** When the exam is, in milliseconds since 1970. Its own day is not for study. */
	readonly exam: number;
	/** The most minutes a day. */
	readonly minutes: number;
	/** The minutes already spent today. */
	readonly spent?: number;
	/** What a minute must bring at least, in cards recalled at the exam; `ANY_GAIN` if not given. */
	readonly leastGain?: number;
	readonly weights?: Weights;
	readonly pace?: Pace;
};

export type PlannedDay = {
	/** Cards to meet for the first time, by id. */
	readonly fresh: readonly string[];
	/** Cards to review, what is worth most first. */
	readonly reviews: readonly string[];
	/** The expected minutes; never more than the limit. */
	readonly minutes: number;
};

export type Plan = {
	/** The days up to the one before the exam, today first; none when it is today or past. */
	readonly days: readonly PlannedDay[];
	/** Cards answered today that still have to be recalled once today. */
	readonly unfinished: readonly string[];
	/** The expected mean recall on the day of the exam, 0 to 1; a card never met counts 0. */
	readonly score: number;
	/** The same if nothing more is studied. */
	readonly idle: number;
};

/** How the wanted score may be reached; null where it cannot be. */
export type Advice = {
	/** The least whole minutes a day for all the cards. */
	readonly minutes: number | null;
	/** The most cards, those met first and then in their order, with the minutes as they are. */
	readonly cards: number | null;
};

/** Every minute that helps: below, ten minutes more bring a tenth of a point at most. */
export const ANY_GAIN = 0.003;
/** Only minutes that pay: a card in ten minutes is the least. */
export const GOOD_GAIN = 0.1;

/** A plan looks at most so many days ahead. */
const LONGEST = 366;
const MOST_MINUTES = 240;

type Chance = { readonly chance: number; readonly strength: Strength };

type Bid = { readonly minutes: number; /** Expected cards per minute. */ readonly gain: number };

/** A card on its way to the exam, as far as planned. */
type Course = {
	readonly card: QueueCard;
	readonly chances: readonly Chance[];
	/** The study day of the last review; below 0 for one before today. */
	readonly last: number;
	readonly bids: ReadonlyMap<number, Bid>;
};

type Frame = {
	readonly weights: Weights;
	readonly pace: Pace;
	/** Days from today to the exam. */
	readonly exam: number;
	readonly limits: readonly number[];
	readonly prices: Prices;
	readonly leastGain: number;
	readonly first: readonly Chance[];
	readonly prospects: Prospects;
};

/**
 * Whether a card that was asked today may rest until another day: it was recalled since it was met
 * or forgotten. A plan leaves out the second learning step: in FSRS-6 another answer on the same
 * day adds next to nothing, one on another day several times as much.
 */
export function isEnough({ state, step }: Pick<Memory, 'state' | 'step'>): boolean {
	return state === 'review' || step > 0;
}

/** Makes the plan. The same input gives the same plan. Time: some 50 ms for 300 cards and 30 days. */
export function makePlan(input: PlanInput): Plan {
	const { weights = DEFAULT_WEIGHTS, pace = USUAL_PACE, leastGain = ANY_GAIN } = input;
	const dayOf = (at: number) => learnerDay(at, input.offset, input.dayStart);
	const today = dayOf(input.now);
	const exam = Math.max(0, dayOf(input.exam) - today);
	const known = input.cards.flatMap((card) => {
		const memory = input.memories.get(card.id);
		return memory ? [{ card, memory, elapsed: Math.max(0, today - dayOf(memory.at)) }] : [];
	});
	const unseen = input.cards.filter(({ id }) => !input.memories.has(id));
	const unfinished = known
		.filter(({ memory, elapsed }) => elapsed === 0 && !isEnough(memory))
		.map(({ card }) => card.id);

	const taken = (input.spent ?? 0) + (unfinished.length * pace.right) / 60;
	const limits = Array.from({ length: Math.min(exam, LONGEST) }, (_, day) =>
		Math.max(0, input.minutes - (day === 0 ? taken : 0))
	);
	const prices = findPrices({
		...{ weights, pace, exam, leastGain },
		minutes: limits,
		unseen: unseen.length,
		seen: known.map(({ memory, elapsed }) => ({ strength: memory, elapsed }))
	});
	const first = firstStrengths(weights).map(([chance, strength]) => ({ chance, strength }));
	const prospects = new Prospects(weights, 1);
	const frame = { weights, pace, exam, limits, prices, leastGain, first, prospects };

	const courses = known.map(({ card, memory, elapsed }) =>
		courseOf(card, [{ chance: 1, strength: memory }], -elapsed, frame)
	);
	const { days, ends } = runDays(courses, unseen, frame);
	const mean = (list: readonly Course[]) =>
		list.reduce((sum, course) => sum + atExam(course, frame), 0) / Math.max(input.cards.length, 1);
	return { days, unfinished, score: mean(ends), idle: mean(courses) };
}

/**
 * How a score, 0 to 1, may be reached that the plan misses: with more minutes, or with fewer cards.
 * Makes some 15 plans.
 */
export function advise(input: PlanInput, wanted: number): Advice {
	const met = input.cards.filter(({ id }) => input.memories.has(id));
	const others = input.cards.filter(({ id }) => !input.memories.has(id));
	const inOrder = [...met, ...others];
	const reaches = (more: Partial<PlanInput>) => makePlan({ ...input, ...more }).score >= wanted;
	const minutes = leastThat(Math.ceil(input.minutes), MOST_MINUTES, (most) =>
		reaches({ minutes: most })
	);
	const left = leastThat(0, inOrder.length - 1, (fewer) =>
		reaches({ cards: inOrder.slice(0, inOrder.length - fewer) })
	);
	return { minutes, cards: left === null ? null : inOrder.length - left };
}

/** The least whole number from `low` to `high` that will do, when all after one that does do too. */
function leastThat(low: number, high: number, does: (value: number) => boolean): number | null {
	if (high < low || !does(high)) return null;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (does(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}

function runDays(
	start: readonly Course[],
	unseen: readonly QueueCard[],
	frame: Frame
): { days: PlannedDay[]; ends: readonly Course[] } {
	const meeting = meetingBids(frame);
	const courses = new Map(start.map((course) => [course.card.id, course]));
	const days = frame.limits.map((limit, day) => {
		const bids = [
			...[...courses.values()].map(({ card, bids }) => ({ card, bid: bids.get(day) })),
			...unseen
				.filter(({ id }) => !courses.has(id))
				.map((card) => ({ card, bid: meeting.get(day) }))
		];
		const worthwhile = bids
			.flatMap(({ card, bid }) => (bid && bid.gain >= frame.leastGain ? [{ card, ...bid }] : []))
			.sort((a, b) => b.gain - a.gain);
		const fresh: string[] = [];
		const reviews: string[] = [];
		const families = new Families([...courses.values()].filter(({ last }) => last === day));
		let minutes = 0;
		for (const { card, minutes: more } of worthwhile) {
			const course = courses.get(card.id);
			if (minutes + more > limit || !families.takes(card, course === undefined)) continue;
			minutes += more;
			(course ? reviews : fresh).push(card.id);
			const chances = course ? afterReview(course, day, frame.weights) : frame.first;
			courses.set(card.id, courseOf(card, chances, day, frame));
		}
		return { fresh, reviews, minutes };
	});
	return { days, ends: [...courses.values()] };
}

/** Keeps a new card for a day without its siblings, as the queue does. */
class Families {
	readonly #busy: Set<string>;
	readonly #met = new Set<string>();

	constructor(asked: readonly Course[]) {
		this.#busy = new Set(asked.map(({ card }) => family(card)));
	}

	/** Takes a card in, new or not, unless it gives a new one away or is given away. */
	takes(card: QueueCard, isNew: boolean): boolean {
		const name = family(card);
		if (isNew ? this.#busy.has(name) : this.#met.has(name)) return false;
		this.#busy.add(name);
		if (isNew) this.#met.add(name);
		return true;
	}
}

function courseOf(card: QueueCard, chances: readonly Chance[], last: number, frame: Frame): Course {
	const { prices, pace, prospects } = frame;
	const rest = atExam({ chances, last }, frame);
	const days = nextDays(Math.max(last, -1), frame.limits.length);
	const bids = bidOn(days, rest, frame, (day) => {
		let worth = 0;
		let minutes = 0;
		for (const { chance, strength } of chances) {
			prospects.set(0, strength, day - last);
			worth += chance * prospects.worth(0, prices.worth, day * NODES);
			minutes += chance * reviewMinutes(pace, prospects.recall(0));
		}
		return { worth, minutes };
	});
	return { card, chances, last, bids };
}

function meetingBids(frame: Frame): ReadonlyMap<number, Bid> {
	const { first, prices, pace, prospects } = frame;
	return bidOn(nextDays(-1, frame.limits.length), 0, frame, (day) => {
		let worth = 0;
		for (const { chance, strength } of first) {
			prospects.setCertain(0, strength);
			worth += chance * prospects.worth(0, prices.worth, day * NODES);
		}
		return { worth, minutes: firstMinutes(pace) };
	});
}

/** For each day, what a minute then brings more than the best later day does at its price. */
function bidOn(
	days: readonly number[],
	rest: number,
	{ prices }: Frame,
	look: (day: number) => { readonly worth: number; readonly minutes: number }
): ReadonlyMap<number, Bid> {
	const bids = new Map<number, Bid>();
	let waiting = rest;
	for (const day of days.toReversed()) {
		const { worth, minutes } = look(day);
		bids.set(day, { minutes, gain: (worth - waiting) / minutes });
		waiting = Math.max(waiting, worth - (prices.prices[day] ?? 0) * minutes);
	}
	return bids;
}

/** The two memories, on average, of a card that was recalled on a day and of one that was not. */
function afterReview({ chances, last }: Course, day: number, weights: Weights): readonly Chance[] {
	return [true, false].map((recalled) => {
		let whole = 0;
		let stability = 0;
		let difficulty = 0;
		for (const { chance, strength } of chances) {
			const recall = recallAfter(weights, day - last, strength.stability);
			const part = chance * (recalled ? recall : 1 - recall);
			const next = reviewed(weights, strength, { days: day - last, recalled });
			whole += part;
			stability += part * Math.log(next.stability);
			difficulty += part * next.difficulty;
		}
		const strength = { stability: Math.exp(stability / whole), difficulty: difficulty / whole };
		return { chance: whole, strength };
	});
}

function atExam({ chances, last }: Pick<Course, 'chances' | 'last'>, frame: Frame): number {
	return chances.reduce(
		(sum, { chance, strength }) =>
			sum + chance * recallAfter(frame.weights, frame.exam - last, strength.stability),
		0
	);
}
