/** Is an answer true of a card, by the YAML alone? */
import type { CardId, Verdict } from './card.ts';
import { nameVerdict } from './names.ts';
import { dateVerdict, rangeIn, valueVerdict } from './sizes.ts';
import { spanOf } from './span.ts';
import type { World } from './world.ts';

const verdicts = new WeakMap<World, Map<string, Verdict>>();

/** Whether an option is a right answer to a card; worked out once for each world. */
export function answerVerdict(world: World, card: CardId, option: string): Verdict {
	const known = verdicts.get(world) ?? new Map<string, Verdict>();
	verdicts.set(world, known);
	const key = [card.fact.id, card.facet, card.actor, option].join(' ');
	const verdict = known.get(key) ?? judge(world, card, option);
	known.set(key, verdict);
	return verdict;
}

function judge(world: World, card: CardId, option: string): Verdict {
	const { fact, facet } = card;
	if (facet === 'when' || facet === 'since' || facet === 'until') {
		return dateVerdict(world, card, spanOf(option));
	}
	if (fact.kind === 'figure' && facet === 'value') {
		const range = rangeIn(option);
		return range ? valueVerdict(world, fact, range) : 'unclear';
	}
	return nameVerdict(world, card, option);
}
