/**
 * Questions, answers and verdicts: plain data that can be stored, sent and graded again later.
 *
 * A question names a card and settles its options by id; the words come from `word` of its kind,
 * in the learner's language. Options are coded: an actor or a fact by its id, a date by its EDTF,
 * a number by its digits ("530", "50..200").
 */
import type { Flag, Status } from '../bank/fact.ts';
import type { Language } from '../bank/pack.ts';

/** `value`: the fact is given, its value is asked. `subject`: the value is given, the fact is asked. */
export type Direction = 'value' | 'subject';

export type ChoiceQuestion = {
	readonly kind: 'choice';
	readonly card: string;
	readonly direction: Direction;
	readonly options: readonly string[];
	readonly key: string;
};

/** Which of two events came first? */
export type FirstQuestion = {
	readonly kind: 'first';
	readonly card: string;
	readonly options: readonly [string, string];
	readonly key: string;
};

/** Put the events in order; `items` stand as first shown. */
export type OrderQuestion = {
	readonly kind: 'order';
	readonly card: string;
	readonly items: readonly string[];
};

/** A name to type. */
export type TypedQuestion = { readonly kind: 'typed'; readonly card: string };

/** A number or a date to type. */
export type NumberQuestion = { readonly kind: 'number'; readonly card: string };

export type FlashcardQuestion = { readonly kind: 'flashcard'; readonly card: string };

export type Question =
	| ChoiceQuestion
	| FirstQuestion
	| OrderQuestion
	| TypedQuestion
	| NumberQuestion
	| FlashcardQuestion;

export type KindName = Question['kind'];

/** The names of all kinds, from recognition to recall. */
export const kindNames = [
	'choice',
	'first',
	'order',
	'typed',
	'number',
	'flashcard'
] as const satisfies readonly KindName[];

/** How well a flashcard was recalled, said by the learner. */
export type Recall = 'again' | 'hard' | 'good' | 'easy';

export type Answer =
	| { readonly kind: 'choice' | 'first'; readonly option: string }
	| { readonly kind: 'order'; readonly items: readonly string[] }
	| { readonly kind: 'typed' | 'number'; readonly text: string }
	| { readonly kind: 'flashcard'; readonly recall: Recall };

/**
 * What the grader says. `near`: counts as right, with a slip to show. `unclear`: could mean two
 * things; nothing is graded, the learner is asked which `readings` was meant.
 */
export type Verdict =
	| {
			readonly outcome: 'right' | 'near' | 'wrong';
			/** 0 to 1; between the two only for partial credit. */
			readonly score: number;
	  }
	| { readonly outcome: 'unclear'; readonly readings: readonly number[] };

export type Outcome = Exclude<Verdict['outcome'], 'unclear'>;

export type WordedOption = {
	readonly id: string;
	readonly text: string;
	readonly right: boolean;
	/** Why this option is wrong, from its own fact; for the key, empty. */
	readonly why: string;
};

/** A question in words, with everything that is shown after the answer. */
export type Wording = {
	readonly language: Language;
	/** The whole question, attribution included. */
	readonly stem: string;
	/** Options of a choice, the two events, or the events to order in the order shown. */
	readonly options: readonly WordedOption[];
	/** The right answer in words. */
	readonly answer: string;
	readonly explanation: string;
	/** "The Jerusalem Post, 2009" */
	readonly source: string;
	/** "paragraph 9"; empty when the source has no paragraphs. */
	readonly locator: string;
	/** One line on how certain it is; it speaks of the fact and may be in another language. */
	readonly certainty: { readonly text: string; readonly language: Language };
	/** Editorial notes on the fact. */
	readonly notes: readonly string[];
	readonly status: Status;
	readonly flags: readonly Flag[];
	/** The fact asked about: its address in Explore. */
	readonly fact: string;
};
