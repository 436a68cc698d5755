/**
 * Wrong answers: plausible, of the same type and time, and known to be wrong by `truth.ts`.
 *
 * Dates and numbers are drawn around the right one so that its place among the options, in
 * ascending order, is as likely to be first as last.
 */
import { actorsOf, type Bank } from '../bank/bank.ts';
import type { Card } from '../bank/card.ts';
import type { ClaimFact, EventFact, FigureFact, RelationFact } from '../bank/pack.ts';
import {
	askedTime,
	happenedIn,
	isDateOf,
	isSameSlot,
	isValueOf,
	makesClaim,
	playedPart,
	SAFE_RATIO,
	standsIn
} from '../bank/truth.ts';
import { gapDays, overlaps, unitDays, type When } from '../bank/when.ts';
import { rangeOption, type Range } from './options.ts';
import type { Random } from './random.ts';

/** How far to either side of the right answer plausible ones are looked for. */
const REACH = 8;

/**
 * Draws `count` items from those before and after the right answer, nearest first in each list, so
 * that the right answer's rank is uniform over the ranks that the two lists allow. `fits` says
 * whether an item may stand beside those already drawn.
 */
function drawAround<T>(
	before: readonly T[],
	after: readonly T[],
	count: number,
	random: Random,
	fits: (item: T, drawn: readonly T[]) => boolean
): T[] | null {
	const ranks = random.shuffle(Array.from({ length: count + 1 }, (_, rank) => rank));
	for (const rank of ranks) {
		const drawn: T[] = [];
		const take = (items: readonly T[], wanted: number) => {
			let taken = 0;
			for (const item of random.shuffle(items.slice(0, REACH))) {
				if (taken === wanted) break;
				if (!fits(item, drawn)) continue;
				drawn.push(item);
				taken += 1;
			}
			return taken === wanted;
		};
		if (take(before, rank) && take(after, count - rank)) return drawn;
	}
	return null;
}

/** Whether a whole unit lies between two dates: 1961 and 1963, never 1961 and 1962. */
const areApart = (a: When, b: When): boolean =>
	a.precision === 'range' || b.precision === 'range'
		? !overlaps(a, b)
		: a.precision === 'day'
			? gapDays(a, b) > 1
			: gapDays(a, b) >= Math.max(unitDays(a), unitDays(b));

/** Whether two dates of one precision are written alike: years with years, not with months. */
const hasSameLook = (a: When, b: When): boolean =>
	a.precision !== 'range' || a.edtf.replace(/\d/g, '0') === b.edtf.replace(/\d/g, '0');

/** Dates at which the event did not happen: those of other events, at the same precision. */
export function wrongDates(
	bank: Bank,
	event: EventFact,
	count: number,
	random: Random
): string[] | null {
	// A stretch with a name of its own ("the early 1970s") would stand out among plain dates.
	if (event.date?.label !== null) return null;
	const key = event.date.when;
	const usable = bank
		.datesAt(key.precision)
		.filter(
			({ when, events }) =>
				areApart(when, key) &&
				hasSameLook(when, key) &&
				// A day of violence is no filler for another question.
				events.some(({ flags, date }) => !flags.includes('sensitive') && !date?.label) &&
				isDateOf(bank, event, when) === 'no'
		)
		.map(({ when }) => when);
	const before = usable.filter((when) => when.end < key.start).reverse();
	const after = usable.filter((when) => when.start > key.end);
	const drawn = drawAround(before, after, count, random, (when, others) =>
		others.every((other) => areApart(when, other))
	);
	return drawn?.map((when) => when.edtf) ?? null;
}

/** Events that did not happen at the date of this one. */
export function wrongEvents(
	bank: Bank,
	event: EventFact,
	count: number,
	random: Random
): string[] | null {
	if (!event.date) return null;
	const key = event.date.when;
	const candidates = bank
		.datesAt(key.precision)
		.filter(({ when }) => areApart(when, key))
		.sort((a, b) => gapDays(a.when, key) - gapDays(b.when, key))
		.slice(0, 2 * REACH)
		.flatMap(({ events }) => events)
		.filter(
			(candidate) =>
				candidate.flags.length === 0 &&
				candidate.status !== 'ATTRIBUTE' &&
				(event.group === null || candidate.group !== event.group) &&
				happenedIn(bank, key, candidate) === 'no'
		);
	return candidates.length < count ? null : random.sample(candidates, count).map(({ id }) => id);
}

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

/** Rounds to as many significant digits as the model number shows. */
function roundLike(value: number, model: number): number {
	const digits = String(Math.abs(model)).replace(/0+$/, '').replace('.', '').length;
	const scale = 10 ** (Math.floor(Math.log10(Math.abs(value))) - Math.max(0, digits - 1));
	return scale >= 1 ? Math.round(value / scale) * scale : Math.max(1, Math.round(value));
}

/** Counts up to here are told apart one by one, so that 20 is not offered beside 3. */
const SMALL = 12;

