import type { Verdict } from '#lib/quiz/question.ts';
import * as m from '#lib/paraglide/messages.js';
import type { IconName } from './icons.ts';

/** How a verdict is shown: never by colour alone. */
export type VerdictLook = {
	readonly tone: 'right' | 'near' | 'wrong';
	readonly icon: IconName;
	readonly word: string;
};

/** Partial credit says so in its word; an unclear answer is no verdict yet and looks like a near one. */
export function verdictLook(verdict: Verdict): VerdictLook {
	switch (verdict.outcome) {
		case 'right':
			return { tone: 'right', icon: 'right', word: m.question_right() };
		case 'near':
			return { tone: 'near', icon: 'near', word: m.question_near() };
		case 'wrong':
			return verdict.score > 0
				? { tone: 'near', icon: 'near', word: m.question_part() }
				: { tone: 'wrong', icon: 'wrong', word: m.question_wrong() };
		case 'unclear':
			return { tone: 'near', icon: 'near', word: m.question_unclear() };
		default:
			return verdict satisfies never;
	}
}
