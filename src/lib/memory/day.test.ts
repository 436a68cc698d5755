import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { DAY, learnerDay, nextDayStart } from './day.ts';

// Thousands of random runs take longer than the usual five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const at = fc.integer({ min: 0, max: 4_102_444_800_000 });
const offset = fc.integer({ min: -12 * 60, max: 14 * 60 });
const startHour = fc.integer({ min: 0, max: 23 });

/** The wall clock that a learner sees, read by the browser's own calendar. */
function wallClockOf(timeZone: string) {
	const format = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		calendar: 'gregory',
		numberingSystem: 'latn',
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit'
	});
	return (moment: number) => readWallClock(format, moment);
}

function readWallClock(format: Intl.DateTimeFormat, moment: number) {
	const parts = format.formatToParts(moment);
	const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
	return {
		midnight: Date.UTC(value('year'), value('month') - 1, value('day')) / DAY,
		hour: value('hour'),
		offset: Math.round(
			(Date.UTC(
				value('year'),
				value('month') - 1,
				value('day'),
				value('hour'),
				value('minute'),
				value('second')
			) -
				moment) /
				60_000
		)
	};
}

describe('the learner’s day', () => {
	it('turns at 4:00: an answer at 3:59 belongs to the day before', () => {
		const offsetOfCasablanca = 60;
		const local = (hour: number, minute: number) =>
			Date.UTC(2026, 2, 10, hour, minute) - offsetOfCasablanca * 60_000;
		const before = learnerDay(local(3, 59), offsetOfCasablanca);
		expect(learnerDay(local(4, 0), offsetOfCasablanca)).toBe(before + 1);
		expect(learnerDay(local(23, 59), offsetOfCasablanca)).toBe(before + 1);
	});

	it('ends where the next one starts, for any hour and offset', () => {
		fc.assert(
			fc.property(at, offset, startHour, (moment, east, hour) => {
				const day = learnerDay(moment, east, hour);
				const end = nextDayStart(moment, east, hour);
				expect(end).toBeGreaterThan(moment);
				expect(end - moment).toBeLessThanOrEqual(DAY);
				expect(learnerDay(end, east, hour)).toBe(day + 1);
				expect(learnerDay(end - 1, east, hour)).toBe(day);
			}),
			{ numRuns: 2000 }
		);
	});

	it('never runs backwards while the clock runs forwards', () => {
		fc.assert(
			fc.property(at, fc.nat({ max: 10 * DAY }), offset, startHour, (moment, more, east, hour) => {
				expect(learnerDay(moment + more, east, hour)).toBeGreaterThanOrEqual(
					learnerDay(moment, east, hour)
				);
			})
		);
	});

	it('is the date on the wall, or the date before until 4:00, in twelve time zones', () => {
		const zones = [
			'Africa/Casablanca',
			'Asia/Jerusalem',
			'Europe/Paris',
			'America/New_York',
			'America/St_Johns',
			'Australia/Lord_Howe',
			'Asia/Kathmandu',
			'Pacific/Apia',
			'Pacific/Chatham',
			'America/Adak',
			'Asia/Tehran',
			'UTC'
		];
		let checked = 0;
		for (const zone of zones) {
			const wallClock = wallClockOf(zone);
			// Every 5 hours and 7 minutes of a year: all hours, both changes of the clock.
			for (let moment = Date.UTC(2026, 0, 1); moment < Date.UTC(2027, 0, 1); moment += 18_420_000) {
				const wall = wallClock(moment);
				const expected = wall.hour < 4 ? wall.midnight - 1 : wall.midnight;
				expect(learnerDay(moment, wall.offset), `${zone} ${moment}`).toBe(expected);
				checked++;
			}
		}
		expect(checked).toBeGreaterThan(10_000);
	}, 20_000);
});
