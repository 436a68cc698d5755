/** What a learner remembers of the facts, in words, for Explore. */
import type { Bank } from '#lib/bank/bank.ts';
import { intlLocale } from '#lib/bank/format.ts';
import { firmnessOf, knownOf } from '#lib/memory/known.ts';
import type { Memory } from '#lib/memory/scheduler.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { momentText } from './when-text.ts';

/** Tells of each fact what is remembered at `now` (milliseconds since 1970); null where nothing was met. */
export function rememberedAt(bank: Bank, memories: ReadonlyMap<string, Memory>, now: number) {
	const percent = new Intl.NumberFormat(intlLocale(getLocale()), { style: 'percent' });
	return (fact: string) => {
		const cards = bank.cardsOf(fact).map(({ id }) => id);
		const known = knownOf(cards, memories, now);
		return (
			known && {
				degree: firmnessOf(known.recall),
				share: percent.format(known.recall),
				lines: [
					m.explore_known_met({ met: known.met, cards: known.cards }),
					m.explore_known_answers({ answers: known.answers, lapses: known.lapses }),
					known.next <= now
						? m.explore_known_due()
						: m.explore_known_next({ when: momentText(known.next, now) })
				]
			}
		);
	};
}
