/** Options in words, each wrong one with why it is wrong, from its own fact. */
import type { Bank } from '../bank/bank.ts';
import type { Card } from '../bank/card.ts';
import type { ClaimFact, EventFact, FigureFact } from '../bank/pack.ts';
import { upperFirst } from '../bank/statement.ts';
import { dateOf } from '../bank/truth.ts';
import { claimsIn } from './distractors/claims.ts';
import { readDate, readRange } from './options.ts';
import type { Phrases } from './phrases.ts';
import type { WordedOption } from './question.ts';
import {
	attributed,
	dateOptionText,
	dateText,
	factStatement,
	figureText,
	positionOf
} from './wording.ts';

/** An option of a question on a card, and whether it is the key. */
type Offered = { readonly card: Card; readonly id: string; readonly right: boolean };

/** A date among options: wrong because of what happened, began or ended then. */
function dateOption(bank: Bank, { card, id, right }: Offered, phrases: Phrases): WordedOption {
	const when = bank.dateValue(id)?.when ?? readDate(id);
	const text = when ? dateOptionText(bank, when, phrases) : id;
	if (right) {
		const date = dateOf(bank, card);
		return { id, text: date ? dateText(date, phrases) : text, right, why: '' };
	}
	return { id, text, right, why: whatHappenedThen(bank, id, phrases) };
}

/** What is on record for a date that somebody took for the right one. */
function whatHappenedThen(bank: Bank, edtf: string, phrases: Phrases): string {
	const events = bank.dateValue(edtf)?.events ?? [];
	const isPlain = ({ flags }: EventFact) => !flags.includes('sensitive');
	const event =
		events.find((each) => isPlain(each) && each.status !== 'ATTRIBUTE') ?? events.find(isPlain);
	if (event) return attributed(bank, event, phrases.dateWas({ event: event.name }), phrases);
	// Else it is the end of a period, and the statement tells which.
	const period = bank.endValue(edtf)?.relations[0];
	return period
		? attributed(
				bank,
				period,
				phrases.periodWas({ statement: factStatement(bank, period, phrases) }),
				phrases
			)
		: phrases.notThat();
}

/** A number among options: wrong because it counts something else, or nothing. */
function numberOption(bank: Bank, { card, id, right }: Offered, phrases: Phrases): WordedOption {
	const fact = bank.fact(card.fact) as FigureFact;
	const range = readRange(id) ?? { min: 0, max: 0 };
	const text = figureText(bank, { ...range, qualifier: fact.qualifier, unit: fact.unit }, phrases);
	if (right) return { id, text, right, why: '' };
	const owner = bank.numberValue(fact.unit, range)?.figures.find((figure) => figure.id !== fact.id);
	const why = owner
		? attributed(bank, owner, phrases.figureIs({ figure: owner.name }), phrases)
		: phrases.notThat();
	return { id, text, right, why };
}

/** An actor among options: wrong because of what he said, or who it is. */
function actorOption(bank: Bank, { card, id, right }: Offered, phrases: Phrases): WordedOption {
	const actor = bank.actor(id);
	const fact = bank.fact(card.fact);
	if (right) return { id, text: actor.name, right, why: '' };
	const said = fact.kind === 'claim' ? saidElsewhere(bank, fact, id) : undefined;
	return { id, text: actor.name, right, why: said ? positionOf(bank, said, phrases) : actor.about };
}

/** What somebody who does not make a claim says in the same document. */
function saidElsewhere(bank: Bank, claim: ClaimFact, speaker: string): ClaimFact | undefined {
	const isOther = ({ speakers }: ClaimFact) => !speakers.some((id) => claim.speakers.includes(id));
	return (
		claim.support
			.flatMap(({ source }) => claimsIn(bank, source, speaker).find(isOther) ?? [])
			// What somebody said alone tells more of them than what several said together.
			.sort((a, b) => a.speakers.length - b.speakers.length)[0]
	);
}

/** An option of the sort of the card's own answer: a date, a number or an actor. */
export function answerOption(bank: Bank, offered: Offered, phrases: Phrases): WordedOption {
	if (dateOf(bank, offered.card)) return dateOption(bank, offered, phrases);
	if (offered.card.facet === 'value') return numberOption(bank, offered, phrases);
	return actorOption(bank, offered, phrases);
}

/** A quantity as an option: its name and, where it is wrong, its own number. */
export function figureOption(
	bank: Bank,
	figure: FigureFact,
	right: boolean,
	phrases: Phrases
): WordedOption {
	const why = right ? '' : phrases.valueIs({ value: figureText(bank, figure, phrases) });
	return { id: figure.id, text: upperFirst(figure.name), right, why };
}

/**
 * An event as an option: its name and, where it is wrong, when it was. `why` says that date in
 * other words than "this happened at another time".
 */
export function eventOption(
	event: EventFact,
	right: boolean,
	phrases: Phrases,
	why: (input: { date: string }) => string = (input) => phrases.eventWas(input)
): WordedOption {
	const date = event.date ? dateText(event.date, phrases) : '';
	return {
		id: event.id,
		text: upperFirst(event.name),
		right,
		why: right ? '' : why({ date })
	};
}
