/** Match questions with their actors: each actor answers one of them and no other. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import { isActorOf } from '../../bank/truth.ts';
import { isAllowed } from '../allowed.ts';
import { wrongActors } from '../distractors/actors.ts';
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

/** A card that may be a row, with what the choice of the others depends on. */
type Row = {
	readonly card: Card;
	readonly answer: string;
	readonly group: string | null;
	readonly time: number;
};

/** A card as a row, and the sort of actor that it asks for; null when it cannot be one. */
function rowOf(bank: Bank, card: Card): { readonly sort: string; readonly row: Row } | null {
	if (!isAllowed(bank, card, 'match')) return null;
	const answer = answerOf(bank, card);
	if (answer === null) return null;
	return {
		sort: `${card.facet === 'where' ? 'where' : 'who'} ${bank.actor(answer).type}`,
		row: { card, answer, group: bank.fact(card.fact).group, time: timeOf(bank, card) }
	};
}

/** Rows of one sort, earliest first, with the place of each card among them. */
type Sorted = { readonly rows: readonly Row[]; readonly places: ReadonlyMap<string, number> };

const NONE: Sorted = { rows: [], places: new Map() };

const rowsBySort = oncePerBank(sortRows);

function sortRows(bank: Bank): ReadonlyMap<string, Sorted> {
	const sorts = new Map<string, Row[]>();
	for (const card of bank.cards.values()) {
		const found = rowOf(bank, card);
		if (!found) continue;
		const known = sorts.get(found.sort);
		if (known) known.push(found.row);
		else sorts.set(found.sort, [found.row]);
	}
	const inOrder = (all: Row[]): Sorted => {
		const rows = all.sort((a, b) => a.time - b.time || (a.card.id < b.card.id ? -1 : 1));
		return { rows, places: new Map(rows.map(({ card }, place) => [card.id, place])) };
	};
	return new Map([...sorts].map(([sort, rows]) => [sort, inOrder(rows)]));
}

/** Whether two rows may stand in one question: neither actor answers the other card. */
function canStandTogether(bank: Bank, a: Row, b: Row): boolean {
	if (a.answer === b.answer || a.card.fact === b.card.fact) return false;
	if (a.group !== null && a.group === b.group) return false;
	return isActorOf(bank, a.card, b.answer) === 'no' && isActorOf(bank, b.card, a.answer) === 'no';
}

/** The names that are thinkable answers to a card, beside the right one. */
const thinkable = perBank(
	(bank, card: Card): ReadonlySet<string> => new Set(wrongActors(bank, card).options),
	({ id }) => id
);

/** Whether each name could be the answer to the other row: nothing but knowledge tells them apart. */
const areAlike = (bank: Bank, a: Row, b: Row): boolean =>
	thinkable(bank, a.card).has(b.answer) && thinkable(bank, b.card).has(a.answer);

/** A card's own row and those nearest in time that may stand beside it. */
type Beside = { readonly own: Row; readonly others: readonly Row[] };

const rowsBeside = perBank(findRowsBeside, ({ id }: Card) => id);

function findRowsBeside(bank: Bank, card: Card): Beside | null {
	const found = rowOf(bank, card);
	if (!found) return null;
	const { rows, places } = rowsBySort(bank).get(found.sort) ?? NONE;
	const place = places.get(card.id) ?? 0;
	const near = rows.slice(Math.max(0, place - NEAREST), place + NEAREST + 1);
	const others = near.filter((row) => canStandTogether(bank, found.row, row));
	return others.some((row) => areAlike(bank, found.row, row)) ? { own: found.row, others } : null;
}

const question = (
	card: Card,
	rows: readonly Row[],
	shuffle: (options: readonly string[]) => readonly string[]
): MatchQuestion => ({
	kind: 'match',
	card: card.id,
	cards: rows.map((row) => row.card.id),
	options: shuffle(rows.map(({ answer }) => answer))
});

export const match: Kind<MatchQuestion> = {
	name: 'match',

	directions: (bank, card) =>
		(rowsBeside(bank, card)?.others.length ?? 0) >= FEWEST - 1 ? ['value'] : [],

	make(bank, card, { random }) {
		const beside = rowsBeside(bank, card);
		if (!beside) return null;
		const rows = [beside.own];
		const wanted = FEWEST + random.below(MOST - FEWEST + 1);
		const others = random.shuffle(beside.others);
		while (rows.length < wanted) {
			const next = others.find(
				(other) =>
					rows.some((row) => areAlike(bank, row, other)) &&
					rows.every((row) => canStandTogether(bank, row, other))
			);
			if (!next) break;
			rows.push(next);
		}
		if (rows.length < FEWEST) return null;
		return question(card, random.shuffle(rows), (options) => random.shuffle(options));
	},

	widest(bank, card) {
		const beside = rowsBeside(bank, card);
		if (!beside) return [];
		return beside.others.map((other) => question(card, [beside.own, other], (all) => all));
	},

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
			matched: rows.map((row) => answerOf(bank, row) ?? ''),
			answer: rows
				.map((row, index) =>
					phrases.pair({ question: stems[index] ?? '', answer: nameOf(answerOf(bank, row) ?? '') })
				)
				.join('\n'),
			isAmongOthers: true
		});
	}
};
