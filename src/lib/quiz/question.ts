/**
 * Questions, answers and verdicts: plain data that can be stored, sent and graded again later.
 *
 * A question names a card and settles its options by id; the words come from `word` of its kind,
 * in the learner's language. Options are coded: an actor, a fact or a source by its id, a date by
 * its EDTF, a number by its digits ("530", "50..200").
 */
import type { Flag, Status } from '../bank/fact.ts';
import type { Language } from '../bank/pack.ts';

/** `value`: the fact is given, its value is asked. `subject`: the value is given, the fact is asked. */
export type Direction = 'value' | 'subject';

/**
 * The kinds that are answered by taking one of the options on the screen: true or false, one of
 * several, which came first, the closest number, the odd one out, who said it, code name and alias,
 * what led to it and what followed, how long between, which source gave which value, and the place
 * of an event on a timeline.
 */
export const optionKinds = [
	'truth',
	'choice',
	'first',
	'closest',
	'odd',
	'said',
	'alias',
	'link',
	'between',
	'estimates',
	'timeline'
] as const;

export type OptionKindName = (typeof optionKinds)[number];

export type OptionQuestion<Name extends OptionKindName = OptionKindName> = {
	readonly kind: Name;
	readonly card: string;
	readonly direction: Direction;
	/** What the question sets beside its card, coded like options: the second event, the year … */
	readonly given: readonly string[];
	readonly options: readonly string[];
	readonly key: string;
};

/** Put the events in order; `items` stand as first shown. */
export type OrderQuestion = {
	readonly kind: 'order';
	readonly card: string;
	readonly items: readonly string[];
};

/** Match each card's question with its actor; the question's own card is among `cards`. */
export type MatchQuestion = {
	readonly kind: 'match';
	readonly card: string;
	readonly cards: readonly string[];
	/** The actors to match, as shown. */
	readonly options: readonly string[];
};

/** Estimate a number on a logarithmic scale from `low` to `high`. */
export type EstimateQuestion = {
	readonly kind: 'estimate';
	readonly card: string;
	readonly low: number;
	readonly high: number;
};

/** A sentence to complete: a name or a number to type into its gap. */
export type ClozeQuestion = { readonly kind: 'cloze'; readonly card: string };

/** A name to type. */
export type TypedQuestion = { readonly kind: 'typed'; readonly card: string };

/** A number or a year to type. */
export type NumberQuestion = { readonly kind: 'number'; readonly card: string };

/** A date to type, as precisely as it is known. */
export type DateQuestion = { readonly kind: 'date'; readonly card: string };

export type FlashcardQuestion = { readonly kind: 'flashcard'; readonly card: string };

export type Question =
	| { readonly [Name in OptionKindName]: OptionQuestion<Name> }[OptionKindName]
	| OrderQuestion
	| MatchQuestion
	| EstimateQuestion
	| ClozeQuestion
	| TypedQuestion
	| NumberQuestion
	| DateQuestion
	| FlashcardQuestion;

export type KindName = Question['kind'];

/** The names of all kinds, from recognition to recall. */
export const kindNames = [
	...optionKinds,
	'match',
	'order',
	'estimate',
	'cloze',
	'typed',
	'number',
	'date',
	'flashcard'
] as const satisfies readonly KindName[];

/** The kinds that are answered by typing. */
export type TextKindName = 'estimate' | 'cloze' | 'typed' | 'number' | 'date';

const optionKindNames: ReadonlySet<KindName> = new Set(optionKinds);

/** Whether a question is answered by taking one of its options. */
export const isOptionQuestion = (question: Question): question is Question & OptionQuestion =>
	optionKindNames.has(question.kind);

/** How well a flashcard was recalled, said by the learner. */
export type Recall = 'again' | 'hard' | 'good' | 'easy';

export type Answer =
	| { readonly kind: OptionKindName; readonly option: string }
	| { readonly kind: 'order'; readonly items: readonly string[] }
	/** The actor matched with each card, in the order of `cards`; empty where none was. */
	| { readonly kind: 'match'; readonly items: readonly string[] }
	| { readonly kind: TextKindName; readonly text: string }
	| { readonly kind: 'flashcard'; readonly recall: Recall };

/**
 * What the grader says. `near`: counts as right, with a slip to show. `unclear`: could mean two
 * things; nothing is graded, the learner is asked which of the `readings` was meant, each a text
 * that can be read in one way only: a number in plain digits or an EDTF date.
 */
export type Verdict =
	| {
			readonly outcome: 'right' | 'near' | 'wrong';
			/** 0 to 1; between the two only for partial credit. */
			readonly score: number;
	  }
	| { readonly outcome: 'unclear'; readonly readings: readonly string[] };

export type SettledVerdict = Exclude<Verdict, { readonly outcome: 'unclear' }>;

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
	/** Options to choose from, the events to order in the order shown, or the actors to match. */
	readonly options: readonly WordedOption[];
	/** What stands beside the options: the events placed on a timeline, the questions to match. */
	readonly given: readonly string[];
	/** The right answer in words. */
	readonly answer: string;
	/** The part of the answer that a false statement had changed; empty for other kinds. */
	readonly marked: string;
	/** Matches: for each text that is `given` the id of the option that answers it. */
	readonly matched: readonly string[];
	/** Dates to type: how finely. */
	readonly precision: 'day' | 'month' | null;
	/** Numbers to estimate: the right one, or the two ends of a right range. */
	readonly span: readonly [number, number] | null;
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
