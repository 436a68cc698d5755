/** Drawing a quiz: the same bank, specification and seed give the same questions. */
import type { Bank } from '../bank/bank.ts';
import { kindsFor, makeQuestion } from './kinds.ts';
import { answerSpellings, leakIn, shownText } from './leak.ts';
import type { KindName, Question, Wording } from './question.ts';
import { Random } from './random.ts';
import { cardsWanted, type Specification } from './specification.ts';

/** Raised when the same specification and seed would give other questions than before. */
export const GENERATOR_VERSION = 2;

/** Facts that a question shows beside its own: the events of an order, of a pair, of options. */
function factsShown(bank: Bank, question: Question): string[] {
	const { fact } = bank.card(question.card) ?? { fact: '' };
	const others =
		question.kind === 'order'
			? question.items
			: question.kind === 'first' || question.kind === 'choice'
				? question.options.filter((option) => bank.facts.has(option))
				: [];
	return [...new Set([fact, ...others])];
}

/** A question drawn, with what is read before it is answered and how its answer may be written. */
type Drawn = {
	readonly question: Question;
	readonly text: string;
	readonly spellings: readonly string[];
};

/** The last place at which no question answers a later one; null when there is none. */
function placeFor(next: Drawn, drawn: readonly Drawn[]): number | null {
	const gives = (one: Drawn, other: Drawn) => leakIn(one.text, other.spellings) !== undefined;
	for (let place = drawn.length; place >= 0; place--) {
		const isAnswered = drawn.slice(0, place).some((earlier) => gives(earlier, next));
		if (!isAnswered) return place;
		const later = drawn[place - 1];
		if (later && gives(next, later)) return null;
	}
	return null;
}

/**
 * Draws the questions of a quiz: a fact at most once, facts of one group never together, kinds
 * varied, and none that what is shown of an earlier one answers. `word` puts a question into the
 * learner's words. Shorter than asked for when the bank runs out.
 */
export function drawQuiz(
	bank: Bank,
	specification: Specification,
	{ seed, word }: { readonly seed: string; readonly word: (question: Question) => Wording }
): Question[] {
	const random = new Random(`quiz ${GENERATOR_VERSION} ${seed}`);
	const asked = new Set<string>();
	const shown = new Set<string>();
	const groups = new Set<string>();
	const used = new Map<KindName, number>();
	let drawn: readonly Drawn[] = [];
	for (const card of random.shuffle(cardsWanted(bank, specification))) {
		if (drawn.length === specification.length) break;
		const fact = bank.fact(card.fact);
		if (asked.has(fact.id) || shown.has(fact.id) || (fact.group && groups.has(fact.group)))
			continue;
		const kinds = kindsFor(bank, card).filter((kind) =>
			specification.kinds.length > 0 ? specification.kinds.includes(kind) : kind !== 'flashcard'
		);
		const leastUsed = random.shuffle(kinds).sort((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0));
		for (const kind of leastUsed) {
			const question = makeQuestion(bank, card, kind, { seed: `${seed} ${drawn.length}` });
			if (!question) continue;
			const facts = factsShown(bank, question);
			// A date told beside an earlier question would answer this one, and the other way round.
			if (facts.some((id) => asked.has(id))) continue;
			const wording = word(question);
			const spellings = answerSpellings(bank, question, wording);
			const next = { question, text: shownText(wording), spellings };
			const place = placeFor(next, drawn);
			if (place === null) continue;
			drawn = [...drawn.slice(0, place), next, ...drawn.slice(place)];
			asked.add(fact.id);
			for (const id of facts) shown.add(id);
			if (fact.group) groups.add(fact.group);
			used.set(kind, (used.get(kind) ?? 0) + 1);
			break;
		}
	}
	return drawn.map(({ question }) => question);
}
