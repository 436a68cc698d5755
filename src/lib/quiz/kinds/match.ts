/** Match questions with their actors: each actor answers one of them and no other. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import { isActorOf } from '../../bank/truth.ts';
import { isAllowed } from '../allowed.ts';
import { answerOf } from '../distractors/answers.ts';
import { cardNamed, cardOf, RIGHT, WRONG, type Kind } from '../kind.ts';
import { oncePerBank, perBank } from '../per-bank.ts';
import type { MatchQuestion } from '../question.ts';
import { cardStem, wordCard } from '../wording.ts';

/** Rows of a question: fewest and most. */
const FEWEST = 3;
const MOST = 4;
/** How many of the nearest cards to either side the other rows are drawn from. */
const NEAREST = 16;

/** The day that a card's fact begins; 0 when it has none. */
function timeOf(bank: Bank, card: Card): number {
	const fact = bank.fact(card.fact);
	const start = fact.kind === 'claim' ? fact.made.start : (fact.date?.when.start ?? 0);
	return Number.isFinite(start) ? start : 0;
}

/** The sort of actor that a card asks for; null when it cannot be a row. */
function sortOf(bank: Bank, card: Card): string | null {
	if (!isAllowed(bank, card, 'match')) return null;
	const actor = answerOf(bank, card);
	if (actor === null) return null;
	return `${card.facet === 'where' ? 'where' : 'who'} ${bank.actor(actor).type}`;
}

const cardsBySort = oncePerBank(sortCards);

/** Cards that may be rows, by sort, earliest first, with the place of each among them. */
type Sorted = { readonly cards: readonly Card[]; readonly places: ReadonlyMap<string, number> };

const NONE: Sorted = { cards: [], places: new Map() };

function sortCards(bank: Bank): ReadonlyMap<string, Sorted> {
	const sorts = new Map<string, { card: Card; time: number }[]>();
	for (const card of bank.cards.values()) {
		const sort = sortOf(bank, card);
		if (sort === null) continue;
		const row = { card, time: timeOf(bank, card) };
		const list = sorts.get(sort);
		if (list) list.push(row);
		else sorts.set(sort, [row]);
	}
	const inOrder = (rows: { card: Card; time: number }[]): Sorted => {
		const cards = rows
			.sort((a, b) => a.time - b.time || (a.card.id < b.card.id ? -1 : 1))
			.map(({ card }) => card);
		return { cards, places: new Map(cards.map(({ id }, place) => [id, place])) };
	};
	return new Map([...sorts].map(([sort, rows]) => [sort, inOrder(rows)]));
}

/** Whether two cards may be rows of one question: neither actor answers the other card. */
export function canStandTogether(bank: Bank, a: Card, b: Card): boolean {
	const [one, two] = [answerOf(bank, a), answerOf(bank, b)];
	if (one === null || two === null || one === two || a.fact === b.fact) return false;
	const { group } = bank.fact(a.fact);
	if (group !== null && group === bank.fact(b.fact).group) return false;
	return isActorOf(bank, a, two) === 'no' && isActorOf(bank, b, one) === 'no';
}

/** The cards nearest in time that may stand beside this one. */
const rowsBeside = perBank(findRowsBeside, ({ id }: Card) => id);

function findRowsBeside(bank: Bank, card: Card): readonly Card[] {
	const sort = sortOf(bank, card);
	const { cards, places } = cardsBySort(bank).get(sort ?? '') ?? NONE;
	const own = places.get(card.id) ?? 0;
	const near = cards.slice(Math.max(0, own - NEAREST), own + NEAREST + 1);
	return near.filter((other) => canStandTogether(bank, card, other));
}

const question = (
	bank: Bank,
	card: Card,
	rows: readonly Card[],
	shuffle: (options: readonly string[]) => readonly string[]
): MatchQuestion => ({
	kind: 'match',
	card: card.id,
	cards: rows.map(({ id }) => id),
	options: shuffle(rows.map((row) => answerOf(bank, row) ?? ''))
});

export const match: Kind<MatchQuestion> = {
	name: 'match',

	directions: (bank, card) => (rowsBeside(bank, card).length >= FEWEST - 1 ? ['value'] : []),

	make(bank, card, { random }) {
		const rows = [card];
		const wanted = FEWEST + random.below(MOST - FEWEST + 1);
		for (const other of random.shuffle(rowsBeside(bank, card))) {
			if (rows.length === wanted) break;
			if (rows.every((row) => canStandTogether(bank, row, other))) rows.push(other);
		}
		if (rows.length < FEWEST) return null;
		return question(bank, card, random.shuffle(rows), (options) => random.shuffle(options));
	},

	widest: (bank, card) =>
		rowsBeside(bank, card).map((other) => question(bank, card, [card, other], (all) => all)),

	grade(bank, asked, answer) {
		if (answer.kind !== 'match') return WRONG;
		const right = asked.cards.filter(
			(id, row) => answerOf(bank, cardNamed(bank, id)) === answer.items[row]
		);
		const score = right.length / asked.cards.length;
		return score === 1 ? RIGHT : { outcome: 'wrong', score };
	},

	word(bank, asked, phrases) {
		const card = cardOf(bank, asked);
		const rows = asked.cards.map((id) => cardNamed(bank, id));
		const nameOf = (id: string) => bank.actor(id).name;
		const stems = rows.map((row) => cardStem(bank, row, phrases));
		return wordCard(bank, card, phrases, {
			stem: phrases.matchThem(),
			given: stems,
			options: asked.options.map((id) => ({ id, text: nameOf(id), right: true, why: '' })),
			answer: rows
				.map((row, index) =>
					phrases.pair({ question: stems[index] ?? '', answer: nameOf(answerOf(bank, row) ?? '') })
				)
				.join('\n'),
			isAmongOthers: true
		});
	}
};
