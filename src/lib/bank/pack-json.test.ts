import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date as dateOf, event, samplePack } from '../../../tests/fixtures/sample.ts';
import { packPack, unpackPack } from './pack-json.ts';
import type { Actor, Ask, Fact, FactDate, Pack } from './pack.ts';
import { parseWhen, type When } from './when.ts';

const text = fc.oneof(
	fc.string(),
	fc.constantFrom('@1961', '@@', '{amit} met {peres|Peres}.', 'blank')
);
const id = fc.stringMatching(/^[a-z]{1,8}$/);
const ids = fc.array(id, { maxLength: 2 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const dates = [
	'1961',
	'1961-02',
	'1961-11-27',
	'1961-22',
	'195X',
	'1948/1955',
	'../1961-11-27',
	'1960/',
	'1963~'
];
const when: fc.Arbitrary<When> = fc.constantFrom(...dates).map((edtf) => {
	const read = parseWhen(edtf);
	if (!read) throw new Error(edtf);
	return read;
});
const date: fc.Arbitrary<FactDate> = fc.record({
	when,
	inferred: fc.boolean(),
	label: maybe(text),
	also: fc.array(when, { maxLength: 2 }),
	barred: fc.array(when, { maxLength: 2 }),
	printed: maybe(when)
});
const someAsk = fc.oneof(fc.constant('blank' as const), fc.record({ text }));
const ask: fc.Arbitrary<Ask | null> = maybe(someAsk);
const asked = maybe(fc.record({ actor: id, ask: someAsk }));
const askedMany = fc.array(fc.record({ actor: id, ask: someAsk }), { maxLength: 2 });
const language = fc.constantFrom('en', 'fr');
const status = fc.constantFrom('ASSERT', 'ATTRIBUTE', 'CORRECT', 'HOLD');
const flags = fc.subarray(['sensitive', 'living', 'no-date'] as const);
const support = fc.array(
	fc.record({
		source: id,
		at: maybe(fc.constant('P9.s10')),
		mode: fc.constantFrom('states', 'implies')
	}),
	{ maxLength: 2 }
);
const meta = {
	id,
	pack: fc.constantFrom('sample', 'other'),
	language,
	topics: ids,
	status,
	flags,
	group: maybe(id),
	conflict: maybe(id),
	saidBy: ids,
	support,
	notes: ids,
	statement: text,
	explanation: maybe(text)
};
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const fact = fc.oneof(
	fc.record({
		...meta,
		kind: fc.constant('event'),
		name: text,
		type: id,
		date: maybe(date),
		ask: maybe(text),
		actors: fc.array(fc.record({ actor: id, part: id, ask }), { maxLength: 2 }),
		places: ids,
		askPlace: asked
	}),
	fc.record({
		...meta,
		kind: fc.constant('figure'),
		name: text,
		ask: maybe(text),
		about: ids,
		askAbout: askedMany,
		min: number,
		max: number,
		qualifier: fc.constantFrom('exact', 'about', 'over'),
		unit: id,
		date: maybe(date),
		also: fc.array(number, { maxLength: 2 }),
		barred: fc.array(number, { maxLength: 2 }),
		derivedFrom: ids
	}),
	fc.record({
		...meta,
		kind: fc.constant('relation'),
		type: fc.constantFrom('head_of', 'child_of'),
		from: id,
		to: id,
		office: maybe(text),
		place: maybe(id),
		date: maybe(date),
		askAt: maybe(when),
		askFrom: ask,
		askTo: ask,
		askSince: maybe(text),
		askUntil: maybe(text)
	}),
	fc.record({
		...meta,
		kind: fc.constant('claim'),
		speakers: ids,
		relayedBy: ids,
		matter: id,
		position: text,
		about: ids,
		askAbout: askedMany,
		made: when,
		ask: maybe(text)
	})
) as fc.Arbitrary<Fact>;
const actor = fc.record({
	id,
	pack: fc.constantFrom('sample', 'other'),
	language,
	type: fc.constantFrom('person', 'ship'),
	name: text,
	inText: text,
	aliases: fc.array(text, { maxLength: 2 }),
	about: text,
	living: maybe(fc.constantFrom('yes', 'no', 'unknown')),
	within: maybe(id),
	sort: maybe(fc.constantFrom('service', 'city')),
	status,
	flags,
	saidBy: ids,
	notes: ids,
	support
}) as fc.Arbitrary<Actor>;
const pack = fc.record({
	format: fc.constant(1),
	id: fc.constant('sample'),
	version: fc.constant('1.0.0'),
	language,
	title: text,
	about: text,
	licence: text,
	needs: ids,
	optional: fc.boolean(),
	topics: fc.array(fc.record({ id, name: text }), { maxLength: 2 }),
	units: fc.array(
		fc.record({
			id,
			currency: maybe(fc.constant('USD')),
			forms: fc.constantFrom({}, { en: { one: 'ship', other: 'ships' } })
		}),
		{ maxLength: 2 }
	),
	sources: fc.array(
		fc.record({
			id,
			language,
			kind: fc.constantFrom('article', 'reference'),
			byName: text,
			short: text,
			title: text,
			publisher: text,
			author: maybe(text),
			date: maybe(fc.record({ when, inferred: fc.boolean() })),
			url: maybe(text),
			tier: fc.constantFrom('A', 'B'),
			about: text,
			notes: ids
		}),
		{ maxLength: 2 }
	),
	actors: fc.array(actor, { maxLength: 3 }),
	facts: fc.array(fact, { maxLength: 6 }),
	notes: fc.array(fc.record({ id, language, text }), { maxLength: 2 }),
	glossary: fc.array(
		fc.record({ id, language, term: text, forms: fc.array(text, { maxLength: 2 }), meaning: text }),
		{ maxLength: 2 }
	),
	retired: ids
}) as fc.Arbitrary<Pack>;

test('a pack is the same after its way through JSON', () => {
	fc.assert(
		fc.property(pack, (original) => {
			expect(unpackPack(JSON.parse(JSON.stringify(packPack(original))))).toEqual(original);
		}),
		{ numRuns: 300 }
	);
});

test('usual values do not travel, and a date travels as its text', () => {
	const packed = packPack(
		samplePack([event('wreck', { date: dateOf('1961-01-10', { inferred: true }) })])
	);
	expect(packed).toHaveProperty('facts', [
		{
			kind: 'event',
			id: 'wreck',
			topics: ['all'],
			support: [{ source: 'paper', at: 'P1' }],
			statement: 'Statement of wreck.',
			name: 'event wreck',
			type: 'type-wreck',
			date: { when: '@1961-01-10', inferred: true }
		}
	]);
});

test('a date that is open at one end is open again', () => {
	const open = samplePack([event('reign', { date: dateOf('1961-03-03/..') })]);
	const read = unpackPack(JSON.parse(JSON.stringify(packPack(open))));
	expect(read.facts[0]).toMatchObject({ date: { when: { edtf: '1961-03-03/..', end: Infinity } } });
});

test.each([null, [], 'text', {}, { format: 2 }])('%j is no pack', (json) => {
	expect(() => unpackPack(json)).toThrow(RangeError);
});
