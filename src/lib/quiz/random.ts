/**
 * Seeded chance: the same seed gives the same numbers in every browser and in Node.
 *
 * The generator is xoshiro128** (Blackman and Vigna, 2018), seeded from text by FNV-1a and
 * SplitMix32; integer arithmetic only, so no engine can differ.
 */

export class Random {
	#a: number;
	#b: number;
	#c: number;
	#d: number;

	constructor(seed: string | number) {
		let state = 0x811c9dc5;
		const text = String(seed);
		for (let at = 0; at < text.length; at++) {
			const code = text.codePointAt(at) ?? 0;
			// A character beyond 0xffff takes two places.
			if (code > 0xffff) at++;
			state = Math.imul(state ^ code, 0x01000193);
		}
		const splitMix = () => {
			state = (state + 0x9e3779b9) | 0;
			let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
			mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
			return mixed ^ (mixed >>> 15);
		};
		this.#a = splitMix();
		this.#b = splitMix();
		this.#c = splitMix();
		this.#d = splitMix() | 1;
	}

	/** 32 random bits as an unsigned integer. */
	#next(): number {
		const times5 = Math.imul(this.#b, 5);
		const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
		const shifted = this.#b << 9;
		this.#c ^= this.#a;
		this.#d ^= this.#b;
		this.#b ^= this.#c;
		this.#a ^= this.#d;
		this.#c ^= shifted;
		this.#d = (this.#d << 11) | (this.#d >>> 21);
		return result;
	}

	/** A whole number from 0 to `bound` - 1, each equally likely (by rejection); 0 when `bound` is below 2. */
	below(bound: number): number {
		if (bound < 2) return 0;
		const limit = 0x1_0000_0000 - (0x1_0000_0000 % bound);
		let drawn = this.#next();
		while (drawn >= limit) drawn = this.#next();
		return drawn % bound;
	}

	/** One of the items, or undefined when there are none. */
	pick<T>(items: readonly T[]): T | undefined {
		return items[this.below(items.length)];
	}

	/** The items in random order (Fisher and Yates); the given list is left alone. */
	shuffle<T>(items: readonly T[]): T[] {
		const shuffled = [...items];
		for (let last = shuffled.length - 1; last > 0; last--) {
			const other = this.below(last + 1);
			[shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
		}
		return shuffled;
	}

	/** Up to `count` different items that meet the condition, in random order. */
	sample<T>(items: readonly T[], count: number, meets: (item: T) => boolean = () => true): T[] {
		const left = [...items];
		const drawn: T[] = [];
		while (left.length > 0 && drawn.length < count) {
			const at = this.below(left.length);
			const item = left[at] as T;
			const last = left.pop() as T;
			if (at < left.length) left[at] = last;
			if (meets(item)) drawn.push(item);
		}
		return drawn;
	}
}
