/** Reading and adding to a column of numbers: typed arrays, whose every place holds a number. */

/** The number at a place of the column; 0 beyond its ends. */
export function at(column: Float64Array, place: number): number {
	return column[place] ?? 0;
}

/** Adds to the number at a place of the column. */
export function add(column: Float64Array, place: number, amount: number): void {
	column[place] = at(column, place) + amount;
}
