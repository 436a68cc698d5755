/** What the oracle says of each option of a question that is answered by taking one. */
import type { OptionQuestion } from '../../src/lib/quiz/question.ts';
import { answerVerdict } from './answers.ts';
import { cardIn, factIn, type Verdict } from './card.ts';
import { speakerVerdict } from './names.ts';
import { valueVerdict, wasAt } from './sizes.ts';
import { holds, isOpen, precedes, spanOf, yearsApart, type Span } from './span.ts';
import type { Happening, Quantity, World } from './world.ts';

const opposite: Readonly<Record<Verdict, Verdict>> = {
	true: 'false',
	false: 'true',
	unclear: 'unclear'
};

/** The event with this id; throws a RangeError where there is none. */
export function eventIn(world: World, id: string): Happening {
	const fact = factIn(world, id);
	if (fact.kind !== 'event') throw new RangeError(`“${id}” is no event.`);
	return fact;
}

function figureIn(world: World, id: string): Quantity {
	const fact = factIn(world, id);
	if (fact.kind !== 'figure') throw new RangeError(`“${id}” is no figure.`);
	return fact;
}

/** Every date that is right or printed for an event; none for one whose bounds are not known. */
const datesOf = ({ date }: Happening): readonly Span[] =>
	date && !date.accepted.some(isOpen) ? [...date.accepted, ...date.barred] : [];

/** -1 when `a` is before `b` by every date of both, 1 when after, 0 when it depends or touches. */
export function orderOf(a: Happening, b: Happening): -1 | 0 | 1 {
	const pairs = datesOf(a).flatMap((one) => datesOf(b).map((two) => [one, two] as const));
	if (pairs.length === 0) return 0;
	if (pairs.every(([one, two]) => precedes(one, two))) return -1;
	return pairs.every(([one, two]) => precedes(two, one)) ? 1 : 0;
}

/** Whether an event was in a year, for certain or not. */
function wasIn(event: Happening, time: Span): Verdict {
	const isUnusable = event.status === 'HOLD' || event.flags.includes('no-date');
	if (!event.date || isUnusable) return 'unclear';
	const own = wasAt(event.date, time);
	// Right by one date and wrong by another is not certain.
	return own === 'true' && !event.date.accepted.every((span) => holds(time, span))
		? 'unclear'
		: own;
}

type Judge = (world: World, question: OptionQuestion, option: string) => Verdict;

const byCard: Judge = (world, question, option) =>
	answerVerdict(world, cardIn(world, question.card), option);

const choice: Judge = (world, question, option) => {
	if (question.direction === 'value') return byCard(world, question, option);
	const { fact } = cardIn(world, question.card);
	if (fact.kind === 'event') {
		const [asked] = fact.date?.accepted ?? [];
		return asked ? wasIn(eventIn(world, option), asked) : 'unclear';
	}
	if (fact.kind !== 'figure') return 'unclear';
	return valueVerdict(world, figureIn(world, option), [fact.min, fact.max]);
};

const truth: Judge = (world, question, option) => {
	const [shown = ''] = question.given;
	const isTrue = answerVerdict(world, cardIn(world, question.card), shown);
	return option === 'true' ? isTrue : opposite[isTrue];
};

const first: Judge = (world, question, option) => {
	const others = question.options.filter((id) => id !== option);
	const orders = others.map((id) => orderOf(eventIn(world, option), eventIn(world, id)));
	if (orders.includes(0)) return 'unclear';
	return orders.every((order) => order === -1) ? 'true' : 'false';
};

/** Nearest by the difference and by the ratio, for every number that may be meant. */
const closest: Judge = (world, question, option) => {
	const figure = figureIn(world, cardIn(world, question.card).fact.id);
	if (['over', 'under', 'several'].includes(figure.qualifier)) return 'unclear';
	if (option !== question.key && figure.barred.includes(Number(option))) return 'unclear';
	const nearest = (value: number, far: (a: number, b: number) => number) => {
		const sorted = question.options.map(Number).sort((a, b) => far(a, value) - far(b, value));
		const [best = NaN, second = NaN] = sorted;
		return far(second, value) > far(best, value) ? best : NaN;
	};
	const difference = (a: number, b: number) => Math.abs(a - b);
	const ratio = (a: number, b: number) => Math.max(a, b) / Math.min(a, b);
	const found = [figure.min, figure.max, ...figure.also].flatMap((value) => [
		nearest(value, difference),
		nearest(value, ratio)
	]);
	if (found.some(Number.isNaN)) return 'unclear';
	const isNearest = found.map((value) => value === Number(option));
	if (isNearest.every(Boolean)) return 'true';
	return isNearest.some(Boolean) ? 'unclear' : 'false';
};

