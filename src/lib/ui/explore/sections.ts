/** The sections of Explore, and which of them an address belongs to. */
import type { Bank } from '#lib/bank/bank.ts';
import type { Actor, Fact, RelationFact, Source, Term } from '#lib/bank/pack.ts';
import * as m from '#lib/paraglide/messages.js';

export const SECTIONS = ['timeline', 'figures', 'actors', 'claims', 'sources', 'glossary'] as const;
export type Section = (typeof SECTIONS)[number];

export const sectionName: Readonly<Record<Section, () => string>> = {
	timeline: m.explore_section_timeline,
	figures: m.explore_section_figures,
	actors: m.explore_section_actors,
	claims: m.explore_section_claims,
	sources: m.explore_section_sources,
	glossary: m.explore_section_glossary
};

export const sectionLead: Readonly<Record<Section, () => string>> = {
	timeline: m.explore_lead_timeline,
	figures: m.explore_lead_figures,
	actors: m.explore_lead_actors,
	claims: m.explore_lead_claims,
	sources: m.explore_lead_sources,
	glossary: m.explore_lead_glossary
};

/** What stands at an address of Explore. */
export type Place =
	| { readonly at: 'section'; readonly section: Section }
	| { readonly at: 'fact'; readonly section: Section; readonly fact: Fact }
	| { readonly at: 'actor'; readonly section: Section; readonly actor: Actor }
	| { readonly at: 'source'; readonly section: Section; readonly source: Source }
	| { readonly at: 'term'; readonly section: Section; readonly term: Term }
	| { readonly at: 'unknown'; readonly section: Section; readonly id: string };

const SECTION_OF_KIND: Readonly<Record<Fact['kind'], Section>> = {
	event: 'timeline',
	figure: 'figures',
	relation: 'actors',
	claim: 'claims'
};

const isSection = (id: string): id is Section => (SECTIONS as readonly string[]).includes(id);

/** A fragment comes from outside: one that cannot be decoded is taken as it is. */
function decode(fragment: string): string {
	try {
		return decodeURIComponent(fragment);
	} catch {
		return fragment;
	}
}

/** Finds what a fragment ("#egoz-sinking") names; an empty one is the first section. */
export function placeAt(bank: Bank, hash: string): Place {
	const id = decode(hash.replace(/^#/, ''));
	if (id === '') return { at: 'section', section: 'timeline' };
	if (isSection(id)) return { at: 'section', section: id };
	const fact = bank.facts.get(id);
	if (fact) return { at: 'fact', section: SECTION_OF_KIND[fact.kind], fact };
	const actor = bank.actors.get(id);
	if (actor) return { at: 'actor', section: 'actors', actor };
	const source = bank.sources.get(id);
	if (source) return { at: 'source', section: 'sources', source };
	const term = bank.terms.get(id);
	if (term) return { at: 'term', section: 'glossary', term };
	return { at: 'unknown', section: 'timeline', id };
}

/** The id of what is open at a place; null at a section. */
export function idOf(place: Place): string | null {
	switch (place.at) {
		case 'section':
			return null;
		case 'fact':
			return place.fact.id;
		case 'actor':
			return place.actor.id;
		case 'source':
			return place.source.id;
		case 'term':
			return place.term.id;
		case 'unknown':
			return place.id;
		default:
			return place satisfies never;
	}
}

/** Relations that are an office or a role, held by one after another. */
const ROLES: ReadonlySet<RelationFact['type']> = new Set<RelationFact['type']>([
	'head_of',
	'station_chief',
	'minister_of',
	'head_of_state',
	'head_of_government',
	'adviser_to',
	'deputy_of',
	'chair_of',
	'member_of'
]);

export const isRole = (relation: RelationFact): boolean => ROLES.has(relation.type);

/** The sections that hold something of what was found. */
export function sectionsWith(bank: Bank, found: ReadonlySet<string>): Section[] {
	const holds = (items: Iterable<{ readonly id: string }>) =>
		[...items].some((item) => found.has(item.id));
	const contents: Readonly<Record<Section, boolean>> = {
		timeline: holds(bank.events),
		figures: holds(bank.figures),
		actors: holds(bank.actors.values()) || holds(bank.relations),
		claims: holds(bank.claims),
		sources: holds(bank.sources.values()),
		glossary: holds(bank.terms.values())
	};
	return SECTIONS.filter((section) => contents[section]);
}
