/**
 * The rules that every question must pass, each with a name and a reason. The build, the tests and
 * the editors' tool all run this; a question that fails stops the build.
 */
import type { Bank } from '../bank/bank.ts';
import type { Card } from '../bank/card.ts';
import type { EventFact } from '../bank/pack.ts';
import { dateOf, isActorOf } from '../bank/truth.ts';
import { compareWhen } from '../bank/when.ts';
import { answerOf } from './distractors/answers.ts';
import { cardNamed, cardOf } from './kind.ts';
import { everyQuestion, gradeAnswer, optionTruth, widestQuestions, wordQuestion } from './kinds.ts';
import { answerSpellings, leakIn } from './leak.ts';
import { foldName } from './fold.ts';
import { readDate, readRange } from './options.ts';
import type { Phrases } from './phrases.ts';
import {
	isOptionQuestion,
	type Answer,
	type KindName,
	type Question,
	type Wording
} from './question.ts';
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

/** Fewest options of kinds that may have two. */
const FEWEST_OPTIONS: Readonly<Partial<Record<KindName, number>>> = {
	truth: 2,
	first: 2,
	estimates: 2,
	timeline: 2
};

/** Forms that make no game of violence and its victims. */
const PLAIN: ReadonlySet<KindName> = new Set(['choice', 'said', 'flashcard'] as const);

/** The answers of a question that is answered by typing, as one would type them. */
function answersToType(bank: Bank, question: Question): string[] {
	const card = cardOf(bank, question);
	const fact = bank.fact(card.fact);
	const date = dateOf(bank, card);
	switch (question.kind) {
		case 'number':
			return date ? [date.when.edtf.slice(0, 4)] : fact.kind === 'figure' ? [String(fact.min)] : [];
		case 'date':
			return date ? [date.when.edtf] : [];
		case 'estimate':
			return fact.kind === 'figure' ? [String(fact.min), String(fact.max)] : [];
		case 'typed':
		case 'cloze':
			return fact.kind === 'figure' && card.facet === 'value'
				? [String(fact.min)]
				: cardActors(bank, card).map((id) => bank.actor(id).name);
		default:
			return [];
	}
}

const RULES: readonly Rule[] = [
	{
		// A choice with two right answers punishes the learner who knows more.
		name: 'one right option',
		check(bank, question) {
			if (!isOptionQuestion(question)) return null;
			const isTwice = new Set(question.options).size !== question.options.length;
			if (isTwice) return 'an option stands twice';
			const fewest = FEWEST_OPTIONS[question.kind] ?? 3;
			if (question.options.length < fewest) return `fewer than ${fewest} options`;
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
		// A match with two solutions marks a right one wrong.
		name: 'one right match',
		check(bank, question) {
			if (question.kind !== 'match') return null;
			const rows = question.cards.map((id) => cardNamed(bank, id));
			const answers = rows.map((row) => answerOf(bank, row));
			const isComplete =
				new Set(answers).size === rows.length &&
				question.options.length === rows.length &&
				answers.every((actor) => actor !== null && question.options.includes(actor));
			if (!isComplete) return 'the actors are not those of the rows';
			if (!question.cards.includes(question.card)) return 'its own card is not among the rows';
			for (const [index, row] of rows.entries()) {
				for (const [other, actor] of answers.entries()) {
					const truth = actor === null ? 'unknown' : isActorOf(bank, row, actor);
					if (truth !== (index === other ? 'yes' : 'no')) {
						return `whether “${actor}” answers “${row.id}” is ${truth}`;
					}
				}
			}
			return null;
		}
	},
	{
		// The answer must lie on the scale, away from where the handle begins.
		name: 'the scale holds the answer',
		check(bank, question) {
			if (question.kind !== 'estimate') return null;
			const fact = bank.fact(cardOf(bank, question).fact);
			const isOnScale =
				fact.kind === 'figure' && question.low < fact.min && fact.max < question.high;
			return isOnScale ? null : `the scale runs from ${question.low} to ${question.high}`;
		}
	},
	{
		// Dates that touch cannot be put in order.
		name: 'certain order',
		check(bank, question) {
			if (question.kind !== 'order') return null;
			const events = question.items.map((id) => bank.fact(id) as EventFact);
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
			return null;
		}
	},
	{
		// Violence is asked plainly: no game of order, no number to try out.
		name: 'sensitive facts are asked plainly',
		check(_bank, question, wording) {
			return wording.flags.includes('sensitive') && !PLAIN.has(question.kind)
				? `asked as ${question.kind}`
				: null;
		}
	},
	{
		name: 'no question on held facts',
		check: (_bank, _question, wording) => (wording.status === 'HOLD' ? 'the fact is on HOLD' : null)
	},
	{
		// What one source claims is not taught as plain fact.
		name: 'attribution',
		check(bank, question, wording, phrases) {
			const fact = bank.fact(wording.fact);
			if (fact.status !== 'ATTRIBUTE' && fact.kind !== 'claim') return null;
			// Who gives the value is what is asked.
			if (question.kind === 'estimates') return null;
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
			if (!isOptionQuestion(question)) return null;
			const numbers = question.options.map((option) => readRange(option)?.min ?? NaN);
			const days = question.options.map((option) => readDate(option)?.start ?? NaN);
			const sizes = numbers.some(Number.isNaN) ? days : numbers;
			// Names have no order. Two stretches may begin with the same day.
			if (sizes.some(Number.isNaN)) return null;
			return sizes.every((size, index) => index === 0 || size >= (sizes[index - 1] ?? NaN))
				? null
				: 'dates and numbers must stand in ascending order';
		}
	},
	{
		// The grader must accept the answer that the feedback shows.
		name: 'the shown answer is accepted',
		check(bank, question) {
			const typed = answersToType(bank, question);
			const refused = typed.find((text) => {
				const { outcome } = gradeAnswer(bank, question, { kind: question.kind, text } as Answer);
				return outcome !== 'right' && outcome !== 'unclear';
			});
			return refused === undefined ? null : `typing “${refused}” is not accepted`;
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
	const proven = new Set<string>();
	const questions = [widestQuestions(bank), ...seeds.map((seed) => everyQuestion(bank, seed))];
	for (const question of questions.flat()) {
		// Many seeds make many the same.
		const written = JSON.stringify(question);
		if (proven.has(written)) continue;
		proven.add(written);
		for (const problem of proveQuestion(bank, question, phrases)) {
			const key = `${problem.card} ${problem.kind} ${problem.rule}`;
			if (!problems.has(key)) problems.set(key, problem);
		}
	}
	return [...problems.values(), ...sameQuestions(bank, phrases)];
}
