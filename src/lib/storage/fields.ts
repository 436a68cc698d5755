/** Looking at a value of unknown shape. */

/** Is it an object that can hold fields? */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object's own field: nothing that comes from a prototype is data. */
export function own(value: Record<string, unknown>, field: string): unknown {
	return Object.hasOwn(value, field) ? value[field] : undefined;
}
