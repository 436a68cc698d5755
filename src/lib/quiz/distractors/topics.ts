/** Facts on one subject. */
import type { Fact } from '../../bank/pack.ts';
import type { Bank } from '../../bank/bank.ts';
import { oncePerBank } from '../per-bank.ts';
import { chronicle, momentOf, outwards, type Moment } from './chronicle.ts';

/** How many facts of a topic are looked at: more than most topics have. */
const NEAREST = 100;

type Entry = Moment & { readonly fact: Fact };

const topics = oncePerBank((bank) => {
	const known = new Map<string, Entry[]>();
	for (const entry of chronicle(bank.facts.values())) {
		for (const topic of entry.fact.topics) {
			const entries = known.get(topic);
			if (entries) entries.push(entry);
			else known.set(topic, [entry]);
		}
	}
	return known;
});

/** Facts on the topics of a fact, nearest to it in time first. */
export function factsAround(bank: Bank, fact: Fact): ReadonlySet<Fact> {
	const found = new Set<Fact>();
	for (const topic of fact.topics) {
		let looked = 0;
		for (const entry of outwards(topics(bank).get(topic) ?? [], momentOf(fact))) {
			found.add(entry.fact);
			if (++looked === NEAREST) break;
		}
	}
	return found;
}
