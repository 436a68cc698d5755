/**
 * Which kinds a card may be asked in, as one table: what its facet, the status, the flags, the
 * precision and the groups of its fact allow. A kind may refuse more for reasons of its own.
 */
import type { Bank } from '../bank/bank.ts';
import type { Card, Facet } from '../bank/card.ts';
import type { Fact } from '../bank/pack.ts';
import { dateOf } from '../bank/truth.ts';
import type { KindName } from './question.ts';

type Row = {
	/** What is asked for. */
	readonly facets: readonly Facet[];
	/** One source's account may be asked, in its own terms; else it must be plain fact. */
	readonly attributed: boolean;
	/** Sources may differ on it. */
	readonly contested: boolean;
	/** Violence and its victims may be asked in this form. */
	readonly sensitive: boolean;
	/** Its date or number may be rough: "about", "over", "the late 1950s". */
	readonly rough: boolean;
};

const DATES: readonly Facet[] = ['when', 'since', 'until'];
const ACTORS: readonly Facet[] = ['who', 'where', 'from', 'to'];
const VALUE: readonly Facet[] = ['value'];
const EVENT: readonly Facet[] = ['when'];
const LINKS: readonly Facet[] = ['before', 'after'];
const SPEAKER: readonly Facet[] = ['speaker'];

const yes = true;
const no = false;

// prettier-ignore
const TABLE: Readonly<Record<KindName, Row>> = {
	// kind        asks for                                      one account    contested      sensitive      rough
	truth:     { facets: ['when', 'value', ...ACTORS],        attributed: no,  contested: no,  sensitive: no,  rough: no },
	choice:    { facets: [...DATES, ...VALUE, ...ACTORS],     attributed: yes, contested: yes, sensitive: yes, rough: yes },
	first:     { facets: EVENT,                               attributed: no,  contested: no,  sensitive: no,  rough: yes },
	closest:   { facets: VALUE,                               attributed: yes, contested: no,  sensitive: no,  rough: yes },
	odd:       { facets: ['when', ...SPEAKER],                attributed: no,  contested: no,  sensitive: no,  rough: no },
	said:      { facets: SPEAKER,                             attributed: yes, contested: yes, sensitive: yes, rough: yes },
	alias:     { facets: ['from', 'to'],                      attributed: yes, contested: no,  sensitive: no,  rough: yes },
	link:      { facets: LINKS,                               attributed: yes, contested: yes, sensitive: no,  rough: yes },
	between:   { facets: EVENT,                               attributed: no,  contested: no,  sensitive: no,  rough: no },
	estimates: { facets: VALUE,                               attributed: yes, contested: yes, sensitive: no,  rough: yes },
	timeline:  { facets: EVENT,                               attributed: no,  contested: no,  sensitive: no,  rough: yes },
	match:     { facets: ACTORS,                              attributed: no,  contested: no,  sensitive: no,  rough: yes },
	order:     { facets: EVENT,                               attributed: no,  contested: no,  sensitive: no,  rough: yes },
	estimate:  { facets: VALUE,                               attributed: yes, contested: yes, sensitive: no,  rough: yes },
	cloze:     { facets: [...VALUE, ...ACTORS, ...SPEAKER],   attributed: yes, contested: yes, sensitive: no,  rough: yes },
	typed:     { facets: [...ACTORS, ...SPEAKER],             attributed: yes, contested: yes, sensitive: no,  rough: yes },
	number:    { facets: [...VALUE, ...DATES],                attributed: yes, contested: yes, sensitive: no,  rough: yes },
	date:      { facets: DATES,                               attributed: yes, contested: yes, sensitive: no,  rough: no },
	flashcard: { facets: [...DATES, ...VALUE, ...ACTORS, ...SPEAKER, ...LINKS], attributed: yes, contested: yes, sensitive: yes, rough: yes }
};

const isRough = (bank: Bank, card: Card, fact: Fact): boolean => {
	const date = dateOf(bank, card);
	if (date) return date.when.approximate || date.inferred;
	return fact.kind === 'figure' && card.facet === 'value' && fact.qualifier !== 'exact';
};

/** Whether the table lets the card be asked in this kind. */
export function isAllowed(bank: Bank, card: Card, kind: KindName): boolean {
	const row = TABLE[kind];
	const fact = bank.fact(card.fact);
	return (
		fact.status !== 'HOLD' &&
		row.facets.includes(card.facet) &&
		(row.attributed || fact.status !== 'ATTRIBUTE') &&
		(row.contested || fact.conflict === null) &&
		(row.sensitive || !fact.flags.includes('sensitive')) &&
		(row.rough || !isRough(bank, card, fact))
	);
}
