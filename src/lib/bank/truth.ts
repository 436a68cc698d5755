/**
 * Is this answer true of this question? The heart of the promise that exactly one option is right.
 *
 * `no` is said only when the bank *knows* it: absence is not falsehood. Whatever is contested,
 * inferred or merely not stored is `unknown`, and no option may be.
 */
import { actorsOf, type Bank } from './bank.ts';
import type { Card } from './card.ts';
import type { ClaimFact, EventFact, Fact, FactDate, FigureFact, RelationFact } from './pack.ts';
import { contains, endOf, isBounded, overlaps, unitDays, type When } from './when.ts';

export type Truth = 'yes' | 'no' | 'unknown';

/** Numbers nearer than this ratio to an accepted or printed value are not known to be wrong. */
export const SAFE_RATIO = 1.3;

const isWithinOneUnit = (a: When, b: When): boolean => {
	const margin = unitDays(b);
	return a.start <= b.end + margin && b.start - margin <= a.end;
};

/** Whether something dated `date` may have been at `candidate`. */
function dateTruth(date: FactDate, candidate: When): Truth {
	if (date.inferred || !isBounded(date.when)) return 'unknown';
	const accepted = [date.when, ...date.also];
	if (accepted.some((when) => contains(candidate, when))) return 'yes';
	if (accepted.some((when) => overlaps(when, candidate))) return 'unknown';
	if (date.barred.some((when) => overlaps(when, candidate))) return 'unknown';
	if (date.when.approximate && isWithinOneUnit(candidate, date.when)) return 'unknown';
	return 'no';
}

/** Whether two events may be taken for one another: one type of act with the same actor in it. */
const areLike = (a: EventFact, b: EventFact): boolean =>
	a.type === b.type &&
	a.actors.some(({ actor, part }) =>
		b.actors.some((other) => other.actor === actor && other.part === part)
	);

/**
 * Did the event happen at `candidate`? The dates of rivals in its conflict group and of like events
 * (a second visit of the same man) are not known to be wrong.
 */
export function isDateOf(bank: Bank, event: EventFact, candidate: When): Truth {
	if (!event.date) return 'unknown';
	const own = dateTruth(event.date, candidate);
	if (own !== 'no') return own;
	const mayBeMeant = bank.events.some(
		(other) =>
			other.id !== event.id &&
			other.date !== null &&
			((event.conflict !== null && other.conflict === event.conflict) || areLike(event, other)) &&
			overlaps(other.date.when, candidate)
	);
	return mayBeMeant ? 'unknown' : 'no';
}

/**
 * Did the period of the relation begin (or end) at `candidate`? Where the same one held the same
 * office twice, either date may be meant.
 */
export function isEndOf(
	bank: Bank,
	relation: RelationFact,
	side: 'since' | 'until',
	candidate: When
): Truth {
	const date = endDate(relation, side);
	if (!date) return 'unknown';
	const own = dateTruth(date, candidate);
	if (own !== 'no') return own;
	const mayBeMeant = bank.relationsOf(relation.type).some((other) => {
		if (other.id === relation.id) return false;
		const isRival = relation.conflict !== null && other.conflict === relation.conflict;
		if (!isRival && other.from !== relation.from) return false;
		// An end that nobody knows lies somewhere within the period.
		const when = endDate(other, side)?.when ?? other.date?.when;
		return (isRival || isSameSlot(other, relation, 'from')) && (!when || overlaps(when, candidate));
	});
	return mayBeMeant ? 'unknown' : 'no';
}

/** When the period of a relation began or ended; null when that is not known. */
export function endDate(relation: RelationFact, side: 'since' | 'until'): FactDate | null {
	const { date } = relation;
	if (!date) return null;
	const when = endOf(date.when, side === 'since' ? 'first' : 'last');
	const ends = (others: readonly When[]) =>
		others.flatMap((other) => endOf(other, side === 'since' ? 'first' : 'last') ?? []);
	const [also, barred] = [ends(date.also), ends(date.barred)];
	return when && { ...date, when, also, barred, label: null, printed: null };
}

