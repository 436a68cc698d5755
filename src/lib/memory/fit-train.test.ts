import fc from 'fast-check';
import { forgetting_curve } from 'ts-fsrs';
import { describe, expect, it, vi } from 'vitest';
import { Random } from '../quiz/random.ts';
import { studyLog } from './any-learner.ts';
import { DAY } from './day.ts';
import { readHistory, type Answered } from './fit-history.ts';
import { trainWeights } from './fit-train.ts';
import type { Rating } from './review.ts';
import { DEFAULT_WEIGHTS } from './forgetting.ts';
import { LAST_TIME } from './log.ts';
import { WEIGHT_RANGES } from './scheduler.ts';

// Each training takes a tenth of a second, more on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

function train(log: readonly Answered[], seed = 'test'): number[] {
	const history = readHistory(log);
	return [...trainWeights(history, { until: history.predicted, seed })];
}

function expectSound(weights: readonly number[]): void {
	expect(weights).toHaveLength(21);
	for (const [place, weight] of weights.entries()) {
		const [least = 0, largest = 0] = WEIGHT_RANGES[place] ?? [];
		expect(weight).toBeGreaterThanOrEqual(least);
		expect(weight).toBeLessThanOrEqual(largest);
	}
	const [again = 0, hard = 0, good = 0, easy = 0] = weights;
	expect(again <= hard && hard <= good && good <= easy).toBe(true);
}

describe('training', () => {
	it('without reviews gives the default weights', () => {
		expect(train([])).toEqual(DEFAULT_WEIGHTS);
	});

	it('gives the same weights for the same log and seed', () => {
		const log = studyLog(DEFAULT_WEIGHTS, 1500, new Random('same'));
		expect(train(log)).toEqual(train(log));
	});

	it('hardly depends on the seed', () => {
		const log = studyLog(DEFAULT_WEIGHTS, 1500, new Random('seeds'));
		const other = train(log, 'other');
		for (const [place, weight] of train(log).entries()) {
			expect(Math.abs(weight - (other[place] ?? NaN))).toBeLessThan(0.03 * (1 + weight));
		}
	});

	it('finds the stability that first answers leave', () => {
		const random = new Random('first');
		const left = (rating: Rating) => 4 * (DEFAULT_WEIGHTS[rating - 1] ?? NaN);
		const firsts = Array.from({ length: 4000 }, (_, card): Answered => {
			const rating = random.pick<Rating>([1, 2, 3, 4]) ?? 1;
			return { card: `card-${card}.when`, rating, at: card * 10_000, offset: 0 };
		});
		const seconds = firsts.map((first): Answered => {
			const days = 1 + random.below(40);
			const recall = forgetting_curve(DEFAULT_WEIGHTS, days, left(first.rating));
			const rating = random.below(1000) < recall * 1000 ? 3 : 1;
			return { ...first, rating, at: first.at + days * DAY };
		});
		const weights = train([...firsts, ...seconds]);
		for (const rating of [1, 2, 3, 4] as const) {
			const ratio = (weights[rating - 1] ?? NaN) / left(rating);
			expect(Math.abs(Math.log(ratio)), `rating ${rating}`).toBeLessThan(Math.log(1.4));
		}
	});

	it('never lets an easier first answer leave less', () => {
		// First answers are Hard or Easy only, and those rated Hard are remembered far better.
		const log: Answered[] = [];
		for (let card = 0; card < 200; card++) {
			const isHard = card % 2 === 0;
			const id = `card-${card}.when`;
			log.push({ card: id, rating: isHard ? 2 : 4, at: card * DAY, offset: 0 });
			log.push({ card: id, rating: isHard ? 3 : 1, at: (card + 30) * DAY, offset: 0 });
		}
		expectSound(train(log));
	});

	it.each<[string, (index: number) => Rating]>([
		['right', () => 3],
		['wrong', () => 1],
		['wrong and easy in turn', (index) => (index % 2 === 0 ? 1 : 4)]
	])('stays sound when all answers are %s', (_, rating) => {
		for (const wait of [1, 400, 40_000]) {
			const log = Array.from({ length: 2000 }, (_, index) => ({
				card: `card-${index % 40}.when`,
				rating: rating(Math.floor(index / 40)),
				at: Math.min(Math.floor(index / 40) * wait * DAY, LAST_TIME),
				offset: 0
			}));
			expectSound(train(log));
		}
	});

	it('stays sound with one card and thousands of reviews', () => {
		const random = new Random('one');
		const log = Array.from({ length: 3000 }, (_, index) => ({
			card: 'egoz.value',
			rating: random.pick<Rating>([1, 2, 3, 4]) ?? 1,
			at: index * DAY,
			offset: 0
		}));
		expectSound(train(log));
	});

	it('stays sound with any log, however the clock jumps', () => {
		const review = fc.record({
			card: fc.constantFrom('a.when', 'b.when', 'c.when', 'd.when', 'e.when'),
			rating: fc.constantFrom<Rating>(1, 2, 3, 4),
			at: fc.integer({ min: 0, max: LAST_TIME }),
			offset: fc.integer({ min: -720, max: 840 })
		});
		fc.assert(
			fc.property(fc.array(review, { maxLength: 60 }), (log) => expectSound(train(log))),
			{ numRuns: 20 }
		);
	});
});
