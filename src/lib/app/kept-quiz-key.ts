/** Where a quiz under way is kept in localStorage. */
export const KEPT_QUIZ = 'tarikh.quiz';
