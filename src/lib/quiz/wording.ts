/** What the kinds share when they put a question into words. */
import type { Bank } from '../bank/bank.ts';
import type { Card, Facet } from '../bank/card.ts';
import { formatFigure, formatWhen } from '../bank/format.ts';
import { paragraphsOf } from '../bank/locator.ts';
import type {
	Ask,
	Asked,
	ClaimFact,
	EventFact,
	Fact,
	FactDate,
	FigureFact,
	Language,
	RelationFact
} from '../bank/pack.ts';
import { BLANK, statementText, statementWithBlank, upperFirst } from '../bank/statement.ts';
import { dateOf } from '../bank/truth.ts';
import type { When } from '../bank/when.ts';
import type { Certainty, Phrases } from './phrases.ts';
import type { WordedOption, Wording } from './question.ts';

export const dateText = (date: FactDate, phrases: Phrases): string =>
	formatWhen(date.when, phrases.language, phrases.format, date.label);

/** A date that may stand among options: with the label of the event that it belongs to, if it has one. */
export function dateOptionText(bank: Bank, when: When, phrases: Phrases): string {
	const label = bank.dateValue(when.edtf)?.label ?? null;
	return formatWhen(when, phrases.language, phrases.format, label);
}

export const figureText = (
	bank: Bank,
	figure: Pick<FigureFact, 'min' | 'max' | 'qualifier' | 'unit'>,
	phrases: Phrases
): string => formatFigure(figure, bank.unit(figure.unit), phrases.language, phrases.format);

/** What a figure counts, in the plural: "months", "people"; empty for money. */
export function unitText(bank: Bank, { unit }: FigureFact, phrases: Phrases): string {
	const { forms } = bank.unit(unit);
	return (forms[phrases.language] ?? forms.en)?.other ?? '';
}

/** The whole statement of a fact, its value filled in. */
export const factStatement = (bank: Bank, fact: Fact, phrases: Phrases): string =>
	statementText(bank, fact, fact.kind === 'figure' ? figureText(bank, fact, phrases) : '');

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Who answers for an attributed fact: its speakers in the bank, else its first document. */
export function attributionOf(bank: Bank, fact: Fact, phrases: Phrases): string {
	if (fact.saidBy.length > 0) {
		return phrases.list(fact.saidBy.map((actor) => bank.actor(actor).inText));
	}
	const document = documentOf(bank, fact);
	return document ? document.byName : '';
}

/** The document that a fact is told from: its first article, else its first source. */
function documentOf(bank: Bank, fact: Fact) {
	const sources = fact.support.map((support) => bank.source(support.source));
	return sources.find((source) => source.kind === 'article') ?? sources[0];
}

/** Whether a question on the fact must say who says so. */
export const needsAttribution = (fact: Fact): boolean =>
	fact.status === 'ATTRIBUTE' || fact.kind === 'claim';

/** "According to …, " before a question, where the fact's status asks for it. */
export function attributed(bank: Bank, fact: Fact, question: string, phrases: Phrases): string {
	if (!needsAttribution(fact)) return question;
	const who = attributionOf(bank, fact, phrases);
	return who === '' ? question : phrases.accordingTo({ who, question: lowerFirst(question) });
}

/** The question for an actor: the editor's own, or the statement without it, in its time. */
function askText(bank: Bank, fact: Fact, ask: Ask, actor: string, phrases: Phrases): string {
	return ask === 'blank' ? blankQuestion(bank, fact, actor, phrases) : ask.text;
}

/** Asks for an actor, or for the value when `actor` is null, by the statement without it, in its time. */
export function blankQuestion(
	bank: Bank,
	fact: Fact,
	actor: string | null,
	phrases: Phrases
): string {
	return phrases.fillBlank(blankStatement(bank, fact, actor, phrases));
}

/** The statement with its gap, and its date where the statement itself does not tell one. */
export function blankStatement(
	bank: Bank,
	fact: Fact,
	actor: string | null,
	phrases: Phrases
): { readonly statement: string; readonly date: string } {
	const isFigure = fact.kind === 'figure';
	const value = isFigure && actor !== null ? figureText(bank, fact, phrases) : BLANK;
	const statement = statementWithBlank(bank, fact, actor, value);
	const date = 'date' in fact && !fact.date?.inferred ? fact.date : null;
	// From 1961 to 1999 it is 38 years: a period would tell how long something took.
	const tells = actor === null && date?.when.precision === 'range';
	const isDated = date !== null && !tells && !/\d{4}/.test(statement);
	return { statement, date: isDated ? dateText(date, phrases) : '' };
}

/** The question of a fact for one of the actors that it may be asked for. */
function askActor(
	bank: Bank,
	fact: Fact,
	asked: readonly Asked[],
	actor: string | null,
	phrases: Phrases
): string {
	const { ask } = asked.find((each) => each.actor === actor) ?? { ask: 'blank' };
	return askText(bank, fact, ask, actor ?? '', phrases);
}

