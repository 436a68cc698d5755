/** Put events in chronological order. Graded by the order that their dates allow. */
import type { EventFact } from '../../bank/pack.ts';
import { compareWhen } from '../../bank/when.ts';
import { canBeOrdered, companions } from '../distractors/companions.ts';
import { cardOf, WRONG, type Kind } from '../kind.ts';
import type { OrderQuestion } from '../question.ts';
import type { Bank } from '../../bank/bank.ts';
import { eventOption } from '../option-words.ts';
import { datedEvent, wordCard } from '../wording.ts';
import { orderable } from './first.ts';

/** Events in one question, the card's own included: fewest and most. */
const SHORTEST = 3;
const LONGEST = 7;
const NEAREST = 14;

const chronological = (bank: Bank, items: readonly string[]): EventFact[] =>
	items
		.map((id) => bank.fact(id) as EventFact)
		.sort((a, b) => (a.date?.when.start ?? 0) - (b.date?.when.start ?? 0));

/**
 * How many of the items already stand in a right order among themselves: the longest subsequence
 * that nothing contradicts (the partial credit of PrairieLearn's order blocks).
 */
function longestInOrder(bank: Bank, items: readonly string[]): number {
	const dates = items.map((id) => (bank.fact(id) as EventFact).date?.when);
	const longest: number[] = [];
	dates.forEach((when, index) => {
		let best = 1;
		for (let earlier = 0; earlier < index; earlier++) {
			const before = dates[earlier];
			if (before && when && compareWhen(before, when) !== 1) {
				best = Math.max(best, (longest[earlier] ?? 0) + 1);
			}
		}
		longest.push(best);
	});
	return Math.max(0, ...longest);
}

export const order: Kind<OrderQuestion> = {
	name: 'order',

	directions: (bank, card) => (orderable(bank, card) ? ['value'] : []),

	make(bank, card, { random }) {
		const event = orderable(bank, card);
		if (!event) return null;
		const length = SHORTEST + random.below(LONGEST - SHORTEST + 1);
		const chosen = [event];
		for (const other of random.shuffle(companions(bank, event).slice(0, NEAREST))) {
			if (chosen.length === length) break;
			if (chosen.every((each) => canBeOrdered(each, other))) chosen.push(other);
		}
		if (chosen.length < SHORTEST) return null;
		const sorted = chronological(
			bank,
			chosen.map(({ id }) => id)
		).map(({ id }) => id);
		const shuffled = random.shuffle(sorted);
		const isSolved = shuffled.every((id, index) => id === sorted[index]);
		return { kind: 'order', card: card.id, items: isSolved ? shuffled.reverse() : shuffled };
	},

	widest(bank, card) {
		const event = orderable(bank, card);
		if (!event) return [];
		const near = [event, ...companions(bank, event).slice(0, NEAREST)];
		return near.flatMap((one, index) =>
			near
				.slice(index + 1)
				.filter((two) => canBeOrdered(one, two))
				.map(({ id }): OrderQuestion => ({ kind: 'order', card: card.id, items: [one.id, id] }))
		);
	},

	grade(bank, question, answer) {
		const isPermutation =
			answer.kind === 'order' &&
			answer.items.length === question.items.length &&
			question.items.every((id) => answer.items.includes(id));
		if (!isPermutation) return WRONG;
		const inOrder = longestInOrder(bank, answer.items);
		const all = question.items.length;
		return { outcome: inOrder === all ? 'right' : 'wrong', score: (inOrder - 1) / (all - 1) };
	},

	word(bank, question, phrases) {
		const card = cardOf(bank, question);
		return wordCard(bank, card, phrases, {
			stem: phrases.putInOrder(),
			options: question.items.map((id) =>
				// Every event has its place: none is the wrong one, each tells its date.
				({
					...eventOption(bank.fact(id) as EventFact, false, phrases, (input) =>
						phrases.itsDate(input)
					),
					right: true
				})
			),
			// One event a line, as they should stand.
			answer: chronological(bank, question.items)
				.map((event) => datedEvent(event, phrases))
				.join('\n'),
			isAmongOthers: true
		});
	}
};
