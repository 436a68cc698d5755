/**
 * A second opinion on every question: is its key true, is every other option false, is the order
 * the only one, does the grader accept what is shown? The oracle reads the YAML itself and works
 * by other ways than the engine: dates as text, orders by sorting, matches by trying every
 * permutation, times from the words of the question. Of the engine it takes what a learner meets:
 * the question, its words, the verdict on an answer.
 */
import {
	isOptionQuestion,
	type Answer,
	type MatchQuestion,
	type OptionQuestion,
	type OrderQuestion,
	type Question,
	type Verdict,
	type Wording
} from '../../src/lib/quiz/question.ts';
import { answerVerdict } from './answers.ts';
import { actorsAsked, cardIn, dateAsked, type CardId } from './card.ts';
import { eventIn, optionObjections, orderOf } from './options.ts';
import { lackIn, readsAs, tellsDate, tellsValue } from './words.ts';
import type { World } from './world.ts';

/** What the oracle meets of the engine. */
export type Engine = {
	readonly grade: (question: Question, answer: Answer) => Verdict;
	readonly word: (question: Question) => Wording;
};

export type Disagreement = { readonly question: Question; readonly objections: readonly string[] };

const isRight = (engine: Engine, question: Question, answer: Answer): boolean => {
	const { outcome } = engine.grade(question, answer);
	return outcome === 'right' || outcome === 'near';
};

const FACT_OPTIONS: ReadonlySet<string> = new Set(['first', 'odd', 'link']);

/** Whether the words of an option say what its id stands for. */
function isWorded(world: World, question: OptionQuestion, id: string, text: string): boolean {
	const card = cardIn(world, question.card);
	if (FACT_OPTIONS.has(question.kind)) return readsAs(world, id, text);
	switch (question.kind) {
		case 'truth':
		case 'timeline':
			return text.trim() !== '';
		case 'closest':
		case 'between':
			return tellsValue(text, id);
		case 'estimates':
			return isGiver(world, id, text);
		default: {
			if (question.direction === 'subject') return readsAs(world, id, text);
			const date = dateAsked(card);
			if (!date)
				return card.facet === 'value' ? isNumber(card, id, text) : readsAs(world, id, text);
			return id === date.texts[0] ? lackIn(world, card, text) === null : isDated(world, id, text);
		}
	}
}

/** A date among options may be told by the label of the event that it belongs to. */
const isDated = (world: World, edtf: string, text: string): boolean =>
	tellsDate(text, edtf) ||
	world.events.some(
		({ date }) => date?.texts[0] === edtf && date.label !== null && text.includes(date.label)
	);

const isNumber = ({ fact }: CardId, id: string, text: string): boolean =>
	(fact.kind === 'figure' && fact.qualifier === 'several') || tellsValue(text, id);

/** Whether somebody who gives the figure is named. */
function isGiver(world: World, id: string, text: string): boolean {
	const fact = world.facts.get(id);
	if (!fact) return false;
	const names =
		fact.saidBy.length > 0
			? fact.saidBy.map((actor) => world.beings.get(actor)?.inText ?? '?')
			: fact.sources.map((source) => world.sources.get(source) ?? '?');
	const read = text.toLowerCase();
	return fact.saidBy.length > 0
		? names.every((name) => read.includes(name.toLowerCase()))
		: names.some((name) => read.includes(name.toLowerCase()));
}

/** A statement to judge must say what the question sets into it. */
function statementObjections(world: World, question: OptionQuestion, stem: string): string[] {
	if (question.kind !== 'truth') return [];
	const [given = ''] = question.given;
	const card = cardIn(world, question.card);
	const being = world.beings.get(given);
	const says = being
		? stem.toLowerCase().includes(being.inText.toLowerCase()) || stem.includes(being.name)
		: dateAsked(card)
			? isDated(world, given, stem)
			: isNumber(card, given, stem);
	return says ? [] : [`the statement does not say “${given}”`];
}

function takenObjections(world: World, question: OptionQuestion, engine: Engine): string[] {
	const wording = engine.word(question);
	const misread = wording.options.filter(({ id, text }) => !isWorded(world, question, id, text));
	const marked = wording.options.filter(({ right }) => right).map(({ id }) => id);
	const graded = question.options.filter((option) =>
		isRight(engine, question, { kind: question.kind, option })
	);
	return [
		...optionObjections(world, question),
		...misread.map(({ id, text }) => `“${text}” does not say “${id}”`),
		...statementObjections(world, question, wording.stem),
		...(marked.join() === question.key ? [] : [`“${marked.join()}” is shown as right`]),
		...(graded.join() === question.key ? [] : [`“${graded.join()}” is graded as right`])
	];
}

function orderObjections(world: World, question: OrderQuestion, engine: Engine): string[] {
	const events = question.items.map((id) => eventIn(world, id));
	const isCertain = events.every((a, index) =>
		events.slice(index + 1).every((b) => orderOf(a, b) !== 0)
	);
	if (!isCertain) return ['two of the events cannot be put in order'];
	const solved = [...events].sort(orderOf).map(({ id }) => id);
	const isSolved = solved.every((id, index) => question.items[index] === id);
	const refused = isRight(engine, question, { kind: 'order', items: solved })
		? []
		: [`the order ${solved.join(', ')} is not accepted`];
	const swapped = solved.slice(1).flatMap((_, index) => {
		const items = [...solved];
		items.splice(index, 2, ...items.slice(index, index + 2).reverse());
		return isRight(engine, question, { kind: 'order', items })
			? [`the order ${items.join(', ')} is accepted`]
			: [];
	});
	return [...refused, ...swapped, ...(isSolved ? ['it is shown solved'] : [])];
}

