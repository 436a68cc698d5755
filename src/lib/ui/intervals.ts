import type { Recall } from '#lib/quiz/question.ts';

/** When a flashcard comes back after each rating, in words: "10 min", "4 days". */
export type Intervals = Readonly<Record<Recall, string>>;
