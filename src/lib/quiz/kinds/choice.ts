/** Multiple choice: one right answer among three or four. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { EventFact, FigureFact } from '../../bank/pack.ts';
import { dateOf, happenedIn, isValueOf } from '../../bank/truth.ts';
import { answerOf, answerTruth, sizeOf, wrongAnswers } from '../distractors/answers.ts';
import { isPoint } from '../distractors/companions.ts';
import { wrongEvents } from '../distractors/dates.ts';
import { fairNames, NEVER_LONGER_EVENT } from '../distractors/fair.ts';
import { sampled, type Pool } from '../distractors/pool.ts';
import { wrongFigures } from '../distractors/values.ts';
import { cardOf, gradeOption, type OptionKind } from '../kind.ts';
import { answerOption, eventOption, figureOption } from '../option-words.ts';
import { perBank } from '../per-bank.ts';
import type { Phrases } from '../phrases.ts';
import type { Direction, OptionQuestion, WordedOption } from '../question.ts';
import { cardAnswer, cardStem, dateText, figureText, wordCard } from '../wording.ts';
import { isNaming } from './alias.ts';

type ChoiceQuestion = OptionQuestion<'choice'>;

/** The event or figure whose date or value is turned into the stem of a `subject` question. */
function subjectOf(bank: Bank, card: Card): EventFact | FigureFact | null {
	const fact = bank.fact(card.fact);
	const isPlain = fact.status === 'ASSERT' || fact.status === 'CORRECT';
	if (!isPlain || fact.flags.includes('sensitive')) return null;
	if (fact.kind === 'event' && card.facet === 'when') return isPoint(fact) ? fact : null;
	if (fact.kind !== 'figure' || card.facet !== 'value' || fact.qualifier !== 'exact') return null;
	return fact.min === fact.max ? fact : null;
}

const keyOf = (bank: Bank, card: Card, direction: Direction): string | null =>
	direction === 'subject' ? card.fact : answerOf(bank, card);

const wrongSubjects = perBank(findWrongSubjects, ({ id }: Card) => id);

function findWrongSubjects(bank: Bank, card: Card): Pool {
	const fact = bank.fact(card.fact);
	if (fact.kind !== 'event' && fact.kind !== 'figure') return sampled([]);
	const named = (id: string) => ({ id, text: (bank.fact(id) as EventFact | FigureFact).name });
	const { options } = fact.kind === 'event' ? wrongEvents(bank, fact) : wrongFigures(bank, fact);
	const told = fact.kind === 'event' ? (fact.date?.when.edtf ?? '') : '';
	return fairNames(named(fact.id), options.map(named), told, NEVER_LONGER_EVENT);
}

const poolOf = (bank: Bank, card: Card, direction: Direction): Pool =>
	direction === 'subject' ? wrongSubjects(bank, card) : wrongAnswers(bank, card);

/** Dates and numbers stand in ascending order, everything else in the order that `shuffle` gives. */
function arrange(
	bank: Bank,
	options: readonly string[],
	card: Card,
	direction: Direction,
	shuffle: (options: readonly string[]) => readonly string[]
): readonly string[] {
	const hasSizes = direction === 'value' && (card.facet === 'value' || dateOf(bank, card) !== null);
	if (!hasSizes) return shuffle(options);
	return options
		.map((option) => ({ option, size: sizeOf(bank, card, option) }))
		.sort((a, b) => a.size - b.size)
		.map(({ option }) => option);
}

function wordOption(
	bank: Bank,
	id: string,
	question: ChoiceQuestion,
	phrases: Phrases
): WordedOption {
	const right = id === question.key;
	if (question.direction === 'value') {
		return answerOption(bank, { card: cardOf(bank, question), id, right }, phrases);
	}
	const fact = bank.fact(id);
	return fact.kind === 'event'
		? eventOption(fact, right, phrases)
		: figureOption(bank, fact as FigureFact, right, phrases);
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

export const choice: OptionKind<'choice'> = {
	name: 'choice',

	directions(bank, card) {
		// A date of unsharp bounds or of several parts is told, not chosen.
		if (dateOf(bank, card)?.when.approximate) return [];
		// Other names have a kind of their own.
		if (isNaming(bank.fact(card.fact))) return [];
		return subjectOf(bank, card) ? ['value', 'subject'] : ['value'];
	},

	make(bank, card, { direction, optionCount, random, confused }) {
		const key = keyOf(bank, card, direction);
		const wrong = key && poolOf(bank, card, direction).draw(optionCount - 1, random, confused);
		if (!wrong) return null;
		const options = arrange(bank, [key, ...wrong], card, direction, (all) => random.shuffle(all));
		return { kind: 'choice', card: card.id, direction, given: [], options, key };
	},

	/** One question with all options of its pool. */
	widest(bank, card, direction) {
		const key = keyOf(bank, card, direction);
		const { options: wrong } = poolOf(bank, card, direction);
		// Of a single wrong option no question is made.
		if (key === null || wrong.length < 2) return [];
		const options = arrange(bank, [key, ...wrong], card, direction, (all) => all);
		return [{ kind: 'choice', card: card.id, direction, given: [], options, key }];
	},

	truth(bank, question, option) {
		const card = cardOf(bank, question);
		if (question.direction === 'value') return answerTruth(bank, card, option);
		const fact = bank.fact(card.fact);
		const candidate = bank.facts.get(option);
		if (fact.kind === 'event' && candidate?.kind === 'event' && fact.date) {
			return happenedIn(bank, fact.date.when, candidate);
		}
		return fact.kind === 'figure' && candidate?.kind === 'figure'
			? isValueOf(bank, candidate, fact)
			: 'unknown';
	},

	grade: gradeOption,

	word(bank, question, phrases) {
		const card = cardOf(bank, question);
		const options = question.options.map((id) => wordOption(bank, id, question, phrases));
		const answer =
			question.direction === 'value'
				? cardAnswer(bank, card, phrases)
				: (options.find(({ right }) => right)?.text ?? '');
		return wordCard(bank, card, phrases, { stem: stem(bank, question, phrases), options, answer });
	}
};
