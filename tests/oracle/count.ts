/** The oracle set before the engine: what a learner of a bank would meet, checked against the YAML. */
import type { Bank } from '../../src/lib/bank/bank.ts';
import { everyQuestion, gradeAnswer, wordQuestion } from '../../src/lib/quiz/kinds.ts';
import type { Phrases } from '../../src/lib/quiz/phrases.ts';
import type { Question } from '../../src/lib/quiz/question.ts';
import { disagreements, type Disagreement, type Engine } from './oracle.ts';
import type { World } from './world.ts';

/** The engine of a bank, as the oracle meets it. The phrases must be English. */
export const engineOf = (bank: Bank, phrases: Phrases): Engine => ({
	grade: (question, answer) => gradeAnswer(bank, question, answer),
	word: (question) => wordQuestion(bank, question, phrases)
});

/** Every question that the bank yields for the seeds 1 to `seeds`, one after the other. */
export function* questionsOf(bank: Bank, seeds: number): Generator<Question> {
	for (let seed = 1; seed <= seeds; seed += 1) yield* everyQuestion(bank, seed);
}

/** Asks the oracle about every question of the seeds 1 to `seeds`. */
export const askOracle = (
	world: World,
	bank: Bank,
	{ phrases, seeds }: { readonly phrases: Phrases; readonly seeds: number }
): { readonly asked: number; readonly found: readonly Disagreement[] } =>
	disagreements(world, questionsOf(bank, seeds), engineOf(bank, phrases));

/** A disagreement in one line, for an editor. */
export const toldAs = ({ question, objections }: Disagreement): string =>
	`${question.kind} on ${question.card}: ${objections.join('; ')}`;
