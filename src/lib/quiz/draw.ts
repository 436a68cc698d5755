/** Drawing a quiz: the same bank, specification and seed give the same questions. */
import type { Bank } from '../bank/bank.ts';
import type { Card } from '../bank/card.ts';
import { kindsFor, makeQuestion } from './kinds.ts';
import { answerSpellings, leakIn, shownText } from './leak.ts';
import {
	isOptionQuestion,
	optionKinds,
	type KindName,
	type Question,
	type Wording
} from './question.ts';
import { Random } from './random.ts';
import { cardsWanted, type Specification } from './specification.ts';

/** Raised when the same specification and seed would give other questions than before. */
export const GENERATOR_VERSION = 4;

/** What a draw needs besides the bank and the specification. */
export type DrawOptions = {
	readonly seed: string;
	/** Puts a question into the learner's words. */
	readonly word: (question: Question) => Wording;
};

/** Facts that a question shows beside its own: the events of an order, of a pair, of options. */
function factsShown(bank: Bank, question: Question): string[] {
	const ids = [
		...(question.kind === 'order' ? question.items : []),
		...(question.kind === 'match' ? question.cards.flatMap((id) => bank.card(id)?.fact ?? []) : []),
		...(isOptionQuestion(question) ? [...question.options, ...question.given] : [])
	];
	const { fact } = bank.card(question.card) ?? { fact: '' };
	return [...new Set([fact, ...ids.filter((id) => bank.facts.has(id))])];
}

/** A question drawn, with what is read before it is answered and how its answer may be written. */
type Drawn = {
	readonly question: Question;
	readonly text: string;
	readonly spellings: readonly string[];
};

/** Whether what is shown of one question answers the other. */
const gives = (one: Drawn, other: Drawn): boolean =>
	leakIn(one.text, other.spellings) !== undefined;

const EASY: ReadonlySet<KindName> = new Set([...optionKinds].filter((kind) => kind !== 'timeline'));

/** How much a kind asks of the learner: recognition, arranging, recall. */
function effort(kind: KindName): number {
	if (EASY.has(kind)) return 0;
	return kind === 'timeline' || kind === 'match' || kind === 'order' ? 1 : 2;
}

/** Whether the specification lets a card be asked in this kind. */
function isKindWanted({ kinds, difficulty }: Specification, kind: KindName): boolean {
	if (kinds.length > 0 ? !kinds.includes(kind) : kind === 'flashcard') return false;
	return difficulty === 'mixed' || (difficulty === 'easy') === EASY.has(kind);
}

/** The kinds in which a specification may ask a card. */
export const kindsWanted = (bank: Bank, specification: Specification, card: Card): KindName[] =>
	kindsFor(bank, card).filter((kind) => isKindWanted(specification, kind));

/**
 * Draws the questions of a quiz: a fact at most once, facts of one group never together, kinds
 * varied, none that what is shown of another one answers, recognition before recall. Shorter than
 * asked for when the bank runs out.
 */
export function drawQuiz(
	bank: Bank,
	specification: Specification,
	{ seed, word }: DrawOptions
): Question[] {
	const random = new Random(`quiz ${GENERATOR_VERSION} ${seed}`);
	const asked = new Set<string>();
	const shown = new Set<string>();
	const groups = new Set<string>();
	const used = new Map<KindName, number>();
	const drawn: Drawn[] = [];

	const draw = (card: Card, kind: KindName): Drawn | null => {
		const question = makeQuestion(bank, card, kind, { seed: `${seed} ${drawn.length}` });
		// A date told beside an earlier question would answer this one, and the other way round.
		if (!question || factsShown(bank, question).some((id) => asked.has(id))) return null;
		const wording = word(question);
		const spellings = answerSpellings(bank, question, wording);
		const next = { question, text: shownText(wording), spellings };
		return drawn.some((other) => gives(other, next) || gives(next, other)) ? null : next;
	};

	for (const card of random.shuffle(cardsWanted(bank, specification))) {
		if (drawn.length === specification.length) break;
		const { id, group } = bank.fact(card.fact);
		if (asked.has(id) || shown.has(id) || (group !== null && groups.has(group))) continue;
		const kinds = random
			.shuffle(kindsWanted(bank, specification, card))
			.sort((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0));
		for (const kind of kinds) {
			const next = draw(card, kind);
			if (!next) continue;
			drawn.push(next);
			asked.add(id);
			for (const fact of factsShown(bank, next.question)) shown.add(fact);
			if (group !== null) groups.add(group);
			used.set(kind, (used.get(kind) ?? 0) + 1);
			break;
		}
	}
	// Sorting is stable: within one effort the order stays as drawn.
	return drawn.map(({ question }) => question).sort((a, b) => effort(a.kind) - effort(b.kind));
}
