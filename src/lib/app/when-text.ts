/** Moments and intervals of the app's own (not of history) in words. */
import { intlLocale } from '#lib/bank/format.ts';
import type { Rating } from '#lib/memory/review.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Recall } from '#lib/quiz/question.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "today at 14:20", "tomorrow at 04:00", "Tuesday 24 November". Times in milliseconds since 1970. */
export function momentText(at: number, now: number): string {
	const locale = intlLocale(getLocale());
	const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at);
	const midnight = (moment: number) => new Date(moment).setHours(0, 0, 0, 0);
	const days = Math.round((midnight(at) - midnight(now)) / DAY);
	if (days === 0) return m.when_today({ time });
	if (days === 1) return m.when_tomorrow({ time });
	const date = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
	return m.when_on({ date: date.format(at) });
}

/** "10 min", "4 days", "2 months": how long until a card comes back. */
function intervalText(milliseconds: number): string {
	if (milliseconds < HOUR)
		return m.interval_minutes({ count: Math.max(1, Math.round(milliseconds / MINUTE)) });
	if (milliseconds < DAY) return m.interval_hours({ count: Math.round(milliseconds / HOUR) });
	const days = Math.round(milliseconds / DAY);
	if (days < 31) return m.interval_days({ count: days });
	if (days < 365) return m.interval_months({ count: Math.round(days / 30.4) });
	return m.interval_years({ count: Math.round(days / 365) });
}

/** "Sunday 22 November": the date of this moment. */
export const todayText = (): string =>
	new Intl.DateTimeFormat(intlLocale(getLocale()), {
		weekday: 'long',
		day: 'numeric',
		month: 'long'
	}).format(Date.now());

/** The intervals of a flashcard's ratings in words. */
export const intervalWords = (
	intervals: Readonly<Record<Rating, number>>
): Readonly<Record<Recall, string>> => ({
	again: intervalText(intervals[1]),
	hard: intervalText(intervals[2]),
	good: intervalText(intervals[3]),
	easy: intervalText(intervals[4])
});
