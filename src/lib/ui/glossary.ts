/** The glossary that the texts of a screen are explained by: whoever has the bank sets it. */
import { getContext, setContext } from 'svelte';
import type { Glossary } from '#lib/bank/glossary.ts';

const KEY = Symbol('glossary');

export const setGlossary = (glossary: () => Glossary): void => {
	setContext(KEY, glossary);
};

/** Null where nothing is explained. Call it while a component is made. */
export const getGlossary = (): (() => Glossary) | null =>
	getContext<(() => Glossary) | undefined>(KEY) ?? null;
