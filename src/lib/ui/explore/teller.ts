/** Tells what a bank holds in words: each fact in its own language, with the words of that language. */
import type { Bank } from '#lib/bank/bank.ts';
import { formatFigure, formatWhen, type FormatWords } from '#lib/bank/format.ts';
import { Glossary } from '#lib/bank/glossary.ts';
import type { Fact, FactDate, FigureFact, Language } from '#lib/bank/pack.ts';
import { pieces, upperFirst, type Piece } from '#lib/bank/statement.ts';
import type { When } from '#lib/bank/when.ts';
import { directionOf } from '../language.ts';

export class Teller {
	readonly bank: Bank;
	readonly glossary: Glossary;
	readonly #wordsFor: (language: Language) => FormatWords;

	constructor(bank: Bank, wordsFor: (language: Language) => FormatWords) {
		this.bank = bank;
		this.glossary = new Glossary(bank.terms.values());
		this.#wordsFor = wordsFor;
	}

	/** The `lang` and `dir` of a text: it may be told in another language than the page's. */
	markup(language: Language): { readonly lang: Language; readonly dir: 'ltr' | 'rtl' } {
		return { lang: language, dir: directionOf(language) };
	}

	when(when: When, language: Language, label: string | null = null): string {
		return formatWhen(when, language, this.#wordsFor(language), label);
	}

	/** The date of a fact; null when it has none. A claim's is when it was made. */
	date(fact: Fact): string | null {
		if (fact.kind === 'claim') return this.when(fact.made, fact.language);
		return fact.date && this.when(fact.date.when, fact.language, fact.date.label);
	}

	value(figure: FigureFact): string {
		const { language } = figure;
		return formatFigure(figure, this.bank.unit(figure.unit), language, this.#wordsFor(language));
	}

	/** One end of a figure's range, with its unit. */
	amount(figure: FigureFact, value: number): string {
		return this.value({ ...figure, min: value, max: value, qualifier: 'exact' });
	}

	/** The statement in pieces, actors marked. */
	statement(fact: Fact): Piece[] {
		return pieces(this.bank, fact.statement, fact.kind === 'figure' ? this.value(fact) : '');
	}

	/** What names the fact in a list: the event, what is counted, or the whole statement. */
	title(fact: Fact): string {
		if (fact.kind === 'event' || fact.kind === 'figure') return upperFirst(fact.name);
		return this.statement(fact)
			.map((piece) => piece.text)
			.join('');
	}

	/** "A, B and C" in the language of the page. */
	list(items: readonly string[]): string {
		return new Intl.ListFormat(this.bank.language, { type: 'conjunction' }).format(items);
	}

	/** Who stands behind an attributed fact: the people named, else the documents. */
	voices(fact: Pick<Fact, 'saidBy' | 'support'>): string {
		const names = fact.saidBy.map((id) => this.bank.actor(id).inText);
		const sources = [...new Set(fact.support.map((support) => support.source))];
		return this.list(names.length > 0 ? names : sources.map((id) => this.bank.source(id).byName));
	}
}

/** The date of any fact as an interval, if it has one. */
export const whenOf = (fact: Fact): When | null =>
	fact.kind === 'claim' ? fact.made : (fact.date?.when ?? null);

/** The date of any fact with the trust put in it; a claim's is plain. */
export const dateOf = (fact: Fact): FactDate | null => (fact.kind === 'claim' ? null : fact.date);
