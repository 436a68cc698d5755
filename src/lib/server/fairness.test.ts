import { expect, test, vi } from 'vitest';
import { phrasesFor } from '#lib/app/phrases.ts';
import { kindsFor, makeQuestion, wordQuestion } from '#lib/quiz/kinds.ts';
import { isOptionQuestion } from '#lib/quiz/question.ts';
import { Random } from '#lib/quiz/random.ts';
import { FairnessSurvey, chiSquare, surveyFairness, type Guess } from './fairness.ts';
import { loadPacks } from './packs.ts';

vi.setConfig({ testTimeout: 60_000 });

const phrases = phrasesFor('en');
const packs = loadPacks('.', []);
const banks = (['default', 'all'] as const).map((selection) => {
	const bank = packs.bank('en', selection);
	if (!bank) throw new Error(`The packs “${selection}” have no bank.`);
	return { selection, bank };
});

/** χ² that 999 of 1,000 fair draws stay below, by the number of places. */
const LIMITS: Readonly<Record<number, number>> = { 2: 10.83, 3: 13.82, 4: 16.27, 5: 18.47 };

const SEEDS = 10_000;

test.each(banks)(
	'in 10,000 questions of $selection the key stands at every place about as often',
	({ bank }) => {
		const survey = new FairnessSurvey();
		const cards = [...bank.cards.values()];
		for (let seed = 0; survey.result.questions < SEEDS; seed++) {
			const random = new Random(`places ${seed}`);
			const card = random.pick(cards);
			const kind = card && random.pick(kindsFor(bank, card));
			const question = kind ? makeQuestion(bank, card, kind, { seed: String(seed) }) : null;
			if (!question || !isOptionQuestion(question)) continue;
			survey.add(question, wordQuestion(bank, question, phrases));
		}
		for (const [count, places] of survey.result.places) {
			expect(chiSquare(places), `${count} options: ${places.join(' ')}`).toBeLessThan(
				LIMITS[count] ?? 0
			);
		}
	}
);

const share = ({ asked, hits }: Guess): number => hits / asked;

test.each(banks)(
	'in $selection somebody who knows nothing does no better by tricks',
	({ bank }) => {
		const { longest, likeStem, middle, testWise, lengthRatios } = surveyFairness(
			bank,
			phrases,
			Array.from({ length: 30 }, (_, seed) => `trick ${seed}`)
		);
		expect(longest.asked).toBeGreaterThan(1000);
		expect(middle.asked).toBeGreaterThan(1000);
		expect(Math.abs(share(longest) - longest.chance)).toBeLessThan(0.02);
		expect(share(likeStem)).toBeLessThan(likeStem.chance + 0.05);
		expect(Math.abs(share(middle) - middle.chance)).toBeLessThan(0.05);
		expect(share(testWise)).toBeLessThan(testWise.chance + 0.01);
		// Short words aside ("Iran" beside "Portugal"), no option is twice as long as another.
		const within = [1.25, 1.5, 2].reduce(
			(sum, limit) => sum + (lengthRatios.get(String(limit)) ?? 0),
			0
		);
		const all = [...lengthRatios.values()].reduce((sum, count) => sum + count, 0);
		expect(within / all).toBeGreaterThan(0.95);
	}
);

test('the survey sees a key that is always first, longest and named in the question', () => {
	const survey = new FairnessSurvey();
	for (let index = 0; index < 100; index++) {
		survey.add(
			{
				kind: 'choice',
				card: 'x.who',
				direction: 'value',
				given: [],
				options: ['a', 'b', 'c'],
				key: 'a'
			},
			{
				...({} as Parameters<FairnessSurvey['add']>[1]),
				stem: 'What did the harbour master of Tangier do?',
				options: [
					{ id: 'a', text: 'The harbour of Tangier', right: true, why: '' },
					{ id: 'b', text: 'A ship', right: false, why: 'x' },
					{ id: 'c', text: 'A town', right: false, why: 'x' }
				]
			}
		);
	}
	const { places, longest, likeStem, testWise, lengthRatios } = survey.result;
	expect(chiSquare(places.get(3) ?? [])).toBeGreaterThan(100);
	expect([share(longest), share(likeStem), share(testWise)]).toEqual([1, 1, 1]);
	expect(lengthRatios.get('more')).toBe(100);
});
