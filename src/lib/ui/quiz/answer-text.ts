import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Answer, Wording } from '#lib/quiz/question.ts';
import { readingWords, writtenWords } from '../written.ts';

/** What the learner answered, in the words of the question. */
export function answerText(answer: Answer, wording: Wording): string {
	const none = m.question_no_answer();
	const textOf = (id: string) => wording.options.find((option) => option.id === id)?.text ?? id;
	switch (answer.kind) {
		case 'truth':
		case 'choice':
		case 'first':
		case 'closest':
		case 'odd':
		case 'said':
		case 'alias':
		case 'link':
		case 'between':
		case 'estimates':
		case 'timeline':
			return textOf(answer.option);
		case 'order':
			return answer.items.map(textOf).join(' → ');
		case 'match':
			return answer.items.map((id) => textOf(id) || none).join(', ');
		case 'estimate':
			return readingWords(answer.text, getLocale()) || none;
		case 'cloze':
		case 'typed':
		case 'number':
		case 'date':
			return writtenWords(answer.text.trim(), getLocale()) || none;
		case 'flashcard':
			return '–';
		default:
			return answer satisfies never;
	}
}
