import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	ask,
	askOften,
	canAsk,
	taking,
	tryAsk,
	worded
} from '../../../../tests/fixtures/asking.ts';
import { figure, sampleBank } from '../../../../tests/fixtures/sample.ts';
import type { FigureFact } from '../../bank/pack.ts';

const bankOf = (more: Partial<FigureFact>) =>
	sampleBank([figure('f', { min: 530, max: 530, ask: 'How many?', ...more })]);

/** The one number that is nearest by the difference; NaN when two are as near. */
const nearest = (options: readonly number[], value: number): number => {
	const [best = NaN, second = NaN] = [...options].sort(
		(a, b) => Math.abs(a - value) - Math.abs(b - value)
	);
	return Math.abs(best - value) < Math.abs(second - value) ? best : NaN;
};

describe('the closest number', () => {
	it('is the key, whatever the value, and the others are at least twice or half of it', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 20, max: 5_000_000 }),
				fc.string({ minLength: 1, maxLength: 4 }),
				(value, seed) => {
					const bank = bankOf({ min: value, max: value });
					const question = tryAsk(bank, 'f.value', 'closest', { seed });
					if (!question) return;
					const { options, key } = question;
					const numbers = options.map(Number);
					expect(nearest(numbers, value)).toBe(Number(key));
					for (const [index, number] of numbers.entries()) {
						const before = numbers[index - 1];
						if (before !== undefined) expect(number / before).toBeGreaterThanOrEqual(2);
					}
				}
			),
			{ numRuns: 300 }
		);
	});

	it('stands at every place among the four, about as often', () => {
		const places = askOften(bankOf({}), 'f.value', 'closest').map(({ options, key }) =>
			options.indexOf(key)
		);
		for (const place of [0, 1, 2, 3]) {
			expect(places.filter((each) => each === place).length).toBeGreaterThan(4);
		}
	});

	it('is never the value itself: nobody reads it off', () => {
		for (const question of askOften(bankOf({ min: 500, max: 500 }), 'f.value', 'closest')) {
			expect(question.options).not.toContain('500');
		}
	});

	it('is the closest to every value that is right', () => {
		const bank = bankOf({ min: 450, max: 450, also: [520] });
		for (const { options, key } of askOften(bank, 'f.value', 'closest')) {
			expect([450, 520].map((value) => nearest(options.map(Number), value))).toEqual([
				Number(key),
				Number(key)
			]);
		}
		expect(canAsk(bankOf({ min: 450, max: 450, also: [2000] }), 'f.value', 'closest')).toBe(false);
	});

	it('never stands beside a number that is printed somewhere for the same', () => {
		for (const value of [50, 100, 200, 500, 1000, 2000]) {
			const bank = bankOf({ min: 240, max: 240, barred: [value] });
			const offered = askOften(bank, 'f.value', 'closest').flatMap(({ options, key }) =>
				options.filter((option) => option !== key)
			);
			expect(offered).not.toContain(String(value));
		}
	});

	it('is not asked of small numbers, open ones, rival ones or violence', () => {
		const can = (more: Partial<FigureFact>) => canAsk(bankOf(more), 'f.value', 'closest');
		expect(can({})).toBe(true);
		expect(can({ status: 'ATTRIBUTE' })).toBe(true);
		expect(can({ min: 19, max: 19 })).toBe(false);
		expect(can({ qualifier: 'over' })).toBe(false);
		expect(can({ qualifier: 'several' })).toBe(false);
		expect(can({ conflict: 'rivals' })).toBe(false);
		expect(can({ flags: ['sensitive'] })).toBe(false);
		expect(can({ status: 'HOLD' })).toBe(false);
	});
});

describe('the words of a closest number', () => {
	const bank = bankOf({ qualifier: 'about' });
	const question = ask(bank, 'f.value', 'closest');
	const { stem, options, answer } = worded(bank, question);

	it('ask the question of the figure and tell the number itself after the answer', () => {
		expect(stem).toBe('Closest? How many?');
		expect(answer).toBe('about 530 people');
	});

	it('tell options with their unit, and why each wrong one is not it', () => {
		expect(options.map(({ id }) => id)).toEqual(question.options);
		for (const { text, right, why } of options) {
			expect(text).toMatch(/^[\d,]+ (person|people)$/);
			expect(why).toBe(right ? '' : 'Right: about 530 people');
		}
	});

	it('say who says so where it is one account', () => {
		const attributed = bankOf({ status: 'ATTRIBUTE' });
		expect(worded(attributed, ask(attributed, 'f.value', 'closest')).stem).toBe(
			'Closest? According to the paper, how many?'
		);
	});

	it('are graded by the option taken', () => {
		const wrong = question.options.find((option) => option !== question.key) ?? '';
		expect(taking(bank, question, question.key).outcome).toBe('right');
		expect(taking(bank, question, wrong)).toEqual({ outcome: 'wrong', score: 0 });
	});
});
