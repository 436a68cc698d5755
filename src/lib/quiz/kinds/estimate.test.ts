import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, askOften, canAsk, typing, worded } from '../../../../tests/fixtures/asking.ts';
import { figure, sampleBank } from '../../../../tests/fixtures/sample.ts';
import type { FigureFact } from '../../bank/pack.ts';
import { scoreEstimate, toleranceOf } from './estimate.ts';

const bankOf = (more: Partial<FigureFact> = {}) =>
	sampleBank([figure('f', { min: 530, max: 530, ask: 'How many?', ...more })]);
const bank = bankOf();
const question = ask(bank, 'f.value', 'estimate');
const score = (of: ReturnType<typeof bankOf>, text: string): number => {
	const verdict = typing(of, ask(of, 'f.value', 'estimate'), text);
	return verdict.outcome === 'unclear' ? NaN : verdict.score;
};

const values = fc.integer({ min: 20, max: 1_000_000 });
const factors = fc.double({ min: 1, max: 10, noNaN: true });
const known = (value: number) => figure('f', { min: value, max: value });

describe('the score of an estimate', () => {
	it('is 1 within a tenth, and nothing from three times or a third on', () => {
		fc.assert(
			fc.property(values, (value) => {
				expect(scoreEstimate(known(value), value)).toBe(1);
				expect(scoreEstimate(known(value), value * 1.09)).toBe(1);
				expect(scoreEstimate(known(value), value / 1.09)).toBe(1);
				expect(scoreEstimate(known(value), value * 3.01)).toBe(0);
				expect(scoreEstimate(known(value), value / 3.01)).toBe(0);
			})
		);
	});

	it('never rises with the distance, on either side', () => {
		fc.assert(
			fc.property(values, factors, factors, (value, a, b) => {
				const [near, far] = a < b ? [a, b] : [b, a];
				const of = known(value);
				expect(scoreEstimate(of, value * far)).toBeLessThanOrEqual(scoreEstimate(of, value * near));
				expect(scoreEstimate(of, value / far)).toBeLessThanOrEqual(scoreEstimate(of, value / near));
			})
		);
	});

	it('is the same for twice as much as for half', () => {
		fc.assert(
			fc.property(values, factors, (value, factor) => {
				const [more, less] = [value * factor, value / factor];
				expect(scoreEstimate(known(value), more)).toBeCloseTo(scoreEstimate(known(value), less), 9);
			})
		);
	});

	it('is full anywhere within a range, and counts from its nearer end beyond', () => {
		const range = figure('f', { min: 50, max: 200 });
		for (const value of [50, 120, 200]) expect(scoreEstimate(range, value)).toBe(1);
		expect(scoreEstimate(range, 400)).toBeCloseTo(scoreEstimate(range, 25), 9);
		expect(scoreEstimate(range, 400)).toBeGreaterThan(0);
	});

	it('forgives more of a number that is given in round thousands, never more than a quarter', () => {
		expect(toleranceOf(known(100_000))).toBeGreaterThan(toleranceOf(known(97_005)));
		fc.assert(
			fc.property(values, (value) => {
				const tolerance = Math.exp(toleranceOf(known(value)));
				expect(tolerance).toBeGreaterThanOrEqual(1.1 - 1e-9);
				expect(tolerance).toBeLessThanOrEqual(1.25 + 1e-9);
			})
		);
	});
});

describe('the verdict on an estimate', () => {
	it('is right near the number, wrong with a share of the score farther off', () => {
		expect(typing(bank, question, '530')).toEqual({ outcome: 'right', score: 1 });
		expect(typing(bank, question, '500')).toEqual({ outcome: 'right', score: 1 });
		const off = typing(bank, question, '800');
		expect(off).toMatchObject({ outcome: 'wrong' });
		expect(score(bank, '800')).toBeGreaterThan(score(bank, '1000'));
		expect(score(bank, '1000')).toBeGreaterThan(0);
		expect(score(bank, '5300')).toBe(0);
	});

	it('takes of two readings the one that the scale holds', () => {
		const many = bankOf({ min: 90_000, max: 90_000 });
		expect(score(many, '90,000')).toBe(1);
		expect(score(many, '90.000')).toBe(1);
	});

	it('is wrong for no number, none at all or less than nothing', () => {
		for (const text of ['', 'many', '0', '-530']) expect(score(bank, text)).toBe(0);
	});

	it('is right for every value that is right', () => {
		const known = bankOf({ min: 300_000, max: 300_000, qualifier: 'almost', also: [250_000] });
		expect(score(known, '300000')).toBe(1);
		expect(score(known, '250000')).toBe(1);
	});
});

describe('an estimate', () => {
	it('has a scale of three powers of ten that holds the number, away from its ends', () => {
		fc.assert(
			fc.property(values, fc.string({ minLength: 1, maxLength: 4 }), (value, seed) => {
				const { low, high } = ask(bankOf({ min: value, max: value }), 'f.value', 'estimate', {
					seed
				});
				expect(low).toBeGreaterThanOrEqual(1);
				expect(low).toBeLessThan(value);
				expect(high).toBeGreaterThan(value);
				expect(Math.log10(high / low)).toBeGreaterThan(2.7);
				expect(Math.log10(high / low)).toBeLessThan(3.3);
			})
		);
	});

	it('does not always have the number in the middle of its scale', () => {
		const places = new Set(
			askOften(bankOf({ min: 90_000, max: 90_000 }), 'f.value', 'estimate').map(({ low }) => low)
		);
		expect(places.size).toBeGreaterThan(2);
	});

	it('is asked of accounts and of what is disputed, never of violence, small or open numbers', () => {
		const can = (more: Partial<FigureFact>) => canAsk(bankOf(more), 'f.value', 'estimate');
		expect(can({})).toBe(true);
		expect(can({ status: 'ATTRIBUTE', conflict: 'rivals' })).toBe(true);
		expect(can({ qualifier: 'about' })).toBe(true);
		expect(can({ flags: ['sensitive'] })).toBe(false);
		expect(can({ min: 12, max: 12 })).toBe(false);
		expect(can({ qualifier: 'over' })).toBe(false);
		expect(can({ qualifier: 'several' })).toBe(false);
		expect(can({ status: 'HOLD' })).toBe(false);
	});

	it('is worded as the question of the figure, according to whom, with the number as the answer', () => {
		const attributed = bankOf({ status: 'ATTRIBUTE', qualifier: 'about' });
		const { stem, answer, options, marked } = worded(
			attributed,
			ask(attributed, 'f.value', 'estimate')
		);
		expect(stem).toBe('Estimate. According to the paper, how many?');
		expect(answer).toBe('about 530 people');
		expect(options).toEqual([]);
		expect(marked).toBe('');
	});
});
