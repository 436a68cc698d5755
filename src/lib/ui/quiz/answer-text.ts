import type { Answer, Wording } from '#lib/quiz/question.ts';

/** What the learner answered, in the words of the question. */
export function answerText(answer: Answer, wording: Wording): string {
	const textOf = (id: string) => wording.options.find((option) => option.id === id)?.text ?? id;
	switch (answer.kind) {
		case 'choice':
		case 'first':
			return textOf(answer.option);
		case 'order':
			return answer.items.map(textOf).join(' → ');
		case 'typed':
		case 'number':
			return answer.text.trim() || '–';
		case 'flashcard':
			return '–';
		default:
			return answer satisfies never;
	}
}
