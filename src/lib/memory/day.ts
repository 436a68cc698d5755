/**
 * The learner's day: it starts at 4:00 on the clock on the wall, so that an evening that runs past
 * midnight is one day. Times are milliseconds since 1970 (UTC); offsets are minutes east of UTC.
 */

/** Milliseconds of a day. */
export const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** The hour at which the learner's day starts unless a learner chooses another. */
export const DAY_START_HOUR = 4;

/**
 * The number of the learner's day that holds `at`: 0 is the day that started on 1 January 1970.
 * Consecutive days have consecutive numbers.
 */
export function learnerDay(at: number, offset: number, startHour = DAY_START_HOUR): number {
	return Math.floor((at + offset * MINUTE - startHour * HOUR) / DAY);
}

/** The moment at which the learner's day after the one of `at` starts; always after `at`. */
export function nextDayStart(at: number, offset: number, startHour = DAY_START_HOUR): number {
	return (learnerDay(at, offset, startHour) + 1) * DAY - offset * MINUTE + startHour * HOUR;
}
