import { describe, expect, it } from 'vitest';
import {
	actor,
	claim,
	date,
	event,
	figure,
	relation,
	sampleBank,
	when
} from '../../../tests/fixtures/sample.ts';
import {
	happenedIn,
	isAbout,
	isDateOf,
	isEndOf,
	isValueOf,
	makesClaim,
	playedPart,
	standsIn,
	tookPlaceIn
} from './truth.ts';

describe('dates', () => {
	const visit = event('visit', { date: date('1976-10') });
	const bank = sampleBank([visit]);

	it('is true of the date, and of anything that contains it', () => {
		expect(isDateOf(bank, visit, when('1976-10'))).toBe('yes');
		expect(isDateOf(bank, visit, when('1976'))).toBe('yes');
	});

	it('is false of a date that shares no day with it', () => {
		expect(isDateOf(bank, visit, when('1976-12'))).toBe('no');
	});

	it('is unknown of a date that only touches it', () => {
		expect(isDateOf(bank, visit, when('1976-09-15/1976-10-15'))).toBe('unknown');
	});

	it('accepts every date of an equivalence', () => {
		const wreck = event('wreck', { date: date('1961-01-11', { also: [when('1961-01-10')] }) });
		expect(isDateOf(bank, wreck, when('1961-01-10'))).toBe('yes');
	});

	it('never calls a printed error false, nor true', () => {
		const landing = event('landing', {
			date: date('1977-11-19', { barred: [when('1977-11-17')], printed: when('1977-11-17') })
		});
		expect(isDateOf(bank, landing, when('1977-11-17'))).toBe('unknown');
		expect(isDateOf(bank, landing, when('1977-11-16'))).toBe('no');
	});

	it('knows nothing of an inferred or open date', () => {
		expect(
			isDateOf(bank, event('a', { date: date('1954', { inferred: true }) }), when('1990'))
		).toBe('unknown');
		expect(isDateOf(bank, event('b', { date: date('../1961') }), when('1990'))).toBe('unknown');
	});

	it('keeps a unit of distance from an approximate date', () => {
		const change = event('change', { date: date('1960~') });
		expect(isDateOf(bank, change, when('1961'))).toBe('unknown');
		expect(isDateOf(bank, change, when('1963'))).toBe('no');
	});

	it('never offers the date of a rival account', () => {
		const one = event('one', { date: date('1956-09-27'), conflict: 'ban' });
		const two = event('two', { date: date('1956-06-11'), conflict: 'ban' });
		const both = sampleBank([one, two]);
		expect(isDateOf(both, one, when('1956-06-11'))).toBe('unknown');
	});

	it('does not know that a man was not there on his second visit', () => {
		const visited = (id: string, at: string) =>
			event(id, {
				type: 'visit',
				date: date(at),
				actors: [{ actor: 'ann', part: 'visitor', ask: null }]
			});
		const both = sampleBank([visited('first', '1976-10'), visited('second', '1978-03')]);
		expect(isDateOf(both, visited('first', '1976-10'), when('1978-03'))).toBe('unknown');
	});

	it('an event on HOLD did not happen at no date', () => {
		expect(
			happenedIn(bank, when('1990'), event('held', { date: date('1950'), status: 'HOLD' }))
		).toBe('unknown');
	});
});

describe('actors of events', () => {
	const met = (id: string, who: string, at: string) =>
		event(id, {
			type: 'meeting',
			date: date(at),
			actors: [{ actor: who, part: 'visitor', ask: 'blank' }]
		});
	const first = met('first', 'ann', '1977-09');
	const bank = sampleBank(
		[first, met('second', 'bob', '1977'), met('third', 'cyd', '1960')],
		[actor('ann'), actor('bob'), actor('cyd'), actor('dan')]
	);

	it('is true of those who played the part', () => {
		expect(playedPart(bank, first, 'visitor', 'ann')).toBe('yes');
	});

	it('is unknown of somebody in a like event at the same time', () => {
		expect(playedPart(bank, first, 'visitor', 'bob')).toBe('unknown');
	});

	it('is false of somebody in a like event at another time', () => {
		expect(playedPart(bank, first, 'visitor', 'cyd')).toBe('no');
	});

	it('is unknown of an actor whom the event names in another part', () => {
		const hosted = event('hosted', {
			date: date('1977'),
			actors: [
				{ actor: 'ann', part: 'visitor', ask: 'blank' },
				{ actor: 'dan', part: 'host', ask: null }
			]
		});
		expect(playedPart(bank, hosted, 'visitor', 'dan')).toBe('unknown');
	});
});

