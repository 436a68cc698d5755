import { describe, expect, it } from 'vitest';
import {
	ask,
	askOften,
	canAsk,
	people,
	taking,
	tryAsk,
	visits,
	worded
} from '../../../../tests/fixtures/asking.ts';
import { date, event, relation, sampleBank, when } from '../../../../tests/fixtures/sample.ts';
import type { EventFact, RelationFact } from '../../bank/pack.ts';

const linked = (more: Partial<RelationFact> = {}) =>
	relation('link', { type: 'cause_of', from: 'e5', to: 'e6', ...more });
const bankOf = (more: Partial<RelationFact> = {}, events: readonly EventFact[] = visits) =>
	sampleBank([...events, linked(more)], people);
const bank = bankOf();

const changed = (id: string, more: Partial<EventFact>) =>
	visits.map((each) => (each.id === id ? { ...each, ...more } : each));

describe('what led to it, and what followed', () => {
	it('offers beside the stored link only what time forbids', () => {
		for (const { options, key } of askOften(bank, 'link.after', 'link')) {
			expect(key).toBe('e6');
			const others = options.filter((id) => id !== key);
			for (const id of others) expect(Number(id.slice(1))).toBeLessThan(5);
		}
		for (const { options, key } of askOften(bank, 'link.before', 'link')) {
			expect(key).toBe('e5');
			const others = options.filter((id) => id !== key);
			for (const id of others) expect(Number(id.slice(1))).toBeGreaterThan(6);
		}
	});

	it('never offers what may have been on either side', () => {
		const unsure = [
			event('touches', { name: 'visit number 50', date: date('1964/1965') }),
			event('printed', {
				name: 'visit number 51',
				date: date('1963-03', { barred: [when('1966')] })
			}),
			event('also', { name: 'visit number 52', date: date('1963-03', { also: [when('1966')] }) }),
			event('held', { name: 'visit number 53', date: date('1963-03'), status: 'HOLD' }),
			event('claimed', { name: 'visit number 54', date: date('1963-03'), status: 'ATTRIBUTE' }),
			event('grave', { name: 'visit number 55', date: date('1963-03'), flags: ['sensitive'] })
		];
		const offered = askOften(bankOf({}, [...visits, ...unsure]), 'link.after', 'link').flatMap(
			({ options }) => options
		);
		for (const { id } of unsure) expect(offered, id).not.toContain(id);
	});

	it('is not made when nothing is on the other side of the told event', () => {
		expect(tryAsk(bankOf({ from: 'e0', to: 'e1' }), 'link.after', 'link')).toBeNull();
		expect(tryAsk(bankOf({ from: 'e10', to: 'e11' }), 'link.before', 'link')).toBeNull();
	});

	it('is not made of a date that is not known', () => {
		expect(tryAsk(bankOf({}, changed('e5', { date: null })), 'link.after', 'link')).toBeNull();
	});

	it('asks stored links alone, in the words of one account if it is one', () => {
		expect(canAsk(bankOf({ type: 'precedes' }), 'link.after', 'link')).toBe(true);
		const attributed = bankOf({ status: 'ATTRIBUTE' });
		expect(worded(attributed, ask(attributed, 'link.after', 'link')).stem).toMatch(
			/^According to the paper, /
		);
		expect(bankOf({ type: 'head_of' }).card('link.after')).toBeUndefined();
	});

	it('never asks what led to violence, or what is held', () => {
		expect(bankOf({ flags: ['sensitive'] }).card('link.after')).toBeUndefined();
		expect(bankOf({ status: 'HOLD' }).card('link.after')).toBeUndefined();
	});

	it.each([
		['held', { status: 'HOLD' }],
		['of violence', { flags: ['sensitive'] }]
	] as const)('never joins an event that is %s, whatever the link says', (_name, more) => {
		for (const id of ['e5', 'e6']) {
			const joined = bankOf({}, changed(id, more));
			for (const card of ['link.before', 'link.after']) {
				expect(canAsk(joined, card, 'link'), `${id} ${card}`).toBe(false);
			}
		}
	});
});

describe('the words of a link', () => {
	it('tell the one event and ask for the other, by cause or by time alone', () => {
		const stem = (of: typeof bank, card: string) => worded(of, ask(of, card, 'link')).stem;
		expect(stem(bank, 'link.after')).toBe('What led after visit number 5?');
		expect(stem(bank, 'link.before')).toBe('What led before visit number 6?');
		expect(stem(bankOf({ type: 'precedes' }), 'link.after')).toBe(
			'What came after visit number 5?'
		);
	});

	it('say of each wrong event that it came too early, or too late', () => {
		const why = (card: string) =>
			worded(bank, ask(bank, card, 'link'))
				.options.filter(({ right }) => !right)
				.map((option) => option.why);
		for (const each of why('link.after')) expect(each).toMatch(/^Earlier: March 19\d\d$/);
		for (const each of why('link.before')) expect(each).toMatch(/^Later: March 19\d\d$/);
	});

	it('are graded by the event taken, and the answer tells its date', () => {
		const question = ask(bank, 'link.after', 'link');
		expect(worded(bank, question).answer).toBe('Visit number 6 (March 1968)');
		for (const option of question.options) {
			expect(taking(bank, question, option).outcome).toBe(option === 'e6' ? 'right' : 'wrong');
		}
	});
});
