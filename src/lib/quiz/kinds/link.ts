/** What led to it and what followed, by stored links only. */
import type { Bank } from '../../bank/bank.ts';
import { isLink, type Card } from '../../bank/card.ts';
import type { EventFact, RelationFact } from '../../bank/pack.ts';
import { civilDate, compareWhen } from '../../bank/when.ts';
import { companions } from '../distractors/companions.ts';
import { fairNames } from '../distractors/fair.ts';
import { sampled, type Pool } from '../distractors/pool.ts';
import { cardOf, gradeOption, type OptionKind } from '../kind.ts';
import { eventOption } from '../option-words.ts';
import { perBank } from '../per-bank.ts';
import type { OptionQuestion } from '../question.ts';
import { cardStem, datedEvent, linkedEvent, wordCard } from '../wording.ts';

/** How many of the nearest events the wrong ones are drawn from. */
const NEAREST = 6;

type Link = {
	/** The event that is told, and the one that is asked for. */
	readonly told: EventFact;
	readonly asked: EventFact;
	readonly side: 'before' | 'after';
};

/** The link of a card that asks for one; null where an event of it may not be asked about. */
export function linkOf(bank: Bank, card: Card): Link | null {
	const fact = bank.fact(card.fact);
	if (fact.kind !== 'relation' || !isLink(fact)) return null;
	if (card.facet !== 'before' && card.facet !== 'after') return null;
	const found = ends(bank, fact, card.facet);
	const isPlain = ({ status, flags }: EventFact) =>
		status !== 'HOLD' && !flags.includes('sensitive');
	return isPlain(found.told) && isPlain(found.asked) ? found : null;
}

const ends = (bank: Bank, fact: RelationFact, side: 'before' | 'after'): Link => ({
	told: linkedEvent(bank, fact, side === 'after' ? 'before' : 'after'),
	asked: linkedEvent(bank, fact, side),
	side
});

/** Whether an event is certainly on the other side of the told one: no effect precedes its cause. */
function isImpossible({ told, side }: Link, event: EventFact): boolean {
	if (!told.date || !event.date) return false;
	return compareWhen(event.date.when, told.date.when) === (side === 'after' ? -1 : 1);
}

/** The first event of each year: several of one would stand and fall together. */
function onePerYear(events: readonly EventFact[]): readonly EventFact[] {
	const years = new Map<number, EventFact>();
	for (const event of events) {
		const { year } = civilDate(event.date?.when.start ?? 0);
		if (!years.has(year)) years.set(year, event);
	}
	return [...years.values()];
}

const poolOf = perBank(findPool, ({ id }: Card) => id);

function findPool(bank: Bank, card: Card): Pool {
	const link = linkOf(bank, card);
	if (!link) return sampled([]);
	const named = ({ id, name }: EventFact) => ({ id, text: name });
	return fairNames(
		named(link.asked),
		onePerYear(
			companions(bank, link.told).filter(
				(event) => event.id !== link.asked.id && isImpossible(link, event)
			)
		)
			.slice(0, NEAREST)
			.map(named),
		link.told.name
	);
}

const question = (card: Card, options: readonly string[], key: string): OptionQuestion<'link'> => ({
	kind: 'link',
	card: card.id,
	direction: 'value',
	given: [],
	options,
	key
});

export const link: OptionKind<'link'> = {
	name: 'link',

	directions: (bank, card) => (linkOf(bank, card) ? ['value'] : []),

	make(bank, card, { random, optionCount, confused }) {
		const key = linkOf(bank, card)?.asked.id;
		const wrong = key && poolOf(bank, card).draw(optionCount - 1, random, confused);
		return wrong ? question(card, random.shuffle([key, ...wrong]), key) : null;
	},

	widest(bank, card) {
		const key = linkOf(bank, card)?.asked.id;
		const { options } = poolOf(bank, card);
		return key === undefined || options.length < 2 ? [] : [question(card, [key, ...options], key)];
	},

	truth(bank, asked, option) {
		const found = linkOf(bank, cardOf(bank, asked));
		const event = bank.facts.get(option);
		if (!found || event?.kind !== 'event') return 'unknown';
		if (event.id === found.asked.id) return 'yes';
		return isImpossible(found, event) ? 'no' : 'unknown';
	},

	grade: gradeOption,

	word(bank, asked, phrases) {
		const card = cardOf(bank, asked);
		const key = bank.fact(asked.key) as EventFact;
		const side = card.facet;
		// The reasons against the others rest on its date.
		const told = linkOf(bank, card)?.told;
		return wordCard(bank, card, phrases, {
			stem: cardStem(bank, card, phrases),
			options: asked.options.map((id) =>
				eventOption(bank.fact(id) as EventFact, id === asked.key, phrases, ({ date }) =>
					side === 'after' ? phrases.cameEarlier({ date }) : phrases.cameLater({ date })
				)
			),
			answer: datedEvent(key, phrases),
			...(told && { derivation: `${datedEvent(told, phrases)}.` })
		});
	}
};
