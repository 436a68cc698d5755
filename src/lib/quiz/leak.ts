/** Whether what is shown of a question gives an answer away: its own, or that of another one. */
import type { Bank } from '../bank/bank.ts';
import { dateOf } from '../bank/truth.ts';
import { cardOf } from './kind.ts';
import { foldName } from './fold.ts';
import { isOptionQuestion, type KindName, type Question, type Wording } from './question.ts';
import { cardActors } from './wording.ts';

/** What a learner reads before answering: the stem and the options, not the explanation. */
export const shownText = ({ stem, given, options }: Wording): string =>
	[stem, ...given, ...options.map(({ text }) => text)].join('\n');

/** Kinds whose answer is made of what the question shows: an order, a place, a pair, a verdict. */
const SHOWN: ReadonlySet<KindName> = new Set([
	'first',
	'order',
	'timeline',
	'match',
	'truth',
	'odd'
] as const);

/**
 * Every way to write the answer of a question: all names of an actor, a date, a value with its unit.
 * Empty for kinds whose answer is made of what they show.
 */
export function answerSpellings(bank: Bank, question: Question, wording: Wording): string[] {
	if (SHOWN.has(question.kind)) return [];
	const card = cardOf(bank, question);
	const date = dateOf(bank, card);
	if (question.kind === 'number' && date) return [date.when.edtf.slice(0, 4)];
	const isSubject = isOptionQuestion(question) && question.direction === 'subject';
	const actors = isSubject ? [] : cardActors(bank, card);
	if (actors.length === 0) return [wording.answer];
	return actors.flatMap((id) => [bank.actor(id).name, ...bank.actor(id).aliases]);
}

/** The spelling that stands in the text as whole words, whatever its case and accents, if any. */
export function leakIn(text: string, spellings: readonly string[]): string | undefined {
	const folded = ` ${foldName(text)} `;
	return spellings.find((spelling) => {
		const name = foldName(spelling);
		return name !== '' && folded.includes(` ${name} `);
	});
}
