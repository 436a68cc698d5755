import { describe, expect, test } from 'vitest';
import { Bank } from '#lib/bank/bank.ts';
import type { Actor, EventFact, Pack, RelationFact } from '#lib/bank/pack.ts';
import { parseWhen } from '#lib/bank/when.ts';
import { relatedTo } from './related.ts';
import { placeAt, sectionsWith } from './sections.ts';
import { paragraphsOf } from '#lib/bank/locator.ts';

const meta = {
	pack: 'p',
	language: 'en',
	topics: ['t'],
	status: 'ASSERT',
	flags: [],
	group: null,
	conflict: null,
	saidBy: [],
	support: [],
	notes: [],
	explanation: null
} as const;

const event = (id: string, fields: Partial<EventFact> = {}): EventFact => ({
	...meta,
	id,
	kind: 'event',
	name: id,
	type: 'x',
	statement: id,
	date: null,
	ask: null,
	actors: [],
	places: [],
	askPlace: null,
	...fields
});
const cause = (from: string, to: string): RelationFact => ({
	...meta,
	id: `${from}-${to}`,
	kind: 'relation',
	type: 'cause_of',
	statement: 'x',
	from,
	to,
	office: null,
	place: null,
	date: null,
	askAt: null,
	askFrom: null,
	askTo: null,
	askSince: null,
	askUntil: null
});
const actor = (id: string, type: Actor['type']): Actor => ({
	...meta,
	id,
	type,
	name: id,
	inText: id,
	aliases: [],
	about: id,
	living: null,
	within: null,
	sort: null
});
const by = (...actors: string[]) => ({
	actors: actors.map((id) => ({ actor: id, part: 'x', ask: null }))
});

const made = parseWhen('2009');
if (!made) throw new RangeError('2009');
const pack: Pack = {
	format: 1,
	id: 'p',
	version: '1.0.0',
	language: 'en',
	title: 'P',
	about: 'P',
	licence: 'CC BY 4.0',
	needs: [],
	optional: false,
	topics: [{ id: 't', name: 'T' }],
	units: [],
	sources: [
		{
			id: 's',
			language: 'en',
			kind: 'article',
			byName: 's',
			short: 's',
			title: 's',
			publisher: 's',
			author: null,
			date: null,
			url: null,
			tier: 'A',
			about: 's',
			notes: []
		}
	],
	actors: [actor('harel', 'person'), actor('casablanca', 'place')],
	facts: [
		event('storm', by('casablanca')),
		event('wreck', { conflict: 'day', ...by('harel', 'casablanca') }),
		event('wreck-told-otherwise', { conflict: 'day' }),
		event('talks', by('harel')),
		event('harbour', by('casablanca')),
		cause('storm', 'wreck'),
		cause('wreck', 'talks'),
		{
			...meta,
			id: 'opinion',
			kind: 'claim',
			statement: 'x',
			speakers: ['harel'],
			relayedBy: [],
			matter: 'x',
			position: 'x',
			about: [],
			askAbout: [],
			made,
			ask: null
		}
	],
	notes: [],
	glossary: [{ id: 'word', language: 'en', term: 'Word', forms: [], meaning: 'x' }],
	retired: []
};
const bank = new Bank([pack]);

describe('an address of Explore', () => {
	test('opens a fact, an actor, a source, a word or a section', () => {
		expect(placeAt(bank, '#wreck')).toMatchObject({ at: 'fact', section: 'timeline' });
		expect(placeAt(bank, '#opinion')).toMatchObject({ at: 'fact', section: 'claims' });
		expect(placeAt(bank, '#harel')).toMatchObject({ at: 'actor', section: 'actors' });
		expect(placeAt(bank, '#s')).toMatchObject({ at: 'source', section: 'sources' });
		expect(placeAt(bank, '#word')).toMatchObject({ at: 'term', section: 'glossary' });
		expect(placeAt(bank, '#figures')).toEqual({ at: 'section', section: 'figures' });
		expect(placeAt(bank, '')).toEqual({ at: 'section', section: 'timeline' });
	});

	test('that names nothing is unknown, however it is written', () => {
		expect(placeAt(bank, '#nothing')).toMatchObject({ at: 'unknown', id: 'nothing' });
		expect(placeAt(bank, '#%E0%A4%A')).toMatchObject({ at: 'unknown', id: '%E0%A4%A' });
		expect(placeAt(bank, '#constructor')).toMatchObject({ at: 'unknown' });
	});

	test('a search shows only the sections in which it found something', () => {
		expect(sectionsWith(bank, new Set(['wreck', 'word']))).toEqual(['timeline', 'glossary']);
	});
});

describe('what is related to a fact', () => {
	const ids = (facts: readonly { id: string }[]) => facts.map(({ id }) => id);

	test('is told apart: rival accounts, what came before, what followed', () => {
		const related = relatedTo(bank, bank.fact('wreck'));
		expect(ids(related.rivals)).toEqual(['wreck-told-otherwise']);
		expect(ids(related.before)).toEqual(['storm']);
		expect(ids(related.after)).toEqual(['talks']);
	});

	test('never holds the fact itself, nor one fact twice', () => {
		for (const fact of bank.facts.values()) {
			const all = Object.values(relatedTo(bank, fact)).flatMap(ids);
			expect(all).not.toContain(fact.id);
			expect(new Set(all).size).toBe(all.length);
		}
	});

	test('prefers those who acted to those who were at the same place', () => {
		expect(ids(relatedTo(bank, bank.fact('wreck')).others)).toEqual(['opinion', 'harbour']);
	});

	test('of a relation between events, is the two events', () => {
		expect(ids(relatedTo(bank, bank.fact('storm-wreck')).joined)).toEqual(['storm', 'wreck']);
	});
});

test('a locator gives the numbers of its paragraphs, once each', () => {
	expect(paragraphsOf('P9.s10')).toEqual([9]);
	expect(paragraphsOf('P4.s1; P14.s1-s2; P4.s3')).toEqual([4, 14]);
});
