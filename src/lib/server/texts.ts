/** The texts of a pack, before it is compiled. */
import type { LocalText } from '../bank/fact.ts';
import type { FieldPath, WrittenPack } from './read-pack.ts';
import type { Entry } from './report.ts';

/** The languages of texts, as packs may have them. */
export type TextLanguage = keyof LocalText;

export type FoundText = { readonly path: FieldPath; readonly text: LocalText };

/** Every text for people in an entry, with the field that holds it. */
export function textsOf(entry: object, path: FieldPath = []): FoundText[] {
	if (isLocalText(entry)) return [{ path, text: entry }];
	const isList = Array.isArray(entry);
	return Object.entries(entry).flatMap(([key, value]: [string, unknown]) =>
		typeof value === 'object' && value !== null
			? textsOf(value, [...path, isList ? Number(key) : key])
			: []
	);
}

const isLocalText = (value: object): value is LocalText =>
	'en' in value && typeof value.en === 'string';

/** Everything in a pack that has texts, pack.yaml included. */
export const entriesOf = (pack: WrittenPack): readonly Entry[] => [
	pack.header,
	...pack.sources,
	...pack.actors,
	...pack.facts,
	...pack.glossary,
	...pack.notes
];

export const languagesOf = (text: LocalText): TextLanguage[] =>
	(Object.keys(text) as TextLanguage[]).filter((language) => text[language] !== undefined);

const SLOT = /\{([^{}|]*)(?:\|([^{}]*))?\}/g;

/** The names in the slots of a statement. */
export const slotsOf = (statement: string): string[] =>
	[...statement.matchAll(SLOT)].map((match) => match[1] ?? '');

/** The statement with each slot replaced; `words` are those that the slot brings itself. */
export const fillSlots = (
	statement: string,
	fill: (slot: string, words: string | undefined) => string
): string =>
	statement.replace(SLOT, (_, slot: string, words: string | undefined) => fill(slot, words));
