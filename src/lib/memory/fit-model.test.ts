import fc from 'fast-check';
import { fsrs } from 'ts-fsrs';
import { describe, expect, it, vi } from 'vitest';
import { DAY } from './day.ts';
import { readHistory, type Answered } from './fit-history.ts';
import { Gradient } from './fit-gradient.ts';
import { Model } from './fit-model.ts';
import type { Rating } from './review.ts';
import { DEFAULT_WEIGHTS } from './forgetting.ts';
import { nextMemory, WEIGHT_RANGES, type Memory } from './scheduler.ts';

// Thousands of random runs take longer than the usual five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const noon = Date.UTC(2026, 2, 10, 12);
const MINUTE = 60_000;

/** One card's reviews, same-day ones among them, the clock now and then set back. */
function anyCard(): fc.Arbitrary<Answered[]> {
	const wait = fc.oneof(
		fc.nat({ max: 20 * MINUTE }),
		fc.nat({ max: 20 * DAY }),
		fc.nat({ max: 3000 * DAY }),
		fc.integer({ min: -3 * DAY, max: 0 })
	);
	return fc
		.array(fc.record({ rating: fc.constantFrom<Rating>(1, 2, 3, 4), wait, offset: anyOffset() }), {
			minLength: 1,
			maxLength: 30
		})
		.map((steps) => {
			let at = noon;
			return steps.map(({ rating, wait, offset }) => {
				at += wait;
				return { card: 'egoz.value', rating, at, offset };
			});
		});
}

const anyOffset = () => fc.integer({ min: -720, max: 840 });

/** Weights anywhere within their ranges. */
function anyWeights(): fc.Arbitrary<Float64Array> {
	return fc
		.tuple(...WEIGHT_RANGES.map(([min = 0, max = 0]) => fc.double({ min, max, noNaN: true })))
		.map((weights) => Float64Array.from(weights));
}

/** Around the default ones, where learners are. */
function usualWeights(): fc.Arbitrary<Float64Array> {
	return anyWeights().map((other) =>
		other.map((weight, place) => 0.7 * (DEFAULT_WEIGHTS[place] ?? 0) + 0.3 * weight)
	);
}

function follow(log: readonly Answered[], weights: Float64Array) {
	const history = readHistory(log);
	const model = new Model(history);
	model.use(weights);
	model.follow(history, 0, log.length);
	return { history, model };
}

/** ts-fsrs rounds to eight decimals at each step. */
function expectNear(actual: number | undefined, expected: number): void {
	expect(Math.abs((actual ?? NaN) - expected)).toBeLessThan(1e-5 * (0.1 + expected));
}

describe('the memory', () => {
	it('is the scheduler’s, after every review of any history', () => {
		fc.assert(
			fc.property(anyCard(), (log) => {
				const { model } = follow(log, Float64Array.from(DEFAULT_WEIGHTS));
				let memory: Memory | undefined;
				for (const [step, review] of log.entries()) {
					memory = nextMemory(memory, { ...review, kind: 'typed' });
					expectNear(model.stability[step], memory.stability);
					expectNear(model.difficulty[step], memory.difficulty);
				}
			}),
			{ numRuns: 1000 }
		);
	});

	it('and the chance of recall are those of ts-fsrs for any weights', () => {
		fc.assert(
			fc.property(anyCard(), anyWeights(), (log, weights) => {
				const { history, model } = follow(log, weights);
				const reference = fsrs({ w: [...weights] });
				let state: ReturnType<typeof reference.next_state> | null = null;
				for (const [step, { rating }] of log.entries()) {
					const days = history.elapsed[step] ?? 0;
					if (state) {
						expectNear(model.recall[step], reference.forgetting_curve(days, state.stability));
					}
					state = reference.next_state(state, days, rating);
					expectNear(model.stability[step], state.stability);
					expectNear(model.difficulty[step], state.difficulty);
					// From here on both start alike: rounding is no subject of this test.
					state = {
						stability: model.stability[step] ?? 0,
						difficulty: model.difficulty[step] ?? 0
					};
				}
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('the gradient', () => {
	it('equals finite differences', () => {
		fc.assert(
			fc.property(anyCard(), usualWeights(), (log, weights) => {
				const { history, model } = follow(log, weights);
				const gradient = new Gradient(model);
				// Pulls of both signs, so that slopes meet as they do in a log loss.
				for (const step of log.keys()) gradient.pulls[step] = step % 2 === 0 ? 1 : -1.5;
				const sumAt = (place: number, shift: number) => {
					const shifted = weights.slice();
					shifted[place] = (shifted[place] ?? 0) + shift;
					model.use(shifted);
					model.follow(history, 0, log.length);
					let sum = 0;
					for (let step = 1; step < log.length; step++) {
						sum += (gradient.pulls[step] ?? 0) * (model.recall[step] ?? 0);
					}
					return sum;
				};
				gradient.addCard(history, 0, log.length);
				for (let place = 0; place < weights.length; place++) {
					const step = 1e-5 * Math.max(weights[place] ?? 0, 0.01);
					const up = sumAt(place, step) - sumAt(place, 0);
					const down = sumAt(place, 0) - sumAt(place, -step);
					const slope = gradient.slopes[place] ?? NaN;
					const difference = (up + down) / (2 * step);
					const scale = Math.max(Math.abs(slope), 0.01);
					// On an edge, where a bound begins to hold, the two sides differ.
					const isSmooth = Math.abs(up - down) / step < 0.01 * scale;
					if (isSmooth) expect(Math.abs(difference - slope)).toBeLessThan(1e-5 * scale);
				}
			}),
			{ numRuns: 1000 }
		);
	});

	it('is 0 for weights that no review of the card rests on', () => {
		const log: Answered[] = [0, 1, 3].map((day) => ({
			card: 'egoz.value',
			rating: 3,
			at: noon + day * DAY,
			offset: 0
		}));
		const { history, model } = follow(log, Float64Array.from(DEFAULT_WEIGHTS));
		const gradient = new Gradient(model);
		gradient.pulls.fill(1);
		gradient.addCard(history, 0, log.length);
		const still = [...gradient.slopes.keys()].filter((place) => gradient.slopes[place] === 0);
		expect(still).toEqual([0, 1, 3, 6, 7, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
	});
});
