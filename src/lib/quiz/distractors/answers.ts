/** The answer to a card as an option, the wrong ones known to be wrong, and how options stand. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import { dateOf, isActorOf, isDateOfCard, isValueOf, type Truth } from '../../bank/truth.ts';
import { rangeOption, readDate, readRange } from '../options.ts';
import { perBank } from '../per-bank.ts';
import { cardActors } from '../wording.ts';
import { wrongActors } from './actors.ts';
import { askedWords } from '../asked-words.ts';
import { fairNames, namedActor } from './fair.ts';
import { fairDates, fairValues } from './fair-sizes.ts';
import { sampled, type Pool } from './pool.ts';

/** The right answer to a card as an option; null where it is no single one. */
export function answerOf(bank: Bank, card: Card): string | null {
	const fact = bank.fact(card.fact);
	const date = dateOf(bank, card);
	if (date) return date.when.edtf;
	if (fact.kind === 'figure' && card.facet === 'value') return rangeOption(fact);
	const [actor, ...others] = cardActors(bank, card);
	return actor === undefined || others.length > 0 ? null : actor;
}

/** Wrong answers to a card, of the sort of the right one. */
export const wrongAnswers = perBank(findWrongAnswers, ({ id }: Card) => id);

function findWrongAnswers(bank: Bank, card: Card): Pool {
	const fact = bank.fact(card.fact);
	const date = dateOf(bank, card);
	if (date) return fairDates(bank, card, date.when);
	if (fact.kind === 'figure' && card.facet === 'value') return fairValues(bank, fact);
	const key = answerOf(bank, card);
	if (key === null) return sampled([]);
	const { options } = wrongActors(bank, card);
	return fairNames(
		namedActor(bank, key),
		options.map((id) => namedActor(bank, id)),
		askedWords(bank, card)
	);
}

/** Whether an option is a right answer to a card, by the bank alone. */
export function answerTruth(bank: Bank, card: Card, option: string): Truth {
	const fact = bank.fact(card.fact);
	if (dateOf(bank, card)) {
		const when = readDate(option);
		return when ? isDateOfCard(bank, card, when) : 'unknown';
	}
	if (fact.kind === 'figure' && card.facet === 'value') {
		const range = readRange(option);
		return range ? isValueOf(bank, fact, range) : 'unknown';
	}
	return isActorOf(bank, card, option);
}

/** What an option weighs where options stand in ascending order; NaN for names. */
export function sizeOf(bank: Bank, card: Card, option: string): number {
	if (dateOf(bank, card)) return readDate(option)?.start ?? NaN;
	return card.facet === 'value' ? (readRange(option)?.min ?? NaN) : NaN;
}
