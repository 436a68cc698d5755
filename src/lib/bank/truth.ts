/**
 * Is this answer true of this question? The heart of the promise that exactly one option is right.
 *
 * `no` is said only when the bank *knows* it: absence is not falsehood. Whatever is contested,
 * inferred or merely not stored is `unknown`, and no option may be.
 */
import type { Bank } from './bank.ts';
import type { Card } from './card.ts';
import type { ClaimFact, EventFact, Fact, FactDate, FigureFact, RelationFact } from './pack.ts';
import { ALWAYS } from './timeline.ts';
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

/** Whether an actor plays a part in an event. */
const plays = ({ actors }: EventFact, actor: string, part: string): boolean =>
	actors.some((player) => player.actor === actor && player.part === part);

/**
 * Whether a rival of the event, or one that may be taken for it (one type of act, with the same
 * actor in the same part), was in the time `when`.
 */
function mayBeMeant(bank: Bank, event: EventFact, when: When): boolean {
	const isOther = (other: Fact): other is EventFact & { readonly date: FactDate } =>
		other.kind === 'event' && other.id !== event.id && other.date !== null;
	const { conflict } = event;
	const rivals = conflict === null ? [] : bank.rivals(conflict);
	if (rivals.some((other) => isOther(other) && overlaps(other.date.when, when))) return true;
	const ofType = bank.evidence.eventsOfType(event.type);
	return event.actors.some(({ actor, part }) =>
		ofType?.get(actor)?.some(when, (other) => isOther(other) && plays(other, actor, part))
	);
}

/**
 * Did the event happen at `candidate`? The dates of rivals in its conflict group and of like events
 * (a second visit of the same man) are not known to be wrong.
 */
export function isDateOf(bank: Bank, event: EventFact, candidate: When): Truth {
	if (!event.date) return 'unknown';
	const own = dateTruth(event.date, candidate);
	if (own !== 'no') return own;
	return mayBeMeant(bank, event, candidate) ? 'unknown' : 'no';
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
	const { id, type, from, conflict } = relation;
	const mayEndThen = (other: RelationFact) => {
		// An end that nobody knows lies somewhere within the period.
		const when = endDate(other, side)?.when ?? other.date?.when;
		return other.id !== id && (!when || overlaps(when, candidate));
	};
	const rivals = conflict === null ? [] : bank.rivals(conflict);
	const isRivalMeant = rivals.some(
		(other) => other.kind === 'relation' && other.type === type && mayEndThen(other)
	);
	const held = bank.evidence.relationsBy('from', type)?.get(from);
	const isOtherTermMeant = held?.some(
		ALWAYS,
		(other) => isSameSlot(other, relation, 'from') && mayEndThen(other)
	);
	return isRivalMeant || isOtherTermMeant ? 'unknown' : 'no';
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
	a === b || bank.evidence.otherNamesOf(a).has(b);

/** Did the actor play this part in the event? */
export function playedPart(bank: Bank, event: EventFact, part: string, candidate: string): Truth {
	if (plays(event, candidate, part)) return 'yes';
	const isPlayer = (other: string) => plays(event, other, part);
	if ([...bank.evidence.otherNamesOf(candidate)].some(isPlayer)) return 'unknown';
	if (bank.namesIn(event).includes(candidate)) return 'unknown';
	return mayBeConfused(bank, event, candidate) ? 'unknown' : 'no';
}

/** Did the event take place there? One place may lie within another, or be one of several. */
export function tookPlaceIn(bank: Bank, event: EventFact, candidate: string): Truth {
	const place = event.askPlace?.actor;
	if (candidate === place) return 'yes';
	if (place !== undefined && isSameActor(bank, place, candidate)) return 'unknown';
	if (bank.namesIn(event).includes(candidate)) return 'unknown';
	const mayLieWithin = place !== undefined && bank.evidence.namedAt(place).has(candidate);
	return mayLieWithin || mayBeConfused(bank, event, candidate) ? 'unknown' : 'no';
}

/** Whether an actor that the event does not name stands in another that may be taken for it. */
function mayBeConfused(bank: Bank, { type, group, date }: EventFact, candidate: string): boolean {
	if (group !== null && bank.evidence.namedInGroup(group).has(candidate)) return true;
	const alike = bank.evidence.eventsOfType(type)?.get(candidate);
	return alike?.some(date?.when ?? ALWAYS, () => true) ?? false;
}

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
	if (isSameActor(bank, asked, candidate) || bank.namesIn(fact).includes(candidate)) {
		return 'unknown';
	}
	const { group, conflict } = fact;
	const { evidence } = bank;
	if (group !== null && evidence.namedInGroup(group).has(candidate)) return 'unknown';
	if (conflict !== null && evidence.namedInConflict(conflict).has(candidate)) return 'unknown';
	if (fact.kind === 'claim') {
		const matters = evidence.mattersOf(candidate);
		return matters.size > 0 && !matters.has(fact.matter) ? 'no' : 'unknown';
	}
	// "Over 90,000" is true of half a million as well.
	if (OPEN_VALUES.has(fact.qualifier)) return 'unknown';
	const figures = evidence.figuresIn(fact.unit)?.get(candidate);
	if (figures === undefined) return 'unknown';
	return figures.some(ALWAYS, (other) => isValueOf(bank, other, fact) !== 'no') ? 'unknown' : 'no';
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
	if (candidate === other || bank.namesIn(relation).includes(candidate)) return 'unknown';
	const { group, type } = relation;
	if (group !== null && bank.evidence.namedInGroup(group).has(candidate)) return 'unknown';
	const time = askedTime(relation);
	const span = time ?? ALWAYS;
	const own = bank.evidence.relationsBy(side, type)?.get(candidate);
	const inSlot = (rival: RelationFact) => isSameSlot(rival, relation, side);
	// What touches the time may have held then.
	if (own?.some(span, (rival) => inSlot(rival) && surelyHeldAt(rival, time))) return 'yes';
	if (own?.some(span, inSlot)) return 'unknown';
	// An open-ended period rules nobody out.
	if (SETTLES[type][side]) return time === null || isBounded(time) ? 'no' : 'unknown';
	// The key does not rule others out, but the candidate's own slot may be filled by someone else.
	const otherSide = side === 'from' ? 'to' : 'from';
	const isTakenElsewhere =
		SETTLES[type][otherSide] &&
		own?.some(span, (rival) => rival[otherSide] !== other && surelyHeldAt(rival, time));
	return isTakenElsewhere ? 'no' : 'unknown';
}

