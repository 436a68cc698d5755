/** The survey of the questions tool: what packs yield over many seeds, and how fair it is. */
import type { Bank } from '#lib/bank/bank.ts';
import type { Phrases } from '#lib/quiz/phrases.ts';
import type { Fairness, Guess } from '#lib/server/fairness.ts';

export type SurveyReport = {
	readonly packs: string;
	readonly seeds: number;
	readonly made: number;
	readonly distinct: number;
	readonly byKind: Readonly<Record<string, number>>;
	/** Rules that some question breaks. */
	readonly problems: number;
	/** Questions with which the oracle disagrees, that reads the YAML itself; it reads English. */
	readonly disagreements: number | null;
	readonly fairness: {
		/** Options of a question → how often the key stood at each place, with its χ². */
		readonly places: Readonly<Record<string, { counts: readonly number[]; chiSquare: number }>>;
		readonly lengthRatios: Readonly<Record<string, number>>;
		readonly guesses: Readonly<Record<string, Guess>>;
	};
	readonly seconds: number;
};

/** Seeds that are surveyed for fairness: places and lengths settle long before the questions do. */
const FAIRNESS_SEEDS = 100;

/** Surveys a bank over the seeds 1 to `seeds`. */
export async function survey(
	bank: Bank,
	phrases: Phrases,
	{ packs, seeds }: { readonly packs: string; readonly seeds: number }
): Promise<SurveyReport> {
	const [{ surveyQuestions }, { surveyFairness, chiSquare }, { askOracle }, { readWorld }] =
		await Promise.all([
			import('#lib/server/survey.ts'),
			import('#lib/server/fairness.ts'),
			import('../tests/oracle/count.ts'),
			import('../tests/oracle/read-world.ts')
		]);
	const began = performance.now();
	const all = Array.from({ length: seeds }, (_, index) => index + 1);
	const { made, distinct, problems } = surveyQuestions(bank, phrases, all);
	const fairness: Fairness = surveyFairness(bank, phrases, all.slice(0, FAIRNESS_SEEDS));
	const disagreements =
		bank.language === 'en' ? askOracle(readWorld(), bank, { phrases, seeds }).found.length : null;
	const { places, lengthRatios, longest, likeStem, middle, testWise } = fairness;
	return {
		packs,
		seeds,
		made,
		distinct: [...distinct.values()].reduce((sum, count) => sum + count, 0),
		byKind: Object.fromEntries(distinct),
		problems: problems.length,
		disagreements,
		fairness: {
			places: Object.fromEntries(
				[...places].map(([options, counts]) => [
					options,
					{ counts, chiSquare: Math.round(chiSquare(counts) * 100) / 100 }
				])
			),
			lengthRatios: Object.fromEntries(lengthRatios),
			guesses: { longest, likeStem, middle, testWise }
		},
		seconds: Math.round((performance.now() - began) / 100) / 10
	};
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** The report as lines to read. */
export function surveyLines(report: SurveyReport): string[] {
	const { byKind, fairness } = report;
	return [
		...Object.entries(byKind).map(
			([kind, count]) => `${kind.padEnd(12)}${String(count).padStart(8)}`
		),
		`${report.distinct} questions that differ, of ${report.made} made; ${report.problems} problems.`,
		`The oracle disagrees with ${report.disagreements ?? 'none (it reads English only)'}.`,
		'',
		'Where the key stands:',
		...Object.entries(fairness.places).map(
			([options, { counts, chiSquare }]) =>
				`  of ${options}: ${counts.join('  ')}  (χ² ${chiSquare})`
		),
		'The longest option to the shortest, up to:',
		...Object.entries(fairness.lengthRatios).map(
			([limit, count]) => `  ${limit.padEnd(6)}${String(count).padStart(8)}`
		),
		'Somebody who knows nothing but a trick is right:',
		...Object.entries(fairness.guesses).map(
			([trick, { asked, hits, chance }]) =>
				`  ${trick.padEnd(10)}${percent(hits / asked)} of ${asked}, by chance ${percent(chance)}`
		),
		'',
		`${report.seconds} s for ${report.seeds} seeds.`
	];
}
