/** When actors are on record: who may be thought of beside whom. */
import type { Bank } from '../../bank/bank.ts';
import type { Fact } from '../../bank/pack.ts';
import type { When } from '../../bank/when.ts';
import { oncePerBank } from '../per-bank.ts';
import { chronicle } from './chronicle.ts';

/** Days within which actors may be thought of together. */
export const GENERATION = 25 * 366;

/** Days around a record of somebody in which he is still, or already, on the scene. */
export const ON_THE_SCENE = 6 * 366;

/** A stretch of days from a first record to a generation after the last. */
type Era = { readonly start: number; end: number };

/** Of each actor the stretches without a gap of more than a generation: seldom more than one. */
const eras = oncePerBank(collectEras);

function collectEras(bank: Bank): ReadonlyMap<string, readonly Era[]> {
	const known = new Map<string, Era[]>();
	for (const { fact, when } of chronicle(bank.facts.values())) {
		if (!when) continue;
		const end = when.end + GENERATION;
		for (const actor of actorsThen(bank, fact)) {
			const own = known.get(actor);
			const last = own?.at(-1);
			if (last && when.start <= last.end) last.end = Math.max(last.end, end);
			else if (own) own.push({ start: when.start, end });
			else known.set(actor, [{ start: when.start, end }]);
		}
	}
	return known;
}

/** The actors whose time a fact tells of: a claim that of its speakers, not of whom it speaks of. */
const actorsThen = (bank: Bank, fact: Fact): readonly string[] =>
	fact.kind === 'claim' ? [...fact.speakers, ...fact.relayedBy] : bank.namesIn(fact);

/** The first day that tells of an actor; -Infinity when none does. */
export const firstRecord = (bank: Bank, actor: string): number =>
	eras(bank).get(actor)?.[0]?.start ?? -Infinity;

/** The last day that tells of an actor; Infinity when none does. */
export const lastRecord = (bank: Bank, actor: string): number =>
	(eras(bank).get(actor)?.at(-1)?.end ?? Infinity) - GENERATION;

/** Whether an actor is on record within a generation of a time, or within fewer days. */
export function isOfTheTime(
	bank: Bank,
	actor: string,
	{ start, end }: When,
	within = GENERATION
): boolean {
	const own = eras(bank).get(actor) ?? [];
	return own.some((era) => era.start <= end + within && start <= era.end - GENERATION + within);
}

/** Whether two actors are on record within a generation of one another; unknown times rule nobody out. */
export function areContemporaries(bank: Bank, a: string, b: string): boolean {
	const own = eras(bank).get(a);
	const others = eras(bank).get(b);
	if (!own || !others) return true;
	return own.some((era) =>
		others.some((other) => era.start <= other.end && other.start <= era.end)
	);
}
