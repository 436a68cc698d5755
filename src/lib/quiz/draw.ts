/** Drawing a quiz: the same bank, specification and seed give the same questions. */
import type { Bank } from '../bank/bank.ts';
import { kindsFor, makeQuestion } from './kinds.ts';
import type { KindName, Question } from './question.ts';
import { Random } from './random.ts';
import { cardsWanted, type Specification } from './specification.ts';

/** Raised when the same specification and seed would give other questions than before. */
export const GENERATOR_VERSION = 1;

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

/**
 * Draws the questions of a quiz: a fact at most once, facts of one group never together, kinds
 * varied. Shorter than asked for when the bank runs out.
 */
export function drawQuiz(bank: Bank, specification: Specification, seed: string): Question[] {
	const random = new Random(`quiz ${GENERATOR_VERSION} ${seed}`);
	const asked = new Set<string>();
	const shown = new Set<string>();
	const groups = new Set<string>();
	const used = new Map<KindName, number>();
	const questions: Question[] = [];
	for (const card of random.shuffle(cardsWanted(bank, specification))) {
		if (questions.length === specification.length) break;
		const fact = bank.fact(card.fact);
		if (asked.has(fact.id) || shown.has(fact.id) || (fact.group && groups.has(fact.group)))
			continue;
		const kinds = kindsFor(bank, card).filter((kind) =>
			specification.kinds.length > 0 ? specification.kinds.includes(kind) : kind !== 'flashcard'
		);
		const leastUsed = random.shuffle(kinds).sort((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0));
		for (const kind of leastUsed) {
			const question = makeQuestion(bank, card, kind, { seed: `${seed} ${questions.length}` });
			if (!question) continue;
			const facts = factsShown(bank, question);
			// A date told beside an earlier question would answer this one, and the other way round.
			if (facts.some((id) => asked.has(id))) continue;
			questions.push(question);
			asked.add(fact.id);
			for (const id of facts) shown.add(id);
			if (fact.group) groups.add(fact.group);
			used.set(kind, (used.get(kind) ?? 0) + 1);
			break;
		}
	}
	return questions;
}
