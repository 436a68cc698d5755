/** Type a date as precisely as it is known: a day or a month. Parts of it count in part. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { FactDate, Language } from '../../bank/pack.ts';
import { dateOf } from '../../bank/truth.ts';
import { readTypedDate } from '../dates.ts';
import { cardOf, RIGHT, WRONG, type Kind } from '../kind.ts';
import type { DateQuestion, SettledVerdict, Verdict } from '../question.ts';
import { attributed, cardAnswer, cardStem, wordCard } from '../wording.ts';

/** Year, month and day of an EDTF date, as far as it has them. */
const parts = (edtf: string): string[] => edtf.split('-');

/** The share of a date's parts that are right, from the year on: a day in another year is none. */
function share(asked: string, given: string): number {
	const [wanted, typed] = [parts(asked), parts(given)];
	const wrong = wanted.findIndex((part, index) => part !== typed[index]);
	return (wrong === -1 ? wanted.length : wrong) / wanted.length;
}

function gradeDate(date: FactDate, edtf: string): SettledVerdict {
	const accepted = [date.when, ...date.also].map((when) => when.edtf);
	const score = Math.max(...accepted.map((asked) => share(asked, edtf)));
	return score === 1 ? RIGHT : { outcome: 'wrong', score };
}

/** Grades a typed date; one that can be read in two ways is asked back if that matters. */
function gradeText(date: FactDate, text: string, language: Language): Verdict {
	const reading = readTypedDate(text, language);
	switch (reading.kind) {
		case 'none':
			return WRONG;
		case 'date':
			return gradeDate(date, reading.edtf);
		case 'ambiguous': {
			const one = gradeDate(date, reading.readings[0]);
			const other = gradeDate(date, reading.readings[1]);
			if (one.outcome !== other.outcome) {
				return { outcome: 'unclear', readings: reading.readings };
			}
			// Both are wrong, or both right: the kinder reading counts.
			return one.score >= other.score ? one : other;
		}
		default:
			return reading satisfies never;
	}
}

/** The date of a card that is known to the day or the month; null for others. */
function preciseDate(bank: Bank, card: Card): FactDate | null {
	const date = dateOf(bank, card);
	const isPrecise = date?.when.precision === 'day' || date?.when.precision === 'month';
	return date && isPrecise && date.label === null ? date : null;
}

export const date: Kind<DateQuestion> = {
	name: 'date',

	directions: (bank, card) => (preciseDate(bank, card) ? ['value'] : []),

	make: (_bank, card) => ({ kind: 'date', card: card.id }),

	widest: (_bank, card) => [{ kind: 'date', card: card.id }],

	grade(bank, question, answer) {
		const asked = preciseDate(bank, cardOf(bank, question));
		return asked && answer.kind === 'date' ? gradeText(asked, answer.text, bank.language) : WRONG;
	},

	word(bank, question, phrases) {
		const card = cardOf(bank, question);
		const fact = bank.fact(card.fact);
		const precision = preciseDate(bank, card)?.when.precision ?? 'day';
		const stem =
			fact.kind === 'event' && fact.ask === null
				? attributed(bank, fact, phrases.onWhichDate({ event: fact.name, precision }), phrases)
				: cardStem(bank, card, phrases);
		return wordCard(bank, card, phrases, {
			stem,
			precision: precision === 'month' ? 'month' : 'day',
			answer: cardAnswer(bank, card, phrases)
		});
	}
};