function relationStem(bank: Bank, fact: RelationFact, card: Card, phrases: Phrases): string {
	switch (card.facet) {
		case 'before':
		case 'after':
			return linkStem(bank, fact, card.facet, phrases);
		case 'since':
			return fact.askSince ?? '';
		case 'until':
			return fact.askUntil ?? '';
		case 'to':
			return askText(bank, fact, fact.askTo ?? 'blank', fact.to, phrases);
		default:
			return askText(bank, fact, fact.askFrom ?? 'blank', fact.from, phrases);
	}
}

/** Whether a card has no question but its statement with the answer left out. */
export function isBlank(bank: Bank, card: Card): boolean {
	const fact = bank.fact(card.fact);
	switch (fact.kind) {
		case 'event':
			if (card.facet === 'when') return false;
			return card.facet === 'where'
				? fact.askPlace?.ask === 'blank'
				: fact.actors.some(({ actor, ask }) => actor === card.actor && ask === 'blank');
		case 'figure':
			if (card.facet === 'value') return fact.ask === null;
			return fact.askAbout.some(({ actor, ask }) => actor === card.actor && ask === 'blank');
		case 'relation':
			return (card.facet === 'to' ? fact.askTo : fact.askFrom) === 'blank';
		case 'claim':
			return fact.askAbout.some(({ actor, ask }) => actor === card.actor && ask === 'blank');
		default:
			return fact satisfies never;
	}
}

/** The question that asks for what the card holds. */
export function cardStem(bank: Bank, card: Card, phrases: Phrases): string {
	const fact = bank.fact(card.fact);
	return attributed(bank, fact, plainStem(bank, fact, card, phrases), phrases);
}

/** The question that asks for what the card holds, whoever says so. */
export function plainStem(bank: Bank, fact: Fact, card: Card, phrases: Phrases): string {
	switch (fact.kind) {
		case 'event': {
			if (card.facet === 'when') {
				return fact.ask ?? phrases.whenDid({ statement: statementText(bank, fact) });
			}
			if (card.facet === 'where') {
				const { askPlace } = fact;
				return askActor(bank, fact, askPlace ? [askPlace] : [], askPlace?.actor ?? null, phrases);
			}
			const player = fact.actors.find(({ actor }) => actor === card.actor);
			return askText(bank, fact, player?.ask ?? 'blank', card.actor ?? '', phrases);
		}
		case 'figure':
			if (card.facet === 'who') return askActor(bank, fact, fact.askAbout, card.actor, phrases);
			return fact.ask ?? blankQuestion(bank, fact, null, phrases);
		case 'relation':
			return relationStem(bank, fact, card, phrases);
		case 'claim':
			if (card.facet === 'who') return askActor(bank, fact, fact.askAbout, card.actor, phrases);
			return fact.ask ?? phrases.whoSaid({ position: fact.position });
		default:
			return fact satisfies never;
	}
}

/** The ids of the actors that a card asks for; empty for dates and values. */
export function cardActors(bank: Bank, card: Card): readonly string[] {
	const fact = bank.fact(card.fact);
	switch (card.facet) {
		case 'who':
			return card.actor ? [card.actor] : [];
		case 'where':
			return fact.kind === 'event' && fact.askPlace ? [fact.askPlace.actor] : [];
		case 'from':
			return fact.kind === 'relation' ? [fact.from] : [];
		case 'to':
			return fact.kind === 'relation' ? [fact.to] : [];
		case 'speaker':
			return fact.kind === 'claim' ? fact.speakers : [];
		case 'when':
		case 'since':
		case 'until':
		case 'value':
		case 'before':
		case 'after':
			return [];
		default:
			return card.facet satisfies never;
	}
}

/** A claim as a sentence: who holds what. */
export const positionOf = (bank: Bank, claim: ClaimFact, phrases: Phrases): string =>
	phrases.speakerSaid({
		speaker: phrases.list(claim.speakers.map((speaker) => bank.actor(speaker).name)),
		position: claim.position
	});

/** The event that a link leads to (`after`) or from (`before`). */
export const linkedEvent = (bank: Bank, link: RelationFact, side: 'before' | 'after'): EventFact =>
	bank.fact(side === 'after' ? link.to : link.from) as EventFact;

/** The question for what a stored link leads to, or from. */
function linkStem(
	bank: Bank,
	link: RelationFact,
	side: 'before' | 'after',
	phrases: Phrases
): string {
	const known = linkedEvent(bank, link, side === 'after' ? 'before' : 'after');
	const isCause = link.type === 'cause_of';
	return phrases.whatIsLinked({ event: known.name, isCause, side });
}

/** What the card holds, in words. */
export function cardAnswer(bank: Bank, card: Card, phrases: Phrases): string {
	const fact = bank.fact(card.fact);
	const date = dateOf(bank, card);
	if (date) return dateText(date, phrases);
	if (fact.kind === 'figure' && card.facet === 'value') return figureText(bank, fact, phrases);
	if (fact.kind === 'relation' && (card.facet === 'before' || card.facet === 'after')) {
		return datedEvent(linkedEvent(bank, fact, card.facet), phrases);
	}
	return phrases.list(cardActors(bank, card).map((actor) => bank.actor(actor).name));
}

