/** Which of two events came first? Only events whose dates cannot touch are set side by side. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { EventFact } from '../../bank/pack.ts';
import { compareWhen } from '../../bank/when.ts';
import { companions, isPoint } from '../distractors/companions.ts';
import { cardOf, RIGHT, WRONG, type Kind } from '../kind.ts';
import type { FirstQuestion } from '../question.ts';
import { datedEvent, eventOption, wordCard } from '../wording.ts';

/** How many of the nearest events the second one is drawn from. */
const NEAREST = 10;

/** The event of a card that may be put in order with others; null when its fact forbids it. */
export function orderable(bank: Bank, card: Card): EventFact | null {
	const fact = bank.fact(card.fact);
	if (fact.kind !== 'event' || card.facet !== 'when' || !fact.date) return null;
	// "According to …" would speak for the other events as well.
	if (fact.status === 'ATTRIBUTE') return null;
	return fact.flags.includes('sensitive') || !isPoint(fact) ? null : fact;
}

/** The question on two events as they stand; null when one has no date. */
function pair(card: Card, one: EventFact, two: EventFact): FirstQuestion | null {
	if (!one.date || !two.date) return null;
	const isFirst = compareWhen(one.date.when, two.date.when) === -1;
	return {
		kind: 'first',
		card: card.id,
		options: [one.id, two.id],
		key: isFirst ? one.id : two.id
	};
}

export const first: Kind<FirstQuestion> = {
	name: 'first',

	directions: (bank, card) => (orderable(bank, card) ? ['value'] : []),

	make(bank, card, { random }) {
		const event = orderable(bank, card);
		const other = event && random.pick(companions(bank, event).slice(0, NEAREST));
		if (!event || !other) return null;
		const [one, two] = random.shuffle([event, other]);
		return one && two ? pair(card, one, two) : null;
	},

	widest(bank, card) {
		const event = orderable(bank, card);
		if (!event) return [];
		return companions(bank, event)
			.slice(0, NEAREST)
			.flatMap((other) => pair(card, event, other) ?? []);
	},

	grade: (_bank, question, answer) =>
		answer.kind === 'first' && answer.option === question.key ? RIGHT : WRONG,

	word(bank, question, phrases) {
		const card = cardOf(bank, question);
		const events = question.options.map((id) => bank.fact(id) as EventFact);
		const options = events.map((event) =>
			eventOption(bank, event, event.id === question.key, phrases)
		);
		return wordCard(bank, card, phrases, {
			stem: phrases.whichCameFirst(),
			options,
			// Both events with their dates, the earlier one first.
			answer: [...events]
				.sort((a) => (a.id === question.key ? -1 : 1))
				.map((event) => datedEvent(event, phrases))
				.join('\n'),
			isAmongOthers: true
		});
	}
};
