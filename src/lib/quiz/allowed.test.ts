import { describe, expect, it } from 'vitest';
import { canAsk } from '../../../tests/fixtures/asking.ts';
import {
	actor,
	claim,
	date,
	event,
	figure,
	relation,
	sampleBank
} from '../../../tests/fixtures/sample.ts';
import type { Card, Facet } from '../bank/card.ts';
import type { Flag, Status } from '../bank/fact.ts';
import { isAllowed } from './allowed.ts';
import { kindNames, type KindName } from './question.ts';

type Traits = {
	readonly status: Status;
	readonly flags: readonly Flag[];
	readonly isContested: boolean;
	/** Its date or its number is "about". */
	readonly isRough: boolean;
};

const plain: Traits = { status: 'ASSERT', flags: [], isContested: false, isRough: false };

/** One fact of each sort with these traits. */
function bankOf({ status, flags, isContested, isRough }: Traits) {
	const more = { status, flags, conflict: isContested ? 'rivals' : null };
	const ask = { text: 'Who?' };
	return sampleBank(
		[
			event('event', {
				...more,
				date: date(isRough ? '1961~' : '1961-11-27'),
				actors: [{ actor: 'ann', part: 'envoy', ask }],
				places: ['town'],
				askPlace: { actor: 'town', ask }
			}),
			figure('figure', {
				...more,
				min: 530,
				max: 530,
				qualifier: isRough ? 'about' : 'exact',
				about: ['ann'],
				askAbout: [{ actor: 'ann', ask }]
			}),
			relation('relation', {
				...more,
				date: date(isRough ? '1961~/1970~' : '1961/1970'),
				askFrom: ask,
				askTo: ask,
				askSince: 'Since when?',
				askUntil: 'Until when?'
			}),
			relation('link', { ...more, type: 'cause_of', from: 'event', to: 'event' }),
			claim('claim', { ...more, about: ['ann'], askAbout: [{ actor: 'ann', ask }] })
		],
		[actor('ann'), actor('club', { type: 'organisation' }), actor('town', { type: 'place' })]
	);
}

/** A card of each facet; those of facts on HOLD do not exist in the bank, and are not to be asked. */
const CARDS: readonly Card[] = (
	[
		['event', 'when', null],
		['event', 'who', 'ann'],
		['event', 'where', null],
		['figure', 'value', null],
		['figure', 'who', 'ann'],
		['relation', 'from', null],
		['relation', 'to', null],
		['relation', 'since', null],
		['relation', 'until', null],
		['link', 'before', null],
		['link', 'after', null],
		['claim', 'speaker', null],
		['claim', 'who', 'ann']
	] as const
).map(([fact, facet, asked]) => ({ id: `${fact}.${facet}`, fact, facet, actor: asked }));

/** What can be asked for in which kind, facet by facet: the forms of the dossier's section 5.5. */
const KINDS_OF: Readonly<Record<Facet, readonly KindName[]>> = {
	when: [
		'truth',
		'choice',
		'first',
		'odd',
		'between',
		'timeline',
		'order',
		'number',
		'date',
		'flashcard'
	],
	since: ['choice', 'number', 'date', 'flashcard'],
	until: ['choice', 'number', 'date', 'flashcard'],
	value: ['truth', 'choice', 'closest', 'estimates', 'estimate', 'cloze', 'number', 'flashcard'],
	who: ['truth', 'choice', 'match', 'cloze', 'typed', 'flashcard'],
	where: ['truth', 'choice', 'match', 'cloze', 'typed', 'flashcard'],
	from: ['truth', 'choice', 'alias', 'match', 'cloze', 'typed', 'flashcard'],
	to: ['truth', 'choice', 'alias', 'match', 'cloze', 'typed', 'flashcard'],
	before: ['link', 'flashcard'],
	after: ['link', 'flashcard'],
	speaker: ['odd', 'said', 'cloze', 'typed', 'flashcard']
};

