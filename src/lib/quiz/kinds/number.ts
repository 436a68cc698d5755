/** Type a number, or the year of an event. Numbers and years are read, never guessed at. */
import type { Bank } from '../../bank/bank.ts';
import type { Fact, FactDate, FigureFact } from '../../bank/pack.ts';
import { dateOf, isValueOf, isTimeSpan } from '../../bank/truth.ts';
import { civilDate, type When } from '../../bank/when.ts';
import { readTypedDate } from '../dates.ts';
import { readDuration } from '../durations.ts';
import { cardOf, RIGHT, WRONG, type Kind } from '../kind.ts';
import { readNumber, readRange } from '../numbers.ts';
import type { Phrases } from '../phrases.ts';
import type { NumberQuestion, Verdict } from '../question.ts';
import {
	attributed,
	cardAnswer,
	cardStem,
	dateText,
	isBlank,
	wordCard,
	unitText
} from '../wording.ts';

/** The one year that a date lies in; null when it covers several. */
function yearOf(when: When): number | null {
	if (!Number.isFinite(when.start) || !Number.isFinite(when.end)) return null;
	const { year } = civilDate(when.start);
	return civilDate(when.end).year === year ? year : null;
}

/** Any date that lies in the year is right: "27/09/1956". */
function gradeYear(bank: Bank, date: FactDate, text: string): Verdict {
	const reading = readTypedDate(text, bank.language);
	if (reading.kind === 'none') return WRONG;
	const years = [date.when, ...date.also].map(yearOf);
	const isRight = (edtf: string) => years.includes(Number(edtf.slice(0, 4)));
	if (reading.kind === 'date') return isRight(reading.edtf) ? RIGHT : WRONG;
	const { readings } = reading;
	if (readings.every(isRight)) return RIGHT;
	return readings.some(isRight) ? { outcome: 'unclear', readings } : WRONG;
}

/** Grades a typed number or range against a figure. */
export function gradeValue(bank: Bank, figure: FigureFact, text: string): Verdict {
	const ends = readRange(text, bank.language);
	if (ends) return ends[0] === figure.min && ends[1] === figure.max ? RIGHT : WRONG;
	const reading = readNumber(text, bank.language);
	const isRight = (value: number) =>
		isValueOf(bank, figure, { min: value, max: value }) === 'yes' || figure.also.includes(value);
	// "6 months" is not 6 years, and "72 months" is.
	const span = isTimeSpan(figure) ? readDuration(text, figure.unit, bank.language) : 'none';
	if (span !== 'none') return span !== null && isRight(span) ? RIGHT : WRONG;
	switch (reading.kind) {
		case 'none':
			return WRONG;
		case 'number':
			return isRight(reading.value) ? RIGHT : WRONG;
		case 'ambiguous':
			// It matters only when one reading is right and the other is not.
			if (!reading.readings.some(isRight)) return WRONG;
			return { outcome: 'unclear', readings: reading.readings.map(plainText) };
		default:
			return reading satisfies never;
	}
}

/** A number as it can be read in one way only: 1.441 with a fourth decimal. */
const plainText = (value: number): string =>
	Number.isInteger(value) ? String(value) : value.toFixed(4);

/** Whether there is one number to type: "over twenty" is also twenty-one. */
export const hasOneValue = ({ qualifier, min }: FigureFact): boolean =>
	['exact', 'about', 'almost'].includes(qualifier) && min >= 1;

/** The year that is asked for and, where more is known, the date: "1961 (27 November 1961)". */
function yearText(date: FactDate, phrases: Phrases): string {
	const text = dateText(date, phrases);
	const year = String(yearOf(date.when));
	return text === year ? year : phrases.statementWithDate({ statement: year, date: text });
}

/** How long something took can be said in several units: the question says which. */
export function withUnit(bank: Bank, fact: Fact, question: string, phrases: Phrases): string {
	if (fact.kind !== 'figure' || !isTimeSpan(fact)) return question;
	const unit = unitText(bank, fact, phrases);
	// "How many days …" says it already.
	return question.includes(unit) ? question : phrases.inUnit({ question, unit });
}

export const number: Kind<NumberQuestion> = {
	name: 'number',

	directions(bank, card) {
		const fact = bank.fact(card.fact);
		// A sentence with a gap is asked as one.
		if (fact.kind === 'figure') return hasOneValue(fact) && !isBlank(bank, card) ? ['value'] : [];
		const when = dateOf(bank, card)?.when;
		// The question for the end of a period is the editor's, and asks as finely as it is known.
		const isYear =
			when !== undefined &&
			!when.approximate &&
			yearOf(when) !== null &&
			(card.facet === 'when' || when.precision === 'year');
		return isYear ? ['value'] : [];
	},

	make: (_bank, card) => ({ kind: 'number', card: card.id }),

	widest: (_bank, card) => [{ kind: 'number', card: card.id }],

	grade(bank, question, answer) {
		if (answer.kind !== 'number') return WRONG;
		const card = cardOf(bank, question);
		const date = dateOf(bank, card);
		if (date) return gradeYear(bank, date, answer.text);
		const fact = bank.fact(card.fact);
		return fact.kind === 'figure' ? gradeValue(bank, fact, answer.text) : WRONG;
	},

	word(bank, question, phrases) {
		const card = cardOf(bank, question);
		const fact = bank.fact(card.fact);
		const stem =
			fact.kind === 'event'
				? attributed(bank, fact, phrases.inWhichYear({ event: fact.name }), phrases)
				: withUnit(bank, fact, cardStem(bank, card, phrases), phrases);
		const date = dateOf(bank, card);
		const answer = date ? yearText(date, phrases) : cardAnswer(bank, card, phrases);
		return wordCard(bank, card, phrases, { stem, answer });
	}
};
