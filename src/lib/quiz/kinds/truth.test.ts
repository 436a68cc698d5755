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
import {
	actor,
	date,
	event,
	figure,
	relation,
	sampleBank,
	when
} from '../../../../tests/fixtures/sample.ts';

const club = actor('club', { type: 'organisation', name: 'Club', inText: 'the Club' });
const heads = ['1950/1959', '1960/1969', '1970/1979', '1980/1989'].map((period, index) =>
	relation(`h${index}`, {
		from: `p${index}`,
		to: 'club',
		date: date(period),
		askAt: when(`${1955 + index * 10}`),
		askFrom: 'blank',
		statement: `{p${index}} headed {club}.`
	})
);
const children = figure('children', { min: 530, max: 530, statement: '{value} went by ship.' });
const bank = sampleBank([...visits, ...heads, children], [...people, club]);

describe('a statement to judge', () => {
	it('is true or false by what it shows, each about half of the time', () => {
		for (const [id, right] of [
			['e5.when', '1965-03'],
			['h1.from', 'p1'],
			['children.value', '530']
		] as const) {
			const asked = askOften(bank, id, 'truth');
			for (const question of asked) {
				expect(question.options).toEqual(['true', 'false']);
				expect(question.key).toBe(question.given[0] === right ? 'true' : 'false');
			}
			const share = asked.filter(({ key }) => key === 'true').length / asked.length;
			expect(share).toBeGreaterThan(0.25);
			expect(share).toBeLessThan(0.75);
		}
	});

	it('never shows a date that is right too, printed somewhere, or within the right one', () => {
		const trip = event('trip', {
			date: date('1961-03', { also: [when('1959-03')], barred: [when('1962-03')] })
		});
		const small = sampleBank([trip, ...visits], people);
		const shown = askOften(small, 'trip.when', 'truth').map(({ given }) => given[0]);
		expect(shown).not.toContain('1959-03');
		expect(shown).not.toContain('1962-03');
		expect(new Set(shown).size).toBeGreaterThan(2);
	});

	it('is not made of one account, of what sources dispute, of a rough date or of violence', () => {
		const make = (more: Parameters<typeof event>[1]) =>
			canAsk(
				sampleBank([event('x', { date: date('1961-05'), ...more }), ...visits], people),
				'x.when',
				'truth'
			);
		expect(make({})).toBe(true);
		expect(make({ status: 'ATTRIBUTE' })).toBe(false);
		expect(make({ conflict: 'rival' })).toBe(false);
		expect(make({ date: date('1961~') })).toBe(false);
		expect(make({ flags: ['sensitive'] })).toBe(false);
		expect(make({ status: 'HOLD' })).toBe(false);
	});

	it('is not made where the words around give it away: a year in the statement, a name told twice', () => {
		const year = event('year', { date: date('1961-05'), statement: 'It was in 1961.' });
		const twice = event('twice', {
			date: date('1961-05'),
			actors: [{ actor: 'p0', part: 'envoy', ask: 'blank' }],
			statement: '{p0} came, and {p0} went.'
		});
		const alias = event('alias', {
			date: date('1961-05'),
			actors: [{ actor: 'p0', part: 'envoy', ask: 'blank' }],
			statement: '{p0} came; Anna Berg went.'
		});
		const small = sampleBank([year, twice, alias, ...visits], people);
		expect(canAsk(small, 'year.when', 'truth')).toBe(false);
		expect(canAsk(small, 'twice.who.p0', 'truth')).toBe(false);
		expect(canAsk(small, 'alias.who.p0', 'truth')).toBe(false);
	});

	it('is not made when the bank knows nothing that is wrong', () => {
		const lonely = sampleBank([event('one', { date: date('1961-05') })]);
		expect(tryAsk(lonely, 'one.when', 'truth')).toBeNull();
	});
});

describe('the words of a statement to judge', () => {
	const [isTrue, isFalse] = ['true', 'false'].map((key) =>
		askOften(bank, 'h1.from', 'truth').find((question) => question.key === key)
	);
	if (!isTrue || !isFalse) throw new Error('only one of both comes');

	it('say what is shown, in its time, and never the right name of a false one', () => {
		expect(worded(bank, isTrue).stem).toBe(
			'True or false? 1960–1969: Boris Claes headed the Club.'
		);
		const shown = people.find(({ id }) => id === isFalse.given[0])?.name ?? '?';
		expect(worded(bank, isFalse).stem).toContain(shown);
		expect(worded(bank, isFalse).stem).not.toContain('Boris Claes');
	});

	it('mark in the answer what was changed, and nothing of a true one', () => {
		const answer = '1960–1969: Boris Claes headed the Club.';
		expect(worded(bank, isTrue)).toMatchObject({ answer, marked: '' });
		expect(worded(bank, isFalse)).toMatchObject({ answer, marked: 'Boris Claes' });
	});

	it('explain the wrong verdict by the right statement', () => {
		for (const question of [isTrue, isFalse]) {
			const { options, answer } = worded(bank, question);
			expect(options.map(({ text }) => text)).toEqual(['True', 'False']);
			expect(options.find(({ right }) => !right)?.why).toBe(answer);
			expect(options.find(({ right }) => right)?.why).toBe('');
		}
	});

	it('put a number with its unit in the gap of the statement, as it is', () => {
		const question = ask(bank, 'children.value', 'truth');
		const { stem, answer } = worded(bank, question);
		const shown = Number(question.given[0]).toLocaleString('en-GB');
		expect(stem).toBe(`True or false? ${shown} people went by ship.`);
		expect(answer).toBe('530 people went by ship.');
	});
});

describe('the verdict on a statement', () => {
	it('is right or wrong, and an answer of another kind is wrong', () => {
		const question = ask(bank, 'e5.when', 'truth');
		const other = question.key === 'true' ? 'false' : 'true';
		expect(taking(bank, question, question.key)).toEqual({ outcome: 'right', score: 1 });
		expect(taking(bank, question, other)).toEqual({ outcome: 'wrong', score: 0 });
	});
});
