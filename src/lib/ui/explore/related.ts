/** The facts that throw light on a fact, most telling first. */
import { actorsOf, type Bank } from '#lib/bank/bank.ts';
import { isLink } from '#lib/bank/card.ts';
import type { Fact } from '#lib/bank/pack.ts';

export type Related = {
	/** Rival accounts of the same thing. */
	readonly rivals: readonly Fact[];
	readonly before: readonly Fact[];
	readonly after: readonly Fact[];
	/** The events that a relation between events joins. */
	readonly joined: readonly Fact[];
	/** What a value is worked out from. */
	readonly computedFrom: readonly Fact[];
	/** Of the same group, or sharing actors. */
	readonly others: readonly Fact[];
};

const MOST_OTHERS = 6;

/** Gathers them from the bank; no fact stands in two of the lists. */
export function relatedTo(bank: Bank, fact: Fact): Related {
	const listed = new Set([fact.id]);
	const take = (ids: readonly string[]): Fact[] =>
		ids.flatMap((id) => {
			const found = bank.facts.get(id);
			if (!found || listed.has(id)) return [];
			listed.add(id);
			return [found];
		});
	const links = bank.relations.filter(isLink);
	return {
		rivals: take(fact.conflict ? bank.rivals(fact.conflict).map((rival) => rival.id) : []),
		before: take(links.filter((link) => link.to === fact.id).map((link) => link.from)),
		after: take(links.filter((link) => link.from === fact.id).map((link) => link.to)),
		joined: take(fact.kind === 'relation' && isLink(fact) ? [fact.from, fact.to] : []),
		computedFrom: take(fact.kind === 'figure' ? fact.derivedFrom : []),
		others: take(
			nearestTo(bank, fact)
				.filter((id) => !listed.has(id))
				.slice(0, MOST_OTHERS)
		)
	};
}

/** A common place or state makes no kin of two facts: Jerusalem stands in many. */
const weightOf = (bank: Bank, actor: string): number => {
	const type = bank.actor(actor).type;
	return type === 'place' || type === 'state' ? 0.1 : 1;
};

/** An actor whom few facts name says more about their kinship than one whom half of them name. */
function nearestTo(bank: Bank, fact: Fact): string[] {
	const kinship = new Map<string, number>();
	const add = (id: string, weight: number) => kinship.set(id, (kinship.get(id) ?? 0) + weight);
	for (const actor of actorsOf(fact)) {
		const named = bank.factsOf(actor);
		for (const other of named) add(other.id, weightOf(bank, actor) / named.length);
	}
	for (const other of bank.facts.values()) {
		if (fact.group !== null && other.group === fact.group) add(other.id, 1);
	}
	return [...kinship].sort(([, a], [, b]) => b - a).map(([id]) => id);
}
