/** Dates or numbers in a line, to be walked outwards from one of them. */

/** What an item covers: days, or numbers. */
export type Stretch = { readonly start: number; readonly end: number };

/** An item as one meets it on the way: where it begins and ends, seen from there. */
export type Met<T> = { readonly item: T; readonly near: number; readonly far: number };

/** How many are looked at before giving up: a bank of any size answers as soon. */
const LOOKED_AT = 64;

/** What lies to one side, nearest first. Walking backwards, the numbers are counted with a minus. */
export class Way<T> {
	readonly #met: readonly Met<T>[];

	/** Takes the items in the order of their `near`. */
	constructor(met: readonly Met<T>[]) {
		this.#met = met;
	}

	at(place: number): Met<T> | undefined {
		return this.#met[place];
	}

	/** The place of the first item that begins beyond a point. */
	beyond(point: number): number {
		return lowest(this.#met.length, (place) => (this.#met[place]?.near ?? Infinity) > point);
	}

	/** Up to `count` items that begin beyond a point and are usable. */
	take(point: number, count: number, isUsable: (item: T) => boolean): T[] {
		const found: T[] = [];
		const first = this.beyond(point);
		for (let place = first; place < first + LOOKED_AT && found.length < count; place++) {
			const met = this.#met[place];
			if (!met) break;
			if (isUsable(met.item)) found.push(met.item);
		}
		return found;
	}
}

export type Line<T> = { readonly earlier: Way<T>; readonly later: Way<T> };

/** The items in a line; of those that begin together the first given comes first. */
export function lineOf<T>(items: readonly T[], stretchOf: (item: T) => Stretch): Line<T> {
	const inOrder = (met: Met<T>[]) => new Way(met.sort((a, b) => a.near - b.near));
	const stretches = items.map((item) => ({ item, ...stretchOf(item) }));
	return {
		earlier: inOrder(stretches.map(({ item, start, end }) => ({ item, near: -end, far: -start }))),
		later: inOrder(stretches.map(({ item, start, end }) => ({ item, near: start, far: end })))
	};
}

/** The lowest index, up to `length`, from which on a condition holds. */
export function lowest(length: number, holds: (index: number) => boolean): number {
	let from = 0;
	let to = length;
	while (from < to) {
		const middle = (from + to) >> 1;
		if (holds(middle)) to = middle;
		else from = middle + 1;
	}
	return from;
}
