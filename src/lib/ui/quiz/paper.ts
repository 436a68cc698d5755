/** Questions on paper: the form in which each kind is answered with a pen, and its line in the key. */
import * as m from '#lib/paraglide/messages.js';
import type { KindName, Question, Wording } from '#lib/quiz/question.ts';

/**
 * `boxes`: tick one of the lettered options. `gaps`: tick a place between what is given. `numbers`:
 * number the options. `letters`: write an option's letter beside each of what is given. `figure`: a
 * short line. `line`: a long one.
 */
export type PaperForm = 'boxes' | 'gaps' | 'numbers' | 'letters' | 'figure' | 'line';

const forms = {
	truth: 'boxes',
	choice: 'boxes',
	first: 'boxes',
	closest: 'boxes',
	odd: 'boxes',
	said: 'boxes',
	alias: 'boxes',
	link: 'boxes',
	between: 'boxes',
	estimates: 'boxes',
	timeline: 'gaps',
	order: 'numbers',
	match: 'letters',
	estimate: 'figure',
	number: 'figure',
	cloze: 'line',
	typed: 'line',
	date: 'line',
	flashcard: 'line'
} as const satisfies Record<KindName, PaperForm>;

export const paperForm = ({ kind }: Question): PaperForm => forms[kind];

/** A, B, C … for the options of a question; there are never more than letters. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** What to do with the pen, in a few words. */
export function penHint(question: Question, { options }: Wording): string {
	const form = paperForm(question);
	switch (form) {
		case 'boxes':
			return m.worksheet_choose();
		case 'gaps':
			return m.worksheet_timeline();
		case 'numbers':
			return m.worksheet_order({ last: options.length });
		case 'letters':
			return m.worksheet_match();
		case 'figure':
			return m.worksheet_number();
		case 'line':
			return m.worksheet_write();
		default:
			return form satisfies never;
	}
}

/**
 * The lines of the key. An option is named by its letter; where the answer says more than the
 * option, a false statement put right for one, it follows.
 */
export function keyLines(question: Question, { options, answer, matched }: Wording): string[] {
	const lines = answer.split('\n');
	switch (paperForm(question)) {
		case 'boxes':
		case 'gaps': {
			const index = options.findIndex(({ right }) => right);
			const text = options[index]?.text ?? '';
			const own = `${letterOf(index)}. ${text}`;
			return lines.length === 1 && lines[0] === text ? [own] : [own, ...lines];
		}
		case 'letters':
			return lines.map((line, row) => {
				const place = options.findIndex(({ id }) => id === matched[row]);
				return `${letterOf(place)}. ${line}`;
			});
		case 'numbers':
			return lines.map((line, index) => `${index + 1}. ${line}`);
		default:
			return lines;
	}
}