/**
 * Does `candidate` make this claim? Known false only for speakers on record who say nothing on the
 * matter: questions about claims are always put "according to" the claim's own source.
 */
export function makesClaim(bank: Bank, claim: ClaimFact, candidate: string): Truth {
	if (claim.speakers.includes(candidate) || claim.relayedBy.includes(candidate)) return 'yes';
	if (claim.about.includes(candidate) || bank.namesIn(claim).includes(candidate)) return 'unknown';
	const matters = bank.evidence.mattersSaidBy(candidate);
	return matters.size > 0 && !matters.has(claim.matter) ? 'no' : 'unknown';
}

const isNear = (a: number, b: number): boolean => {
	if (a === b) return true;
	if (a <= 0 || b <= 0) return Math.abs(a - b) < 1;
	return Math.max(a, b) / Math.min(a, b) < SAFE_RATIO;
};

/**
 * The figures that may be about the same quantity: rivals, and those in its unit of one of its
 * subjects, at no certainly different time.
 */
function likeFigures(bank: Bank, figure: FigureFact): ReadonlySet<FigureFact> {
	const { id, conflict, date, unit } = figure;
	const alike = new Set<FigureFact>();
	for (const rival of conflict === null ? [] : bank.rivals(conflict)) {
		if (rival.kind === 'figure' && rival.id !== id) alike.add(rival);
	}
	const inUnit = bank.evidence.figuresIn(unit);
	for (const actor of figure.about) {
		inUnit?.get(actor)?.some(date?.when ?? ALWAYS, (other) => {
			if (other.id !== id && other.about.includes(actor)) alike.add(other);
			return false;
		});
	}
	return alike;
}

type Amount = { readonly min: number; readonly max: number };

/**
 * Is the figure `candidate`? Values near an accepted, printed or rival one are not known to be wrong.
 */
export const isValueOf = (bank: Bank, figure: FigureFact, candidate: Amount): Truth =>
	valueTruth(bank, figure)(candidate);

/** The same for many candidates: what may be meant as well is looked up once. */
export function valueTruth(bank: Bank, figure: FigureFact): (candidate: Amount) => Truth {
	let known: readonly FigureFact[] | null = null;
	return (candidate) => {
		const own = ownValueTruth(figure, candidate);
		if (own !== 'no') return own;
		known ??= [figure, ...likeFigures(bank, figure)];
		return known.some((fact) => isNearValue(fact, candidate)) ? 'unknown' : 'no';
	};
}

const touches = (candidate: Amount, low: number, high: number): boolean =>
	candidate.min <= high && low <= candidate.max;

/** What the figure says of a value, whatever else the bank holds. */
function ownValueTruth(figure: FigureFact, candidate: Amount): Truth {
	const isEqual = candidate.min === figure.min && candidate.max === figure.max;
	if (isEqual) return 'yes';
	if (OPEN_VALUES.has(figure.qualifier)) return 'unknown';
	const isSingle = candidate.min === candidate.max;
	if (isSingle && touches(candidate, figure.min, figure.max)) return 'yes';
	const [low, high] = acceptedBand(figure);
	if (touches(candidate, low, high)) return isSingle ? 'yes' : 'unknown';
	if (figure.also.some((value) => touches(candidate, value, value))) {
		return isSingle ? 'yes' : 'unknown';
	}
	return 'no';
}

const TIME_UNITS: ReadonlySet<string> = new Set(['hours', 'days', 'weeks', 'months', 'years']);

/** Whether a figure tells how long something took. */
export const isTimeSpan = ({ unit }: FigureFact): boolean => TIME_UNITS.has(unit);

/** Where estimates differ, what lies between two of them is no worse; a count is what it is. */
function acceptedBand({ min, max, also, qualifier }: FigureFact): readonly [number, number] {
	return qualifier === 'exact' ? [min, max] : [Math.min(min, ...also), Math.max(max, ...also)];
}

/** Whether a value touches a figure, or comes near one that is accepted or printed for it. */
function isNearValue(fact: FigureFact, candidate: Amount): boolean {
	const isUnsafe = (value: number) =>
		touches(candidate, value, value) ||
		isNear(value, candidate.min) ||
		isNear(value, candidate.max);
	return (
		touches(candidate, fact.min, fact.max) ||
		isUnsafe(fact.min) ||
		isUnsafe(fact.max) ||
		fact.also.some(isUnsafe) ||
		fact.barred.some(isUnsafe)
	);
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
