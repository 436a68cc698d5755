/** Wrong actors: of the same type and role, of the time, and known to be wrong by `truth.ts`. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { ClaimFact, EventFact, RelationFact } from '../../bank/pack.ts';
import { askedTime, isSameSlot, makesClaim, playedPart, standsIn } from '../../bank/truth.ts';
import { gapDays, type When } from '../../bank/when.ts';
import type { Random } from '../random.ts';

/** Whether an actor is on record within a generation of a time. */
function isOfTheTime(bank: Bank, actor: string, time: When | null): boolean {
	if (time === null) return true;
	const generation = 25 * 366;
	return bank.factsOf(actor).some((fact) => {
		const when = fact.kind === 'claim' ? fact.made : fact.date?.when;
		return when !== undefined && gapDays(when, time) <= generation;
	});
}

/** Draws from those of a circle who are known to be wrong: two at least, `count` at most, or null. */
function wrongActors(
	bank: Bank,
	key: string,
	input: {
		readonly circle: readonly string[];
		/** Where given, they must be on record within a generation of it. */
		readonly time: When | null;
		readonly count: number;
		readonly random: Random;
		readonly isWrong: (actor: string) => boolean;
	}
): string[] | null {
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
	return usable.length < 2 ? null : input.random.sample(usable, input.count);
}

/** Actors of the same type who played the same part elsewhere, but not in this event. */
function wrongPlayers(
	bank: Bank,
	event: EventFact,
	actor: string,
	count: number,
	random: Random
): string[] | null {
	const part = event.actors.find((player) => player.actor === actor)?.part ?? '';
	return wrongActors(bank, actor, {
		circle: bank.playersOf(part),
		time: event.date?.when ?? null,
		count,
		random,
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
function wrongParties(
	bank: Bank,
	relation: RelationFact,
	side: 'from' | 'to',
	count: number,
	random: Random
): string[] | null {
	const isOffice = side === 'from' && OFFICES.has(relation.type);
	const others = bank
		.relationsOf(relation.type)
		.filter((other) => !isOffice || isSameSlot(other, relation, side))
		.map((other) => other[side]);
	const isSuccession = relation.type === 'successor_of';
	return wrongActors(bank, relation[side], {
		circle: isSuccession ? fellowHolders(bank, relation[side]) : others,
		// Of an office, all holders are plausible; elsewhere only contemporaries are.
		time: isOffice || isSuccession ? null : askedTime(relation),
		count,
		random,
		isWrong: (id) => standsIn(bank, relation, side, id) === 'no'
	});
}

/** Speakers on record in the same document who are silent on the matter. */
function wrongSpeakers(
	bank: Bank,
	claim: ClaimFact,
	count: number,
	random: Random
): string[] | null {
	const [key] = claim.speakers;
	if (key === undefined) return null;
	const documents = new Set(claim.support.map(({ source }) => source));
	return wrongActors(bank, key, {
		circle: bank.claims
			.filter((other) => other.support.some(({ source }) => documents.has(source)))
			.flatMap((other) => other.speakers),
		time: null,
		count,
		random,
		isWrong: (id) => makesClaim(bank, claim, id) === 'no'
	});
}

/** Actors that are wrong for a card that asks for one. */
export function wrongActorsFor(
	bank: Bank,
	card: Card,
	count: number,
	random: Random
): string[] | null {
	const fact = bank.fact(card.fact);
	switch (fact.kind) {
		case 'event':
			return card.actor === null ? null : wrongPlayers(bank, fact, card.actor, count, random);
		case 'relation':
			return wrongParties(bank, fact, card.facet === 'to' ? 'to' : 'from', count, random);
		case 'claim':
			return wrongSpeakers(bank, fact, count, random);
		case 'figure':
			return null;
		default:
			return fact satisfies never;
	}
}
