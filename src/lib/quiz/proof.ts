/**
 * The rules that every question must pass, each with a name and a reason. The build, the tests and
 * the editors' tool all run this; a question that fails stops the build.
 */
import type { Bank } from '../bank/bank.ts';
import type { Card } from '../bank/card.ts';
import type { EventFact } from '../bank/pack.ts';
import {
	dateOf,
	happenedIn,
	isActorOf,
	isDateOfCard,
	isValueOf,
	type Truth
} from '../bank/truth.ts';
import { compareWhen } from '../bank/when.ts';
import { cardOf } from './kind.ts';
import { everyQuestion, gradeAnswer, widestQuestions, wordQuestion } from './kinds.ts';
import { answerSpellings, leakIn } from './leak.ts';
import { foldName } from './names.ts';
import { readDate, readRange } from './options.ts';
import type { Phrases } from './phrases.ts';
import type { ChoiceQuestion, Question, Wording } from './question.ts';
import { attributionOf, cardActors, cardStem } from './wording.ts';

/** A question that breaks a rule. */
export type Problem = {
	readonly fact: string;
	readonly card: string;
	readonly kind: string;
	readonly rule: string;
	/** What is wrong with this question, for an editor. */
	readonly reason: string;
};

/** Most words a stem may have, its attribution and a quoted statement included. */
const LONGEST_STEM = 34;

