/** In which kind to ask a card: recognition first, recall once the memory is stable. */
import { optionKinds, type KindName } from '../quiz/question.ts';
import type { Random } from '../quiz/random.ts';
import type { Memory } from './scheduler.ts';

/** From this stability (days) on, a card is asked in forms where the answer must be produced. */
export const STABLE_DAYS = 7;

/** Plain choices: what a card that was never seen may begin with. */
const CHOICE: readonly KindName[] = ['choice', 'said', 'alias', 'link'];
const RECOGNITION: readonly KindName[] = optionKinds;
const TYPED: readonly KindName[] = ['typed', 'cloze', 'number', 'date'];
const RECALL: readonly KindName[] = [...TYPED, 'estimate', 'order', 'match'];

/** The levels of kinds to look through, best first. */
function levels(
	memory: Pick<Memory, 'stability' | 'state'> | undefined
): readonly (readonly KindName[])[] {
	// A first meeting is a plain choice where there is one: two dates side by side teach less.
	if (memory === undefined) return [CHOICE, ['flashcard'], RECOGNITION, RECALL];
	// `rating.ts` lets no card leave its learning steps on guesses: the next step asks for recall.
	if (memory.state === 'learning') return [['flashcard', ...TYPED], RECALL, RECOGNITION];
	const isStable = memory.state === 'review' && memory.stability >= STABLE_DAYS;
	return isStable ? [RECALL, RECOGNITION, ['flashcard']] : [RECOGNITION, ['flashcard'], RECALL];
}

/**
 * Chooses among the kinds that can ask a card. A new card is recognised before it is recalled; the
 * kind that asked it last, on whatever day, is taken again only when there is no other.
 */
export function chooseKind(
	kinds: readonly KindName[],
	memory: Pick<Memory, 'stability' | 'state' | 'kind'> | undefined,
	random: Random
): KindName {
	const fresh = kinds.filter((kind) => kind !== memory?.kind);
	const usable = fresh.length > 0 ? fresh : kinds;
	for (const level of levels(memory)) {
		const kind = random.pick(level.filter((name) => usable.includes(name)));
		if (kind) return kind;
	}
	return 'flashcard';
}