describe('roles', () => {
	const head = (
		id: string,
		from: string,
		period: string,
		askAt: string | null = null,
		to = 'club'
	) => relation(id, { from, to, date: date(period), askAt: askAt === null ? null : when(askAt) });
	const facts = [
		head('r1', 'ann', '1952/1963', '1956'),
		head('r2', 'bob', '1963/1968', '1965'),
		head('r3', 'cyd', '1974/1982', '1977'),
		head('r4', 'dan', '1960~/', null, 'guild')
	];
	const bank = sampleBank(facts);
	const asked = facts[1] as (typeof facts)[number];

	it('is true of the holder and false of those who held it at other times', () => {
		expect(standsIn(bank, asked, 'from', 'bob')).toBe('yes');
		expect(standsIn(bank, asked, 'from', 'ann')).toBe('no');
		expect(standsIn(bank, asked, 'from', 'cyd')).toBe('no');
	});

	it('is true of a second holder in the same year, so that the build refuses the question', () => {
		const rival = head('r5', 'eve', '1964/1966');
		expect(standsIn(sampleBank([...facts, rival]), asked, 'from', 'eve')).toBe('yes');
	});

	it('is unknown of a holder whose term has no known end', () => {
		const open = head('r6', 'fay', '1964~/');
		expect(standsIn(sampleBank([...facts, open]), asked, 'from', 'fay')).toBe('unknown');
	});

	it('does not know which organisation a person did not head, unless its head is known', () => {
		const guild = head('r7', 'gus', '1960/1970', '1965', 'guild');
		expect(standsIn(sampleBank([...facts.slice(0, 3), guild]), asked, 'to', 'guild')).toBe('no');
		expect(standsIn(bank, asked, 'to', 'society')).toBe('unknown');
	});

	it('an open-ended period rules nobody out', () => {
		const open = relation('open', { from: 'ann', to: 'guild', date: date('1960~/') });
		expect(standsIn(sampleBank([open]), open, 'from', 'bob')).toBe('unknown');
	});

	it('many may advise one king: others are not known to be wrong', () => {
		const adviser = relation('adv', {
			type: 'adviser_to',
			from: 'ann',
			to: 'king',
			date: date('2003')
		});
		expect(standsIn(sampleBank([adviser]), adviser, 'from', 'bob')).toBe('unknown');
	});
});

describe('claims', () => {
	const said = claim('c1', { speakers: ['ann'], matter: 'peace' });
	const joint = claim('c2', { speakers: ['bob'], matter: 'peace' });
	const other = claim('c3', { speakers: ['cyd'], matter: 'trade' });
	const bank = sampleBank(
		[said, joint, other],
		['ann', 'bob', 'cyd', 'dan'].map((id) => actor(id))
	);

	it('is false only of a speaker on record who is silent on the matter', () => {
		expect(makesClaim(bank, said, 'ann')).toBe('yes');
		expect(makesClaim(bank, said, 'cyd')).toBe('no');
		expect(makesClaim(bank, said, 'bob')).toBe('unknown');
		expect(makesClaim(bank, said, 'dan')).toBe('unknown');
	});
});

describe('values', () => {
	const at = (value: number) => ({ min: value, max: value });

	it('accepts the value, anything inside a range, and other right values', () => {
		const bank = sampleBank([]);
		expect(isValueOf(bank, figure('a', { min: 530, max: 530 }), at(530))).toBe('yes');
		expect(isValueOf(bank, figure('b', { min: 50, max: 200 }), at(120))).toBe('yes');
		expect(isValueOf(bank, figure('c', { min: 42, max: 42, also: [45] }), at(45))).toBe('yes');
	});

	it('keeps thirty per cent away from every printed value', () => {
		const bank = sampleBank([]);
		const egoz = figure('egoz', { min: 44, max: 44, barred: [42, 43, 46] });
		expect(isValueOf(bank, egoz, at(50))).toBe('unknown');
		expect(isValueOf(bank, egoz, at(46))).toBe('unknown');
		expect(isValueOf(bank, egoz, at(80))).toBe('no');
	});

	it('does not offer the estimate of a rival', () => {
		const leaders = figure('leaders', { min: 5000, max: 5000, conflict: 'community' });
		const agency = figure('agency', { min: 3000, max: 3000, conflict: 'community' });
		expect(isValueOf(sampleBank([leaders, agency]), leaders, at(3000))).toBe('unknown');
	});

	it('does not offer another count of what may be the same', () => {
		const count = (id: string, value: number, at: string | null = null) =>
			figure(id, { min: value, max: value, about: ['ship'], date: at === null ? null : date(at) });
		const bank = sampleBank([count('one', 530), count('two', 1100)]);
		expect(isValueOf(bank, count('one', 530), at(1100))).toBe('unknown');
		const years = sampleBank([count('one', 530, '1961'), count('two', 1100, '1971')]);
		expect(isValueOf(years, count('one', 530, '1961'), at(1100))).toBe('no');
	});

	it('cannot tell more than “over twenty” from “over thirty”', () => {
		const years = figure('years', { min: 20, max: 20, qualifier: 'over' });
		expect(isValueOf(sampleBank([]), years, at(30))).toBe('unknown');
	});

	it('a range that overlaps another is not a wrong answer', () => {
		const perHead = figure('per-head', { min: 50, max: 200 });
		expect(isValueOf(sampleBank([]), perHead, { min: 150, max: 400 })).toBe('unknown');
		expect(isValueOf(sampleBank([]), perHead, { min: 500, max: 900 })).toBe('no');
	});
});

