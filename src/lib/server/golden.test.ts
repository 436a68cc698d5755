import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { vaccinationRoot } from '../../../tests/fixtures/packs/vaccination.ts';
import { samplePhrases } from '../../../tests/fixtures/sample-phrases.ts';
import { drawQuiz, GENERATOR_VERSION } from '#lib/quiz/draw.ts';
import { everyQuestion, wordQuestion } from '#lib/quiz/kinds.ts';
import type { Question } from '#lib/quiz/question.ts';
import { quizOf } from '#lib/quiz/specification.ts';
import { loadPacks } from './packs.ts';

/**
 * What the seeds 0 to 9 give of a pack that never changes, as SHA-256, by generator version. When
 * this fails, links that were shared would give another quiz: raise the version and add its hash.
 */
const GOLDEN: Readonly<Record<number, string>> = {
	3: 'd67ebad2e5ff19c36374b6cfa9236a145fc4a2828a840f136fe513143e6ab1a9',
	4: 'eed5d11976b41faca6196415196fd7f6242461067039e05144b303e7d8da7375'
};

test('equal seeds give equal questions, as long as the generator has this version', () => {
	const bank = loadPacks(vaccinationRoot, []).bank('en');
	if (!bank) throw new Error('The pack has no bank.');
	const word = (question: Question) => wordQuestion(bank, question, samplePhrases);
	const given = Array.from({ length: 10 }, (_, seed) => [
		everyQuestion(bank, seed),
		drawQuiz(bank, quizOf(20), { seed: String(seed), word })
	]);
	const hash = createHash('sha256').update(JSON.stringify(given)).digest('hex');
	expect(GOLDEN).toHaveProperty(String(GENERATOR_VERSION), hash);
});
