/** Estimate a number: the nearer on a logarithmic scale, the better. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { FigureFact } from '../../bank/pack.ts';
import { cardOf, RIGHT, WRONG, type Kind } from '../kind.ts';
import { readNumber } from '../numbers.ts';
import type { EstimateQuestion, Verdict } from '../question.ts';
import type { Random } from '../random.ts';
import { cardAnswer, cardStem, wordCard } from '../wording.ts';
import { hasOneValue, withUnit } from './number.ts';

/** Smaller numbers are known or not: there is nothing to estimate. */
const SMALLEST = 20;
/** Powers of ten from one end of the scale to the other. */
const SPAN = 3;
/** A right answer may always be this much off. */
const LEAST_TOLERANCE = Math.log(1.1);
/** No tolerance is wider, however roughly a number is given. */
const MOST_TOLERANCE = Math.log(1.25);
/** From this factor on an estimate is worth nothing. */
const WORTHLESS = Math.log(3);

/** Half a unit of the last digit that a round number shows: 50,000 for 100,000, 5 for 530. */
function halfUnit(value: number): number {
	let unit = 1;
	while (Number.isInteger(value) && value % (unit * 10) === 0 && unit * 10 <= value) unit *= 10;
	return unit / 2;
}

/** How far off, in natural logarithms, an estimate of the figure may be and still be right. */
export function toleranceOf({ min, max }: FigureFact): number {
	const rough = Math.log((max + halfUnit(max)) / max);
	return Math.min(MOST_TOLERANCE, Math.max(LEAST_TOLERANCE, min === max ? rough : 0));
}

/** How far an estimate is off, in natural logarithms: 0 for every value that is right. */
function distance({ min, max, also }: FigureFact, value: number): number {
	if (value <= 0) return Infinity;
	const ranges = [{ min, max }, ...also.map((other) => ({ min: other, max: other }))];
	return Math.min(
		...ranges.map((range) => Math.max(0, Math.log(range.min / value), Math.log(value / range.max)))
	);
}

/** 1 within the tolerance, falling in equal steps of the logarithm to 0 at three times or a third. */
export function scoreEstimate(figure: FigureFact, value: number): number {
	const tolerance = toleranceOf(figure);
	const off = distance(figure, value);
	if (off <= tolerance) return 1;
	return Math.max(0, 1 - (off - tolerance) / (WORTHLESS - tolerance));
}

/** Grades an estimate; one that can be read in two ways takes the reading that fits the scale. */
function gradeEstimate(figure: FigureFact, question: EstimateQuestion, text: string): Verdict {
	const reading = readNumber(text);
	if (reading.kind === 'none') return WRONG;
	const isOnScale = (value: number) => value >= question.low && value <= question.high;
	const values = reading.kind === 'number' ? ([reading.value] as const) : reading.readings;
	const score = scoreEstimate(figure, values.find(isOnScale) ?? values[0]);
	return score === 1 ? RIGHT : { outcome: 'wrong', score };
}

/** A scale of three powers of ten, on which the number may stand anywhere but at the very ends. */
function scaleFor(figure: FigureFact, random: Random): { low: number; high: number } {
	const middle = Math.log10(Math.sqrt(figure.min * figure.max));
	const below = 0.5 + (random.below(5) * (SPAN - 1)) / 4;
	const low = Math.max(0, Math.round((middle - below) * 2) / 2);
	const round = (power: number) => Number((10 ** power).toPrecision(1));
	return { low: round(low), high: round(low + SPAN) };
}

const figureOf = (bank: Bank, card: Card): FigureFact | null => {
	const fact = bank.fact(card.fact);
	return fact.kind === 'figure' && hasOneValue(fact) && fact.min >= SMALLEST ? fact : null;
};

export const estimate: Kind<EstimateQuestion> = {
	name: 'estimate',

	directions: (bank, card) => (figureOf(bank, card) ? ['value'] : []),

	make(bank, card, { random }) {
		const figure = figureOf(bank, card);
		return figure && { kind: 'estimate', card: card.id, ...scaleFor(figure, random) };
	},

	widest(bank, card) {
		const figure = figureOf(bank, card);
		if (!figure) return [];
		const low = 10 ** Math.max(0, Math.floor(Math.log10(figure.min)) - 1);
		return [{ kind: 'estimate', card: card.id, low, high: low * 10 ** SPAN }];
	},

	grade(bank, question, answer) {
		const figure = figureOf(bank, cardOf(bank, question));
		return figure && answer.kind === 'estimate'
			? gradeEstimate(figure, question, answer.text)
			: WRONG;
	},

	word(bank, question, phrases) {
		const card = cardOf(bank, question);
		const figure = figureOf(bank, card);
		return wordCard(bank, card, phrases, {
			stem: phrases.estimateIt({
				question: withUnit(bank, bank.fact(card.fact), cardStem(bank, card, phrases), phrases)
			}),
			answer: cardAnswer(bank, card, phrases),
			...(figure && { span: [figure.min, figure.max] })
		});
	}
};
