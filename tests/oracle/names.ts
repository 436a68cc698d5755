/**
 * Whether a name is right. Falsehood is weaker here than for dates and numbers: a name is wrong when
 * nothing in any pack speaks for it, and `unclear` where something does.
 */
import type { CardId, Verdict } from './card.ts';
import { valueVerdict } from './sizes.ts';
import { holds, meet, timeNamed, type Span } from './span.ts';
import type { Happening, Quantity, Saying, Tie, World } from './world.ts';

/** Whether two ids are of one being. */
export const areOne = (world: World, a: string, b: string): boolean =>
	a === b || (world.others.get(a)?.has(b) ?? false);

/** The question for an actor, or null where it is the statement with a gap. */
function askFor({ fact, facet, actor }: CardId): string | null {
	const named =
		fact.kind === 'event'
			? facet === 'where'
				? fact.places.find(({ ask }) => ask !== null)
				: fact.players.find((player) => player.actor === actor && player.ask !== null)
			: fact.kind === 'relation'
				? { ask: fact.asks[facet] ?? null }
				: fact.about.find((each) => each.actor === actor);
	return named?.ask === 'blank' ? null : (named?.ask ?? null);
}

/** The actors whose name stands in a question; of a statement with a gap, all that it names. */
function toldIn(world: World, card: CardId, asked: string): string[] {
	const text = askFor(card);
	return [...card.fact.named].filter((id) => {
		const being = world.beings.get(id);
		if (!being || id === asked) return false;
		return text === null
			? card.fact.statement.includes(`{${id}`)
			: [being.name, being.inText, ...being.spellings].some((name) => text.includes(name));
	});
}

/** The time that a question tells: in its words, or in the date beside a statement with a gap. */
function timeTold(card: CardId): Span | null {
	const text = askFor(card);
	if (text !== null) return timeNamed(text);
	return card.fact.date?.isInferred ? null : (card.fact.date?.accepted[0] ?? null);
}

/**
 * Whether another event speaks for the option: of the same type, at the same time; or with all that
 * the question names, at the time that it tells, if it tells one.
 */
function speaksFor(world: World, card: CardId, asked: string, option: string): boolean {
	const { fact } = card;
	if (fact.kind !== 'event') return false;
	const time = timeTold(card);
	const told = toldIn(world, card, asked);
	return world.events.some((other) => {
		if (other.id === fact.id || !other.named.has(option) || other.type !== fact.type) return false;
		const isThen = (span: Span) => other.date?.accepted.some((each) => meet(each, span)) ?? true;
		if (fact.date?.accepted.some(isThen)) return true;
		const isTold = told.length > 0 && told.every((id) => other.named.has(id));
		return isTold && (time === null || isThen(time)) && !isToldApart(askFor(card), fact, other);
	});
}

/** Whether the question uses a word of its own event that the other one lacks: a plague, not cholera. */
function isToldApart(text: string | null, own: Happening, other: Happening): boolean {
	const wordsOf = (event: Happening) =>
		new Set(`${event.name} ${event.statement}`.toLowerCase().match(/\p{L}{5,}/gu) ?? []);
	const [ours, theirs] = [wordsOf(own), wordsOf(other)];
	const asked: readonly string[] = (text ?? own.statement).toLowerCase().match(/\p{L}{5,}/gu) ?? [];
	return asked.some((word) => ours.has(word) && !theirs.has(word));
}

function playerVerdict(world: World, card: CardId, event: Happening, option: string): Verdict {
	const asked = event.players.find(({ actor }) => actor === card.actor);
	if (!asked) return 'unclear';
	const isPlayer = event.players.some(
		({ actor, part }) => part === asked.part && areOne(world, actor, option)
	);
	if (isPlayer) return 'true';
	if (event.named.has(option)) return 'unclear';
	return speaksFor(world, card, asked.actor, option) ? 'unclear' : 'false';
}

