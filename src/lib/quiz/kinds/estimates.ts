/** Conflicting estimates: which source gave which value? */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { FigureFact } from '../../bank/pack.ts';
import { upperFirst } from '../../bank/statement.ts';
import { cardOf, gradeOption, type OptionKind } from '../kind.ts';
import type { OptionQuestion } from '../question.ts';
import { attributionOf, figureText, plainStem, wordCard } from '../wording.ts';
import type { Phrases } from '../phrases.ts';

/** Who gives a figure: those who say so, else its first document. */
const giversOf = (figure: FigureFact): readonly string[] =>
	figure.saidBy.length > 0 ? figure.saidBy : figure.support.slice(0, 1).map(({ source }) => source);

/** Everybody who stands behind a figure: those who say so, else all of its documents. */
const backersOf = (figure: FigureFact): readonly string[] =>
	figure.saidBy.length > 0 ? figure.saidBy : figure.support.map(({ source }) => source);

/** Whether one figure allows the value of the other. */
const allows = (figure: FigureFact, { min, max }: FigureFact): boolean =>
	(figure.min <= max && min <= figure.max) ||
	figure.also.some((value) => min <= value && value <= max);

/** Whether two figures are given by different sources with different values. */
const differ = (a: FigureFact, b: FigureFact): boolean =>
	!allows(a, b) &&
	!allows(b, a) &&
	!giversOf(a).some((giver) => backersOf(b).includes(giver)) &&
	!giversOf(b).some((giver) => backersOf(a).includes(giver));

/** The figures of one conflict, each given by somebody else with another value. */
function rivalsOf(bank: Bank, card: Card): readonly FigureFact[] {
	const own = bank.fact(card.fact);
	if (own.kind !== 'figure' || own.conflict === null) return [];
	const rivals = bank
		.rivals(own.conflict)
		.filter(
			(fact): fact is FigureFact =>
				fact.kind === 'figure' &&
				fact.status !== 'HOLD' &&
				!fact.flags.includes('sensitive') &&
				fact.unit === own.unit
		);
	const areDistinct = rivals.every((one, index) =>
		rivals.slice(index + 1).every((two) => differ(one, two))
	);
	return areDistinct && rivals.length >= 2 ? rivals : [];
}

const question = (card: Card, options: readonly string[]): OptionQuestion<'estimates'> => ({
	kind: 'estimates',
	card: card.id,
	direction: 'value',
	given: [],
	options,
	key: card.fact
});

export const estimates: OptionKind<'estimates'> = {
	name: 'estimates',

	directions: (bank, card) => (rivalsOf(bank, card).length > 0 ? ['value'] : []),

	make(bank, card, { random, optionCount }) {
		const others = rivalsOf(bank, card).filter(({ id }) => id !== card.fact);
		if (others.length === 0) return null;
		const wrong = random.sample(others, optionCount - 1).map(({ id }) => id);
		return question(card, random.shuffle([card.fact, ...wrong]));
	},

	widest(bank, card) {
		const rivals = rivalsOf(bank, card);
		return rivals.length > 0
			? [
					question(
						card,
						rivals.map(({ id }) => id)
					)
				]
			: [];
	},

	truth(bank, asked, option) {
		const card = cardOf(bank, asked);
		const isRival = rivalsOf(bank, card).some(({ id }) => id === option);
		if (!isRival) return 'unknown';
		return option === card.fact ? 'yes' : 'no';
	},

	grade: gradeOption,

	word(bank, asked, phrases) {
		const card = cardOf(bank, asked);
		const figure = bank.fact(card.fact) as FigureFact;
		const value = (each: FigureFact) => figureText(bank, each, phrases);
		return wordCard(bank, card, phrases, {
			stem: phrases.whoGives({
				question: plainStem(bank, figure, card, phrases),
				value: value(figure)
			}),
			options: asked.options.map((id) => {
				const each = bank.fact(id) as FigureFact;
				const right = id === asked.key;
				const text = giver(bank, each, phrases);
				return { id, text, right, why: right ? '' : phrases.valueIs({ value: value(each) }) };
			}),
			answer: giver(bank, figure, phrases),
			isAmongOthers: true
		});
	}
};

const giver = (bank: Bank, figure: FigureFact, phrases: Phrases): string =>
	upperFirst(attributionOf(bank, figure, phrases));
