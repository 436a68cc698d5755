import { describe, expect, it, vi } from 'vitest';
import { Random } from '../quiz/random.ts';
import { otherWeights, studyLog } from './any-learner.ts';
import { at } from './column.ts';
import { DAY } from './day.ts';
import { readHistory, type Answered } from './fit-history.ts';
import { Model } from './fit-model.ts';
import { fitWeights, type Fit } from './fit.ts';
import type { Rating } from './review.ts';
import { DEFAULT_WEIGHTS } from './forgetting.ts';

// Dozens of learners study and are fitted to: minutes on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

const ease: Rating[] = [1, 2, 3, 4];

/** Someone who forgets faster than most: a new fact within hours, a known one on a steeper curve. */
const forgetful = DEFAULT_WEIGHTS.map((weight, place) =>
	place < 4 ? weight * 0.4 : place === 8 ? 1.2 : place === 20 ? 0.35 : weight
);

/** The mean log loss over the predictable reviews of a log from the `from`th on. */
function lossOf(weights: readonly number[], log: readonly Answered[], from: number): number {
	const history = readHistory(log);
	const model = new Model(history);
	model.use(Float64Array.from(weights));
	let sum = 0;
	let count = 0;
	for (let card = 0; card + 1 < history.starts.length; card++) {
		const start = at(history.starts, card);
		const length = at(history.starts, card + 1) - start;
		model.follow(history, card, length);
		for (let step = 1; step < length; step++) {
			if (at(history.order, start + step) < from) continue;
			const recall = at(model.recall, step);
			sum -= Math.log(at(history.ratings, start + step) > 1 ? recall : 1 - recall);
			count++;
		}
	}
	return sum / count;
}

/** `count` reviews on consecutive days over `cards` cards. */
function daily(count: number, cards: number, rating: (index: number) => Rating): Answered[] {
	return Array.from({ length: count }, (_, index) => ({
		card: `card-${index % cards}.when`,
		rating: rating(index),
		at: Math.floor(index / cards) * DAY,
		offset: 0
	}));
}

/** Mostly right, by chance. */
function chancy(seed: string): () => Rating {
	const random = new Random(seed);
	return () => (random.below(5) === 0 ? 1 : 3);
}

function expectOffer(fit: Fit): asserts fit is Fit & { offered: true } {
	expect(fit).toMatchObject({ offered: true });
}

describe('personal parameters', () => {
	it('foretell the later answers of a forgetful learner better', () => {
		for (let seed = 0; seed < 5; seed++) {
			const log = studyLog(forgetful, 8000, new Random(`forgetful ${seed}`));
			const known = log.slice(0, 4000);
			const fit = fitWeights(known);
			expectOffer(fit);
			expect(fit.after).toBeLessThan(fit.before);
			const from = readHistory(known).predicted;
			const loss = (weights: readonly number[]) => lossOf(weights, log, from);
			// Nothing can do better than the truth, but for luck; most of the way there is asked for.
			const gained = loss(DEFAULT_WEIGHTS) - loss(fit.weights);
			expect(gained).toBeGreaterThan(0.6 * (loss(DEFAULT_WEIGHTS) - loss(forgetful)));
		}
	});

	it('are as good as the truth, nearly, whoever the learner is', () => {
		for (let seed = 0; seed < 3; seed++) {
			const random = new Random(`other ${seed}`);
			const truth = otherWeights(random, 0.5);
			const log = studyLog(truth, 24_000, random);
			const known = log.slice(0, 18_000);
			const fit = fitWeights(known);
			expectOffer(fit);
			const from = readHistory(known).predicted;
			expect(lossOf(fit.weights, log, from)).toBeLessThan(lossOf(truth, log, from) + 0.004);
		}
	});

	it('are not offered to learners whose weights are the default ones', () => {
		for (let seed = 0; seed < 20; seed++) {
			const log = studyLog(DEFAULT_WEIGHTS, 1100 + 60 * seed, new Random(`usual ${seed}`));
			expect(fitWeights(log)).toMatchObject({ offered: false, reason: 'no-gain' });
		}
	});

	it('are not offered twice for the same log', () => {
		const log = studyLog(forgetful, 3000, new Random('twice'));
		const fit = fitWeights(log);
		expectOffer(fit);
		const again = fitWeights(log, { weights: fit.weights });
		expect(again).toMatchObject({ offered: false, reason: 'no-gain' });
	});

	it('need 400 reviews that count: a card’s first does not, nor a second on one day', () => {
		const log = daily(440, 40, chancy('enough'));
		const sameDay = log.map((review) => ({ ...review, at: review.at + 60_000 }));
		const both = log.flatMap((review, index) => [review, sameDay[index] ?? review]);
		expect(fitWeights(log)).toMatchObject({ reviews: 400 });
		expect(fitWeights(log)).not.toMatchObject({ reason: 'few-reviews' });
		expect(fitWeights(both)).toMatchObject({ reviews: 400 });
		const fewer = { offered: false, reason: 'few-reviews', reviews: 399 };
		expect(fitWeights(log.slice(0, -1))).toEqual(fewer);
		expect(fitWeights(both.slice(0, -2))).toEqual(fewer);
		expect(fitWeights([])).toEqual({ offered: false, reason: 'few-reviews', reviews: 0 });
	});

	it('are the same for the same log', () => {
		const log = studyLog(forgetful, 2500, new Random('same'));
		expect(fitWeights(log)).toEqual(fitWeights(log));
	});
});

describe('a log that tells nothing of a learner', () => {
	it.each<[string, readonly Answered[]]>([
		['all right', daily(900, 30, () => 3)],
		['all wrong', daily(900, 30, () => 1)]
	])('with answers %s is declined', (_, log) => {
		expect(fitWeights(log)).toEqual({ offered: false, reason: 'one-sided', reviews: 870 });
	});

	it('with one card is declined', () => {
		const log = daily(600, 1, chancy('one'));
		expect(fitWeights(log)).toEqual({ offered: false, reason: 'few-cards', reviews: 599 });
	});

	it('with answers by chance gives sound numbers', () => {
		for (let seed = 0; seed < 3; seed++) {
			const random = new Random(`chance ${seed}`);
			const fit = fitWeights(daily(1200, 50, () => random.pick(ease) ?? 1));
			expectSound(fit);
		}
	});

	it('with reviews that the scheduler would refuse is read without them', () => {
		const log = studyLog(forgetful, 2500, new Random('broken'));
		const broken = log.flatMap((review) => [
			review,
			// A manual reschedule, as other apps log it, and numbers that are none.
			{ ...review, rating: 0 as Rating },
			{ ...review, at: NaN },
			{ ...review, offset: Infinity }
		]);
		expect(fitWeights(broken)).toEqual(fitWeights(log));
	});

	it('with a clock set back again and again gives sound numbers', () => {
		const random = new Random('clock');
		const log = studyLog(forgetful, 3000, random).map((review) =>
			random.below(10) === 0 ? { ...review, at: review.at - random.below(400) * DAY } : review
		);
		const fit = fitWeights(log.map((review) => ({ ...review, at: Math.max(0, review.at) })));
		expect(fit.reviews).toBeGreaterThan(400);
		expectSound(fit);
	});
});

function expectSound(fit: Fit): void {
	const numbers = [
		...('before' in fit ? [fit.before, fit.after] : []),
		...(fit.offered ? fit.weights : [])
	];
	expect(numbers.length).toBeGreaterThan(0);
	for (const number of numbers) expect(Number.isFinite(number)).toBe(true);
}
