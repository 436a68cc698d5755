/** Circles of actors: those who stand in other facts where the right answer stands in this one. */
import type { Bank } from '../../bank/bank.ts';
import type { Actor, Fact } from '../../bank/pack.ts';
import { chronicle, momentOf, outwards, type Moment } from './chronicle.ts';

/** How many actors of a circle a pool is made from: more than a learner will ever meet. */
const NEAREST = 24;
/** How many places are looked at for them: few actors may stand in many. */
const LOOKED_AT = 120;

/** Where an actor stands, in the order of time. */
type Place = Moment & { readonly actor: string };

/** A king is no wrong answer for a city, nor a spies' network for a parliament. */
const alikeness = ({ type, sort }: Actor): string => (type === 'place' ? type : `${type} ${sort}`);

/** Circles by what their actors have in common, each for actors that are alike. */
export class Circles<T extends Fact> {
	readonly #bank: Bank;
	readonly #places = new Map<string, Place[]>();

	/** `placesIn` tells in which circles a fact places whom. */
	constructor(
		bank: Bank,
		facts: readonly T[],
		placesIn: (fact: T) => readonly (readonly [circle: string, actor: string])[]
	) {
		this.#bank = bank;
		for (const { fact, start, id } of chronicle(facts)) {
			for (const [circle, actor] of placesIn(fact)) {
				const known = bank.actors.get(actor);
				if (!known || known.status === 'HOLD') continue;
				const alike = alikeness(known);
				const place = { start, id, actor };
				const places = this.#places.get(`${alike} ${circle}`);
				if (places) places.push(place);
				else this.#places.set(`${alike} ${circle}`, [place]);
			}
		}
	}

	/**
	 * The actors like `key` in a circle, `key` itself left out, who stand there nearest to
	 * the fact in time: as many as a pool can use.
	 */
	near(circle: string, fact: Fact, key: string): ReadonlySet<string> {
		const places = this.#places.get(`${alikeness(this.#bank.actor(key))} ${circle}`) ?? [];
		const found = new Set<string>();
		let looked = 0;
		for (const { actor } of outwards(places, momentOf(fact))) {
			if (actor !== key) found.add(actor);
			if (found.size === NEAREST || ++looked === LOOKED_AT) break;
		}
		return found;
	}
}
