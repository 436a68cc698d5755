/**
 * Is this answer true of this question? The heart of the promise that exactly one option is right.
 *
 * `no` is said only when the bank *knows* it: absence is not falsehood. Whatever is contested,
 * inferred or merely not stored is `unknown`, and no option may be.
 */
import { actorsOf, type Bank } from './bank.ts';
import type { ClaimFact, EventFact, FactDate, FigureFact, RelationFact } from './pack.ts';
import { contains, isBounded, overlaps, unitDays, type When } from './when.ts';

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
	const mayBeConfused = bank.factsOf(candidate).some((fact) => {
		if (fact.id === event.id) return false;
		if (event.group !== null && fact.group === event.group) return true;
		if (fact.kind !== 'event' || fact.type !== event.type) return false;
		if (!fact.date || !event.date) return true;
		return overlaps(fact.date.when, event.date.when);
	});
	return mayBeConfused ? 'unknown' : 'no';
}

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
	if (
		figure.qualifier === 'over' ||
		figure.qualifier === 'under' ||
		figure.qualifier === 'several'
	) {
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
