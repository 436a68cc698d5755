/** Wrong actors: of the same type and role, of the time, and known to be wrong by `truth.ts`. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { ClaimFact, EventFact, Fact, FigureFact, RelationFact } from '../../bank/pack.ts';
import {
	askedTime,
	isActorOf,
	isAbout,
	makesClaim,
	playedPart,
	standsIn,
	tookPlaceIn
} from '../../bank/truth.ts';
import type { When } from '../../bank/when.ts';
import { oncePerBank } from '../per-bank.ts';
import { cardActors } from '../wording.ts';
import { Circles } from './circles.ts';
import { areContemporaries, isOfTheTime, ON_THE_SCENE } from './eras.ts';
import { FEWEST, sampled, type Pool } from './pool.ts';
import { someOf } from './some-of.ts';
import { factsAround } from './topics.ts';

/** Fewer of one time than a question offers: those of other times are offered as well. */
const ENOUGH = 3;

/** Players by the part that they play. */
const players = oncePerBank(
	(bank) =>
		new Circles(bank, bank.events, ({ actors }) =>
			actors.map(({ part, actor }) => [part, actor] as const)
		)
);

/**
 * Of several persons those who were on the scene at a time, in some narrow or wider sense: who had
 * left it long before is told from the right one by the date alone.
 */
function onTheScene(bank: Bank, persons: readonly string[], time: When): readonly string[] {
	const within = (days: number) =>
		persons.filter((person) => isOfTheTime(bank, person, time, days));
	const then = within(ON_THE_SCENE);
	return then.length >= ENOUGH ? then : within(2 * ON_THE_SCENE);
}

/** Of several actors those whom a fact on the same subject names, where that leaves a choice. */
function involved(bank: Bank, actors: readonly string[], fact: Fact): readonly string[] {
	const named = new Set([...factsAround(bank, fact)].flatMap((each) => bank.namesIn(each)));
	const own = actors.filter((actor) => named.has(actor));
	return own.length >= FEWEST ? own : actors;
}

/** Actors of the same type who played the same part elsewhere, but not in this event. */
function wrongPlayers(bank: Bank, event: EventFact, actor: string): Pool {
	const part = event.actors.find((player) => player.actor === actor)?.part ?? '';
	const time = event.date?.when;
	const wrong = [...players(bank).near(part, event, actor)].filter(
		(other) =>
			(time ? isOfTheTime(bank, other, time) : areContemporaries(bank, actor, other)) &&
			playedPart(bank, event, part, other) === 'no'
	);
	switch (bank.actor(actor).type) {
		case 'person':
			return sampled(time ? onTheScene(bank, wrong, time) : wrong);
		case 'state':
			return sampled(involved(bank, wrong, event));
		default:
			return sampled(wrong);
	}
}

/** Types of relation that are offices: a wrong holder is one who held this very office. */
const OFFICES: ReadonlySet<RelationFact['type']> = new Set([
	'head_of',
	'station_chief',
	'minister_of',
	'head_of_state',
	'head_of_government',
	'chair_of'
] as const);

/** Offices of a government: who held one of them might have held another at that time. */
const IN_GOVERNMENT: ReadonlySet<RelationFact['type']> = new Set([
	'minister_of',
	'head_of_government'
] as const);

/** Days within which those on record are taken for one another's rivals for an office. */
const ONE_TIME = 12 * 366;
/** Of how many offices that somebody held the others who held them are looked at. */
const MOST_OFFICES = 6;

/** An office: relations of one type to the same, in the same office and place. */
const officeOf = ({ type, to, office, place }: RelationFact): string =>
	[type, to, office ?? '', place ?? ''].join(' ');

const governmentOf = ({ to }: RelationFact): string => `government of ${to}`;

/**
 * Those who stand at a side of a relation by its type, those who held an office by the office, and
 * those in a government by its state.
 */
const parties = oncePerBank(
	(bank) =>
		new Circles(bank, bank.relations, (relation) => [
			[`from ${relation.type}`, relation.from],
			[`to ${relation.type}`, relation.to],
			...(OFFICES.has(relation.type) ? [[officeOf(relation), relation.from] as const] : []),
			...(IN_GOVERNMENT.has(relation.type)
				? [[governmentOf(relation), relation.from] as const]
				: [])
		])
);

/** Everybody who held an office that the actor held too. */
function fellowHolders(bank: Bank, actor: string): string[] {
	const held = [...OFFICES].flatMap(
		(type) =>
			bank.evidence.relationsBy('from', type)?.get(actor)?.items.slice(0, MOST_OFFICES) ?? []
	);
	return held.flatMap((each) => [...parties(bank).near(officeOf(each), each, actor)]);
}

/** Holders of the office, and members of the government, of its time; holders of any time if few. */
function wrongHolders(
	bank: Bank,
	relation: RelationFact,
	isWrong: (other: string) => boolean
): Pool {
	const near = (circle: string) => parties(bank).near(circle, relation, relation.from);
	const holders = [...near(officeOf(relation))];
	const time = askedTime(relation);
	if (time === null) return sampled(holders, isWrong);
	const colleagues = IN_GOVERNMENT.has(relation.type) ? near(governmentOf(relation)) : [];
	const then = [...new Set([...holders, ...colleagues])].filter(
		(other) => isOfTheTime(bank, other, time, ONE_TIME) && isWrong(other)
	);
	return then.length >= ENOUGH ? sampled(then) : sampled(holders, isWrong);
}