const odd: Judge = (world, question, option) => {
	const [given = ''] = question.given;
	const fact = factIn(world, option);
	if (fact.kind === 'claim') return opposite[speakerVerdict(world, fact, given)];
	return fact.kind === 'event' ? opposite[wasIn(fact, spanOf(given))] : 'unclear';
};

const said: Judge = (world, question, option) => {
	if (question.direction === 'value') return byCard(world, question, option);
	const { fact } = cardIn(world, question.card);
	const claim = factIn(world, option);
	const [speaker, ...others] = fact.kind === 'claim' ? fact.speakers : [];
	if (speaker === undefined || others.length > 0 || claim.kind !== 'claim') return 'unclear';
	return speakerVerdict(world, claim, speaker);
};

/** True by a stored link; false only where time itself forbids it. */
const link: Judge = (world, question, option) => {
	const { fact, facet } = cardIn(world, question.card);
	if (fact.kind !== 'relation') return 'unclear';
	const [told, asked] = facet === 'after' ? (['from', 'to'] as const) : (['to', 'from'] as const);
	const order = orderOf(eventIn(world, fact[told]), eventIn(world, option));
	const isImpossible = order === (facet === 'after' ? 1 : -1);
	const isStored = world.ties.some(
		(other) =>
			(other.type === 'cause_of' || other.type === 'precedes') &&
			other[told] === fact[told] &&
			other[asked] === option
	);
	if (isStored) return isImpossible ? 'unclear' : 'true';
	return isImpossible ? 'false' : 'unclear';
};

/** A year more or less is a matter of counting; beyond that a number of years is wrong. */
const between: Judge = (world, question, option) => {
	const one = eventIn(world, cardIn(world, question.card).fact.id);
	const two = eventIn(world, question.given[0] ?? '');
	const [early, late] = orderOf(one, two) === -1 ? [one, two] : [two, one];
	if (orderOf(early, late) !== -1 || [one, two].some(({ date }) => date?.isInferred)) {
		return 'unclear';
	}
	const spreads = datesOf(early).flatMap((a) => datesOf(late).map((b) => yearsApart(a, b)));
	const least = Math.min(...spreads.map((spread) => spread.least));
	const most = Math.max(...spreads.map((spread) => spread.most));
	const years = Number(option);
	if (least - 0.5 <= years && years <= most + 0.5) return 'true';
	return years < least - 1 || years > most + 1 ? 'false' : 'unclear';
};

/** Who gives a figure: those who say so, else every source that backs it. */
const giversOf = ({ saidBy, sources }: Quantity): readonly string[] =>
	saidBy.length > 0 ? saidBy : sources;

const estimates: Judge = (world, question, option) => {
	const figure = figureIn(world, cardIn(world, question.card).fact.id);
	const other = figureIn(world, option);
	if (other.id === figure.id) return 'true';
	const gives = giversOf(figure).some((giver) => giversOf(other).includes(giver));
	const ranges = other.also.map((value) => [value, value] as const);
	const isOwn = [[other.min, other.max] as const, ...ranges].some(
		([min, max]) => min <= figure.max && figure.min <= max
	);
	return gives || isOwn || other.unit !== figure.unit ? 'unclear' : 'false';
};

const timeline: Judge = (world, question, option) => {
	const event = eventIn(world, cardIn(world, question.card).fact.id);
	const placed = question.given.map((id) => eventIn(world, id));
	const gap = Number(option);
	const isSorted = placed.every((each, index) => {
		const next = placed[index + 1];
		return next === undefined || orderOf(each, next) === -1;
	});
	const orders = placed.map((each) => orderOf(each, event));
	if (!isSorted || orders.includes(0)) return 'unclear';
	const fits = orders.every((order, index) => order === (index < gap ? -1 : 1));
	return fits ? 'true' : 'false';
};

const judges: Readonly<Record<OptionQuestion['kind'], Judge>> = {
	truth,
	choice,
	first,
	closest,
	odd,
	said,
	alias: byCard,
	link,
	between,
	estimates,
	timeline
};

/** Whether an option is a right answer to its question. */
export const optionVerdict = (world: World, question: OptionQuestion, option: string): Verdict =>
	judges[question.kind](world, question, option);

/** What is wrong with the options of a question: the key must be true, every other one false. */
export function optionObjections(world: World, question: OptionQuestion): string[] {
	const { options, key } = question;
	const own = options.includes(key) ? [] : [`the key “${key}” is not among the options`];
	return options.reduce<string[]>((objections, option) => {
		const verdict = optionVerdict(world, question, option);
		const wanted = option === key ? 'true' : 'false';
		return verdict === wanted ? objections : [...objections, `“${option}” is ${verdict}`];
	}, own);
}
