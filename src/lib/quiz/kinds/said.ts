/** Who said it: the speaker of a position, or the position of a speaker. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { ClaimFact } from '../../bank/pack.ts';
import { upperFirst } from '../../bank/statement.ts';
import { makesClaim } from '../../bank/truth.ts';
import { answerTruth, wrongAnswers } from '../distractors/answers.ts';
import { claimsBeside } from '../distractors/claims.ts';
import { fairNames } from '../distractors/fair.ts';
import { sampled, type Pool } from '../distractors/pool.ts';
import { cardOf, gradeOption, type OptionKind } from '../kind.ts';
import { answerOption } from '../option-words.ts';
import { perBank } from '../per-bank.ts';
import type { Phrases } from '../phrases.ts';
import type { Direction, OptionQuestion, WordedOption } from '../question.ts';
import { attributed, cardAnswer, cardStem, positionOf, wordCard } from '../wording.ts';

/** The one speaker of a claim; null where several say it together. */
export function onlySpeaker(bank: Bank, card: Card): string | null {
	const fact = bank.fact(card.fact);
	if (fact.kind !== 'claim') return null;
	const [speaker, ...others] = fact.speakers;
	return speaker === undefined || others.length > 0 ? null : speaker;
}

/** Positions in the same documents that the speaker is known not to hold. */
const wrongPositions = perBank(findWrongPositions, ({ id }: Card) => id);

function findWrongPositions(bank: Bank, card: Card): Pool {
	const speaker = onlySpeaker(bank, card);
	const claim = bank.fact(card.fact) as ClaimFact;
	if (speaker === null) return sampled([]);
	const named = ({ id, position }: ClaimFact) => ({ id, text: position });
	const wrong = claimsBeside(bank, claim).filter(
		(other) =>
			!other.flags.includes('sensitive') &&
			(claim.group === null || other.group !== claim.group) &&
			makesClaim(bank, other, speaker) === 'no'
	);
	return fairNames(named(claim), wrong.map(named), bank.actor(speaker).name);
}

const poolOf = (bank: Bank, card: Card, direction: Direction): Pool =>
	direction === 'value' ? wrongAnswers(bank, card) : wrongPositions(bank, card);

const keyOf = (bank: Bank, card: Card, direction: Direction): string | null =>
	direction === 'value' ? onlySpeaker(bank, card) : card.fact;

const question = (
	card: Card,
	direction: Direction,
	options: readonly string[],
	key: string
): OptionQuestion<'said'> => ({
	kind: 'said',
	card: card.id,
	direction,
	given: [],
	options,
	key
});

/** A position as an option: wrong because somebody else holds it. */
export function positionOption(
	bank: Bank,
	claim: ClaimFact,
	right: boolean,
	phrases: Phrases
): WordedOption {
	return {
		id: claim.id,
		text: upperFirst(claim.position),
		right,
		why: right ? '' : positionOf(bank, claim, phrases)
	};
}

export const said: OptionKind<'said'> = {
	name: 'said',

	directions(bank, card) {
		// Several who say one thing together: no single one of them is the answer.
		if (onlySpeaker(bank, card) === null) return [];
		return bank.fact(card.fact).flags.includes('sensitive') ? ['value'] : ['value', 'subject'];
	},

	make(bank, card, { direction, random, optionCount, confused }) {
		const key = keyOf(bank, card, direction);
		const wrong = key && poolOf(bank, card, direction).draw(optionCount - 1, random, confused);
		return wrong ? question(card, direction, random.shuffle([key, ...wrong]), key) : null;
	},

	widest(bank, card, direction) {
		const key = keyOf(bank, card, direction);
		const { options } = poolOf(bank, card, direction);
		if (key === null || options.length < 2) return [];
		return [question(card, direction, [key, ...options], key)];
	},

	truth(bank, asked, option) {
		const card = cardOf(bank, asked);
		if (asked.direction === 'value') return answerTruth(bank, card, option);
		const speaker = onlySpeaker(bank, card);
		const claim = bank.facts.get(option);
		if (speaker === null || claim?.kind !== 'claim') return 'unknown';
		return makesClaim(bank, claim, speaker);
	},

	grade: gradeOption,

	word(bank, asked, phrases) {
		const card = cardOf(bank, asked);
		const fact = bank.fact(card.fact) as ClaimFact;
		if (asked.direction === 'value') {
			return wordCard(bank, card, phrases, {
				stem: cardStem(bank, card, phrases),
				options: asked.options.map((id) =>
					answerOption(bank, { card, id, right: id === asked.key }, phrases)
				),
				answer: cardAnswer(bank, card, phrases)
			});
		}
		const speaker = phrases.list(fact.speakers.map((id) => bank.actor(id).name));
		return wordCard(bank, card, phrases, {
			stem: attributed(bank, fact, phrases.whichPosition({ speaker }), phrases),
			options: asked.options.map((id) =>
				positionOption(bank, bank.fact(id) as ClaimFact, id === asked.key, phrases)
			),
			answer: upperFirst(fact.position)
		});
	}
};
