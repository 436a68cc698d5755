/** True or false: our own statement, as it is or with one facet changed. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { Fact } from '../../bank/pack.ts';
import { pieces, upperFirst } from '../../bank/statement.ts';
import { dateOf, type Truth, isTimeSpan } from '../../bank/truth.ts';
import { isOfTheTime, ON_THE_SCENE } from '../distractors/eras.ts';
import { answerOf, answerTruth, wrongAnswers } from '../distractors/answers.ts';
import { leakIn } from '../leak.ts';
import { cardOf, gradeOption, type OptionKind } from '../kind.ts';
import { readDate, readRange } from '../options.ts';
import type { Phrases } from '../phrases.ts';
import { perBank } from '../per-bank.ts';
import type { OptionQuestion } from '../question.ts';
import { dateText, figureText, wordCard } from '../wording.ts';
import { formatWhen } from '../../bank/format.ts';

const TRUE = 'true';
const FALSE = 'false';

const question = (card: Card, shown: string, key: string): OptionQuestion<'truth'> => ({
	kind: 'truth',
	card: card.id,
	direction: 'value',
	given: [shown],
	options: [TRUE, FALSE],
	key: shown === key ? TRUE : FALSE
});

/** A facet as it stands in a statement: a date, a number with its unit, a name. */
function facetText(bank: Bank, card: Card, option: string, phrases: Phrases): string {
	const date = dateOf(bank, card);
	if (date) {
		const when = readDate(option);
		if (!when || option === date.when.edtf) return dateText(date, phrases);
		return formatWhen(when, phrases.language, phrases.format);
	}
	const fact = bank.fact(card.fact);
	if (fact.kind === 'figure' && card.facet === 'value') {
		return figureText(bank, { ...fact, ...(readRange(option) ?? fact) }, phrases);
	}
	return bank.actor(option).inText;
}

/** The statement of a card's fact with a facet put in; it ends with its date where it has one. */
function statementWith(bank: Bank, card: Card, option: string, phrases: Phrases): string {
	const fact = bank.fact(card.fact);
	const text = facetText(bank, card, option, phrases);
	const ownDate = dateOf(bank, card);
	const key = ownDate || card.facet === 'value' ? null : answerOf(bank, card);
	const value =
		fact.kind === 'figure' && card.facet !== 'value' ? figureText(bank, fact, phrases) : text;
	const statement = pieces(bank, fact.statement, value)
		.map((piece) => (key !== null && piece.actor === key ? text : piece.text))
		.join('');
	const date = ownDate ? text : dateBeside(fact, statement, phrases);
	return date === ''
		? upperFirst(statement)
		: upperFirst(phrases.datedStatement({ statement: upperFirst(statement), date }));
}

/** When a fact was, where that is not what is asked: an office is held by several, one at a time. */
function dateBeside(fact: Fact, statement: string, phrases: Phrases): string {
	const isTold = fact.kind === 'claim' || fact.date === null || /\d{4}/.test(statement);
	// From 1961 to 1999 it is 38 years: a period would tell how long something took.
	const tells = fact.kind === 'figure' && isTimeSpan(fact);
	return isTold || tells || fact.date.inferred ? '' : dateText(fact.date, phrases);
}

/** Whether the statement can be said with another actor in the place of this one. */
function canBeExchanged(bank: Bank, card: Card, actor: string): boolean {
	const { statement } = bank.fact(card.fact);
	const all = pieces(bank, statement);
	const own = all.filter((piece) => piece.actor === actor);
	// Elsewhere than at its beginning a name may be part of another one, and before a comma it is
	// described: "the palace of Rabat", "Isser Harel, head of the Mossad".
	const [subject, next] = all;
	if (subject?.actor !== actor || !/^ \p{Ll}/u.test(next?.text ?? '')) return false;
	const others = all.filter((piece) => piece.actor !== actor).map(({ text }) => text);
	const { name, inText, aliases } = bank.actor(actor);
	return (
		own.length === 1 &&
		own.every(({ text }) => text === inText || text === upperFirst(inText) || text === name) &&
		leakIn(others.join(' … '), [name, ...aliases]) === undefined
	);
}

/** Whether the statement leaves out the facet, so that it can be put in. */
const isOpen = perBank(findOpening, ({ id }: Card) => id);

function findOpening(bank: Bank, card: Card): boolean {
	const fact = bank.fact(card.fact);
	const date = dateOf(bank, card);
	const text = pieces(bank, fact.statement)
		.map((piece) => piece.text)
		.join('');
	if (date) return date.label === null && !/\d{4}/.test(text);
	if (fact.kind === 'figure' && card.facet === 'value') return fact.statement.includes('{value}');
	const actor = answerOf(bank, card);
	return actor !== null && canBeExchanged(bank, card, actor);
}

const opposite: Readonly<Record<Truth, Truth>> = { yes: 'no', no: 'yes', unknown: 'unknown' };

/** Of how many wrong answers one of the right time is taken. */
const DRAWN = 4;

/** The first who was on the scene then, or at least within a generation: no false statement is a joke. */
function ofItsTime(bank: Bank, card: Card, drawn: readonly string[]): string | undefined {
	const fact = bank.fact(card.fact);
	const when = fact.kind === 'claim' ? null : fact.date?.when;
	const [first] = drawn;
	if (!when || first === undefined || !bank.actors.has(first)) return first;
	return (
		drawn.find((actor) => isOfTheTime(bank, actor, when, ON_THE_SCENE)) ??
		drawn.find((actor) => isOfTheTime(bank, actor, when))
	);
}

export const truth: OptionKind<'truth'> = {
	name: 'truth',

	directions: (bank, card) => (isOpen(bank, card) ? ['value'] : []),

	make(bank, card, { random }) {
		const key = answerOf(bank, card);
		const wrong = ofItsTime(bank, card, wrongAnswers(bank, card).draw(DRAWN, random) ?? []);
		if (key === null || wrong === undefined) return null;
		return question(card, random.below(2) === 0 ? key : wrong, key);
	},

	widest(bank, card) {
		const key = answerOf(bank, card);
		const { options } = wrongAnswers(bank, card);
		if (key === null || options.length < 2) return [];
		return [key, ...options].map((shown) => question(card, shown, key));
	},

	truth(bank, asked, option) {
		const [shown = ''] = asked.given;
		const isTrue = answerTruth(bank, cardOf(bank, asked), shown);
		return option === TRUE ? isTrue : opposite[isTrue];
	},

	grade: gradeOption,

	word(bank, asked, phrases) {
		const card = cardOf(bank, asked);
		const [shown = ''] = asked.given;
		const right = statementWith(bank, card, answerOf(bank, card) ?? '', phrases);
		const isFalse = asked.key === FALSE;
		const option = (id: string, text: string) => {
			const isKey = id === asked.key;
			return { id, text, right: isKey, why: isKey ? '' : right };
		};
		return wordCard(bank, card, phrases, {
			stem: phrases.trueOrFalse({ statement: statementWith(bank, card, shown, phrases) }),
			options: [option(TRUE, phrases.isTrue()), option(FALSE, phrases.isFalse())],
			answer: right,
			marked: isFalse ? facetText(bank, card, answerOf(bank, card) ?? '', phrases) : '',
			isAmongOthers: false
		});
	}
};