/** Actors who stand where the key stands in other relations of the type, but not in this one. */
function wrongParties(bank: Bank, relation: RelationFact, side: 'from' | 'to'): Pool {
	const key = relation[side];
	const isWrong = (other: string) => standsIn(bank, relation, side, other) === 'no';
	if (side === 'from' && OFFICES.has(relation.type)) return wrongHolders(bank, relation, isWrong);
	if (relation.type === 'successor_of') {
		return sampled([...new Set(fellowHolders(bank, key))], isWrong);
	}
	const time = askedTime(relation);
	return sampled(
		[...parties(bank).near(`${side} ${relation.type}`, relation, key)],
		(other) => (time === null || isOfTheTime(bank, other, time)) && isWrong(other)
	);
}

/** Speakers by the document in which they speak. */
const speakers = oncePerBank(
	(bank) =>
		new Circles(bank, bank.claims, ({ support, speakers }) =>
			support.flatMap(({ source }) => speakers.map((speaker) => [source, speaker] as const))
		)
);

/** Speakers on record in the same document who are silent on the matter. */
function wrongSpeakers(bank: Bank, claim: ClaimFact): Pool {
	const [key] = claim.speakers;
	if (key === undefined) return sampled([]);
	const circle = new Set(
		claim.support.flatMap(({ source }) => [...speakers(bank).near(source, claim, key)])
	);
	return sampled([...circle], (other) => makesClaim(bank, claim, other) === 'no');
}

/** Places by the topics of what took place there. */
const places = oncePerBank(
	(bank) =>
		new Circles(bank, bank.events, ({ topics, places }) =>
			topics.flatMap((topic) => places.map((place) => [topic, place] as const))
		)
);

/** Places of the same type where other events on one of its topics took place. */
function wrongPlaces(bank: Bank, event: EventFact): Pool {
	const key = event.askPlace?.actor;
	if (key === undefined) return sampled([]);
	const circle = new Set(
		event.topics.flatMap((topic) => [...places(bank).near(topic, event, key)])
	);
	return sampled([...circle], (other) => tookPlaceIn(bank, event, other) === 'no');
}

/** Those of whom figures tell, and those of whom claims do. */
const subjects = oncePerBank(
	(bank) =>
		new Circles(bank, [...bank.figures, ...bank.claims], ({ kind, about }) =>
			about.map((actor) => [kind, actor] as const)
		)
);

/** Actors of whom other figures or claims tell, but not this one. */
function wrongSubjects(bank: Bank, fact: FigureFact | ClaimFact, actor: string): Pool {
	const time = fact.kind === 'figure' ? fact.date?.when : undefined;
	const wrong = [...subjects(bank).near(fact.kind, fact, actor)].filter(
		(other) =>
			areContemporaries(bank, actor, other) &&
			(!time || isOfTheTime(bank, other, time)) &&
			isAbout(bank, fact, actor, other) === 'no'
	);
	if (time && bank.actor(actor).type === 'person') return sampled(onTheScene(bank, wrong, time));
	return sampled(involved(bank, wrong, fact));
}

/** The places that lie in each state. */
const placesWithin = oncePerBank((bank) => {
	const states = new Map<string, string[]>();
	for (const { id, within, status } of bank.actors.values()) {
		if (within === null || status === 'HOLD') continue;
		const known = states.get(within);
		if (known) known.push(id);
		else states.set(within, [id]);
	}
	return states;
});

/** Of how many places of one state the wrong ones are taken. */
const MOST_PLACES = 24;

/** Places in the state of the right one: nobody looks for a Moroccan harbour in Paris. */
function wrongNeighbours(bank: Bank, card: Card, key: string): Pool {
	const { within, sort } = bank.actor(key);
	const all = within === null ? [] : (placesWithin(bank).get(within) ?? []);
	const wrong = someOf(all, card.id, MOST_PLACES).filter(
		(other) => isActorOf(bank, card, other) === 'no'
	);
	// A great city stands out among small ports.
	const like = wrong.filter((other) => bank.actor(other).sort === sort);
	return sampled(like.length >= FEWEST ? like : wrong);
}

/** Actors that are wrong for a card that asks for one; places lie in one state where enough do. */
export function wrongActors(bank: Bank, card: Card): Pool {
	const [key] = cardActors(bank, card);
	const neighbours = key === undefined ? null : wrongNeighbours(bank, card, key);
	return neighbours && neighbours.options.length >= FEWEST ? neighbours : ofTheSort(bank, card);
}

/** Actors that stand elsewhere where the right one stands here. */
function ofTheSort(bank: Bank, card: Card): Pool {
	const fact = bank.fact(card.fact);
	switch (fact.kind) {
		case 'event':
			if (card.facet === 'where') return wrongPlaces(bank, fact);
			return card.actor === null ? sampled([]) : wrongPlayers(bank, fact, card.actor);
		case 'relation':
			return wrongParties(bank, fact, card.facet === 'to' ? 'to' : 'from');
		case 'claim':
			return card.actor === null
				? wrongSpeakers(bank, fact)
				: wrongSubjects(bank, fact, card.actor);
		case 'figure':
			return card.actor === null ? sampled([]) : wrongSubjects(bank, fact, card.actor);
		default:
			return fact satisfies never;
	}
}
