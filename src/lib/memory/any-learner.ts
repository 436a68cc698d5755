/** Learners whose memory follows known weights of FSRS-6, to test what is fitted to their logs. */
import { fsrs, type FSRSState } from 'ts-fsrs';
import type { Random } from '../quiz/random.ts';
import { DAY } from './day.ts';
import type { Answered } from './fit-history.ts';
import type { Rating } from './review.ts';
import { DEFAULT_WEIGHTS } from './forgetting.ts';
import { nextMemory, WEIGHT_RANGES, type Memory } from './scheduler.ts';

const START = Date.UTC(2026, 0, 5, 18);
const ANSWER = 15_000;
/** Chances of which FSRS-6 says nothing: at first sight, and on the day of the review before. */
const FIRST = 0.6;
const SAME_DAY = 0.92;

/** Weights some way from the default ones: each by a random factor whose logarithm has `deviation`. */
export function otherWeights(random: Random, deviation: number): number[] {
	return DEFAULT_WEIGHTS.map((weight, place) => {
		const [least = 0, largest = 0] = WEIGHT_RANGES[place] ?? [];
		const other = weight * Math.exp(deviation * normal(random));
		return Math.min(Math.max(other, least), largest);
	});
}

type Known = {
	readonly id: string;
	readonly memory: Memory;
	readonly truth: FSRSState;
	readonly day: number;
};

/**
 * The first `count` reviews, in the order of replay, of a learner with these weights who answers
 * what the app's own scheduler asks, and 10 new cards, on nine evenings in ten.
 */
export function studyLog(weights: readonly number[], count: number, random: Random): Answered[] {
	const learner = fsrs({ w: weights });
	const log: Answered[] = [];
	const cards: Known[] = [];
	let at = START;

	const answer = (id: string, day: number, known?: Known): Known => {
		const days = known ? day - known.day : 0;
		const recall =
			days > 0 && known ? learner.forgetting_curve(days, known.truth.stability) : SAME_DAY;
		const rating = rate(known ? recall : FIRST, random);
		const review = { card: id, kind: 'typed', rating, at, offset: 0 } as const;
		at += ANSWER;
		log.push(review);
		const truth = learner.next_state(known?.truth ?? null, days, rating);
		return { id, day, truth, memory: nextMemory(known?.memory, review) };
	};
	const drill = (id: string, day: number, known?: Known): Known => {
		let now = answer(id, day, known);
		for (let turn = 0; turn < 6 && now.memory.scheduled === 0; turn++) now = answer(id, day, now);
		return now;
	};

	for (let day = 0; log.length < count; day++) {
		if (random.below(10) === 0) continue;
		at = START + day * DAY;
		const evening = at + DAY / 4;
		for (const [index, card] of cards.entries()) {
			if (card.memory.due < evening) cards[index] = drill(card.id, day, card);
		}
		for (let fresh = 0; fresh < 10; fresh++) cards.push(drill(`card-${cards.length}.when`, day));
	}
	return log.slice(0, count);
}

function rate(recall: number, random: Random): Rating {
	if (chance(random) >= recall) return 1;
	const ease = chance(random);
	return ease < 0.2 ? 2 : ease < 0.9 ? 3 : 4;
}

/** From 0 to below 1. */
function chance(random: Random): number {
	return random.below(2 ** 30) / 2 ** 30;
}

/** Of mean 0 and deviation 1, nearly normal: the sum of twelve even draws. */
function normal(random: Random): number {
	let sum = -6;
	for (let draw = 0; draw < 12; draw++) sum += chance(random);
	return sum;
}
