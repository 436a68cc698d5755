/** Type a number, or the year of an event. Numbers and years are read, never guessed at. */
import type { Bank } from '../../bank/bank.ts';
import type { FactDate, FigureFact } from '../../bank/pack.ts';
import { dateOf, isValueOf } from '../../bank/truth.ts';
import { civilDate, type When } from '../../bank/when.ts';
import { cardOf, RIGHT, WRONG, type Kind } from '../kind.ts';
import { readNumber, readYear } from '../numbers.ts';
import type { Phrases } from '../phrases.ts';
import type { NumberQuestion, Verdict } from '../question.ts';
import { attributed, cardAnswer, cardStem, dateText, wordCard } from '../wording.ts';

/** The one year that a date lies in; null when it covers several. */
function yearOf(when: When): number | null {
	if (!Number.isFinite(when.start) || !Number.isFinite(when.end)) return null;
	const { year } = civilDate(when.start);
	return civilDate(when.end).year === year ? year : null;
}

function gradeYear(date: FactDate, text: string): Verdict {
	const year = readYear(text);
	const dates = [date.when, ...date.also];
	return year !== null && dates.some((when) => yearOf(when) === year) ? RIGHT : WRONG;
}

/** The two ends of a typed range: "50-200", "50 to 200". */
function readEnds(text: string): readonly [number, number] | null {
	const parts = text.split(/\s*[-–—]\s*|\s+(?:to|and|à|et)\s+/);
	const [from, to] = parts.map(readNumber);
	if (parts.length !== 2 || from?.kind !== 'number' || to?.kind !== 'number') return null;
	return [from.value, to.value];
}

function gradeValue(bank: Bank, figure: FigureFact, text: string): Verdict {
	const ends = readEnds(text);
	if (ends) return ends[0] === figure.min && ends[1] === figure.max ? RIGHT : WRONG;
	const reading = readNumber(text);
	const isRight = (value: number) =>
		isValueOf(bank, figure, { min: value, max: value }) === 'yes' || figure.also.includes(value);
	switch (reading.kind) {
		case 'none':
			return WRONG;
		case 'number':
			return isRight(reading.value) ? RIGHT : WRONG;
		case 'ambiguous':
			// It matters only when one reading is right and the other is not.
			if (!reading.readings.some(isRight)) return WRONG;
			return { outcome: 'unclear', readings: reading.readings };
		default:
			return reading satisfies never;
	}
}

/** The year that is asked for and, where more is known, the date: "1961 (27 November 1961)". */
function yearText(date: FactDate, phrases: Phrases): string {
	const text = dateText(date, phrases);
	const year = String(yearOf(date.when));
	return text === year ? year : phrases.statementWithDate({ statement: year, date: text });
}

export const number: Kind<NumberQuestion> = {
	name: 'number',

	directions(bank, card) {
		const fact = bank.fact(card.fact);
		if (fact.kind === 'figure') {
			if (card.facet !== 'value') return [];
			// "Over twenty" is also twenty-one: there is no one number to type.
			const isTypable = ['exact', 'about', 'almost'].includes(fact.qualifier) && fact.min >= 1;
			// A toll is never a number to be tried out.
			return isTypable && !fact.flags.includes('sensitive') ? ['value'] : [];
		}
		const when = dateOf(bank, card)?.when;
		// The question for the end of a period is the editor's, and asks as finely as it is known.
		const isYear =
			when !== undefined &&
			!when.approximate &&
			yearOf(when) !== null &&
			(card.facet === 'when' || when.precision === 'year');
		return isYear && !fact.flags.includes('sensitive') ? ['value'] : [];
	},

	make: (_bank, card) => ({ kind: 'number', card: card.id }),

	widest: (_bank, card) => [{ kind: 'number', card: card.id }],

	grade(bank, question, answer) {
		if (answer.kind !== 'number') return WRONG;
		const card = cardOf(bank, question);
		const date = dateOf(bank, card);
		if (date) return gradeYear(date, answer.text);
		const fact = bank.fact(card.fact);
		return fact.kind === 'figure' ? gradeValue(bank, fact, answer.text) : WRONG;
	},

	word(bank, question, phrases) {
		const card = cardOf(bank, question);
		const fact = bank.fact(card.fact);
		const stem =
			fact.kind === 'event'
				? attributed(bank, fact, phrases.inWhichYear({ event: fact.name }), phrases)
				: cardStem(bank, card, phrases);
		const date = dateOf(bank, card);
		const answer = date ? yearText(date, phrases) : cardAnswer(bank, card, phrases);
		return wordCard(bank, card, phrases, { stem, answer });
	}
};
