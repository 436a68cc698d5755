/** Complete our own statement: a name or a number to type into its gap. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { Fact } from '../../bank/pack.ts';
import { pieces, statementText } from '../../bank/statement.ts';
import { cardOf, WRONG, type Kind } from '../kind.ts';
import { leakIn } from '../leak.ts';
import { perBank } from '../per-bank.ts';
import type { Phrases } from '../phrases.ts';
import type { ClozeQuestion } from '../question.ts';
import {
	attributionOf,
	blankStatement,
	cardActors,
	cardAnswer,
	needsAttribution,
	unitText,
	wordCard
} from '../wording.ts';
import { gradeValue, hasOneValue } from './number.ts';
import { canBeTyped, gradeName } from './typed.ts';

/** Longer sentences are not read to their end. */
const MOST_WORDS = 26;

/** Whether the statement names the actor once, so that a gap leaves out all that is asked. */
function hasOneGap(bank: Bank, card: Card): boolean {
	const [actor, ...others] = cardActors(bank, card);
	if (actor === undefined || others.length > 0) return false;
	const all = pieces(bank, bank.fact(card.fact).statement);
	const rest = all.filter((piece) => piece.actor !== actor).map(({ text }) => text);
	const { name, aliases } = bank.actor(actor);
	return rest.length === all.length - 1 && !leakIn(rest.join(' … '), [name, ...aliases]);
}

/** Whether the statement can be asked with one gap. */
const hasGap = perBank(findGap, ({ id }: Card) => id);

function findGap(bank: Bank, card: Card): boolean {
	const fact = bank.fact(card.fact);
	if (statementText(bank, fact).split(/\s+/).length > MOST_WORDS) return false;
	if (fact.kind === 'figure' && card.facet === 'value') {
		return hasOneValue(fact) && fact.statement.includes('{value}');
	}
	return canBeTyped(bank, card) && hasOneGap(bank, card);
}

/** What a gap wants, in a few words: a name says whose, a value what is counted. */
const actorGap = (bank: Bank, actor: string, phrases: Phrases): string => {
	const { type, sort } = bank.actor(actor);
	if (sort === 'city' || sort === 'town') return phrases.actorType({ type: 'town' });
	return phrases.actorType({ type: sort === 'service' ? sort : type });
};

const valueGap = (bank: Bank, fact: Fact, phrases: Phrases): string =>
	fact.kind === 'figure' ? phrases.valueGap({ unit: unitText(bank, fact, phrases) }) : '';

export const cloze: Kind<ClozeQuestion> = {
	name: 'cloze',

	directions: (bank, card) => (hasGap(bank, card) ? ['value'] : []),

	make: (_bank, card) => ({ kind: 'cloze', card: card.id }),

	widest: (_bank, card) => [{ kind: 'cloze', card: card.id }],

	grade(bank, question, answer) {
		if (answer.kind !== 'cloze') return WRONG;
		const card = cardOf(bank, question);
		const fact = bank.fact(card.fact);
		return fact.kind === 'figure' && card.facet === 'value'
			? gradeValue(bank, fact, answer.text)
			: gradeName(bank, card, answer.text);
	},

	word(bank, question, phrases) {
		const card = cardOf(bank, question);
		const fact = bank.fact(card.fact);
		const [actor = null] = cardActors(bank, card);
		return wordCard(bank, card, phrases, {
			stem: phrases.completeSentence({
				...blankStatement(bank, fact, actor, phrases),
				gap: actor === null ? valueGap(bank, fact, phrases) : actorGap(bank, actor, phrases),
				who: needsAttribution(fact) ? attributionOf(bank, fact, phrases) : ''
			}),
			answer: cardAnswer(bank, card, phrases)
		});
	}
};
