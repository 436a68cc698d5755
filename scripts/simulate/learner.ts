/**
 * Simulated learners. Each has FSRS-6 weights of their own, which no method knows; both methods
 * work with the published defaults. What chance decides is drawn by learner, card and number of
 * the answer, so that every method meets the same learner with the same luck (common random
 * numbers): a difference between methods is theirs.
 *
 * The spreads are assumptions, on the side of much noise:
 * - a weight is its default times a log-normal factor (σ 0.25; first stabilities 0.5; the decay
 *   0.15), within the limits of FSRS-6;
 * - a card differs from what the weights say of cards in general: first stability × log-normal
 *   (σ 0.35), first difficulty + normal (σ 1);
 * - 0 to 30 % of the cards were known before; the others leave the memory of an Again, whether
 *   guessed or not;
 * - 1 to 5 % of the answers slip: recalled, yet answered wrong;
 * - a day is missed with a chance of 0 to 20 %;
 * - an answer takes a log-normal time (σ 0.4) about a median of 7 s when right and 13 s when
 *   wrong, times the learner's own factor (σ 0.2); wrong answers are read about;
 * - a learner studies at the same time each day, between 8:00 and 22:00.
 */
import {
	DEFAULT_WEIGHTS,
	firstStrength,
	nextStrength,
	recallAfter,
	type Strength,
	type Weights
} from '#lib/memory/forgetting.ts';
import { Random } from '#lib/quiz/random.ts';
import { DAY } from '#lib/memory/day.ts';

const HOUR = 3_600_000;
const DECAY = 20;

export type Learner = {
	readonly name: string;
	readonly weights: Weights;
	/** The chances, 0 to 1, that a card was known before, an answer slips, a day is missed. */
	readonly familiar: number;
	readonly slip: number;
	readonly miss: number;
	/** Factor on the time of an answer. */
	readonly slowness: number;
	/** When the learner studies, in milliseconds after midnight. */
	readonly hour: number;
};

/** The limits of FSRS-6 for w0 to w20. */
// prettier-ignore
const LIMITS: readonly (readonly [number, number])[] = [
	[0.1, 100], [0.1, 100], [0.1, 100], [0.1, 100], [1, 10], [0.001, 4], [0.001, 4], [0.001, 0.75],
	[0, 4.5], [0, 0.8], [0.001, 3.5], [0.001, 5], [0.001, 0.25], [0.001, 0.9], [0, 4], [0, 1],
	[1, 6], [0, 2], [0, 2], [0, 0.8], [0.1, 0.8]
];

export function drawLearner(seed: number, index: number): Learner {
	const name = `${seed}.${index}`;
	const random = new Random(`learner ${name}`);
	const weights = DEFAULT_WEIGHTS.map((weight, at) => {
		const spread = at < 4 ? 0.5 : at === DECAY ? 0.15 : 0.25;
		const [low, high] = LIMITS[at] ?? [0, 0];
		return Math.min(Math.max(weight * Math.exp(spread * normal(random)), low), high);
	});
	return {
		name,
		weights: weights as unknown as Weights,
		familiar: 0.3 * uniform(random),
		slip: 0.01 + 0.04 * uniform(random),
		miss: 0.2 * uniform(random),
		slowness: Math.exp(0.2 * normal(random)),
		hour: (8 + 14 * uniform(random)) * HOUR
	};
}

/** Whether the learner does not study on a day. */
export function missesDay({ name, miss }: Learner, day: number): boolean {
	return uniform(new Random(`day ${name} ${day}`)) < miss;
}

/** What comes of one question; the time is in milliseconds. */
type Given = { readonly right: boolean; readonly took: number };

/** What a learner truly remembers of one card. */
export class TrueMemory {
	readonly #learner: Learner;
	readonly #card: string;
	#strength: Strength | undefined;
	#at = 0;
	#answers = 0;

	constructor(learner: Learner, card: string) {
		this.#learner = learner;
		this.#card = card;
	}

	/**
	 * Answers a question at `at` (milliseconds; a learner's day for each day of the clock) that can
	 * be guessed with a chance of `guess`, and remembers what is shown under it.
	 */
	answer(at: number, guess: number): Given {
		const { name, slip, slowness, familiar } = this.#learner;
		const random = new Random(`answer ${name} ${this.#card} ${this.#answers++}`);
		const recalled = uniform(random) < (this.#strength ? this.recall(at) : familiar);
		const slipped = uniform(random) < slip;
		const guessed = uniform(random) < guess;
		const right = recalled ? !slipped : guessed;
		const took = (right ? 7_000 : 13_000) * slowness * Math.exp(0.4 * normal(random));
		this.#remember(at, recalled);
		return { right, took };
	}

	/** The chance of recall, 0 to 1: 0 before the first meeting, else by the hour. */
	recall(at: number): number {
		if (!this.#strength) return 0;
		const days = (at - this.#at) / DAY;
		return recallAfter(this.#learner.weights, days, this.#strength.stability);
	}

	#remember(at: number, recalled: boolean): void {
		const { weights, name } = this.#learner;
		const rating = recalled ? 3 : 1;
		if (this.#strength) {
			const days = isSameDay(this.#at, at) ? 0 : (at - this.#at) / DAY;
			this.#strength = nextStrength(weights, this.#strength, { days, rating });
		} else {
			const random = new Random(`card ${name} ${this.#card}`);
			const { stability, difficulty } = firstStrength(weights, rating);
			this.#strength = {
				stability: stability * Math.exp(0.35 * normal(random)),
				difficulty: Math.min(Math.max(difficulty + normal(random), 1), 10)
			};
		}
		this.#at = at;
	}
}

const isSameDay = (a: number, b: number): boolean => Math.floor(a / DAY) === Math.floor(b / DAY);

/** From 0 to 1, not 1. */
export function uniform(random: Random): number {
	return random.below(2 ** 32) / 2 ** 32;
}

/** Mean 0, standard deviation 1 (Box and Muller, 1958). */
function normal(random: Random): number {
	const radius = Math.sqrt(-2 * Math.log(1 - uniform(random)));
	return radius * Math.cos(2 * Math.PI * uniform(random));
}
