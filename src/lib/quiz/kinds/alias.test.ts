import { describe, expect, it } from 'vitest';
import {
	ask,
	askOften,
	canAsk,
	people,
	taking,
	worded
} from '../../../../tests/fixtures/asking.ts';
import { actor, date, event, relation, sampleBank } from '../../../../tests/fixtures/sample.ts';
import type { RelationFact } from '../../bank/pack.ts';

const codes = ['Raven', 'Osprey', 'Falcon', 'Magpie', 'Plover'].map((name, index) =>
	actor(`code${index}`, { type: 'operation', name, inText: name })
);
const naming = (index: number, more: Partial<RelationFact> = {}) =>
	relation(`n${index}`, {
		type: 'code_name_of',
		from: `code${index}`,
		to: `p${index}`,
		date: date(`19${50 + index}`),
		askFrom: { text: 'Which code name had he?' },
		askTo: { text: 'Who stood behind the code name?' },
		statement: `{code${index}} was {p${index}}.`,
		...more
	});
const names = [0, 1, 2, 3, 4].map((index) => naming(index));
const bank = sampleBank(names, [...people, ...codes]);

describe('a code name', () => {
	it('is asked from both sides, with names of the same sort', () => {
		for (const [card, key, sort] of [
			['n0.from', 'code0', /^code/],
			['n0.to', 'p0', /^p/]
		] as const) {
			for (const question of askOften(bank, card, 'alias')) {
				expect(question.key).toBe(key);
				expect(question.options).toContain(key);
				for (const option of question.options) expect(option).toMatch(sort);
			}
		}
	});

	it('never stands beside another name of the same', () => {
		const more = { askFrom: null, askTo: null, statement: 'Another name.' };
		const second = naming(5, { ...more, from: 'code1', to: 'p0' });
		const third = naming(6, { ...more, type: 'also_known_as', from: 'p0', to: 'p3' });
		const double = sampleBank([...names, second, third], [...people, ...codes]);
		const offered = (card: string) =>
			askOften(double, card, 'alias').flatMap(({ options }) => options);
		expect(offered('n0.from')).not.toContain('code1');
		expect(offered('n0.to')).not.toContain('p3');
	});

	it('is not asked with somebody whom the fact names too', () => {
		const told = sampleBank(
			[naming(0, { statement: '{code0} was {p0}, a friend of {p1}.' }), ...names.slice(1)],
			[...people, ...codes]
		);
		const offered = askOften(told, 'n0.to', 'alias').flatMap(({ options }) => options);
		expect(offered.length).toBeGreaterThan(0);
		expect(offered).not.toContain('p1');
	});

	it('is asked of names alone: other relations are not, nor rivals, violence or what is held', () => {
		const can = (more: Partial<RelationFact>) =>
			canAsk(
				sampleBank([naming(0, more), ...names.slice(1)], [...people, ...codes]),
				'n0.to',
				'alias'
			);
		expect(can({})).toBe(true);
		expect(can({ status: 'ATTRIBUTE' })).toBe(true);
		expect(can({ type: 'head_of' })).toBe(false);
		expect(can({ conflict: 'rivals' })).toBe(false);
		expect(can({ flags: ['sensitive'] })).toBe(false);
		expect(can({ status: 'HOLD' })).toBe(false);
	});

	it('is a kind of its own: a plain choice does not ask it', () => {
		expect(canAsk(bank, 'n0.to', 'choice')).toBe(false);
	});

	it('is not made when nobody is known to be somebody else', () => {
		const alone = sampleBank(
			[
				naming(0),
				event('e', { date: date('1951'), actors: [{ actor: 'p1', part: 'guest', ask: null }] })
			],
			[...people, ...codes]
		);
		expect(askOften(alone, 'n0.to', 'alias')).toEqual([]);
	});
});

describe('the words of a code name', () => {
	const question = ask(bank, 'n0.to', 'alias');
	const { stem, options, answer } = worded(bank, question);

	it('are the editor’s question, and each wrong name says who that is', () => {
		expect(stem).toBe('Who stood behind the code name?');
		expect(answer).toBe('Anna Berg');
		for (const { id, right, why } of options) expect(why).toBe(right ? '' : `about ${id}`);
	});

	it('are graded by the name taken', () => {
		for (const option of question.options) {
			expect(taking(bank, question, option).outcome).toBe(option === 'p0' ? 'right' : 'wrong');
		}
	});
});
