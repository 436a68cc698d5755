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
	/**
	 * Asks to complete a statement with a gap: `gap` says what is missing, `who` whose account it is,
	 * `date` when it was; each empty where there is nothing to say.
	 */
	completeSentence(input: { statement: string; date: string; gap: string; who: string }): string;
	/** "a person", "a place" */
	actorType(input: { type: string }): string;
	/** A question with the unit of its answer. */
	inUnit(input: { question: string; unit: string }): string;
	/** A statement led by its date. */
	datedStatement(input: { statement: string; date: string }): string;
	/** Asks which event happened at a date. */
	whichHappened(input: { date: string }): string;
	/** Asks which quantity has a value. */
	whichFigure(input: { value: string }): string;
	/** Asks who said something; `position` follows "that". */
	whoSaid(input: { position: string }): string;
	/** Asks which of some positions a speaker holds. */
	whichPosition(input: { speaker: string }): string;
	whichCameFirst(): string;
	putInOrder(): string;
	/** Asks for the year of an event, given its name. */
	inWhichYear(input: { event: string }): string;
	/** Asks for the date of an event to the day or the month. */
	onWhichDate(input: { event: string; precision: string }): string;
	/** Asks whether a statement is true. */
	trueOrFalse(input: { statement: string }): string;
	isTrue(): string;
	isFalse(): string;
	/** Asks which of some numbers is nearest to the answer of a question. */
	whichIsClosest(input: { question: string }): string;
	/** Asks for an estimate of the answer of a question. */
	estimateIt(input: { question: string }): string;
	/** Asks which of some events is of another year than the others. */
	oddYear(input: { year: string }): string;
	/** Asks which of some positions is not this speaker's, as the others are. */
	oddPosition(input: { speaker: string }): string;
	/** Asks for the event that a stored link joins with this one. */
	whatIsLinked(input: { event: string; isCause: boolean; side: 'before' | 'after' }): string;
	/** Asks how many years lie between two events. */
	howManyYears(input: { first: string; second: string }): string;
	/** "about 14 years" */
	years(input: { years: number }): string;
	/** How a number of years follows from two dates. */
	yearsFrom(input: { from: string; to: string; years: number }): string;
	/** Asks who gives this answer to a question on which sources differ. */
	whoGives(input: { question: string; value: string }): string;
	/** Asks where on a timeline an event belongs. */
	placeOnTimeline(input: { event: string }): string;
	/** A gap on a timeline: what stands before and after it, empty at its ends. */
	gap(input: { after: string; before: string }): string;
	matchThem(): string;
	/** A question with its answer, in one line. */
	pair(input: { question: string; answer: string }): string;
	/** Why a date is wrong: what happened then. */
	dateWas(input: { event: string }): string;
	/** Why an event is wrong: when it was. */
	eventWas(input: { date: string }): string;
	/** Why an event is not the odd one out: it did happen in that year. */
	didHappen(input: { date: string }): string;
	/** Why an event cannot have followed, or led to, another. */
	cameEarlier(input: { date: string }): string;
	cameLater(input: { date: string }): string;
	/** Why a place on the timeline is wrong: when it was. */
	itsDate(input: { date: string }): string;
	/** Why a number is wrong: what it counts. */
	figureIs(input: { figure: string }): string;
	/** Why a quantity is wrong: its own number. */
	/** A date that is wrong: it begins or ends something else, told by a statement. */
	periodWas(input: { statement: string }): string;
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
	/** What a gap wants where a value is left out; `unit` in the plural, empty for money. */
	valueGap(input: { unit: string }): string;
	/** The right number, after a wrong one. */
	rightValueIs(input: { value: string }): string;
	certainty(input: { kind: Certainty; who: string; printed: string }): string;
	/** "A, B and C" */
	list(items: readonly string[]): string;
};

/**
 * `stated`: the source says it and nothing in the bank contradicts it. `attributed`: one source's
 * account. `disputed`: sources differ. `corrected`: the document is wrong.
 */
export type Certainty = 'stated' | 'computed' | 'attributed' | 'disputed' | 'corrected';
