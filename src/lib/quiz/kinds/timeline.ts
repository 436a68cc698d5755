/** Place an event on a timeline of others: in which gap does it belong? */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { EventFact } from '../../bank/pack.ts';
import { compareWhen } from '../../bank/when.ts';
import { canBeOrdered, companions } from '../distractors/companions.ts';
import { fairSizes } from '../distractors/fair.ts';
import type { Pool } from '../distractors/pool.ts';
import { cardOf, gradeOption, type OptionKind } from '../kind.ts';
import { perBank } from '../per-bank.ts';
import type { OptionQuestion } from '../question.ts';
import { upperFirst } from '../../bank/statement.ts';
import { datedEvent, dateText, wordCard } from '../wording.ts';
import { orderable } from './first.ts';

/** Events that are already placed: fewest and most. */
const FEWEST = 2;
const MOST = 4;
/** How many of the nearest events they are drawn from. */
const NEAREST = 12;

const eventsOf = (bank: Bank, ids: readonly string[]): EventFact[] =>
	ids.map((id) => bank.fact(id) as EventFact);

/** Whether `a` is certainly before `b`. */
const isBefore = (a: EventFact, b: EventFact): boolean =>
	Boolean(a.date && b.date && compareWhen(a.date.when, b.date.when) === -1);

/** The gap of an event among placed ones: how many of them come before it. */
const gapOf = (event: EventFact, placed: readonly EventFact[]): number =>
	placed.filter((other) => isBefore(other, event)).length;

function question(
	card: Card,
	event: EventFact,
	placed: readonly EventFact[]
): OptionQuestion<'timeline'> {
	return {
		kind: 'timeline',
		card: card.id,
		direction: 'value',
		given: placed.map(({ id }) => id),
		options: Array.from({ length: placed.length + 1 }, (_, gap) => String(gap)),
		key: String(gapOf(event, placed))
	};
}

/** The events that may be placed before and after this one. */
const placedBeside = perBank(findPlaced, ({ id }: EventFact) => id);

function findPlaced(bank: Bank, event: EventFact): Pool {
	const near = companions(bank, event).slice(0, 2 * NEAREST);
	const before = near.filter((other) => isBefore(other, event));
	const after = near.filter((other) => isBefore(event, other));
	return fairSizes({ before, after }, { mayStandBeside: canBeOrdered, name: ({ id }) => id });
}

export const timeline: OptionKind<'timeline'> = {
	name: 'timeline',

	directions: (bank, card) => (orderable(bank, card) ? ['value'] : []),

	/** The gap is drawn first, so that none is likelier than another. */
	make(bank, card, { random }) {
		const event = orderable(bank, card);
		if (!event) return null;
		const count = FEWEST + random.below(MOST - FEWEST + 1);
		const drawn = placedBeside(bank, event).draw(count, random);
		if (!drawn) return null;
		return question(
			card,
			event,
			eventsOf(bank, drawn).sort((a, b) => (isBefore(a, b) ? -1 : 1))
		);
	},

	widest(bank, card) {
		const event = orderable(bank, card);
		if (!event) return [];
		return companions(bank, event)
			.slice(0, 2 * NEAREST)
			.map((other) => question(card, event, [other]));
	},

	truth(bank, asked, option) {
		const event = bank.fact(cardOf(bank, asked).fact);
		const placed = eventsOf(bank, asked.given);
		if (event.kind !== 'event' || placed.some((other) => !canBeOrdered(event, other))) {
			return 'unknown';
		}
		const isSorted = placed.every((each, index) => {
			const next = placed[index + 1];
			return next === undefined || isBefore(each, next);
		});
		if (!isSorted) return 'unknown';
		return option === String(gapOf(event, placed)) ? 'yes' : 'no';
	},

	grade: gradeOption,

	word(bank, asked, phrases) {
		const card = cardOf(bank, asked);
		const event = bank.fact(card.fact) as EventFact;
		const placed = eventsOf(bank, asked.given);
		const date = event.date ? dateText(event.date, phrases) : '';
		const options = asked.options.map((id) => {
			const gap = Number(id);
			const right = id === asked.key;
			const text = phrases.gap({
				after: placed[gap - 1]?.name ?? '',
				before: placed[gap]?.name ?? ''
			});
			return { id, text, right, why: right ? '' : phrases.itsDate({ date }) };
		});
		return wordCard(bank, card, phrases, {
			stem: phrases.placeOnTimeline({ event: upperFirst(event.name) }),
			given: placed.map((each) => datedEvent(each, phrases)),
			options,
			answer: datedEvent(event, phrases),
			isAmongOthers: true
		});
	}
};