const RATIOS = [1 / 5, 1 / 4, 1 / 3, 2 / 5, 1 / 2, 3 / 5, 8 / 5, 2, 5 / 2, 3, 4, 5];

const isClear = (a: Range, b: Range): boolean =>
	a.max * SAFE_RATIO <= b.min || b.max * SAFE_RATIO <= a.min;

/**
 * Values that the figure does not have: those of other figures in the unit first, then its own
 * multiplied by plain ratios and rounded as it is.
 */
export function wrongValues(
	bank: Bank,
	figure: FigureFact,
	count: number,
	random: Random
): string[] | null {
	const key: Range = figure;
	const isRange = key.min !== key.max;
	const isUsable = (range: Range) =>
		isClear(range, key) && isValueOf(bank, figure, range) === 'no' && range.min > 0;
	const isSmall = key.max <= SMALL && Number.isInteger(key.min) && !isRange;
	const reach = isSmall ? 3 : 12;
	const near = key.min / reach;
	const far = key.max * reach;
	const stored = bank
		.valuesIn(figure.unit)
		.filter(
			(value) =>
				(value.min !== value.max) === isRange &&
				value.min >= near &&
				value.max <= far &&
				value.figures.every(
					({ qualifier, flags }) =>
						(qualifier === 'exact' || qualifier === 'about') && !flags.includes('sensitive')
				)
		)
		.map(({ min, max }): Range => ({ min, max }));
	const counts = Array.from({ length: 3 * SMALL }, (_, index) => index + 1)
		.filter((value) => value >= near && value <= far)
		.map((value): Range => ({ min: value, max: value }));
	const multiples = RATIOS.map((ratio): Range => {
		const min = roundLike(key.min * ratio, key.min);
		return isRange ? { min, max: roundLike(key.max * ratio, key.max) } : { min, max: min };
	});
	const made = isSmall ? counts : multiples;
	const distinct = (ranges: readonly Range[]) => [
		...new Map(ranges.filter(isUsable).map((range) => [rangeOption(range), range])).values()
	];
	const fits = (range: Range, others: readonly Range[]) =>
		others.every((other) => isClear(range, other));
	const draw = (ranges: readonly Range[]) =>
		drawAround(
			ranges.filter((range) => range.max < key.min).sort((a, b) => b.max - a.max),
			ranges.filter((range) => range.min > key.max).sort((a, b) => a.min - b.min),
			count,
			random,
			fits
		);
	const drawn = draw(distinct([...stored, ...made]));
	return drawn?.map(rangeOption) ?? null;
}

/** Figures of the same unit that do not have this one's value. */
export function wrongFigures(
	bank: Bank,
	figure: FigureFact,
	count: number,
	random: Random
): string[] | null {
	const candidates = bank.figures.filter(
		(other) =>
			other.id !== figure.id &&
			other.unit === figure.unit &&
			other.status === 'ASSERT' &&
			other.flags.length === 0 &&
			(figure.group === null || other.group !== figure.group) &&
			isValueOf(bank, other, figure) === 'no'
	);
	return candidates.length < count ? null : random.sample(candidates, count).map(({ id }) => id);
}

/** Longer stretches than this (days) are no points in a story that can be put in order. */
const LONGEST_STRETCH = 5 * 366;

/** Whether an event is short enough to be put in order with others. */
export const isPoint = ({ date }: EventFact): boolean =>
	date !== null && date.when.end - date.when.start <= LONGEST_STRETCH;

/** Whether two events may stand side by side where order is asked: certainly apart, and plain. */
export function canBeOrdered(a: EventFact, b: EventFact): boolean {
	if (!a.date || !b.date || a.id === b.id) return false;
	if (a.group !== null && a.group === b.group) return false;
	const uncertainty = ({ date }: EventFact) =>
		date && (date.inferred || date.when.approximate) ? unitDays(date.when) : 0;
	const dates = ({ date }: EventFact) => (date ? [date.when, ...date.also, ...date.barred] : []);
	return dates(a).every((when) =>
		dates(b).every((other) => gapDays(when, other) > Math.max(uncertainty(a), uncertainty(b)))
	);
}

/** Events that may be ordered with this one, nearest in time first. */
export function companions(bank: Bank, event: EventFact): EventFact[] {
	const when = event.date?.when;
	if (!when) return [];
	const named = new Set(actorsOf(event));
	return bank.events
		.filter(
			(other) =>
				other.status !== 'HOLD' &&
				other.status !== 'ATTRIBUTE' &&
				!other.flags.includes('sensitive') &&
				isPoint(other) &&
				canBeOrdered(event, other)
		)
		.map((other) => ({
			other,
			gap: other.date ? gapDays(other.date.when, when) : Infinity,
			shared: actorsOf(other).some((actor) => named.has(actor)) ? 0 : 1
		}))
		.sort((a, b) => a.gap - b.gap || a.shared - b.shared || (a.other.id < b.other.id ? -1 : 1))
		.map(({ other }) => other);
}
