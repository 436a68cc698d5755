import type { OptionQuestion } from '#lib/quiz/question.ts';
import * as m from '#lib/paraglide/messages.js';

/** What is to be chosen among the options of a question. */
export function optionLabel({ kind, direction }: OptionQuestion): string {
	switch (kind) {
		case 'truth':
			return m.question_truth_label();
		case 'choice':
			return m.question_options();
		case 'first':
			return m.question_first_label();
		case 'closest':
			return m.question_closest_label();
		case 'odd':
			return m.question_odd_label();
		case 'said':
			return direction === 'value' ? m.question_said_label() : m.question_position_label();
		case 'alias':
			return m.question_alias_label();
		case 'link':
			return m.question_link_label();
		case 'between':
			return m.question_between_label();
		case 'estimates':
			return m.question_estimates_label();
		case 'timeline':
			return m.question_timeline_label();
		default:
			return kind satisfies never;
	}
}
