/** Code name and alias: which name belongs to whom. */
import type { Card } from '../../bank/card.ts';
import type { Fact, RelationFact } from '../../bank/pack.ts';
import type { Bank } from '../../bank/bank.ts';
import { isSameActor, type Truth } from '../../bank/truth.ts';
import { gapDays } from '../../bank/when.ts';
import { askedWords } from '../asked-words.ts';
import { answerOf, answerTruth } from '../distractors/answers.ts';
import { GENERATION } from '../distractors/eras.ts';
import { fairNames, namedActor } from '../distractors/fair.ts';
import { sampled, type Pool } from '../distractors/pool.ts';
import { factsAround } from '../distractors/topics.ts';
import { perBank } from '../per-bank.ts';
import { cardOf, gradeOption, type OptionKind } from '../kind.ts';
import { answerOption } from '../option-words.ts';
import type { OptionQuestion } from '../question.ts';
import { cardAnswer, cardStem, wordCard } from '../wording.ts';

/** Types of relation that ask for another name of the same. */
const NAMES: ReadonlySet<RelationFact['type']> = new Set([
	'code_name_of',
	'also_known_as',
	'meaning_of'
] as const);

/** Whether a fact says that one name stands for another. */
export const isNaming = (fact: Fact): boolean => fact.kind === 'relation' && NAMES.has(fact.type);

/** Whether an actor is a right answer; another name of the same is not known to be wrong. */
function nameTruth(bank: Bank, card: Card, id: string): Truth {
	const fact = bank.fact(card.fact);
	const own = answerTruth(bank, card, id);
	if (own !== 'no' || fact.kind !== 'relation') return own;
	const isSame = [fact.from, fact.to].some((each) => isSameActor(bank, each, id));
	return isSame ? 'unknown' : 'no';
}

/** How many of them the wrong ones are drawn from. */
const NEAREST = 24;

/** Actors of the same type, topic and time who are known to be wrong. */
const wrongNames = perBank(findWrongNames, ({ id }: Card) => id);

function findWrongNames(bank: Bank, card: Card): Pool {
	const key = answerOf(bank, card);
	const fact = bank.fact(card.fact);
	if (key === null || fact.kind !== 'relation') return sampled([]);
	const isOfTheTime = (other: Fact) => {
		const when = other.kind === 'claim' ? other.made : other.date?.when;
		return when && fact.date ? gapDays(when, fact.date.when) < GENERATION : false;
	};
	const isUsable = (id: string) => {
		const { type, status } = bank.actor(id);
		const isPlain = type === bank.actor(key).type && status !== 'HOLD';
		return isPlain && nameTruth(bank, card, id) === 'no';
	};
	const named = new Set<string>();
	for (const other of factsAround(bank, fact)) {
		if (named.size >= NEAREST) break;
		if (isOfTheTime(other)) for (const id of bank.namesIn(other)) if (isUsable(id)) named.add(id);
	}
	const candidates = [...named];
	return fairNames(
		namedActor(bank, key),
		candidates.map((id) => namedActor(bank, id)),
		askedWords(bank, card)
	);
}

const question = (
	card: Card,
	options: readonly string[],
	key: string
): OptionQuestion<'alias'> => ({
	kind: 'alias',
	card: card.id,
	direction: 'value',
	given: [],
	options,
	key
});

export const alias: OptionKind<'alias'> = {
	name: 'alias',

	directions: (bank: Bank, card) => (isNaming(bank.fact(card.fact)) ? ['value'] : []),

	make(bank, card, { random, optionCount, confused }) {
		const key = answerOf(bank, card);
		const wrong = key && wrongNames(bank, card).draw(optionCount - 1, random, confused);
		return wrong ? question(card, random.shuffle([key, ...wrong]), key) : null;
	},

	widest(bank, card) {
		const key = answerOf(bank, card);
		const { options } = wrongNames(bank, card);
		return key === null || options.length < 2 ? [] : [question(card, [key, ...options], key)];
	},

	truth: (bank, asked, option) => nameTruth(bank, cardOf(bank, asked), option),

	grade: gradeOption,

	word(bank, asked, phrases) {
		const card = cardOf(bank, asked);
		return wordCard(bank, card, phrases, {
			stem: cardStem(bank, card, phrases),
			options: asked.options.map((id) =>
				answerOption(bank, { card, id, right: id === asked.key }, phrases)
			),
			answer: cardAnswer(bank, card, phrases)
		});
	}
};