/** Forms that say a thing as plain fact, or set it among others as if it were (rule 6). */
const PLAIN_FACT: ReadonlySet<KindName> = new Set<KindName>([
	'truth',
	'first',
	'odd',
	'between',
	'timeline',
	'match',
	'order'
]);

/** Forms that have no room for a second account beside the one that is right (rule 6). */
const ONE_ACCOUNT: ReadonlySet<KindName> = new Set<KindName>([...PLAIN_FACT, 'closest', 'alias']);

/** Violence is asked plainly: by a choice, a name or a card to turn (rule 11). */
const GRAVE: ReadonlySet<KindName> = new Set<KindName>(['choice', 'said', 'flashcard']);

/** Forms that ask more finely than a rough date or number is known (rule 4). */
const EXACT: ReadonlySet<KindName> = new Set<KindName>(['truth', 'odd', 'between', 'date']);

const ROUGH_FACETS: ReadonlySet<Facet> = new Set<Facet>(['when', 'since', 'until', 'value']);

/** What the dossier's generator rules (section 5.2) let be asked. */
function mayBeAsked(kind: KindName, { facet }: Card, traits: Traits): boolean {
	if (traits.status === 'HOLD' || !KINDS_OF[facet].includes(kind)) return false;
	if (traits.status === 'ATTRIBUTE' && PLAIN_FACT.has(kind)) return false;
	if (traits.isContested && ONE_ACCOUNT.has(kind)) return false;
	if (traits.flags.includes('sensitive') && !GRAVE.has(kind)) return false;
	return !(traits.isRough && ROUGH_FACETS.has(facet) && EXACT.has(kind));
}

const STATUSES: readonly Status[] = ['ASSERT', 'ATTRIBUTE', 'CORRECT', 'HOLD'];
const FLAGS: readonly (readonly Flag[])[] = [[], ['sensitive'], ['living'], ['no-date']];

const ALL: readonly Traits[] = STATUSES.flatMap((status) =>
	FLAGS.flatMap((flags) =>
		[false, true].flatMap((isContested) =>
			[false, true].map((isRough) => ({ status, flags, isContested, isRough }))
		)
	)
);

describe('the table of kinds', () => {
	it.each(
		ALL.map((traits) => {
			const words = [
				traits.status,
				...traits.flags,
				...(traits.isContested ? ['contested'] : []),
				...(traits.isRough ? ['rough'] : [])
			];
			return [words.join(' '), traits] as const;
		})
	)('lets a fact that is %s be asked as the generator rules say', (_name, traits) => {
		const bank = bankOf(traits);
		for (const card of CARDS) {
			const allowed = kindNames.filter((kind) => isAllowed(bank, card, kind));
			expect(allowed, card.id).toEqual(kindNames.filter((kind) => mayBeAsked(kind, card, traits)));
		}
	});

	it('lets every kind ask something, and every facet be asked by a card to turn', () => {
		const bank = bankOf(plain);
		for (const kind of kindNames) {
			expect(
				CARDS.some((card) => isAllowed(bank, card, kind)),
				kind
			).toBe(true);
		}
		for (const card of CARDS) expect(isAllowed(bank, card, 'flashcard'), card.id).toBe(true);
	});
});

describe('what no kind may ask', () => {
	it.each(kindNames)('%s asks nothing that is on HOLD', (kind) => {
		const bank = bankOf({ ...plain, status: 'HOLD' });
		expect(bank.cards.size).toBe(0);
		for (const card of CARDS) expect(isAllowed(bank, card, kind), card.id).toBe(false);
	});

	it.each(kindNames)('%s asks no date that is not to be asked', (kind) => {
		expect(canAsk(bankOf({ ...plain, flags: ['no-date'] }), 'event.when', kind)).toBe(false);
		const inferred = event('event', { date: date('1961-11', { inferred: true }) });
		expect(canAsk(sampleBank([inferred]), 'event.when', kind)).toBe(false);
	});
});