/** How certain a fact is, in one word of the phrasebook. */
export function certaintyOf(fact: Fact): Certainty {
	if (fact.status === 'CORRECT') return 'corrected';
	if (fact.conflict !== null) return 'disputed';
	if (needsAttribution(fact)) return 'attributed';
	return fact.support[0]?.mode === 'computed' ? 'computed' : 'stated';
}

/** How certain a fact is, in one line and the language of the phrases. */
export function certaintyLine(bank: Bank, fact: Fact, phrases: Phrases): Wording['certainty'] {
	const kind = certaintyOf(fact);
	const printed =
		fact.kind === 'event' && fact.date?.printed
			? formatWhen(fact.date.printed, phrases.language, phrases.format)
			: '';
	const isAccount = kind === 'attributed' || kind === 'disputed';
	const who = isAccount
		? attributionOf(bank, fact, phrases)
		: kind === 'corrected'
			? articleOf(bank, fact)
			: '';
	const text = phrases.certainty({ kind, who, printed });
	return { text, language: phrases.language };
}

/** The article that a corrected fact is told in; empty where the fact rests on other sources alone. */
const articleOf = (bank: Bank, fact: Fact): string =>
	fact.support.map(({ source }) => bank.source(source)).find(({ kind }) => kind === 'article')
		?.byName ?? '';

/** Whether that line can be said in a language: not where it names who says so in another one. */
export function canSayCertainty(bank: Bank, fact: Fact, language: Language): boolean {
	const kind = certaintyOf(fact);
	if (
		kind === 'stated' ||
		kind === 'computed' ||
		(kind === 'corrected' && articleOf(bank, fact) === '')
	)
		return true;
	const named =
		fact.saidBy.length > 0 ? fact.saidBy.map((id) => bank.actor(id)) : [documentOf(bank, fact)];
	return named.every((each) => each === undefined || each.language === language);
}

/**
 * "The Jerusalem Post, 2009" and "paragraph 9": the support that tells what is asked: the first one
 * of a fact, or one that is marked for the end of a period.
 */
export function sourceLine(
	bank: Bank,
	fact: Fact,
	facet: Facet,
	phrases: Phrases
): { source: string; locator: string } {
	const support =
		fact.support.find((each) => each.for?.some((end) => end === facet)) ?? fact.support[0];
	const paragraphs = paragraphsOf(support?.at ?? '');
	return {
		source: support ? bank.source(support.source).short : '',
		locator:
			paragraphs.length > 0
				? phrases.paragraph({
						numbers: phrases.list(paragraphs.map(String)),
						count: paragraphs.length
					})
				: ''
	};
}

function explanationOf(bank: Bank, fact: Fact, phrases: Phrases, isAmongOthers: boolean): string {
	if (fact.explanation !== null && !isAmongOthers) return fact.explanation;
	const told = upperFirst(factStatement(bank, fact, phrases));
	// A claim names its speakers itself.
	const statement = fact.kind === 'claim' ? told : attributed(bank, fact, told, phrases);
	return fact.explanation === null ? statement : `${statement} ${fact.explanation}`;
}

/** What is shown with every question on a card, whatever its kind. */
export function wordCard(
	bank: Bank,
	card: Card,
	phrases: Phrases,
	words: {
		stem: string;
		answer: string;
		options?: readonly WordedOption[];
		given?: readonly string[];
		marked?: string;
		matched?: readonly string[];
		precision?: 'day' | 'month';
		span?: readonly [number, number];
		/** How the answer was worked out: a sentence before the explanation. */
		derivation?: string;
		/** The question is about several facts: the explanation begins with what this one says. */
		isAmongOthers?: boolean;
	}
): Wording {
	const fact = bank.fact(card.fact);
	const explanation = explanationOf(bank, fact, phrases, words.isAmongOthers ?? false);
	const { source, locator } = sourceLine(bank, fact, card.facet, phrases);
	return {
		language: fact.language,
		stem: words.stem,
		options: words.options ?? [],
		given: words.given ?? [],
		answer: words.answer,
		marked: words.marked ?? '',
		matched: words.matched ?? [],
		precision: words.precision ?? null,
		span: words.span ?? null,
		explanation: words.derivation ? `${words.derivation} ${explanation}` : explanation,
		source,
		locator,
		certainty: certaintyLine(bank, fact, phrases),
		notes: fact.notes.map((note) => bank.notes.get(note)?.text ?? '').filter((text) => text !== ''),
		status: fact.status,
		flags: fact.flags,
		fact: fact.id
	};
}

/** "The first collective passport signed by Oufkir (27 November 1961)" */
export const datedEvent = (event: EventFact, phrases: Phrases): string =>
	phrases.statementWithDate({
		statement: upperFirst(event.name),
		date: event.date ? dateText(event.date, phrases) : ''
	});
