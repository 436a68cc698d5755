/**
 * The slopes, over the 21 weights of FSRS-6, of a sum over chances of recall: the chain rule through
 * the formulas of `fit-model.ts`, from a card's last review to its first (reverse accumulation;
 * Griewank and Walther, Evaluating Derivatives, 2008, chapter 3). Where a bound holds a value, the
 * value has no slope. A test holds them equal to finite differences.
 */
import { add, at } from './column.ts';
import type { History } from './fit-history.ts';
import {
	AGAIN,
	EASY,
	GOOD,
	HARD,
	isFreeDifficulty,
	isFreeStability,
	SHORTEST_FIRST,
	type Model
} from './fit-model.ts';

/** One review: days and rating, the memory before it (with its chance of recall), stability after. */
type Step = {
	readonly days: number;
	readonly rating: number;
	readonly s: number;
	readonly d: number;
	readonly r: number;
	readonly next: number;
};

export class Gradient {
	/** The slopes over the weights: added to by each card, set to 0 by whoever starts anew. */
	readonly slopes = new Float64Array(21);
	/** To be filled in for each card: the slope of the sum over each chance in `model.recall`. */
	readonly pulls: Float64Array;

	readonly #model: Model;
	/** Slopes of the sum over stability, difficulty and chance of recall before the step at hand. */
	#s = 0;
	#d = 0;
	#r = 0;

	constructor(model: Model) {
		this.#model = model;
		this.pulls = new Float64Array(model.recall.length);
	}

	/** Adds the slopes of the card that the model followed last, over the same `count` reviews. */
	addCard({ starts, ratings, elapsed }: History, card: number, count: number): void {
		const { stability, difficulty, recall } = this.#model;
		const start = at(starts, card);
		this.#s = 0;
		this.#d = 0;
		for (let place = count - 1; place > 0; place--) {
			this.#r = at(this.pulls, place);
			this.#addStep({
				days: at(elapsed, start + place),
				rating: at(ratings, start + place),
				s: at(stability, place - 1),
				d: at(difficulty, place - 1),
				r: at(recall, place),
				next: at(stability, place)
			});
		}
		this.#addFirst(at(ratings, start));
	}

	#addStep(step: Step): void {
		const ofStability = this.#s;
		const ofDifficulty = this.#d;
		this.#s = 0;
		this.#d = 0;
		if (isFreeStability(step.next)) {
			if (step.days === 0) this.#addSameDay(step, ofStability);
			else if (step.rating === AGAIN) this.#addForgotten(step, ofStability);
			else this.#addRecalled(step, ofStability);
		}
		this.#addDifficulty(step, ofDifficulty);
		if (step.days > 0) this.#addForgetting(step);
	}

	#addSameDay({ s, rating, next }: Step, pull: number): void {
		const { w } = this.#model;
		const raise = this.#model.sameDayRaise(s, rating);
		if (rating >= HARD && raise <= 1) {
			this.#s += pull;
			return;
		}
		this.#s += pull * raise * (1 - at(w, 19));
		add(this.slopes, 17, pull * next * (rating - GOOD + at(w, 18)));
		add(this.slopes, 18, pull * next * at(w, 17));
		add(this.slopes, 19, -pull * next * Math.log(s));
	}

	#addForgotten({ s, d, r, next }: Step, pull: number): void {
		const { w } = this.#model;
		if (this.#model.mostForgotten(s) <= next) {
			this.#s += (pull * next) / s;
			add(this.slopes, 17, -pull * next * at(w, 18));
			add(this.slopes, 18, -pull * next * at(w, 17));
			return;
		}
		const power = Math.pow(s + 1, at(w, 13));
		const ofPower = (pull * next * power) / (power - 1);
		this.#s += (ofPower * at(w, 13)) / (s + 1);
		this.#d -= (pull * next * at(w, 12)) / d;
		this.#r -= pull * next * at(w, 14);
		add(this.slopes, 11, (pull * next) / at(w, 11));
		add(this.slopes, 12, -pull * next * Math.log(d));
		add(this.slopes, 13, ofPower * Math.log(s + 1));
		add(this.slopes, 14, pull * next * (1 - r));
	}

	#addRecalled({ s, d, r, rating }: Step, pull: number): void {
		const { w } = this.#model;
		const ease = this.#model.ease(rating);
		const raised = Math.exp((1 - r) * at(w, 10));
		const factor = this.#model.gainFactor(s, d);
		const gain = factor * (raised - 1) * ease;
		const ofRaised = pull * s * factor * ease * raised;
		this.#s += pull * (1 + gain * (1 - at(w, 9)));
		this.#d -= (pull * s * gain) / (11 - d);
		this.#r -= ofRaised * at(w, 10);
		add(this.slopes, 8, pull * s * gain);
		add(this.slopes, 9, -pull * s * gain * Math.log(s));
		add(this.slopes, 10, ofRaised * (1 - r));
		if (rating === HARD) add(this.slopes, 15, pull * s * factor * (raised - 1));
		if (rating === EASY) add(this.slopes, 16, pull * s * factor * (raised - 1));
	}

	#addDifficulty({ d, rating }: Step, pull: number): void {
		const { w, goal } = this.#model;
		if (!isFreeDifficulty(this.#model.nextDifficulty(d, rating))) return;
		const ofMoved = pull * (1 - at(w, 7));
		this.#d += ofMoved * (1 + (at(w, 6) * (rating - GOOD)) / 9);
		add(this.slopes, 6, (-ofMoved * (rating - GOOD) * (10 - d)) / 9);
		add(this.slopes, 7, pull * (goal - this.#model.movedDifficulty(d, rating)));
		this.#addFirstDifficulty(EASY, pull * at(w, 7));
	}

	/** The forgetting curve, for what hangs on the chance of recall: the sum and the next memory. */
	#addForgetting({ days, s, r }: Step): void {
		const { w, factor } = this.#model;
		const decline = this.#model.decline(days, s);
		const ofDecline = (-this.#r * r * at(w, 20)) / decline;
		const factorOverDecay = ((factor + 1) * Math.log(0.9)) / at(w, 20) ** 2;
		this.#s -= (ofDecline * factor * days) / (s * s);
		add(this.slopes, 20, -this.#r * r * Math.log(decline));
		add(this.slopes, 20, (ofDecline * factorOverDecay * days) / s);
	}

	#addFirst(rating: number): void {
		const { w } = this.#model;
		if (at(w, rating - 1) > SHORTEST_FIRST) add(this.slopes, rating - 1, this.#s);
		if (isFreeDifficulty(this.#model.firstDifficulty(rating))) {
			this.#addFirstDifficulty(rating, this.#d);
		}
	}

	#addFirstDifficulty(rating: number, pull: number): void {
		const { w } = this.#model;
		add(this.slopes, 4, pull);
		add(this.slopes, 5, -pull * (rating - 1) * Math.exp((rating - 1) * at(w, 5)));
	}
}