function placeVerdict(world: World, card: CardId, event: Happening, option: string): Verdict {
	const asked = event.places.find(({ ask }) => ask !== null);
	if (!asked) return 'unclear';
	if (event.places.some(({ actor }) => areOne(world, actor, option))) return 'true';
	if (event.named.has(option)) return 'unclear';
	const isWithin =
		world.events.some(({ places }) =>
			[option, asked.actor].every((id) => places.some(({ actor }) => actor === id))
		) ||
		world.ties.some(
			({ type, named }) =>
				['capital_of', 'based_in'].includes(type) && named.has(option) && named.has(asked.actor)
		);
	return isWithin || speaksFor(world, card, asked.actor, option) ? 'unclear' : 'false';
}

/** Whether the period of a relation covers a time, surely or perhaps. */
function heldAt({ date }: Tie, time: Span | null): Verdict {
	if (time === null) return 'true';
	if (!date) return 'unclear';
	const [own] = date.accepted;
	if (!own || !meet(own, time)) return 'false';
	return holds(own, time) && !date.isInferred ? 'true' : 'unclear';
}

/** Whether a relation covers a whole period: with a part of it, what is said of all is not true. */
function heldThroughout({ date }: Tie, period: Span): Verdict {
	const [own] = date?.accepted ?? [];
	if (!own || date?.isInferred) return 'unclear';
	return holds(own, period) ? 'true' : 'false';
}

function partyVerdict(world: World, card: CardId, tie: Tie, option: string): Verdict {
	const side = card.facet === 'to' ? 'to' : 'from';
	const end = side === 'to' ? 'from' : 'to';
	// What a learner is told of the time: nothing, if the question has no year.
	const time = timeTold(card);
	// A statement with a gap tells of the whole period.
	const period = askFor(card) === null ? tie.date?.accepted[0] : undefined;
	const isAnother = tie.type === 'code_name_of' || tie.type === 'also_known_as';
	if (option === tie[side]) return tie.askAt ? heldAt(tie, tie.askAt) : 'true';
	if (!isAnother && areOne(world, option, tie[side])) return 'true';
	const held = world.ties
		.filter(
			(other) =>
				other.type === tie.type &&
				other.office === tie.office &&
				other.place === tie.place &&
				other[end] === tie[end] &&
				other[side] === option
		)
		.map((other) => (period ? heldThroughout(other, period) : heldAt(other, time)));
	if (held.includes('true')) return 'true';
	return held.includes('unclear') || tie.named.has(option) ? 'unclear' : 'false';
}

/** Whether a position is the speaker's. */
export function speakerVerdict(world: World, claim: Saying, option: string): Verdict {
	if (claim.speakers.some((speaker) => areOne(world, speaker, option))) return 'true';
	if (claim.named.has(option)) return 'unclear';
	const speaks = world.claims.some(
		({ speakers, relayedBy, saidBy, matter, position }) =>
			(matter === claim.matter || position === claim.position) &&
			[...speakers, ...relayedBy, ...saidBy].includes(option)
	);
	return speaks ? 'unclear' : 'false';
}

function aboutVerdict(
	world: World,
	card: CardId,
	fact: Quantity | Saying,
	option: string
): Verdict {
	if (card.actor !== null && areOne(world, card.actor, option)) return 'true';
	if (fact.named.has(option)) return 'unclear';
	const speaks =
		fact.kind === 'claim'
			? world.claims.some(({ matter, named }) => matter === fact.matter && named.has(option))
			: world.figures.some(
					(other) =>
						other.unit === fact.unit &&
						other.named.has(option) &&
						valueVerdict(world, other, [fact.min, fact.max]) !== 'false'
				);
	return speaks ? 'unclear' : 'false';
}

/** Whether a name is a right answer to a card that asks for one. */
export function nameVerdict(world: World, card: CardId, option: string): Verdict {
	if (!world.beings.has(option)) return 'unclear';
	const { fact, facet } = card;
	switch (fact.kind) {
		case 'event':
			return facet === 'where'
				? placeVerdict(world, card, fact, option)
				: playerVerdict(world, card, fact, option);
		case 'relation':
			return partyVerdict(world, card, fact, option);
		case 'claim':
			return facet === 'speaker'
				? speakerVerdict(world, fact, option)
				: aboutVerdict(world, card, fact, option);
		case 'figure':
			return aboutVerdict(world, card, fact, option);
		default:
			return fact satisfies never;
	}
}
