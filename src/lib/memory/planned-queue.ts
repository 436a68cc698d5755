/** Today's cards by a plan, instead of by what fell due. */
import { DAY_START_HOUR, learnerDay, nextDayStart } from './day.ts';
import { isEnough, type Plan } from './plan.ts';
import { buildQueue, type Queue, type QueueInput } from './queue.ts';
import type { Memory } from './scheduler.ts';

/**
 * The queue of the plan's first day, built anew after every answer like any other: what the plan
 * chose is due, whatever FSRS says, and is asked until it is recalled once. Limits on new cards do
 * not count; the plan keeps to the minutes. Days are those of `offset` (minutes east of UTC) and
 * `dayStart` (hours, 4 if not given).
 */
export function plannedQueue(
	plan: Plan,
	input: QueueInput & { readonly offset: number; readonly dayStart?: number }
): Queue {
	const { now, offset, dayStart = DAY_START_HOUR } = input;
	const [today] = plan.days;
	const chosen = new Set([...plan.unfinished, ...(today?.reviews ?? []), ...(today?.fresh ?? [])]);
	const dayEnd = nextDayStart(now, offset, dayStart);
	const isToday = ({ at }: Memory) =>
		learnerDay(at, offset, dayStart) === learnerDay(now, offset, dayStart);
	const memories = new Map<string, Memory>();
	const cards = input.cards.filter(({ id }) => {
		const memory = input.memories.get(id);
		if (!chosen.has(id) || (memory && isToday(memory) && isEnough(memory))) return false;
		if (!memory) return true;
		const due = isToday(memory) ? memory.due : Math.min(memory.due, dayEnd - 1);
		memories.set(id, { ...memory, due });
		return true;
	});
	return buildQueue({ ...input, cards, memories, newPerDay: Infinity });
}
