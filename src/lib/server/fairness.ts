/**
 * Whether somebody who knows nothing but how tests are made does better than chance: where the key
 * stands, how long it is, what it shares with the question, whether it is the middle number. A
 * survey of whole questions, for the editors' tool and for a test.
 */
import type { Bank } from '#lib/bank/bank.ts';
import { everyQuestion, wordQuestion } from '#lib/quiz/kinds.ts';
import { foldName } from '#lib/quiz/fold.ts';
import { readDate, readRange } from '#lib/quiz/options.ts';
import type { Phrases } from '#lib/quiz/phrases.ts';
import {
	isOptionQuestion,
	type OptionQuestion,
	type Wording,
	type WordedOption
} from '#lib/quiz/question.ts';

/** How often a rule of thumb finds the key, and how often pure chance would. */
export type Guess = { readonly asked: number; readonly hits: number; readonly chance: number };

export type Fairness = {
	readonly questions: number;
	/** Number of options → how often the key stood at each place. */
	readonly places: ReadonlyMap<number, readonly number[]>;
	/** Ratios of the longest option to the shortest: how many questions up to each limit. */
	readonly lengthRatios: ReadonlyMap<string, number>;
	/** Where all options differ in length: the longest one is taken. */
	readonly longest: Guess;
	/** Where one option shares more with the question than all others: that one is taken. */
	readonly likeStem: Guess;
	/** Of three or more numbers or dates, one in the middle is taken. */
	readonly middle: Guess;
	/** All of these rules, the first that applies. */
	readonly testWise: Guess;
};

const RATIO_LIMITS = [1.25, 1.5, 2, 3] as const;

/** Words that carry no meaning of their own; folded. */
const SMALL = new Set(
	'the a an of in on at to and or for from by with did does was were is are who whom what which when where how many much that this these those according his her their its it he she they had has have not one le la les un une des du de et en dans par pour sur qui que quel quelle quels quelles'.split(
		' '
	)
);

/** The words that tell something, folded. */
const tellingWords = (text: string): Set<string> =>
	new Set(
		foldName(text)
			.split(' ')
			.filter((word) => word.length > 2 && !SMALL.has(word))
	);

/** How much of an option's words the question says too, 0 to 1. */
function likeness(option: string, stem: ReadonlySet<string>): number {
	const words = [...tellingWords(option)];
	return words.length === 0 ? 0 : words.filter((word) => stem.has(word)).length / words.length;
}

/** The one option with the greatest measure; null where two share it. */
function onlyGreatest(
	options: readonly WordedOption[],
	measure: (option: WordedOption) => number
): WordedOption | null {
	const [first, second] = options
		.map((option) => ({ option, size: measure(option) }))
		.sort((a, b) => b.size - a.size);
	return first && (!second || first.size > second.size) ? first.option : null;
}

const hasSizes = ({ options }: OptionQuestion): boolean =>
	options.length >= 3 &&
	(options.every((id) => readRange(id)) || options.every((id) => readDate(id)));

/** The share of a middle place that a guesser takes: of four options one of two. */
function middleHit(options: readonly WordedOption[]): number {
	const key = options.findIndex(({ right }) => right);
	const middle = [Math.floor((options.length - 1) / 2), Math.ceil((options.length - 1) / 2)];
	const places = [...new Set(middle)];
	return places.includes(key) ? 1 / places.length : 0;
}

class Tally {
	asked = 0;
	hits = 0;
	#chance = 0;

	add(hit: number, options: number): void {
		this.asked += 1;
		this.hits += hit;
		this.#chance += 1 / options;
	}

	get guess(): Guess {
		const { asked, hits } = this;
		return { asked, hits, chance: asked === 0 ? 0 : this.#chance / asked };
	}
}

/** Surveys questions that are answered by an option. */
export class FairnessSurvey {
	#questions = 0;
	readonly #places = new Map<number, number[]>();
	readonly #ratios = new Map<string, number>();
	readonly #longest = new Tally();
	readonly #likeStem = new Tally();
	readonly #middle = new Tally();
	readonly #testWise = new Tally();

	add(question: OptionQuestion, { stem, options }: Wording): void {
		this.#questions += 1;
		const count = options.length;
		const key = options.findIndex(({ right }) => right);
		const places = this.#places.get(count) ?? new Array<number>(count).fill(0);
		places[key] = (places[key] ?? 0) + 1;
		this.#places.set(count, places);

		// True and false are always the same two words, and a gap repeats its neighbours' names.
		if (question.kind === 'truth' || question.kind === 'timeline') return;
		const isSized = hasSizes(question);
		const stemWords = tellingWords(stem);
		const longest = isSized ? null : onlyGreatest(options, ({ text }) => text.length);
		const alike = isSized ? null : onlyGreatest(options, ({ text }) => likeness(text, stemWords));
		if (!isSized) this.#countRatio(options);
		if (longest) this.#longest.add(longest.right ? 1 : 0, count);
		if (alike) this.#likeStem.add(alike.right ? 1 : 0, count);
		if (isSized) this.#middle.add(middleHit(options), count);
		const taken = alike ?? longest;
		if (taken) this.#testWise.add(taken.right ? 1 : 0, count);
		else if (isSized) this.#testWise.add(middleHit(options), count);
	}

	#countRatio(options: readonly WordedOption[]): void {
		const lengths = options.map(({ text }) => text.length);
		const ratio = Math.max(...lengths) / Math.min(...lengths);
		const limit = RATIO_LIMITS.find((each) => ratio <= each);
		const name = limit === undefined ? 'more' : String(limit);
		this.#ratios.set(name, (this.#ratios.get(name) ?? 0) + 1);
	}

	get result(): Fairness {
		return {
			questions: this.#questions,
			places: this.#places,
			lengthRatios: this.#ratios,
			longest: this.#longest.guess,
			likeStem: this.#likeStem.guess,
			middle: this.#middle.guess,
			testWise: this.#testWise.guess
		};
	}
}

/** χ² of counts against equal ones. */
export function chiSquare(counts: readonly number[]): number {
	const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
	return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Surveys every option question that a bank yields for some seeds. */
export function surveyFairness(
	bank: Bank,
	phrases: Phrases,
	seeds: readonly (string | number)[]
): Fairness {
	const survey = new FairnessSurvey();
	for (const seed of seeds) {
		for (const question of everyQuestion(bank, seed)) {
			if (isOptionQuestion(question)) survey.add(question, wordQuestion(bank, question, phrases));
		}
	}
	return survey.result;
}
