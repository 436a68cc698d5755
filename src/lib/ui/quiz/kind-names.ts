import * as m from '#lib/paraglide/messages.js';
import type { KindName } from '#lib/quiz/question.ts';

/** The plain name of each kind of question. */
export const kindLabels = {
	truth: m.quiz_kind_truth,
	choice: m.quiz_kind_choice,
	first: m.quiz_kind_first,
	closest: m.quiz_kind_closest,
	odd: m.quiz_kind_odd,
	said: m.quiz_kind_said,
	alias: m.quiz_kind_alias,
	link: m.quiz_kind_link,
	between: m.quiz_kind_between,
	estimates: m.quiz_kind_estimates,
	timeline: m.quiz_kind_timeline,
	match: m.quiz_kind_match,
	order: m.quiz_kind_order,
	estimate: m.quiz_kind_estimate,
	cloze: m.quiz_kind_cloze,
	typed: m.quiz_kind_typed,
	number: m.quiz_kind_number,
	date: m.quiz_kind_date,
	flashcard: m.quiz_kind_flashcard
} as const satisfies Record<KindName, () => string>;
