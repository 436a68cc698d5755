/** The words in which a card is asked, before any language's phrases are put around them. */
import type { Bank } from '../bank/bank.ts';
import type { Card } from '../bank/card.ts';
import type { Ask } from '../bank/pack.ts';
import { pieces } from '../bank/statement.ts';
import { cardActors } from './wording.ts';

const written = (ask: Ask | null | undefined): string | null =>
	ask && ask !== 'blank' ? ask.text : null;

/** The editor's own question for a card; null where there is none. */
function ownQuestion(bank: Bank, card: Card): string | null {
	const fact = bank.fact(card.fact);
	switch (fact.kind) {
		case 'event': {
			if (card.facet === 'when') return fact.ask;
			if (card.facet === 'where') return written(fact.askPlace?.ask);
			return written(fact.actors.find(({ actor }) => actor === card.actor)?.ask);
		}
		case 'relation':
			return written(card.facet === 'to' ? fact.askTo : fact.askFrom);
		case 'figure':
		case 'claim':
			return card.facet === 'who'
				? written(fact.askAbout.find(({ actor }) => actor === card.actor)?.ask)
				: fact.ask;
		default:
			return fact satisfies never;
	}
}

/** The editor's question, or the statement without the actor that is asked for. */
export function askedWords(bank: Bank, card: Card): string {
	const own = ownQuestion(bank, card);
	if (own !== null) return own;
	const asked = new Set(cardActors(bank, card));
	return pieces(bank, bank.fact(card.fact).statement)
		.filter(({ actor }) => actor === null || !asked.has(actor))
		.map(({ text }) => text)
		.join('');
}
