/**
 * The sentences that the app itself says around a fact: "According to …", "When did this happen?".
 *
 * The quiz floor knows no language; whoever words a question brings these for the language that
 * the fact is told in. `app/phrases.ts` makes them from the message catalogues.
 */
import type { FormatWords } from '../bank/format.ts';
import type { Language } from '../bank/pack.ts';

export type Phrases = {
	readonly language: Language;
	readonly format: FormatWords;
	/** "According to the 2009 article, when …": `question` begins in lower case. */
	accordingTo(input: { who: string; question: string }): string;
	/** Asks for the date of a statement. */
	whenDid(input: { statement: string }): string;
	/** Asks for what is left out of a statement; `date` is empty when there is none. */
	fillBlank(input: { statement: string; date: string }): string;
	/** Asks which event happened at a date. */
	whichHappened(input: { date: string }): string;
	/** Asks which quantity has a value. */
	whichFigure(input: { value: string }): string;
	/** Asks who said something; `position` follows "that". */
	whoSaid(input: { position: string }): string;
	whichCameFirst(): string;
	putInOrder(): string;
	/** Asks for the year of an event, given its name. */
	inWhichYear(input: { event: string }): string;
	/** Why a date is wrong: what happened then. */
	dateWas(input: { event: string }): string;
	/** Why an event is wrong: when it was. */
	eventWas(input: { date: string }): string;
	/** Why a number is wrong: what it counts. */
	figureIs(input: { figure: string }): string;
	/** Why a quantity is wrong: its own number. */
	valueIs(input: { value: string }): string;
	/** Why a speaker is wrong: what that person said. */
	speakerSaid(input: { speaker: string; position: string }): string;
	/** Why an answer with no fact of its own is wrong. */
	notThat(): string;
	/** A statement with its date, both as sentences. */
	statementWithDate(input: { statement: string; date: string }): string;
	/** "paragraph 9", "paragraphs 3, 4 and 6" */
	paragraph(input: { numbers: string; count: number }): string;
	/** One line on how certain the answer is. */
	certainty(input: { kind: Certainty; who: string; printed: string }): string;
	/** "A, B and C" */
	list(items: readonly string[]): string;
};

/**
 * `stated`: the source says it and nothing in the bank contradicts it. `attributed`: one source's
 * account. `disputed`: sources differ. `corrected`: the document is wrong.
 */
export type Certainty = 'stated' | 'attributed' | 'disputed' | 'corrected';
