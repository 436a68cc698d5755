/** Whether a date or a number is right: decided from the values themselves, true or false. */
import { dateAsked, type CardId, type Verdict } from './card.ts';
import { holds, isOpen, isRough, meet, spanOf, widened, type Span } from './span.ts';
import type { Dated, Quantity, World } from './world.ts';

/** Numbers nearer than this, as a ratio, are not clearly different (dossier 5.2, rule 5). */
const CLEAR = 1.3;

const areClear = (a: number, b: number): boolean =>
	a > 0 && b > 0 ? Math.max(a, b) / Math.min(a, b) >= CLEAR : a !== b;

/** Whether something dated so was at a time: yes, no, or perhaps. */
export function wasAt(date: Dated, time: Span): Verdict {
	if (date.isInferred || date.accepted.some(isOpen)) return 'unclear';
	if (date.accepted.some((span) => holds(time, span))) return 'true';
	if ([...date.accepted, ...date.barred].some((span) => meet(span, time))) return 'unclear';
	const isNear = date.texts.some((text) => isRough(text) && meet(widened(spanOf(text)), time));
	return isNear ? 'unclear' : 'false';
}

/** Dates of facts that the question on this one may be taken to ask for as well. */
function otherDates(world: World, { fact, facet }: CardId): Span[] {
	const others = [...world.facts.values()].filter(({ id }) => id !== fact.id);
	const rivals = others.filter(({ conflict }) => conflict !== null && conflict === fact.conflict);
	const alike = others.filter((other) => {
		if (fact.kind === 'event' && other.kind === 'event') {
			const isShared = fact.players.some(({ actor, part }) =>
				other.players.some((player) => player.actor === actor && player.part === part)
			);
			return fact.type === other.type && isShared;
		}
		return (
			fact.kind === 'relation' &&
			other.kind === 'relation' &&
			`${other.type} ${other.from} ${other.to} ${other.office}` ===
				`${fact.type} ${fact.from} ${fact.to} ${fact.office}`
		);
	});
	return [...rivals, ...alike].flatMap((other) => {
		const date = dateAsked({ fact: other, facet, actor: null }) ?? other.date;
		return date?.accepted ?? [];
	});
}

/** Whether a date is a right answer to a card that asks for one. */
export function dateVerdict(world: World, card: CardId, option: Span): Verdict {
	const date = dateAsked(card);
	if (!date) return 'unclear';
	const own = wasAt(date, option);
	if (own !== 'false') return own;
	return otherDates(world, card).some((span) => meet(span, option)) ? 'unclear' : 'false';
}

/** "530" or "50..200" as two numbers; null for what is none. */
export function rangeIn(option: string): readonly [number, number] | null {
	const [min = NaN, max = min] = option.split('..').map(Number);
	return Number.isNaN(min) || Number.isNaN(max) ? null : [min, max];
}

/** Every number that is printed somewhere for the same quantity. */
const printedFor = (world: World, figure: Quantity): number[] =>
	world.figures
		.filter(
			({ id, conflict }) => id === figure.id || (conflict !== null && conflict === figure.conflict)
		)
		.flatMap(({ min, max, also, barred }) => [min, max, ...also, ...barred]);

/** Whether the figure is such a number. */
export function valueVerdict(
	world: World,
	figure: Quantity,
	[min, max]: readonly [number, number]
): Verdict {
	if (min === figure.min && max === figure.max) return 'true';
	if (min === max) {
		if ((figure.min <= min && max <= figure.max) || figure.also.includes(min)) return 'true';
		if (figure.qualifier === 'over' && min > figure.min) return 'true';
		if (figure.qualifier === 'under' && max < figure.max) return 'true';
	}
	if (figure.qualifier === 'several') return 'unclear';
	const meets = min <= figure.max && figure.min <= max;
	const isClear = printedFor(world, figure).every(
		(value) => areClear(value, min) && areClear(value, max) && !(min <= value && value <= max)
	);
	return isClear && !meets ? 'false' : 'unclear';
}
