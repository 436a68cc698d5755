/** A result in a few lines, without a question and without an answer. */
import { formatNumber } from '#lib/bank/format.ts';
import type { Language } from '#lib/bank/pack.ts';
import type { Verdict } from '#lib/quiz/question.ts';

/** Full for right, half for partly right, empty for wrong. */
function mark(verdict: Verdict): string {
	if (verdict.outcome === 'unclear' || verdict.score === 0) return '○';
	return verdict.score === 1 ? '●' : '◐';
}

export type Result = {
	/** The name of the app. */
	readonly app: string;
	/** Points, whole and partial. */
	readonly score: number;
	readonly verdicts: readonly Verdict[];
	/** The address at which the same quiz can be taken. */
	readonly url: string;
	readonly language: Language;
};

/** "Tarikh 7/10", one mark a question in rows of ten, and the link. */
export function resultText({ app, score, verdicts, url, language }: Result): string {
	const points = formatNumber(Math.round(score * 10) / 10, language);
	const marks = verdicts.map(mark);
	const rows = Array.from({ length: Math.ceil(marks.length / 10) }, (_, row) =>
		marks.slice(10 * row, 10 * row + 10).join('')
	);
	return [`${app} ${points}/${formatNumber(verdicts.length, language)}`, ...rows, url].join('\n');
}
