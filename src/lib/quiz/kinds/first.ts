/** Which of two events came first? Only events whose dates cannot touch are set side by side. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { EventFact } from '../../bank/pack.ts';
import { compareWhen } from '../../bank/when.ts';
import { canBeOrdered, companions, isPoint } from '../distractors/companions.ts';
import { fairNames } from '../distractors/fair.ts';
import { cardOf, gradeOption, type OptionKind } from '../kind.ts';
import { eventOption } from '../option-words.ts';
import type { OptionQuestion } from '../question.ts';
import { datedEvent, wordCard } from '../wording.ts';

/** How many of the nearest events the second one is drawn from. */
const NEAREST = 10;

/** The event of a card that may be put in order with others; null when its fact forbids it. */
export function orderable(bank: Bank, card: Card): EventFact | null {
	const fact = bank.fact(card.fact);
	return fact.kind === 'event' && fact.date && isPoint(fact) ? fact : null;
}

const companionsNear = (bank: Bank, event: EventFact): readonly EventFact[] =>
	companions(bank, event).slice(0, NEAREST);

const named = ({ id, name }: EventFact) => ({ id, text: name });

/** The question on two events as they stand; null when one has no date. */
function pair(card: Card, one: EventFact, two: EventFact): OptionQuestion<'first'> | null {
	if (!one.date || !two.date) return null;
	const isFirst = compareWhen(one.date.when, two.date.when) === -1;
	return {
		kind: 'first',
		card: card.id,
		direction: 'value',
		given: [],
		options: [one.id, two.id],
		key: isFirst ? one.id : two.id
	};
}

export const first: OptionKind<'first'> = {
	name: 'first',

	directions: (bank, card) => (orderable(bank, card) ? ['value'] : []),

	make(bank, card, { random }) {
		const event = orderable(bank, card);
		if (!event) return null;
		const [other] =
			fairNames(named(event), companionsNear(bank, event).map(named), '').draw(1, random) ?? [];
		if (other === undefined) return null;
		const [one, two] = random.shuffle([event, bank.fact(other) as EventFact]);
		return one && two ? pair(card, one, two) : null;
	},

	widest(bank, card) {
		const event = orderable(bank, card);
		if (!event) return [];
		return companionsNear(bank, event).flatMap((other) => pair(card, event, other) ?? []);
	},

	truth(bank, question, option) {
		const [one, two] = question.options.map((id) => bank.fact(id) as EventFact);
		if (!one?.date || !two?.date || !canBeOrdered(one, two)) return 'unknown';
		const earlier = compareWhen(one.date.when, two.date.when) === -1 ? one : two;
		return option === earlier.id ? 'yes' : 'no';
	},

	grade: gradeOption,

	word(bank, question, phrases) {
		const card = cardOf(bank, question);
		const events = question.options.map((id) => bank.fact(id) as EventFact);
		const options = events.map((event) =>
			eventOption(event, event.id === question.key, phrases, (input) => phrases.cameLater(input))
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