/** Did `candidate` happen in the time `when`? The same question from the other side. */
export function happenedIn(bank: Bank, when: When, candidate: EventFact): Truth {
	if (candidate.status === 'HOLD' || candidate.flags.includes('no-date')) return 'unknown';
	return isDateOf(bank, candidate, when);
}

/** Whether two actors are one under two names. */
export const isSameActor = (bank: Bank, a: string, b: string): boolean =>
	a === b ||
	[...bank.relationsOf('also_known_as'), ...bank.relationsOf('code_name_of')].some(
		({ from, to }) => (from === a && to === b) || (from === b && to === a)
	);

/** Did the actor play this part in the event? */
export function playedPart(bank: Bank, event: EventFact, part: string, candidate: string): Truth {
	const players = event.actors.filter((player) => player.part === part);
	if (players.some((player) => player.actor === candidate)) return 'yes';
	if (players.some((player) => isSameActor(bank, player.actor, candidate))) return 'unknown';
	if (actorsOf(event).includes(candidate)) return 'unknown';
	return mayBeConfused(bank, event, candidate) ? 'unknown' : 'no';
}

/** Did the event take place there? One place may lie within another, or be one of several. */
export function tookPlaceIn(bank: Bank, event: EventFact, candidate: string): Truth {
	const place = event.askPlace?.actor;
	if (candidate === place) return 'yes';
	if (place !== undefined && isSameActor(bank, place, candidate)) return 'unknown';
	if (actorsOf(event).includes(candidate)) return 'unknown';
	const mayLieWithin = bank
		.factsOf(candidate)
		.some((fact) => fact.kind === 'event' && place !== undefined && fact.places.includes(place));
	return mayLieWithin || mayBeConfused(bank, event, candidate) ? 'unknown' : 'no';
}

/** Whether the actor stands in another event that may be taken for this one. */
const mayBeConfused = (bank: Bank, event: EventFact, candidate: string): boolean =>
	bank.factsOf(candidate).some((fact) => {
		if (fact.id === event.id) return false;
		if (event.group !== null && fact.group === event.group) return true;
		if (fact.kind !== 'event' || fact.type !== event.type) return false;
		if (!fact.date || !event.date) return true;
		return overlaps(fact.date.when, event.date.when);
	});

/**
 * Is `candidate` the actor `asked` that the figure or the claim is asked for? The others that it
 * names are not known to be wrong. A figure rules out those with clearly different numbers of the
 * same unit, a claim those of whom only other matters speak; of whom nothing is on record, nothing
 * is known.
 */
export function isAbout(
	bank: Bank,
	fact: FigureFact | ClaimFact,
	asked: string,
	candidate: string
): Truth {
	if (candidate === asked) return 'yes';
	if (isSameActor(bank, asked, candidate) || actorsOf(fact).includes(candidate)) return 'unknown';
	const others = bank.factsOf(candidate);
	const isRival = (other: Fact) =>
		(fact.group !== null && other.group === fact.group) ||
		(fact.conflict !== null && other.conflict === fact.conflict);
	if (others.some(isRival)) return 'unknown';
	if (fact.kind === 'claim') {
		const claims = others.filter((other) => other.kind === 'claim');
		return claims.length > 0 && claims.every(({ matter }) => matter !== fact.matter)
			? 'no'
			: 'unknown';
	}
	// "Over 90,000" is true of half a million as well.
	if (OPEN_VALUES.has(fact.qualifier)) return 'unknown';
	const figures = others.filter((other) => other.kind === 'figure' && other.unit === fact.unit);
	return figures.length > 0 &&
		figures.every((other) => isValueOf(bank, other as FigureFact, fact) === 'no')
		? 'no'
		: 'unknown';
}

/** Qualifiers that other values meet as well. */
const OPEN_VALUES: ReadonlySet<FigureFact['qualifier']> = new Set(['over', 'under', 'several']);

