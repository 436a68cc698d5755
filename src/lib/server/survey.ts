/** What a bank yields over many seeds: how many questions that differ, and whether all are proven. */
import type { Bank } from '#lib/bank/bank.ts';
import { everyQuestion, wordQuestion } from '#lib/quiz/kinds.ts';
import type { Phrases } from '#lib/quiz/phrases.ts';
import { proveQuestion, type Problem } from '#lib/quiz/proof.ts';
import { kindNames, type KindName, type Question } from '#lib/quiz/question.ts';

export type Survey = {
	/** Questions made, the same ones again included. */
	readonly made: number;
	/** By kind, those that differ in card, stem or key; other wrong options alone make no other question. */
	readonly distinct: ReadonlyMap<KindName, number>;
	readonly problems: readonly Problem[];
	/** One of each that was made: for other checks. */
	readonly questions: readonly Question[];
};

/** Makes every question of a bank for each seed, and proves each of those that differ at all. */
export function surveyQuestions(
	bank: Bank,
	phrases: Phrases,
	seeds: readonly (string | number)[]
): Survey {
	const different = new Map<string, Question>();
	let made = 0;
	for (const seed of seeds) {
		for (const question of everyQuestion(bank, seed)) {
			made += 1;
			different.set(JSON.stringify(question), question);
		}
	}
	const asked = new Map<KindName, Set<string>>(kindNames.map((name) => [name, new Set()]));
	const problems: Problem[] = [];
	for (const question of different.values()) {
		const { stem, answer } = wordQuestion(bank, question, phrases);
		asked.get(question.kind)?.add(`${question.card}\n${stem}\n${keyOf(question)}\n${answer}`);
		problems.push(...proveQuestion(bank, question, phrases));
	}
	const distinct = new Map([...asked].map(([name, questions]) => [name, questions.size]));
	return { made, distinct, problems, questions: [...different.values()] };
}

/** What makes the answer another one where the words of the answer are the same. */
function keyOf(question: Question): string {
	return 'key' in question ? `${question.key} ${question.given.join(' ')}` : '';
}
