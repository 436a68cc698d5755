/** The comparison in words and columns. */
import { ANY_GAIN, GOOD_GAIN } from '#lib/memory/plan.ts';
import type { Learner } from './learner.ts';
import { study, type Course, type Result } from './study.ts';

const PLAIN = 'plain FSRS';

type Run = (learner: Learner, course: Course, plain: Result) => Result;

const METHODS: readonly (readonly [name: string, run: Run])[] = [
	[PLAIN, (_learner, _course, plain) => plain],
	['plan, frugal', (learner, course) => study(learner, course, { leastGain: GOOD_GAIN })],
	['plan, equal', (learner, course, plain) => study(learner, asMuch(course, plain), USUAL)],
	['plan', (learner, course) => study(learner, course, USUAL)]
];

const USUAL = { leastGain: ANY_GAIN };

/** No more minutes in all than plain FSRS used, the same on each day of study. */
const asMuch = (course: Course, { minutes, sessions }: Result): Course => ({
	...course,
	minutes: minutes / Math.max(sessions, 1)
});

/** The standard normal deviate of a 95 % interval. */
const DEVIATE = 1.96;

export const HEADING =
	'days  min/day  method        recall at the exam  against plain FSRS  answers  minutes';

/** The rows of one course: each method with the same learners. */
export function rows(learners: readonly Learner[], course: Course): string[] {
	const plain = learners.map((learner) => study(learner, course, 'fsrs'));
	return METHODS.map(([name, run]) => {
		const results = plain.map((result, at) => run(learners[at] as Learner, course, result));
		const recalls = results.map(({ recall }) => recall * 100);
		const gains = recalls.map((recall, at) => recall - (plain[at]?.recall ?? NaN) * 100);
		return [
			String(course.days).padStart(4),
			String(course.minutes).padStart(7),
			name.padEnd(12),
			`${withInterval(recalls)} %`.padEnd(18),
			(name === PLAIN ? '' : `${withInterval(gains, '+')} points`).padEnd(18),
			mean(results, 'reviews').toFixed(0).padStart(7),
			mean(results, 'minutes').toFixed(1).padStart(7)
		].join('  ');
	});
}

/** The means that `--json` prints. */
export function means(results: readonly Result[]) {
	return {
		recall: round(mean(results, 'recall'), 4),
		reviews: round(mean(results, 'reviews'), 1),
		minutes: round(mean(results, 'minutes'), 1)
	};
}

function withInterval(values: readonly number[], sign = ''): string {
	const middle = average(values);
	const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
	const error = Math.sqrt(squares / (values.length - 1) / values.length);
	const shown = middle.toFixed(1);
	return `${middle > 0 ? sign : ''}${shown} ± ${(DEVIATE * error).toFixed(1)}`;
}

const mean = (results: readonly Result[], field: keyof Result): number =>
	average(results.map((result) => result[field]));

const average = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
