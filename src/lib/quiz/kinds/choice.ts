/** Multiple choice: one right answer among three or four. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { EventFact, FigureFact } from '../../bank/pack.ts';
import { upperFirst } from '../../bank/statement.ts';
import { dateOf } from '../../bank/truth.ts';
import { wrongActors } from '../distractors/actors.ts';
import { wrongDates, wrongEvents } from '../distractors/dates.ts';
import { sampled, type Pool } from '../distractors/pool.ts';
import { wrongFigures, wrongValues } from '../distractors/values.ts';
import { cardOf, RIGHT, WRONG, type Kind } from '../kind.ts';
import { perBank } from '../per-bank.ts';
import { rangeOption, readDate, readRange } from '../options.ts';
import type { Phrases } from '../phrases.ts';
import type { ChoiceQuestion, Direction, WordedOption } from '../question.ts';
import {
	attributed,
	cardActors,
	cardAnswer,
	cardStem,
	dateOptionText,
	dateText,
	eventOption,
	factStatement,
	figureText,
	wordCard
} from '../wording.ts';

/** The event or figure whose date or value is turned into the stem of a `subject` question. */
function subjectOf(bank: Bank, card: Card): EventFact | FigureFact | null {
	const fact = bank.fact(card.fact);
	const isPlain = fact.status === 'ASSERT' || fact.status === 'CORRECT';
	if (!isPlain || fact.flags.includes('sensitive')) return null;
	if (fact.kind === 'event' && card.facet === 'when') return fact;
	if (fact.kind !== 'figure' || card.facet !== 'value' || fact.qualifier !== 'exact') return null;
	return fact.min === fact.max ? fact : null;
}

function keyOf(bank: Bank, card: Card, direction: Direction): string | null {
	const fact = bank.fact(card.fact);
	if (direction === 'subject') return fact.id;
	const date = dateOf(bank, card);
	if (date) return date.when.edtf;
	if (fact.kind === 'figure' && card.facet === 'value') return rangeOption(fact);
	return cardActors(bank, card)[0] ?? null;
}

type Side = { readonly card: Card; readonly direction: Direction };

const poolOf = perBank(wrongOptions, ({ card, direction }: Side) => `${card.id} ${direction}`);

function wrongOptions(bank: Bank, { card, direction }: Side): Pool {
	const fact = bank.fact(card.fact);
	if (direction === 'subject') {
		if (fact.kind === 'event') return wrongEvents(bank, fact);
		return fact.kind === 'figure' ? wrongFigures(bank, fact) : sampled([]);
	}
	if (dateOf(bank, card)) return wrongDates(bank, card);
	if (fact.kind === 'figure' && card.facet === 'value') return wrongValues(bank, fact);
	return wrongActors(bank, card);
}

/** Dates and numbers stand in ascending order, everything else in the order that `shuffle` gives. */
function arrange(
	bank: Bank,
	options: readonly string[],
	card: Card,
	direction: Direction,
	shuffle: (options: readonly string[]) => readonly string[]
): readonly string[] {
	if (direction === 'value' && dateOf(bank, card)) {
		return [...options].sort((a, b) => (readDate(a)?.start ?? 0) - (readDate(b)?.start ?? 0));
	}
	if (direction === 'value' && card.facet === 'value') {
		return [...options].sort((a, b) => (readRange(a)?.min ?? 0) - (readRange(b)?.min ?? 0));
	}
	return shuffle(options);
}

function dateOption(
	bank: Bank,
	edtf: string,
	question: ChoiceQuestion,
	phrases: Phrases
): WordedOption {
	const when = readDate(edtf);
	const text = when ? dateOptionText(bank, when, phrases) : edtf;
	const right = edtf === question.key;
	const card = cardOf(bank, question);
	if (right) {
		const date = dateOf(bank, card);
		return { id: edtf, text: date ? dateText(date, phrases) : text, right, why: '' };
	}
	const owner = when
		? bank.datesAt(when.precision).find((value) => value.when.edtf === edtf)?.events
		: undefined;
	const plain = owner?.filter(({ flags }) => !flags.includes('sensitive'));
	const event = plain?.find(({ status }) => status !== 'ATTRIBUTE') ?? plain?.[0] ?? owner?.[0];
	if (event) {
		const why = attributed(bank, event, phrases.dateWas({ event: event.name }), phrases);
		return { id: edtf, text, right, why };
	}
	// Else it is the end of a period, and the statement tells which.
	const period = when
		? bank.endsAt(when.precision).find((value) => value.when.edtf === edtf)?.relations[0]
		: undefined;
	const why = period
		? attributed(bank, period, factStatement(bank, period, phrases), phrases)
		: phrases.notThat();
	return { id: edtf, text, right, why };
}

