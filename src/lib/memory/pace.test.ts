import { describe, expect, it } from 'vitest';
import { paceOf, reviewMinutes, USUAL_PACE } from './pace.ts';

const answers = (count: number, outcome: 'right' | 'near' | 'wrong', took: number) =>
	Array.from({ length: count }, () => ({ outcome, took }));

describe('the pace of a learner', () => {
	it('is the usual one before anything is known', () => {
		expect(paceOf([])).toEqual(USUAL_PACE);
	});

	it('comes near the learner’s own with many answers, right and wrong apart', () => {
		const { right, wrong } = paceOf([
			...answers(1000, 'right', 4000),
			...answers(1000, 'near', 4000),
			...answers(1000, 'wrong', 20_000)
		]);
		expect(right).toBeCloseTo(4, 0);
		expect(wrong).toBeCloseTo(20, 0);
	});

	it('takes an hour between two answers for an absence', () => {
		expect(paceOf(answers(1, 'right', 3_600_000)).right).toBeLessThan(11);
	});

	it('makes a minute of a review by how likely it is to be asked twice', () => {
		const pace = { right: 10, wrong: 20 };
		expect(reviewMinutes(pace, 1)).toBeCloseTo(10 / 60);
		expect(reviewMinutes(pace, 0)).toBeCloseTo(30 / 60);
	});
});
