/** Wrong actors: of the same type and role, of the time, and known to be wrong by `truth.ts`. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { ClaimFact, EventFact, FigureFact, RelationFact } from '../../bank/pack.ts';
import {
	askedTime,
	isAbout,
	isSameSlot,
	makesClaim,
	playedPart,
	standsIn,
	tookPlaceIn
} from '../../bank/truth.ts';
import { gapDays, type When } from '../../bank/when.ts';
import { sampled, type Pool } from './pool.ts';

const GENERATION = 25 * 366;

/** When an actor is on record; a claim tells of its speaker's time, not of whom it speaks of. */
const timesOf = (bank: Bank, actor: string): When[] =>
	bank.factsOf(actor).flatMap((fact) => {
		if (fact.kind !== 'claim') return fact.date ? [fact.date.when] : [];
		return fact.speakers.includes(actor) || fact.relayedBy.includes(actor) ? [fact.made] : [];
	});

/** Whether an actor is on record within a generation of a time. */
const isOfTheTime = (bank: Bank, actor: string, time: When | null): boolean =>
	time === null || timesOf(bank, actor).some((when) => gapDays(when, time) <= GENERATION);

/** Whether two actors are on record within a generation of one another; unknown times rule nobody out. */
function areContemporaries(bank: Bank, a: string, b: string): boolean {
	const own = timesOf(bank, a);
	const others = timesOf(bank, b);
	if (own.length === 0 || others.length === 0) return true;
	return own.some((when) => others.some((other) => gapDays(when, other) <= GENERATION));
}

/** Those of a circle who are known to be wrong. */
function wrongOfCircle(
	bank: Bank,
	key: string,
	input: {
		readonly circle: readonly string[];
		/** Where given, they must be on record within a generation of it. */
		readonly time: When | null;
		readonly isWrong: (actor: string) => boolean;
	}
): Pool {
	const { type } = bank.actor(key);
	const usable = [...new Set(input.circle)].filter((id) => {
		const actor = bank.actors.get(id);
		return (
			actor?.type === type &&
			id !== key &&
			actor.status !== 'HOLD' &&
			isOfTheTime(bank, id, input.time) &&
			input.isWrong(id)
		);
	});
	return sampled(usable);
}

/** Actors of the same type who played the same part elsewhere, but not in this event. */
function wrongPlayers(bank: Bank, event: EventFact, actor: string): Pool {
	const part = event.actors.find((player) => player.actor === actor)?.part ?? '';
	return wrongOfCircle(bank, actor, {
		circle: event.date
			? bank.playersOf(part)
			: bank.playersOf(part).filter((other) => areContemporaries(bank, actor, other)),
		time: event.date?.when ?? null,
		isWrong: (id) => playedPart(bank, event, part, id) === 'no'
	});
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

/** Everybody who held an office that the actor held too. */
const fellowHolders = (bank: Bank, actor: string): string[] =>
	[...OFFICES].flatMap((type) => {
		const held = bank.relationsOf(type);
		const own = held.filter(({ from }) => from === actor);
		return held
			.filter((other) => own.some((each) => isSameSlot(each, other, 'from')))
			.map(({ from }) => from);
	});

/** Actors who stand where the key stands in other relations of the type, but not in this one. */
function wrongParties(bank: Bank, relation: RelationFact, side: 'from' | 'to'): Pool {
	const isOffice = side === 'from' && OFFICES.has(relation.type);
	const others = bank
		.relationsOf(relation.type)
		.filter((other) => !isOffice || isSameSlot(other, relation, side))
		.map((other) => other[side]);
	const isSuccession = relation.type === 'successor_of';
	return wrongOfCircle(bank, relation[side], {
		circle: isSuccession ? fellowHolders(bank, relation[side]) : others,
		// Of an office, all holders are plausible; elsewhere only contemporaries are.
		time: isOffice || isSuccession ? null : askedTime(relation),
		isWrong: (id) => standsIn(bank, relation, side, id) === 'no'
	});
}

/** Speakers on record in the same document who are silent on the matter. */
function wrongSpeakers(bank: Bank, claim: ClaimFact): Pool {
	const [key] = claim.speakers;
	if (key === undefined) return sampled([]);
	const documents = new Set(claim.support.map(({ source }) => source));
	return wrongOfCircle(bank, key, {
		circle: bank.claims
			.filter((other) => other.support.some(({ source }) => documents.has(source)))
			.flatMap((other) => other.speakers),
		time: null,
		isWrong: (id) => makesClaim(bank, claim, id) === 'no'
	});
}

/** Places of the same type where other events on one of its topics took place. */
function wrongPlaces(bank: Bank, event: EventFact): Pool {
	if (event.askPlace === null) return sampled([]);
	const others = bank.events.filter(({ topics }) =>
		topics.some((topic) => event.topics.includes(topic))
	);
	return wrongOfCircle(bank, event.askPlace.actor, {
		circle: others.flatMap(({ places }) => places),
		time: null,
		isWrong: (id) => tookPlaceIn(bank, event, id) === 'no'
	});
}

/** Actors of whom other figures or claims tell, but not this one. */
function wrongSubjects(bank: Bank, fact: FigureFact | ClaimFact, actor: string): Pool {
	const others = fact.kind === 'figure' ? bank.figures : bank.claims;
	return wrongOfCircle(bank, actor, {
		circle: others
			.flatMap(({ about }) => about)
			.filter((other) => areContemporaries(bank, actor, other)),
		time: fact.kind === 'figure' ? (fact.date?.when ?? null) : null,
		isWrong: (id) => isAbout(bank, fact, actor, id) === 'no'
	});
}

/** Actors that are wrong for a card that asks for one. */
export function wrongActors(bank: Bank, card: Card): Pool {
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