/**
 * Which side of a relation settles the other. `from`: for one `to` at one time there is one `from`
 * (an organisation has one head). `to`: for one `from` there is one `to` (a child has one father).
 */
const SETTLES: Readonly<
	Record<RelationFact['type'], { readonly from: boolean; readonly to: boolean }>
> = {
	head_of: { from: true, to: false },
	station_chief: { from: true, to: false },
	minister_of: { from: true, to: false },
	head_of_state: { from: true, to: false },
	head_of_government: { from: true, to: false },
	chair_of: { from: true, to: false },
	adviser_to: { from: false, to: false },
	deputy_of: { from: false, to: false },
	successor_of: { from: true, to: true },
	child_of: { from: false, to: true },
	member_of: { from: false, to: false },
	code_name_of: { from: true, to: true },
	also_known_as: { from: true, to: true },
	meaning_of: { from: true, to: true },
	negotiated_with: { from: false, to: false },
	partner_of: { from: false, to: false },
	founder_of: { from: false, to: false },
	author_of: { from: true, to: false },
	based_in: { from: false, to: true },
	capital_of: { from: true, to: true },
	cause_of: { from: false, to: false },
	precedes: { from: false, to: false },
	conflicting_estimates: { from: false, to: false }
};

/** Relations about one and the same slot: the same type, the same other side, office and place. */
export const isSameSlot = (a: RelationFact, b: RelationFact, side: 'from' | 'to'): boolean =>
	a.type === b.type &&
	(side === 'from' ? a.to === b.to : a.from === b.from) &&
	a.office === b.office &&
	a.place === b.place;

/** The time a relation's question is about; null when it is not tied to one. */
export const askedTime = (relation: RelationFact): When | null =>
	relation.askAt ?? relation.date?.when ?? null;

const maybeHeldAt = (relation: RelationFact, time: When | null): boolean =>
	time === null || relation.date === null || overlaps(relation.date.when, time);

const surelyHeldAt = (relation: RelationFact, time: When | null): boolean =>
	time === null ||
	(relation.date !== null && isBounded(relation.date.when) && contains(relation.date.when, time));

/** Does `candidate` stand on this side of the relation, at the time that it asks about? */
export function standsIn(
	bank: Bank,
	relation: RelationFact,
	side: 'from' | 'to',
	candidate: string
): Truth {
	const key = relation[side];
	if (candidate === key) return 'yes';
	if (isSameActor(bank, key, candidate)) return 'unknown';
	const other = side === 'from' ? relation.to : relation.from;
	if (candidate === other || actorsOf(relation).includes(candidate)) return 'unknown';
	const { group } = relation;
	if (group !== null && bank.factsOf(candidate).some((fact) => fact.group === group)) {
		return 'unknown';
	}
	const time = askedTime(relation);
	const sameType = bank.relationsOf(relation.type);
	for (const rival of sameType) {
		if (rival[side] !== candidate || !isSameSlot(rival, relation, side)) continue;
		if (surelyHeldAt(rival, time)) return 'yes';
		if (maybeHeldAt(rival, time)) return 'unknown';
	}
	// An open-ended period rules nobody out.
	if (SETTLES[relation.type][side]) return time === null || isBounded(time) ? 'no' : 'unknown';
	// The key does not rule others out, but the candidate's own slot may be filled by someone else.
	const otherSide = side === 'from' ? 'to' : 'from';
	const isTakenElsewhere =
		SETTLES[relation.type][otherSide] &&
		sameType.some(
			(rival) =>
				rival[side] === candidate && rival[otherSide] !== other && surelyHeldAt(rival, time)
		);
	return isTakenElsewhere ? 'no' : 'unknown';
}

/**
 * Does `candidate` make this claim? Known false only for speakers on record who say nothing on the
 * matter: questions about claims are always put "according to" the claim's own source.
 */
