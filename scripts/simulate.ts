/**
 * The simulator: what the plan is worth to learners whose memories are known, against plain FSRS.
 *
 * What is compared, and why. Plain FSRS asks nothing before it is due, so that it leaves unused a
 * large part of the minutes that a learner gives it. A plan with the same limit that uses every
 * minute that helps (`plan`) therefore also spends more of them, and better recall for more minutes
 * proves less. Beside it stand a plan whose daily limit is what plain FSRS spent a day on the same
 * learner (`plan, equal`), and one that stops where a minute no longer pays (`plan, frugal`: at
 * least a tenth of a card per minute). The frugal one is what `--json` prints as the plan: more
 * recall with fewer answers and fewer minutes leaves nothing to weigh up.
 */
import { GOOD_GAIN } from '#lib/memory/plan.ts';
import { readCommand, USAGE, UsageError, type Command } from './simulate/command.ts';
import { shareFooled } from './simulate/guesser.ts';
import { drawLearner } from './simulate/learner.ts';
import { study } from './simulate/study.ts';
import { HEADING, means, rows } from './simulate/table.ts';

const GUESSED_CARDS = 10_000;
const GUESSING_DAYS = 60;

const print = (line: string) => process.stdout.write(`${line}\n`);

function main(command: Command): void {
	const count = command.learners ?? (command.json ? 200 : 40);
	const learners = Array.from({ length: count }, (_, index) => drawLearner(command.seed, index));
	if (command.json) {
		const { cards, days, minutes } = command;
		const course = { cards, days: days ?? 14, minutes: minutes ?? 10 };
		const plan = learners.map((learner) => study(learner, course, { leastGain: GOOD_GAIN }));
		const fsrs = learners.map((learner) => study(learner, course, 'fsrs'));
		print(JSON.stringify({ plan: means(plan), fsrs: means(fsrs) }));
		return;
	}
	print(`${command.cards} cards, ${count} learners, means with 95 % intervals\n\n${HEADING}`);
	for (const days of command.days === null ? [7, 14, 30] : [command.days]) {
		for (const minutes of command.minutes === null ? [5, 10, 20] : [command.minutes]) {
			for (const row of rows(learners, { cards: command.cards, days, minutes })) print(row);
		}
	}
	const share = shareFooled(GUESSED_CARDS, GUESSING_DAYS, command.seed) * 100;
	print(
		`\nA pure guesser, ${GUESSING_DAYS} days, ${GUESSED_CARDS} cards: ` +
			`${share.toFixed(2)} % ever above 7 days of stability`
	);
}

try {
	main(readCommand(process.argv.slice(2)));
} catch (error) {
	if (!(error instanceof UsageError)) throw error;
	process.stderr.write(`${error.message}\n\n${USAGE}\n`);
	process.exitCode = 2;
}
