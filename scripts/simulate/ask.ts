/** Asks a card as the app does: the kind by `form.ts`, the rating by `rating.ts`. */
import { chooseKind } from '#lib/memory/form.ts';
import { rate } from '#lib/memory/rating.ts';
import type { Rating } from '#lib/memory/review.ts';
import type { Memory } from '#lib/memory/scheduler.ts';
import {
	optionKinds,
	type KindName,
	type OptionKindName,
	type Question
} from '#lib/quiz/question.ts';
import type { Random } from '#lib/quiz/random.ts';

/** The kinds that a plain date, figure or name is asked in; below, how many options they have. */
const FORMS: readonly (readonly KindName[])[] = [
	['truth', 'choice', 'first', 'between', 'timeline', 'order', 'number', 'date', 'flashcard'],
	['truth', 'choice', 'closest', 'estimate', 'cloze', 'number', 'flashcard'],
	['truth', 'choice', 'match', 'cloze', 'typed', 'flashcard']
];
const OPTIONS: Partial<Record<KindName, number>> = { truth: 2, first: 2, timeline: 3 };
const USUAL_OPTIONS = 4;
const LEAST_ITEMS = 3;

/** The next question of card number `index`; the forms of dates, figures and names take turns. */
export function nextQuestion(index: number, memory: Memory | undefined, random: Random): Question {
	const kinds = FORMS[index % FORMS.length] ?? [];
	return questionOf(chooseKind(kinds, memory, random), `card-${index}`);
}

/** The rating that the app gives; of a flashcard the learner says honestly what was recalled. */
export function ratingOf(question: Question, right: boolean, memory: Memory | undefined): Rating {
	const answer =
		question.kind === 'flashcard'
			? ({ kind: 'flashcard', recall: right ? 'good' : 'again' } as const)
			: ({ kind: 'typed', text: '' } as const);
	return rate(question, { answer, outcome: right ? 'right' : 'wrong' }, memory);
}

function isOptionKind(kind: KindName): kind is OptionKindName {
	return optionKinds.some((name) => name === kind);
}

/** A question without content: only its kind and the number of its options count here. */
function questionOf(kind: KindName, card: string): Question {
	const items = (count: number) => Array.from({ length: count }, (_, index) => String(index));
	if (isOptionKind(kind)) {
		const options = items(OPTIONS[kind] ?? USUAL_OPTIONS);
		return { kind, card, direction: 'value', given: [], options, key: '0' };
	}
	switch (kind) {
		case 'order':
			return { kind, card, items: items(LEAST_ITEMS) };
		case 'match':
			return { kind, card, cards: items(LEAST_ITEMS), options: items(LEAST_ITEMS) };
		case 'estimate':
			return { kind, card, low: 1, high: 1000 };
		case 'cloze':
		case 'typed':
		case 'number':
		case 'date':
		case 'flashcard':
			return { kind, card };
		default:
			return kind satisfies never;
	}
}
