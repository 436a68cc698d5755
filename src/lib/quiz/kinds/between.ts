/** How long between: the years from one event to another, worked out from their two dates. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { EventFact } from '../../bank/pack.ts';
import { compareWhen, type When } from '../../bank/when.ts';
import { latestDay } from '../distractors/fair-sizes.ts';
import { companionsBeyond } from '../distractors/companions.ts';
import { cardOf, gradeOption, type OptionKind } from '../kind.ts';
import { perBank } from '../per-bank.ts';
import type { OptionQuestion } from '../question.ts';
import { dateText, wordCard } from '../wording.ts';
import { orderable } from './first.ts';

const YEAR_DAYS = 365.2425;
/** Below, there is no room for three clear numbers that are smaller. */
const SHORTEST = 10;
const OPTIONS = 4;

/** The fewest and the most years that may lie between two events, by any date that is right. */
function spread(one: EventFact, two: EventFact): { readonly least: number; readonly most: number } {
	const dates = ({ date }: EventFact): When[] => (date ? [date.when, ...date.also] : []);
	const spans = dates(one).flatMap((a) =>
		dates(two).map((b) => {
			const [early, late] = compareWhen(a, b) === -1 ? [a, b] : [b, a];
			return { least: late.start - early.end, most: late.end - early.start };
		})
	);
	return {
		least: Math.min(...spans.map(({ least }) => least)) / YEAR_DAYS,
		most: Math.max(...spans.map(({ most }) => most)) / YEAR_DAYS
	};
}

/** How near to half a year over makes it a matter of opinion which whole number is the nearest. */
const TOO_NEAR = 0.1;

/**
 * Whole years between two events, to the nearest; null when their dates leave more than two, or
 * when two numbers are as near.
 */
function yearsBetween(one: EventFact, two: EventFact): number | null {
	if (!one.date || !two.date) return null;
	const { least, most } = spread(one, two);
	const middle = (least + most) / 2;
	if (most - least > 2.1 || least < SHORTEST) return null;
	return Math.abs((middle % 1) - 0.5) < TOO_NEAR ? null : Math.round(middle);
}

/** Whether two numbers of years are told apart: three years at least, and a quarter. */
const areClear = (years: number, other: number): boolean =>
	Math.abs(years - other) >= Math.max(3, Math.ceil(0.25 * Math.max(years, other)));

/** Whether the right number can stand at every place among the options. */
const hasRoom = (rungs: readonly number[], key: number): boolean => {
	const place = rungs.indexOf(key);
	return place >= OPTIONS - 1 && rungs.length - place >= OPTIONS;
};

/** From the earlier of two events to the last that the bank knows: nobody counts into the future. */
function mostYears(bank: Bank, one: EventFact, two: EventFact): number {
	const first = Math.min(one.date?.when.start ?? 0, two.date?.when.start ?? 0);
	return (latestDay(bank) - first) / YEAR_DAYS;
}

/** Numbers of years on both sides of the right one, up to `most`, each clear of its neighbour. */
function ladder(key: number, most: number): number[] {
	const rungs = [key];
	for (let years = key - 1; years >= 1; years--) {
		if (areClear(years, rungs[0] ?? 0)) rungs.unshift(years);
	}
	for (let years = key + 1; years <= most; years++) {
		if (rungs.length - rungs.indexOf(key) === OPTIONS) break;
		if (areClear(years, rungs.at(-1) ?? 0)) rungs.push(years);
	}
	return rungs;
}

/** Events far enough away, with certain dates, of which the distance in years is known. */
const partners = perBank(findPartners, ({ id }: EventFact) => id);

function findPartners(bank: Bank, event: EventFact): readonly EventFact[] {
	return companionsBeyond(bank, event, SHORTEST * YEAR_DAYS - 1)
		.filter((other) => !other.date?.inferred && !other.date?.when.approximate)
		.filter((other) => {
			const years = yearsBetween(event, other);
			return years !== null && hasRoom(ladder(years, mostYears(bank, event, other)), years);
		});
}

const question = (
	card: Card,
	other: EventFact,
	options: readonly number[],
	key: number
): OptionQuestion<'between'> => ({
	kind: 'between',
	card: card.id,
	direction: 'value',
	given: [other.id],
	options: options.map(String),
	key: String(key)
});

const secondOf = (bank: Bank, asked: OptionQuestion<'between'>): EventFact =>
	bank.fact(asked.given[0] ?? '') as EventFact;

export const between: OptionKind<'between'> = {
	name: 'between',

	directions: (bank, card) => (orderable(bank, card) ? ['value'] : []),

	/** Four rungs in a row: the key is as likely to be any of them. */
	make(bank, card, { random }) {
		const event = orderable(bank, card);
		const other = event && random.pick(partners(bank, event));
		const years = event && other ? yearsBetween(event, other) : null;
		if (!other || years === null) return null;
		const rungs = ladder(years, mostYears(bank, event, other));
		const from = rungs.indexOf(years) - random.below(OPTIONS);
		return question(card, other, rungs.slice(from, from + OPTIONS), years);
	},

	widest(bank, card) {
		const event = orderable(bank, card);
		if (!event) return [];
		return partners(bank, event).flatMap((other) => {
			const years = yearsBetween(event, other);
			return years === null
				? []
				: [question(card, other, ladder(years, mostYears(bank, event, other)), years)];
		});
	},

	truth(bank, asked, option) {
		const event = bank.fact(cardOf(bank, asked).fact);
		const other = secondOf(bank, asked);
		if (event.kind !== 'event' || !event.date || !other.date) return 'unknown';
		const years = yearsBetween(event, other);
		if (years === null) return 'unknown';
		if (option === String(years)) return 'yes';
		const { least, most } = spread(event, other);
		const offered = Number(option);
		return offered < least - 1 || offered > most + 1 ? 'no' : 'unknown';
	},

	grade: gradeOption,

	word(bank, asked, phrases) {
		const card = cardOf(bank, asked);
		const event = bank.fact(card.fact) as EventFact;
		const other = secondOf(bank, asked);
		const [early, late] = [event, other].sort((a, b) =>
			a.date && b.date && compareWhen(a.date.when, b.date.when) === -1 ? -1 : 1
		) as [EventFact, EventFact];
		const date = ({ date }: EventFact) => (date ? dateText(date, phrases) : '');
		const derivation = phrases.yearsFrom({
			from: date(early),
			to: date(late),
			years: Number(asked.key)
		});
		return wordCard(bank, card, phrases, {
			stem: phrases.howManyYears({ first: early.name, second: late.name }),
			options: asked.options.map((id) => {
				const right = id === asked.key;
				return {
					id,
					text: phrases.years({ years: Number(id) }),
					right,
					why: right ? '' : derivation
				};
			}),
			answer: phrases.years({ years: Number(asked.key) }),
			derivation,
			isAmongOthers: true
		});
	}
};
