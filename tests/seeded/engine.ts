/** The engine as it runs in Node and, bundled, in a browser: what a seed gives, as text. */
import { Bank } from '#lib/bank/bank.ts';
import { unpackPack } from '#lib/bank/pack-json.ts';
import { drawQuiz } from '#lib/quiz/draw.ts';
import { quizOf } from '#lib/quiz/specification.ts';
import { everyQuestion, wordQuestion } from '#lib/quiz/kinds.ts';
import type { Question } from '#lib/quiz/question.ts';
import { samplePhrases } from '../fixtures/sample-phrases.ts';

declare global {
	interface Window {
		whatSeedsGive: typeof whatSeedsGive;
	}
}

/** Every question and a quiz of twenty for each of some seeds, as JSON. */
export function whatSeedsGive(packs: readonly string[], seeds: readonly number[]): string {
	const bank = new Bank(packs.map((pack) => unpackPack(JSON.parse(pack))));
	const specification = quizOf(20);
	const word = (question: Question) => wordQuestion(bank, question, samplePhrases);
	return JSON.stringify(
		seeds.map((seed) => [
			everyQuestion(bank, seed),
			drawQuiz(bank, specification, { seed: String(seed), word })
		])
	);
}

if (typeof window !== 'undefined') window.whatSeedsGive = whatSeedsGive;