/** Whether an option is true of the question, by the bank alone. */
export function optionTruth(bank: Bank, question: ChoiceQuestion, option: string): Truth {
	const card = cardOf(bank, question);
	const fact = bank.fact(card.fact);
	if (question.direction === 'subject') {
		const candidate = bank.facts.get(option);
		if (fact.kind === 'event' && candidate?.kind === 'event' && fact.date) {
			return happenedIn(bank, fact.date.when, candidate);
		}
		if (fact.kind === 'figure' && candidate?.kind === 'figure') {
			return isValueOf(bank, candidate, fact);
		}
		return 'unknown';
	}
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

type Rule = {
	readonly name: string;
	/** What is wrong, or null. */
	readonly check: (
		bank: Bank,
		question: Question,
		wording: Wording,
		phrases: Phrases
	) => string | null;
};

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;

const quoted = (options: readonly string[]): string =>
	options.map((option) => `“${option}”`).join(', ');

const RULES: readonly Rule[] = [
	{
		// A choice with two right answers punishes the learner who knows more.
		name: 'one right option',
		check(bank, question) {
			if (question.kind !== 'choice') return null;
			const isTwice = new Set(question.options).size !== question.options.length;
			if (isTwice) return 'an option stands twice';
			if (question.options.length < 3) return 'a choice needs at least three options';
			const truths = question.options.map((option) => optionTruth(bank, question, option));
			const isRight = question.options.filter((_, index) => truths[index] === 'yes');
			if (isRight.length !== 1 || isRight[0] !== question.key) {
				return `${isRight.length} options are true (${quoted(isRight)}); exactly one may be`;
			}
			const unsure = question.options.filter((_, index) => truths[index] === 'unknown');
			return unsure.length > 0 ? `the bank does not know that ${quoted(unsure)} is wrong` : null;
		}
	},
	{
		// Dates that touch cannot be put in order.
		name: 'certain order',
		check(bank, question) {
			if (question.kind !== 'first' && question.kind !== 'order') return null;
			const ids = question.kind === 'first' ? question.options : question.items;
			const events = ids.map((id) => bank.fact(id) as EventFact);
			for (const [index, a] of events.entries()) {
				for (const b of events.slice(index + 1)) {
					const dates = ({ date }: EventFact) =>
						date ? [date.when, ...date.also, ...date.barred] : [];
					const orders = dates(a).flatMap((one) => dates(b).map((two) => compareWhen(one, two)));
					if (new Set(orders).size !== 1 || orders[0] === 0) {
						return `“${a.id}” and “${b.id}” cannot be put in order`;
					}
				}
			}
			if (question.kind === 'order') return null;
			const [a, b] = events;
			const isBefore = a?.date && b?.date && compareWhen(a.date.when, b.date.when) === -1;
			return question.key === (isBefore ? a : b)?.id ? null : 'the key is not the earlier event';
		}
	},
	{
		// Violence is asked plainly: no game of order, no number to try out.
		name: 'sensitive facts are asked plainly',
		check(_bank, question, wording) {
			const isPlain =
				question.kind === 'choice' || question.kind === 'flashcard' || question.kind === 'typed';
			return wording.flags.includes('sensitive') && !isPlain ? `asked as ${question.kind}` : null;
		}
	},
	{
		name: 'no question on held facts',
		check: (_bank, _question, wording) => (wording.status === 'HOLD' ? 'the fact is on HOLD' : null)
	},
	{
		// What one source claims is not taught as plain fact.
		name: 'attribution',
		check(bank, _question, wording, phrases) {
			const fact = bank.fact(wording.fact);
			if (fact.status !== 'ATTRIBUTE' && fact.kind !== 'claim') return null;
			const who = attributionOf(bank, fact, phrases);
			if (who === '') return 'nobody is named who says so';
			const names = foldName(wording.stem).includes(foldName(who));
			return names ? null : `the stem does not say “${who}”`;
		}
	},
	{
		name: 'nothing empty',
		check(_bank, _question, wording) {
			const { stem, answer, explanation, source } = wording;
			const empty = Object.entries({ stem, answer, explanation, source }).find(
				([, text]) => text.trim() === ''
			);
			if (empty) return `the ${empty[0]} is empty`;
			const unexplained = wording.options.find(({ right, why }) => !right && why.trim() === '');
			return unexplained ? `nothing says why “${unexplained.text}” is wrong` : null;
		}
	},
	{
		name: 'options differ on the screen',
		check(_bank, _question, wording) {
			const texts = wording.options.map(({ text }) => foldName(text));
			return new Set(texts).size === texts.length ? null : 'two options read the same';
		}
	},
	{
		// A stem that holds its own answer tests reading, not knowledge.
		name: 'no leak',
		check(bank, question, wording) {
			const leaked = leakIn(wording.stem, answerSpellings(bank, question, wording));
			return leaked ? `the stem contains “${leaked}”` : null;
		}
	},
	{
		name: 'short stem',
		check(_bank, _question, wording) {
			const length = words(wording.stem);
			return length > LONGEST_STEM
				? `the stem has ${length} words, at most ${LONGEST_STEM} are read`
				: null;
		}
	},
	{
		// Values in ascending order, so that the order tells nothing.
		name: 'ascending values',
		check(bank, question) {
			if (question.kind !== 'choice' || question.direction !== 'value') return null;
			const card = cardOf(bank, question);
			const isDate = dateOf(bank, card) !== null;
			if (!isDate && card.facet !== 'value') return null;
			const sizes = question.options.map((option) =>
				isDate ? (readDate(option)?.start ?? NaN) : (readRange(option)?.min ?? NaN)
			);
			// Two stretches may begin with the same day.
			return sizes.every((size, index) => index === 0 || size >= (sizes[index - 1] ?? NaN))
				? null
				: 'dates and numbers must stand in ascending order';
		}
	},
	{
		// The grader must accept the answer that the feedback shows.
		name: 'the shown answer is accepted',
		check(bank, question) {
			const accepted = (text: string) => {
				const kind = question.kind === 'typed' ? 'typed' : 'number';
				const verdict = gradeAnswer(bank, question, { kind, text });
				return verdict.outcome === 'right' || verdict.outcome === 'unclear';
			};
			const card = cardOf(bank, question);
			const fact = bank.fact(card.fact);
			if (question.kind === 'typed') {
				const refused = cardActors(bank, card).find((id) => !accepted(bank.actor(id).name));
				return refused ? `typing “${bank.actor(refused).name}” is not accepted` : null;
			}
			if (question.kind === 'number' && fact.kind === 'figure') {
				return accepted(String(fact.min)) ? null : `typing “${fact.min}” is not accepted`;
			}
			const date = dateOf(bank, card);
			if (question.kind === 'number' && date) {
				const year = date.when.edtf.slice(0, 4);
				return accepted(year) ? null : `typing “${year}” is not accepted`;
			}
			return null;
		}
	}
];

/** Checks one question against every rule. */
export function proveQuestion(bank: Bank, question: Question, phrases: Phrases): Problem[] {
	const wording = wordQuestion(bank, question, phrases);
	return RULES.flatMap(({ name, check }) => {
		const reason = check(bank, question, wording, phrases);
		const { fact, id: card } = cardOf(bank, question);
		return reason === null ? [] : [{ fact, card, kind: question.kind, rule: name, reason }];
	});
}

/** Two facts that ask the same and answer differently: each would call the other's answer wrong. */
function sameQuestions(bank: Bank, phrases: Phrases): Problem[] {
	const asked = new Map<string, Card>();
	return [...bank.cards.values()].flatMap((card): Problem[] => {
		const stem = foldName(cardStem(bank, card, phrases));
		const other = asked.get(stem);
		asked.set(stem, card);
		if (!other || other.fact === card.fact) return [];
		const rule = 'one question, one answer';
		const reason = `“${other.fact}” asks the same in the same words`;
		return [{ fact: card.fact, card: card.id, kind: 'every', rule, reason }];
	});
}

/**
 * Proves every option that may ever be offered, and every whole question that the bank yields for
 * the seeds. A problem is told once, however many questions show it.
 */
export function proveBank(
	bank: Bank,
	phrases: Phrases,
	seeds: readonly (string | number)[]
): Problem[] {
	const problems = new Map<string, Problem>();
	const questions = [widestQuestions(bank), ...seeds.map((seed) => everyQuestion(bank, seed))];
	for (const question of questions.flat()) {
		for (const problem of proveQuestion(bank, question, phrases)) {
			const key = `${problem.card} ${problem.kind} ${problem.rule}`;
			if (!problems.has(key)) problems.set(key, problem);
		}
	}
	return [...problems.values(), ...sameQuestions(bank, phrases)];
}
