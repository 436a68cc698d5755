import * as m from '#lib/paraglide/messages.js';
import type { Difficulty } from '#lib/quiz/specification.ts';

/** The name of each difficulty. */
export const difficultyLabels = {
	easy: m.quiz_difficulty_easy,
	mixed: m.quiz_difficulty_mixed,
	hard: m.quiz_difficulty_hard
} as const satisfies Record<Difficulty, () => string>;

/** What each difficulty means, in one line. */
export const difficultyMeanings = {
	easy: m.quiz_difficulty_easy_about,
	mixed: m.quiz_difficulty_mixed_about,
	hard: m.quiz_difficulty_hard_about
} as const satisfies Record<Difficulty, () => string>;
