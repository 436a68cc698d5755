/** Things that last for a while, to be asked which of them touch a given time. */
import type { When } from './when.ts';

/** As much of a date as the order of things needs; days as in `When`. */
export type Span = Pick<When, 'start' | 'end'>;

/** Time without bounds: when something was of which no date is known. */
export const ALWAYS: Span = { start: -Infinity, end: Infinity };

/** Up to so many are looked through one by one, which is faster than a tree. */
const FEW = 8;

/**
 * An interval tree (Cormen and others, "Introduction to Algorithms", 17.3) laid out in arrays: the
 * middle of a stretch is its root. Finding the k things that touch a time takes O(log n + k) steps.
 */
export class Timeline<T> {
	readonly #spanOf: (item: T) => Span;
	readonly #items: T[] = [];
	#tree: Tree | null = null;

	constructor(spanOf: (item: T) => Span) {
		this.#spanOf = spanOf;
	}

	/** In the order in which they begin. */
	get items(): readonly T[] {
		return this.#items;
	}

	/** Adds one that begins no earlier than those before it. */
	add(item: T): void {
		this.#items.push(item);
		this.#tree = null;
	}

	/** Whether one of the things that touch the time meets the condition. */
	some(time: Span, meets: (item: T) => boolean): boolean {
		const items = this.#items;
		if (items.length <= FEW) {
			for (const item of items) {
				const { start, end } = this.#spanOf(item);
				if (start <= time.end && time.start <= end && meets(item)) return true;
			}
			return false;
		}
		const { starts, ends, latest } = (this.#tree ??= treeOf(items.map(this.#spanOf)));
		const search = (from: number, to: number): boolean => {
			if (from >= to) return false;
			const middle = (from + to) >> 1;
			if ((latest[middle] ?? 0) < time.start) return false;
			if (search(from, middle)) return true;
			if ((starts[middle] ?? 0) > time.end) return false;
			const item = items[middle];
			if (item !== undefined && (ends[middle] ?? 0) >= time.start && meets(item)) return true;
			return search(middle + 1, to);
		};
		return search(0, items.length);
	}
}

type Tree = {
	readonly starts: Float64Array;
	readonly ends: Float64Array;
	/** The latest end in the stretch of which a place is the middle. */
	readonly latest: Float64Array;
};

function treeOf(spans: readonly Span[]): Tree {
	const starts = Float64Array.from(spans, ({ start }) => start);
	const ends = Float64Array.from(spans, ({ end }) => end);
	const latest = new Float64Array(spans.length);
	const fill = (from: number, to: number): number => {
		if (from >= to) return -Infinity;
		const middle = (from + to) >> 1;
		const own = Math.max(ends[middle] ?? 0, fill(from, middle), fill(middle + 1, to));
		latest[middle] = own;
		return own;
	};
	fill(0, spans.length);
	return { starts, ends, latest };
}
