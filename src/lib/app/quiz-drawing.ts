/**
 * Drawing a quiz, in words and as a link. It brings every kind of question with it and is loaded
 * when the page is live.
 */
import type { Bank } from '#lib/bank/bank.ts';
import { drawQuiz, GENERATOR_VERSION, kindsWanted } from '#lib/quiz/draw.ts';
import type { Question, Wording } from '#lib/quiz/question.ts';
import { encodeQuizLink } from '#lib/quiz/quiz-link.ts';
import { cardsWanted, type Specification } from '#lib/quiz/specification.ts';
import { versionsOf } from './quiz-bank.ts';
import { words } from './words.ts';

/** What settles a quiz, once there is a bank. */
export type QuizPlan = { readonly specification: Specification; readonly seed: string };

export type DrawnQuestion = { readonly question: Question; readonly wording: Wording };

/** A quiz for paper. */
export type PaperQuiz = {
	/** The names of what it is about: its topics, or else its packs. */
	readonly titles: readonly string[];
	readonly questions: readonly DrawnQuestion[];
	/** The fragment of a link that draws it again; empty when that is not known. */
	readonly link: string;
};

/** The questions of a plan; fewer than it asks for when the bank runs out. */
export const drawQuestions = (bank: Bank, { specification, seed }: QuizPlan): Question[] =>
	drawQuiz(bank, specification, { seed, word: (question) => words(bank, question) });

/** The same questions with their words. */
export const drawInWords = (bank: Bank, plan: QuizPlan): DrawnQuestion[] =>
	drawQuestions(bank, plan).map((question) => ({ question, wording: words(bank, question) }));

/** The fragment of a link that draws the same quiz. */
export const fragmentOf = (bank: Bank, { specification, seed }: QuizPlan): string =>
	encodeQuizLink({
		generator: GENERATOR_VERSION,
		packs: versionsOf(bank),
		// Who opens the link draws from the packs that it names: all of them need no second list.
		specification: {
			...specification,
			packs: specification.packs.length === bank.packs.length ? [] : specification.packs
		},
		seed
	});

/** A question without its answers. */
export type PreviewStem = Pick<Wording, 'stem' | 'language'> & {
	/** What "Put these in order" is about; empty where the question says it itself. */
	readonly about: readonly string[];
};

/** How the quiz would begin, and how many questions it would have. */
export type QuizPreview = {
	readonly stems: readonly PreviewStem[];
	readonly total: number;
};

/** Questions shown beforehand. */
const SHOWN = 3;

function stemOf({ question, wording }: DrawnQuestion): PreviewStem {
	const { stem, language, given, options } = wording;
	const listsEvents = question.kind === 'order' || question.kind === 'first';
	const events = listsEvents ? options.map(({ text }) => text) : [];
	return { stem, language, about: question.kind === 'match' ? given : events };
}

/** How the quiz of a plan would begin. */
export function previewOf(bank: Bank, plan: QuizPlan): QuizPreview {
	const drawn = drawInWords(bank, plan);
	return { stems: drawn.slice(0, SHOWN).map(stemOf), total: drawn.length };
}

/** The names of what a quiz is about. */
export function titlesOf(bank: Bank, { topics, packs }: Specification): string[] {
	const chosen = bank.topics.filter(({ id }) => topics.includes(id)).map(({ name }) => name);
	if (chosen.length > 0) return chosen;
	return bank.packs.filter(({ id }) => packs.includes(id)).map(({ title }) => title);
}

/** The quiz of a plan for paper. */
export const paperOf = (bank: Bank, plan: QuizPlan): PaperQuiz => ({
	titles: titlesOf(bank, plan.specification),
	questions: drawInWords(bank, plan),
	link: fragmentOf(bank, plan)
});

/** The cards that can be asked in the kinds last counted: they cost more than all other choices. */
const askable = new WeakMap<Bank, { readonly key: string; readonly cards: ReadonlySet<string> }>();

function askableCards(bank: Bank, { kinds, difficulty, ...rest }: Specification) {
	const key = [difficulty, ...kinds].join(' ');
	const known = askable.get(bank);
	if (known?.key === key) return known.cards;
	const cards = new Set(
		[...bank.cards.values()]
			.filter((card) => kindsWanted(bank, { ...rest, kinds, difficulty }, card).length > 0)
			.map(({ id }) => id)
	);
	askable.set(bank, { key, cards });
	return cards;
}

/** How many facts a specification can ask about, in the kinds that it wants. */
export function factsAskable(bank: Bank, specification: Specification): number {
	const cards = askableCards(bank, specification);
	const asked = cardsWanted(bank, specification).filter(({ id }) => cards.has(id));
	return new Set(asked.map(({ fact }) => fact)).size;
}
