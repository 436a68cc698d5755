import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReviews } from './any-entry.ts';
import { DAY } from './day.ts';
import { readHistory, UNPREDICTED, type Answered } from './fit-history.ts';
import type { Rating } from './review.ts';

const evening = Date.UTC(2026, 2, 10, 21);
const HOUR = 3_600_000;

function answered(card: string, at: number, rating: Rating = 3, offset = 0): Answered {
	return { card, at, rating, offset };
}

describe('a history', () => {
	it('holds the reviews of each card side by side, with the days between them', () => {
		const history = readHistory([
			answered('a', evening, 1),
			answered('b', evening, 4),
			answered('a', evening + DAY, 2),
			answered('a', evening + 4 * DAY, 3),
			answered('b', evening + 9 * DAY, 1)
		]);
		expect([...history.starts]).toEqual([0, 3, 5]);
		expect([...history.ratings]).toEqual([1, 2, 3, 4, 1]);
		expect([...history.elapsed]).toEqual([0, 1, 3, 0, 9]);
		expect([...history.order]).toEqual([UNPREDICTED, 0, 1, UNPREDICTED, 2]);
		expect(history).toMatchObject({ predicted: 3, right: 2 });
	});

	it('counts the learner’s days, and foretells no second review of one day', () => {
		const history = readHistory([
			answered('a', evening),
			answered('a', evening + 4 * HOUR),
			answered('a', evening + 8 * HOUR)
		]);
		expect([...history.elapsed]).toEqual([0, 0, 1]);
		expect(history.predicted).toBe(1);
	});

	it('takes a clock set back for no time passed', () => {
		const history = readHistory([answered('a', evening), answered('a', evening - 40 * DAY)]);
		expect([...history.elapsed]).toEqual([0, 0]);
		expect(history.predicted).toBe(0);
	});

	it('leaves out what the scheduler would refuse, and nothing else', () => {
		const good = [answered('a', evening), answered('a', evening + DAY)];
		const bad = [
			answered('a', NaN),
			answered('a', -1),
			answered('a', Infinity),
			answered('b', evening, 0 as Rating),
			answered('b', evening, 5 as Rating),
			answered('b', evening, 2.5 as Rating),
			answered('b', evening, NaN as Rating),
			answered('b', evening, 3, NaN),
			answered('b', evening, 3, 100_000)
		];
		const [first, second] = good;
		if (!first || !second) throw new Error('no reviews');
		expect(readHistory([first, ...bad, second])).toEqual(readHistory(good));
	});

	it('of nothing is empty', () => {
		expect(readHistory([])).toMatchObject({ predicted: 0, right: 0, starts: new Float64Array(1) });
	});

	it('keeps every sound review, and numbers the predictable ones in the order of the log', () => {
		fc.assert(
			fc.property(anyReviews(), (log) => {
				const { ratings, order, predicted } = readHistory(log);
				expect([...ratings].sort()).toEqual(log.map(({ rating }) => rating).sort());
				const numbered = [...order].filter((place) => place !== UNPREDICTED).sort((a, b) => a - b);
				expect(numbered).toEqual(Array.from({ length: predicted }, (_, place) => place));
			}),
			{ numRuns: 500 }
		);
	});
});