export function makesClaim(bank: Bank, claim: ClaimFact, candidate: string): Truth {
	if (claim.speakers.includes(candidate) || claim.relayedBy.includes(candidate)) return 'yes';
	if (claim.about.includes(candidate) || actorsOf(claim).includes(candidate)) return 'unknown';
	const claims = bank.claimsBy(candidate);
	if (claims.length === 0 || claims.some((other) => other.matter === claim.matter))
		return 'unknown';
	return 'no';
}

const isNear = (a: number, b: number): boolean => {
	if (a === b) return true;
	if (a <= 0 || b <= 0) return Math.abs(a - b) < 1;
	return Math.max(a, b) / Math.min(a, b) < SAFE_RATIO;
};

/** Whether two figures may be about one quantity: one unit, one subject, no two different times. */
const areOne = (a: FigureFact, b: FigureFact): boolean =>
	a.unit === b.unit &&
	a.about.some((actor) => b.about.includes(actor)) &&
	(a.date === null || b.date === null || overlaps(a.date.when, b.date.when));

/** Is the figure `candidate`? Values near an accepted, printed or rival one are not known to be wrong. */
export function isValueOf(
	bank: Bank,
	figure: FigureFact,
	candidate: { readonly min: number; readonly max: number }
): Truth {
	if (OPEN_VALUES.has(figure.qualifier)) {
		return candidate.min === figure.min && candidate.max === figure.max ? 'yes' : 'unknown';
	}
	const touches = (low: number, high: number) => candidate.min <= high && low <= candidate.max;
	if (candidate.min === figure.min && candidate.max === figure.max) return 'yes';
	if (candidate.min === candidate.max && touches(figure.min, figure.max)) return 'yes';
	if (figure.also.some((value) => touches(value, value))) {
		return candidate.min === candidate.max ? 'yes' : 'unknown';
	}
	const rivals = bank.figures.filter(
		(other) =>
			other.id !== figure.id &&
			((figure.conflict !== null && other.conflict === figure.conflict) || areOne(figure, other))
	);
	const printed = [figure, ...rivals].flatMap((fact) => [
		fact.min,
		fact.max,
		...fact.also,
		...fact.barred
	]);
	const isUnsafe =
		[figure, ...rivals].some((fact) => touches(fact.min, fact.max)) ||
		printed.some(
			(value) =>
				touches(value, value) || isNear(value, candidate.min) || isNear(value, candidate.max)
		);
	return isUnsafe ? 'unknown' : 'no';
}

/** Is the actor a right answer to a card that asks for one? */
export function isActorOf(bank: Bank, card: Card, candidate: string): Truth {
	const fact = bank.fact(card.fact);
	switch (fact.kind) {
		case 'event': {
			if (card.facet === 'where') return tookPlaceIn(bank, fact, candidate);
			const player = fact.actors.find(({ actor }) => actor === card.actor);
			return player ? playedPart(bank, fact, player.part, candidate) : 'unknown';
		}
		case 'relation':
			return standsIn(bank, fact, card.facet === 'to' ? 'to' : 'from', candidate);
		case 'claim':
			return card.facet === 'speaker'
				? makesClaim(bank, fact, candidate)
				: isAbout(bank, fact, card.actor ?? '', candidate);
		case 'figure':
			return isAbout(bank, fact, card.actor ?? '', candidate);
		default:
			return fact satisfies never;
	}
}

/** The date that a card asks for; null when it asks for something else. */
export function dateOf(bank: Bank, card: Card): FactDate | null {
	const fact = bank.fact(card.fact);
	if (card.facet === 'when') return fact.kind === 'event' ? fact.date : null;
	const isEnd = card.facet === 'since' || card.facet === 'until';
	return isEnd && fact.kind === 'relation' ? endDate(fact, card.facet) : null;
}

/** Is the date a right answer to a card that asks for one? */
export function isDateOfCard(bank: Bank, card: Card, candidate: When): Truth {
	const fact = bank.fact(card.fact);
	if (fact.kind === 'event') return isDateOf(bank, fact, candidate);
	return fact.kind === 'relation' && (card.facet === 'since' || card.facet === 'until')
		? isEndOf(bank, fact, card.facet, candidate)
		: 'unknown';
}