function numberOption(
	bank: Bank,
	option: string,
	question: ChoiceQuestion,
	phrases: Phrases
): WordedOption {
	const card = cardOf(bank, question);
	const fact = bank.fact(card.fact) as FigureFact;
	const right = option === question.key;
	const range = readRange(option) ?? { min: 0, max: 0 };
	const text = figureText(bank, { ...fact, ...range }, phrases);
	if (right) return { id: option, text, right, why: '' };
	const owner = bank
		.valuesIn(fact.unit)
		.find(({ min, max }) => min === range.min && max === range.max)
		?.figures.find((figure) => figure.id !== fact.id);
	const why = owner
		? attributed(bank, owner, phrases.figureIs({ figure: owner.name }), phrases)
		: phrases.notThat();
	return { id: option, text, right, why };
}

function figureOption(
	bank: Bank,
	id: string,
	question: ChoiceQuestion,
	phrases: Phrases
): WordedOption {
	const figure = bank.fact(id) as FigureFact;
	const right = id === question.key;
	const text = upperFirst(figure.name);
	const why = right ? '' : phrases.valueIs({ value: figureText(bank, figure, phrases) });
	return { id, text, right, why };
}

function actorOption(
	bank: Bank,
	id: string,
	question: ChoiceQuestion,
	phrases: Phrases
): WordedOption {
	const actor = bank.actor(id);
	const right = id === question.key;
	const fact = bank.fact(cardOf(bank, question).fact);
	if (right) return { id, text: actor.name, right, why: '' };
	const documents = new Set(fact.support.map(({ source }) => source));
	const said =
		fact.kind === 'claim'
			? bank
					.claimsBy(id)
					.filter(({ speakers }) => !speakers.includes(question.key))
					.filter(({ support }) => support.some(({ source }) => documents.has(source)))
					// What somebody said alone tells more of them than what several said together.
					.sort((a, b) => a.speakers.length - b.speakers.length)[0]
			: undefined;
	const why = said
		? phrases.speakerSaid({
				speaker: phrases.list(said.speakers.map((speaker) => bank.actor(speaker).name)),
				position: said.position
			})
		: actor.about;
	return { id, text: actor.name, right, why };
}

function wordOption(
	bank: Bank,
	id: string,
	question: ChoiceQuestion,
	phrases: Phrases
): WordedOption {
	const card = cardOf(bank, question);
	const fact = bank.fact(card.fact);
	if (question.direction === 'subject') {
		return fact.kind === 'event'
			? eventOption(bank, bank.fact(id) as EventFact, id === question.key, phrases)
			: figureOption(bank, id, question, phrases);
	}
	if (dateOf(bank, card)) return dateOption(bank, id, question, phrases);
	if (card.facet === 'value') return numberOption(bank, id, question, phrases);
	return actorOption(bank, id, question, phrases);
}

function stem(bank: Bank, question: ChoiceQuestion, phrases: Phrases): string {
	const card = cardOf(bank, question);
	const fact = bank.fact(card.fact);
	if (question.direction === 'value') return cardStem(bank, card, phrases);
	if (fact.kind === 'event' && fact.date) {
		return phrases.whichHappened({ date: dateText(fact.date, phrases) });
	}
	return fact.kind === 'figure'
		? phrases.whichFigure({ value: figureText(bank, fact, phrases) })
		: cardStem(bank, card, phrases);
}

export const choice: Kind<ChoiceQuestion> = {
	name: 'choice',

	directions(bank, card) {
		// A date of unsharp bounds or of several parts is told, not chosen.
		if (dateOf(bank, card)?.when.approximate) return [];
		// Several who say one thing together: no single one of them is the answer.
		if (cardActors(bank, card).length > 1) return [];
		return subjectOf(bank, card) ? ['value', 'subject'] : ['value'];
	},

	make(bank, card, make) {
		const key = keyOf(bank, card, make.direction);
		if (key === null) return null;
		const { direction, optionCount, random } = make;
		const wrong = poolOf(bank, { card, direction }).draw(optionCount - 1, random);
		if (!wrong) return null;
		const options = arrange(bank, [key, ...wrong], card, direction, (all) => random.shuffle(all));
		return { kind: 'choice', card: card.id, direction, options, key };
	},

	/** One question with all options of its pool. */
	widest(bank, card, direction) {
		const key = keyOf(bank, card, direction);
		const { options: wrong } = poolOf(bank, { card, direction });
		// Of a single wrong option no question is made.
		if (key === null || wrong.length < 2) return [];
		const options = arrange(bank, [key, ...wrong], card, direction, (all) => all);
		return [{ kind: 'choice', card: card.id, direction, options, key }];
	},

	grade: (_bank, question, answer) =>
		answer.kind === 'choice' && answer.option === question.key ? RIGHT : WRONG,

	word(bank, question, phrases) {
		const card = cardOf(bank, question);
		const options = question.options.map((id) => wordOption(bank, id, question, phrases));
		const answer =
			question.direction === 'value'
				? cardAnswer(bank, card, phrases)
				: (options.find(({ right }) => right)?.text ??
					factStatement(bank, bank.fact(card.fact), phrases));
		return wordCard(bank, card, phrases, { stem: stem(bank, question, phrases), options, answer });
	}
};