const permutations = <T>(all: readonly T[]): T[][] =>
	all.length === 0
		? [[]]
		: all.flatMap((each, index) =>
				permutations(all.filter((_, other) => other !== index)).map((rest) => [each, ...rest])
			);

function matchObjections(world: World, question: MatchQuestion, engine: Engine): string[] {
	const cards = question.cards.map((id) => cardIn(world, id));
	if (cards.length !== question.options.length)
		return ['there are more cards than actors, or fewer'];
	const solutions = permutations(question.options).map((items) => ({
		items,
		verdicts: items.map((actor, row) => {
			const card = cards[row];
			return card ? answerVerdict(world, card, actor) : 'unclear';
		})
	}));
	const right = solutions.filter(({ verdicts }) => verdicts.every((each) => each === 'true'));
	const open = solutions.filter(({ verdicts }) => !verdicts.includes('false'));
	const graded = solutions.filter(({ items }) =>
		isRight(engine, question, { kind: 'match', items })
	);
	const [only] = right;
	if (right.length !== 1 || !only) return [`${right.length} ways to match are right`];
	if (open.length !== 1) return [`${open.length} ways to match may be right`];
	const isGraded = graded.length === 1 && graded[0]?.items.join() === only.items.join();
	const misread = engine
		.word(question)
		.options.filter(({ id, text }) => !readsAs(world, id, text))
		.map(({ id, text }) => `“${text}” does not say “${id}”`);
	return [...misread, ...(isGraded ? [] : [`${graded.length} ways to match are graded as right`])];
}

/** The years of the dates that are right. */
const yearsOf = (card: CardId): string[] =>
	(dateAsked(card)?.accepted ?? []).map(({ first }) => first.slice(0, 4));

/** Texts that must be right when typed, and texts that must not be. */
function typedTexts(world: World, question: Question, card: CardId): [string[], string[]] {
	const { fact } = card;
	if (question.kind === 'number' && dateAsked(card)) {
		const years = yearsOf(card);
		const beside = years.flatMap((year) => [Number(year) - 1, Number(year) + 1].map(String));
		return [years, beside.filter((year) => !years.includes(year))];
	}
	if (question.kind === 'date') {
		const date = dateAsked(card);
		const texts: readonly string[] = date?.texts ?? [];
		const years = texts.map((text) => text.slice(0, 4));
		const shifted = texts.map((text) => `${Number(text.slice(0, 4)) + 1}${text.slice(4)}`);
		return [[...texts], [...years, ...shifted].filter((text) => !texts.includes(text))];
	}
	if (fact.kind === 'figure' && card.facet === 'value') {
		const right = [fact.min, fact.max, ...fact.also];
		return [right.map(String), [fact.min / 3.5, fact.max * 3.5, 0].map(String)];
	}
	const asked = actorsAsked(card).map((id) => world.beings.get(id));
	const types = new Set(asked.map((being) => being?.type));
	const wrong = [...world.beings.values()].filter(
		({ id }) => answerVerdict(world, card, id) === 'false'
	);
	// Whoever could be thought of: of the same type, if there are others of it.
	const others = wrong.filter(({ type }) => types.has(type));
	const names = (others.length > 0 ? others : wrong.slice(0, 5)).map(({ name }) => name);
	return [asked.map((being) => being?.name ?? '?'), names];
}

function typedObjections(world: World, question: Question, engine: Engine): string[] {
	const card = cardIn(world, question.card);
	const lack = lackIn(world, card, engine.word(question).answer);
	const shown = lack === null ? [] : [lack];
	if (question.kind === 'flashcard') return shown;
	const { kind } = question;
	const type = (text: string) => engine.grade(question, { kind, text } as Answer);
	const [right, wrong] = typedTexts(world, question, card);
	const refused = right.filter((text) => !['right', 'unclear'].includes(type(text).outcome));
	const accepted = wrong.filter((text) => ['right', 'near'].includes(type(text).outcome));
	const { min = NaN, max = NaN } = card.fact.kind === 'figure' ? card.fact : {};
	const isOffScale = question.kind === 'estimate' && !(question.low < min && max < question.high);
	return [
		...shown,
		...refused.map((text) => `typing “${text}” is not accepted`),
		...accepted.map((text) => `typing “${text}” is accepted`),
		...(right.length > 0 ? [] : ['nothing is right when typed']),
		...(isOffScale ? ['the scale does not hold the number'] : [])
	];
}

/** What the oracle has against a question; empty when it agrees. */
export function objectionsTo(world: World, question: Question, engine: Engine): string[] {
	if (isOptionQuestion(question)) return takenObjections(world, question, engine);
	switch (question.kind) {
		case 'order':
			return orderObjections(world, question, engine);
		case 'match':
			return matchObjections(world, question, engine);
		default:
			return typedObjections(world, question, engine);
	}
}

/** Kinds whose question on a card is always the same one. */
const isSettled = (question: Question): boolean =>
	!('options' in question || 'items' in question || question.kind === 'estimate');

/**
 * The questions that the oracle objects to, each told once however often it comes, and how many
 * were asked. Questions must be worded in English; throws a RangeError on what the packs do not have.
 */
export function disagreements(
	world: World,
	questions: Iterable<Question>,
	engine: Engine
): { readonly asked: number; readonly found: readonly Disagreement[] } {
	const settled = new Set<string>();
	const found = new Map<string, Disagreement>();
	let asked = 0;
	for (const question of questions) {
		asked += 1;
		const name = `${question.kind} ${question.card}`;
		if (settled.has(name)) continue;
		if (isSettled(question)) settled.add(name);
		const objections = objectionsTo(world, question, engine);
		if (objections.length > 0) found.set(JSON.stringify(question), { question, objections });
	}
	return { asked, found: [...found.values()] };
}