describe('the ends of a period', () => {
	const first = relation('first', { date: date('1963/1968') });
	const again = relation('again', { date: date('1975/') });
	const other = relation('other', { from: 'bob', date: date('1968/1974') });
	const bank = sampleBank([first, again, other], [actor('ann'), actor('bob')]);

	it('are true of the year they are known to', () => {
		expect(isEndOf(bank, first, 'since', when('1963'))).toBe('yes');
		expect(isEndOf(bank, first, 'until', when('1968'))).toBe('yes');
		expect(isEndOf(bank, first, 'until', when('1963'))).toBe('no');
	});

	it('do not rule out another time in the same office, nor an end that nobody knows', () => {
		expect(isEndOf(bank, first, 'since', when('1975'))).toBe('unknown');
		expect(isEndOf(bank, first, 'until', when('1990'))).toBe('unknown');
		expect(isEndOf(bank, again, 'until', when('1990'))).toBe('unknown');
	});

	it('are not shared with others who held the office', () => {
		expect(isEndOf(bank, other, 'until', when('1963'))).toBe('no');
	});
});

describe('places', () => {
	const at = (...places: string[]) =>
		({ places, askPlace: { actor: places[0] ?? '', ask: 'blank' } }) as const;
	const talks = event('talks', { type: 'talks', date: date('1977-09'), ...at('rabat') });
	const later = event('later', { type: 'talks', date: date('1977-09'), ...at('paris') });
	const dinner = event('dinner', { date: date('2003'), ...at('hotel', 'new-york') });
	const fair = event('fair', { date: date('1990'), ...at('geneva') });
	const places = ['rabat', 'paris', 'hotel', 'new-york', 'geneva'];
	const bank = sampleBank(
		[talks, later, dinner, fair],
		places.map((id) => actor(id, { type: 'place' }))
	);

	it('are false where the event is known to have been elsewhere', () => {
		expect(tookPlaceIn(bank, talks, 'rabat')).toBe('yes');
		expect(tookPlaceIn(bank, talks, 'geneva')).toBe('no');
	});

	it('may lie within one another, and like events may be meant', () => {
		expect(tookPlaceIn(bank, dinner, 'new-york')).toBe('unknown');
		expect(tookPlaceIn(bank, talks, 'paris')).toBe('unknown');
	});
});

describe('what figures and claims are about', () => {
	const children = figure('children', { min: 530, max: 530, about: ['mural'] });
	const nearly = figure('nearly', { min: 500, max: 500, about: ['sister'] });
	const people = figure('people', { min: 90_000, max: 90_000, about: ['yakhin'] });
	const blame = claim('blame', { matter: 'war', about: ['nasser'] });
	const also = claim('also', { matter: 'war', about: ['faisal'] });
	const praise = claim('praise', { matter: 'peace', about: ['hassan'] });
	const ids = ['mural', 'sister', 'yakhin', 'nasser', 'faisal', 'hassan'];
	const bank = sampleBank(
		[children, nearly, people, blame, also, praise],
		ids.map((id) => actor(id))
	);

	it('rules out those with a clearly different number', () => {
		expect(isAbout(bank, children, 'mural', 'mural')).toBe('yes');
		expect(isAbout(bank, children, 'mural', 'yakhin')).toBe('no');
		expect(isAbout(bank, children, 'mural', 'sister')).toBe('unknown');
	});

	it('knows one answer only: the others that are named with it are not it', () => {
		const both = figure('both', { min: 530, max: 530, about: ['mural', 'littman'] });
		const two = sampleBank(
			[both, people],
			['mural', 'littman', 'yakhin', 'stranger'].map((id) => actor(id))
		);
		expect(isAbout(two, both, 'mural', 'mural')).toBe('yes');
		expect(isAbout(two, both, 'mural', 'littman')).toBe('unknown');
		expect(isAbout(two, both, 'mural', 'stranger')).toBe('unknown');
	});

	it('rules out those of whom the matter does not speak', () => {
		expect(isAbout(bank, blame, 'nasser', 'hassan')).toBe('no');
		expect(isAbout(bank, blame, 'nasser', 'faisal')).toBe('unknown');
	});
});
