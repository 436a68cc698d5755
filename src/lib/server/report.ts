/** How a check reports: at the line of the field that it is about. */
import type { PackProblem } from './problem.ts';
import type { FieldPath, WrittenPack } from './read-pack.ts';

export type Report = (item: Entry, path: FieldPath, message: string) => void;

/** A fact, actor, source, note or term; pack.yaml itself has an id too. */
export type Entry = { readonly id: string };

/** Problems of one pack go into `problems`. */
export const reportInto =
	(problems: PackProblem[], pack: WrittenPack): Report =>
	(item, path, message) => {
		const id = item === pack.header ? null : item.id;
		problems.push({ ...pack.placeOf(item, path), id, path: path.join('.'), message });
	};
