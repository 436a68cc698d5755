/** The sentences of the interface, as its catalogues have them. */
import { readFileSync } from 'node:fs';

export type Language = 'en' | 'fr';

const catalogue = (language: Language) =>
	JSON.parse(
		readFileSync(new URL(`../src/messages/${language}.json`, import.meta.url), 'utf8')
	) as Readonly<Record<string, unknown>>;

const catalogues = { en: catalogue('en'), fr: catalogue('fr') };

/**
 * A sentence of a language by its key, its parameters filled in.
 *
 * @throws when there is none, or it is not one sentence (a plural)
 */
export function sentence(
	language: Language,
	key: string,
	values: Readonly<Record<string, string | number>> = {}
): string {
	const text = catalogues[language][key];
	if (typeof text !== 'string') throw new Error(`There is no sentence ${key} in ${language}.`);
	return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
