/**
 * How options are written as ids: an actor or a fact by its id, a date by its EDTF, a number or a
 * range by its digits ("530", "50..200").
 */
import { parseWhen, type When } from '../bank/when.ts';

export type Range = { readonly min: number; readonly max: number };

export const rangeOption = ({ min, max }: Range): string =>
	min === max ? String(min) : `${min}..${max}`;

/** Reads a number option; null when it is none. */
export function readRange(option: string): Range | null {
	const match = /^(-?\d+(?:\.\d+)?)(?:\.\.(-?\d+(?:\.\d+)?))?$/.exec(option);
	if (!match) return null;
	const min = Number(match[1]);
	return { min, max: match[2] === undefined ? min : Number(match[2]) };
}

export const readDate = (option: string): When | null => parseWhen(option);
