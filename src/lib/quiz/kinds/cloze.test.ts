import { describe, expect, it } from 'vitest';
import { ask, canAsk, people, typing, worded } from '../../../../tests/fixtures/asking.ts';
import {
	actor,
	date,
	event,
	figure,
	relation,
	sampleBank
} from '../../../../tests/fixtures/sample.ts';
import type { EventFact, FigureFact } from '../../bank/pack.ts';

const club = actor('club', {
	type: 'organisation',
	name: 'Club',
	inText: 'the Club',
	aliases: ['The Rotary']
});
const visit = (more: Partial<EventFact> = {}) =>
	sampleBank(
		[
			event('visit', {
				date: date('1961-03'),
				actors: [{ actor: 'p0', part: 'envoy', ask: { text: 'Who came?' } }],
				statement: '{p0|Berg} came to the ball of {club}.',
				...more
			})
		],
		[...people, club]
	);
const count = (more: Partial<FigureFact> = {}) =>
	sampleBank([figure('f', { min: 530, max: 530, statement: '{value} went by ship.', ...more })]);

describe('a sentence with a gap', () => {
	it('leaves out the name that is asked for, in its time', () => {
		const bank = visit();
		const { stem, answer } = worded(bank, ask(bank, 'visit.who.p0', 'cloze'));
		expect(stem).toBe('Complete: _____ came to the ball of the Club. March 1961 (a person)');
		expect(stem).not.toContain('Berg');
		expect(answer).toBe('Anna Berg');
	});

	it('leaves out the number with its unit, and says what is counted', () => {
		const bank = count({ qualifier: 'about' });
		const { stem, answer } = worded(bank, ask(bank, 'f.value', 'cloze'));
		expect(stem.trim()).toBe('Complete: _____ went by ship.  (number, people)');
		expect(answer).toBe('about 530 people');
	});

	it('says according to whom where it is one account', () => {
		const bank = visit({ status: 'ATTRIBUTE' });
		expect(worded(bank, ask(bank, 'visit.who.p0', 'cloze')).stem).toMatch(
			/^Complete as the paper: /
		);
	});

	it('is asked of either side of a relation', () => {
		const head = relation('head', {
			from: 'p1',
			to: 'club',
			date: date('1960/1969'),
			askFrom: { text: 'Who headed it?' },
			askTo: { text: 'What did Claes head?' },
			statement: '{p1} headed {club}.'
		});
		const bank = sampleBank([head], [...people, club]);
		const stem = (card: string) => worded(bank, ask(bank, card, 'cloze')).stem;
		expect(stem('head.from')).toContain('_____ headed the Club.');
		expect(stem('head.to')).toContain('Boris Claes headed the _____.');
	});

	it('is not made where the sentence names the answer again, or does not name it at all', () => {
		const can = (statement: string) => canAsk(visit({ statement }), 'visit.who.p0', 'cloze');
		expect(can('{p0} came.')).toBe(true);
		expect(can('{p0} came, and {p0} went.')).toBe(false);
		expect(can('{p0} came; Anna Berg went.')).toBe(false);
		expect(can('Somebody came.')).toBe(false);
		expect(canAsk(count({ statement: 'Many went by ship.' }), 'f.value', 'cloze')).toBe(false);
	});

	it('is not made of a long sentence, of violence, of what is held, or of an open number', () => {
		const long = `{p0} came ${'and came '.repeat(12)}again to the ball.`;
		expect(canAsk(visit({ statement: long }), 'visit.who.p0', 'cloze')).toBe(false);
		expect(canAsk(visit({ flags: ['sensitive'] }), 'visit.who.p0', 'cloze')).toBe(false);
		expect(canAsk(visit({ status: 'HOLD' }), 'visit.who.p0', 'cloze')).toBe(false);
		expect(canAsk(count({ qualifier: 'over' }), 'f.value', 'cloze')).toBe(false);
		expect(canAsk(count({ conflict: 'rivals', status: 'ATTRIBUTE' }), 'f.value', 'cloze')).toBe(
			true
		);
	});

	it('does not ask for a date, nor for a group that has no name of its own', () => {
		expect(canAsk(visit(), 'visit.when', 'cloze')).toBe(false);
		const group = actor('p0', { type: 'group', name: 'Emigrants' });
		const bank = sampleBank(
			[
				event('visit', {
					date: date('1961-03'),
					actors: [{ actor: 'p0', part: 'envoy', ask: 'blank' }],
					statement: '{p0} came.'
				})
			],
			[group]
		);
		expect(canAsk(bank, 'visit.who.p0', 'cloze')).toBe(false);
	});
});

describe('what is typed into a gap', () => {
	it('may be the name in any spelling, with a slip to show', () => {
		const bank = visit();
		const question = ask(bank, 'visit.who.p0', 'cloze');
		const outcome = (text: string) => typing(bank, question, text).outcome;
		expect([outcome('Anna Berg'), outcome('anna berg'), outcome('Berg')]).toEqual([
			'right',
			'right',
			'right'
		]);
		expect(outcome('Ana Berg')).toBe('near');
		expect(outcome('Boris Claes')).toBe('wrong');
		expect(outcome('the Club')).toBe('wrong');
		expect(outcome('')).toBe('wrong');
	});

	it('may be the number, and any other that is right; two readings are asked back', () => {
		const bank = count({ min: 90_000, max: 90_000, also: [91_200] });
		const question = ask(bank, 'f.value', 'cloze');
		expect(typing(bank, question, '90000')).toEqual({ outcome: 'right', score: 1 });
		expect(typing(bank, question, '91200').outcome).toBe('right');
		expect(typing(bank, question, '90.000')).toEqual({
			outcome: 'unclear',
			readings: ['90000', '90']
		});
		expect(typing(bank, question, '80000')).toEqual({ outcome: 'wrong', score: 0 });
	});
});
