import { describe, expect, it } from 'vitest';
import {
	ask,
	askOften,
	canAsk,
	people,
	taking,
	tryAsk,
	worded
} from '../../../../tests/fixtures/asking.ts';
import { figure, sampleBank } from '../../../../tests/fixtures/sample.ts';
import type { FigureFact } from '../../bank/pack.ts';

const rival = (id: string, value: number, saidBy: string, more: Partial<FigureFact> = {}) =>
	figure(id, {
		min: value,
		max: value,
		status: 'ATTRIBUTE',
		conflict: 'turnout',
		saidBy: [saidBy],
		ask: 'How many came?',
		...more
	});
const high = rival('high', 5000, 'p0');
const low = rival('low', 3000, 'p1');
const bankOf = (...facts: FigureFact[]) => sampleBank(facts, people);
const bank = bankOf(high, low);

describe('which source gave which value', () => {
	it('has the figures of one conflict as its options, its own as the key', () => {
		for (const id of ['high', 'low']) {
			const question = ask(bank, `${id}.value`, 'estimates');
			expect(question.key).toBe(id);
			expect([...question.options].sort()).toEqual(['high', 'low']);
		}
		const four = bankOf(
			high,
			low,
			rival('mid', 4000, 'p2'),
			rival('more', 7000, 'p3'),
			rival('most', 9000, 'p4')
		);
		for (const { options } of askOften(four, 'high.value', 'estimates')) {
			expect(options).toHaveLength(4);
			expect(options).toContain('high');
		}
	});

	it('is not asked without a conflict, or of a single account', () => {
		expect(canAsk(bankOf(high), 'high.value', 'estimates')).toBe(false);
		const apart = bankOf({ ...high, conflict: null }, { ...low, conflict: null });
		expect(canAsk(apart, 'high.value', 'estimates')).toBe(false);
	});

	it('is not asked where two give one value, or one gives two', () => {
		expect(canAsk(bankOf(high, rival('low', 5000, 'p1')), 'high.value', 'estimates')).toBe(false);
		expect(canAsk(bankOf(high, rival('low', 3000, 'p0')), 'high.value', 'estimates')).toBe(false);
	});

	it('is not asked where the other one accepts this value too', () => {
		const agrees = rival('low', 3000, 'p1', { also: [5000] });
		expect(tryAsk(bankOf(high, agrees), 'high.value', 'estimates')).toBeNull();
		const covers = rival('low', 3000, 'p1', { max: 6000 });
		expect(tryAsk(bankOf(high, covers), 'high.value', 'estimates')).toBeNull();
	});

	it.each([
		['of violence', 'high', { flags: ['sensitive'] }],
		['beside a number of violence', 'low', { flags: ['sensitive'] }],
		['beside one that is held', 'low', { status: 'HOLD' }],
		['beside another unit', 'low', { unit: 'years' }]
	] as const)('is not asked %s', (_name, id, more) => {
		const changed = bankOf(
			...[high, low].map((each) => (each.id === id ? { ...each, ...more } : each))
		);
		expect(canAsk(changed, 'high.value', 'estimates')).toBe(false);
	});
});

describe('a source that backs several values', () => {
	/** A second document beside the sample's own. */
	const sourced = (id: string, value: number, sources: readonly string[]) =>
		rival(id, value, '', {
			saidBy: [],
			support: sources.map((source) => ({ source, at: null, mode: 'states' }) as const)
		});

	it('is never a wrong answer to one of them', () => {
		const shared = bankOf(sourced('high', 5000, ['paper', 'wire']), sourced('low', 3000, ['wire']));
		expect(canAsk(shared, 'high.value', 'estimates')).toBe(false);
	});
});

describe('the words of differing estimates', () => {
	const question = ask(bank, 'high.value', 'estimates');
	const { stem, options, answer } = worded(bank, question);

	it('tell the value and do not say who gives it', () => {
		expect(stem).toBe('How many came? Who says 5,000 people?');
		expect(stem).not.toContain('Anna Berg');
	});

	it('name who gives each, and the value that the others give', () => {
		expect(answer).toBe('Anna Berg');
		expect(options.find(({ id }) => id === 'high')).toMatchObject({ text: 'Anna Berg', why: '' });
		expect(options.find(({ id }) => id === 'low')).toMatchObject({
			text: 'Boris Claes',
			why: 'Is: 3,000 people'
		});
	});

	it('are graded by the source taken', () => {
		expect(taking(bank, question, 'high').outcome).toBe('right');
		expect(taking(bank, question, 'low').outcome).toBe('wrong');
	});
});
