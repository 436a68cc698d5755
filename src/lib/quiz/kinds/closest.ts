/** The closest number: round numbers far apart, one of them nearest to what is known. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { FigureFact } from '../../bank/pack.ts';
import { isTimeSpan, SAFE_RATIO } from '../../bank/truth.ts';
import { cardOf, gradeOption, type OptionKind } from '../kind.ts';
import { perBank } from '../per-bank.ts';
import type { OptionQuestion } from '../question.ts';
import { cardAnswer, cardStem, figureText, wordCard } from '../wording.ts';
import { hasOneValue } from './number.ts';

/** Smaller numbers are asked exactly. */
const SMALLEST = 20;
const OPTIONS = 4;

/** First digits of round numbers, each at least twice the one before. */
const LADDERS: readonly (readonly number[])[] = [
	[1, 2, 5],
	[1.5, 3, 7],
	[1.2, 2.5, 6]
];

/** How far two numbers are apart on a logarithmic scale. */
const distance = (a: number, b: number): number => Math.abs(Math.log(a / b));

/** The round numbers of a ladder around a value, ascending. */
function rungs(ladder: readonly number[], value: number): number[] {
	const magnitude = Math.floor(Math.log10(value));
	const all = Array.from({ length: 7 }, (_, index) => magnitude - 3 + index).flatMap((power) =>
		ladder.map((digit) => Number((digit * 10 ** power).toPrecision(3)))
	);
	return all.filter((rung) => rung >= 1 && Number.isInteger(rung));
}

/** Every value that may be meant: both ends, and those that are accepted too. */
const valuesOf = ({ min, max, also }: FigureFact): readonly number[] => [min, max, ...also];

/** The option that is nearest to a value, if it is so by a clear margin. */
function nearest(options: readonly number[], value: number): number | null {
	const [best, second] = [...options].sort((a, b) => distance(a, value) - distance(b, value));
	if (best === undefined) return null;
	if (second === undefined) return best;
	const isNearer = distance(second, value) - distance(best, value) >= Math.log(SAFE_RATIO);
	// As learners count too: by the difference, not the ratio alone.
	const isLess = Math.abs(second - value) >= SAFE_RATIO * Math.abs(best - value);
	return isNearer && isLess ? best : null;
}

/** The option nearest to all that may be meant; null when they differ or the margin is small. */
function nearestOf(options: readonly number[], figure: FigureFact): number | null {
	const found = new Set(valuesOf(figure).map((value) => nearest(options, value)));
	const [only] = found;
	return found.size === 1 ? (only ?? null) : null;
}

/** Whether a number is near one that is printed somewhere for the same: it is no wrong option. */
const isPrinted = ({ barred }: FigureFact, number: number): boolean =>
	barred.some((value) => distance(value, number) < Math.log(SAFE_RATIO));

/** The ladders on which the figure has a nearest rung that is not the figure itself. */
const usableLadders = perBank(
	(_bank: Bank, figure: FigureFact) =>
		LADDERS.flatMap((ladder) => {
			const all = rungs(ladder, figure.min);
			const key = nearestOf(all, figure);
			if (key === null || key === figure.min || key === figure.max) return [];
			const place = all.indexOf(key);
			const near = all.slice(Math.max(0, place - OPTIONS + 1), place + OPTIONS);
			const isClean = near.every((rung) => !isPrinted(figure, rung));
			return isClean ? [{ all: near, key }] : [];
		}),
	({ id }) => id
);

const question = (
	card: Card,
	options: readonly number[],
	key: number
): OptionQuestion<'closest'> => ({
	kind: 'closest',
	card: card.id,
	direction: 'value',
	given: [],
	options: options.map(String),
	key: String(key)
});

const figureOf = (bank: Bank, card: Card): FigureFact | null => {
	const fact = bank.fact(card.fact);
	// A ladder soon leaves what a time can be: nobody reigned for 250 years.
	return fact.kind === 'figure' && hasOneValue(fact) && fact.min >= SMALLEST && !isTimeSpan(fact)
		? fact
		: null;
};

export const closest: OptionKind<'closest'> = {
	name: 'closest',

	directions(bank, card) {
		const figure = figureOf(bank, card);
		return figure && usableLadders(bank, figure).length > 0 ? ['value'] : [];
	},

	/** Four rungs in a row: the key is as likely to be any of them. */
	make(bank, card, { random }) {
		const figure = figureOf(bank, card);
		const ladder = figure && random.pick(usableLadders(bank, figure));
		if (!ladder) return null;
		const place = ladder.all.indexOf(ladder.key);
		const starts = Array.from({ length: OPTIONS }, (_, rank) => place - rank).filter(
			(start) => start >= 0 && start + OPTIONS <= ladder.all.length
		);
		const start = random.pick(starts);
		if (start === undefined) return null;
		return question(card, ladder.all.slice(start, start + OPTIONS), ladder.key);
	},

	widest(bank, card) {
		const figure = figureOf(bank, card);
		if (!figure) return [];
		return usableLadders(bank, figure).map(({ all, key }) => question(card, all, key));
	},

	truth(bank, asked, option) {
		const figure = figureOf(bank, cardOf(bank, asked));
		const key = figure && nearestOf(asked.options.map(Number), figure);
		if (!figure || key === null) return 'unknown';
		if (Number(option) === key) return 'yes';
		return isPrinted(figure, Number(option)) ? 'unknown' : 'no';
	},

	grade: gradeOption,

	word(bank, asked, phrases) {
		const card = cardOf(bank, asked);
		const fact = bank.fact(card.fact) as FigureFact;
		const answer = cardAnswer(bank, card, phrases);
		return wordCard(bank, card, phrases, {
			stem: phrases.whichIsClosest({ question: cardStem(bank, card, phrases) }),
			options: asked.options.map((id) => {
				const value = Number(id);
				const right = id === asked.key;
				const text = figureText(
					bank,
					{ min: value, max: value, qualifier: 'exact', unit: fact.unit },
					phrases
				);
				return { id, text, right, why: right ? '' : phrases.rightValueIs({ value: answer }) };
			}),
			answer
		});
	}
};
