import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { askOracle, engineOf, questionsOf, toldAs } from '../../../tests/oracle/count.ts';
import { disagreements, objectionsTo, type Engine } from '../../../tests/oracle/oracle.ts';
import { readWorld } from '../../../tests/oracle/read-world.ts';
import { vaccinationRoot } from '../../../tests/fixtures/packs/vaccination.ts';
import { phrasesFor } from '#lib/app/phrases.ts';
import { Bank } from '#lib/bank/bank.ts';
import type { Pack } from '#lib/bank/pack.ts';
import {
	isOptionQuestion,
	kindNames,
	type KindName,
	type MatchQuestion,
	type OptionQuestion,
	type Question
} from '#lib/quiz/question.ts';
import { compilePack } from './compile-pack.ts';
import { readPacks } from './packs.ts';

/** `ORACLE_SEEDS=1000 npx vitest run oracle` asks more. */
const SEEDS = Number(process.env['ORACLE_SEEDS'] ?? 30);

const packsIn = (root: string): Pack[] =>
	readPacks(root).packs.map((pack) => compilePack(pack, 'en'));

const phrases = phrasesFor('en');
const world = readWorld();
const packs = packsIn('.');
const core = new Bank(packs.filter(({ optional }) => !optional));
const whole = new Bank(packs);
const engine = engineOf(whole, phrases);
const all = [...questionsOf(whole, 1)];

/** What the oracle has against the questions of a bank, one line each. */
const objectedIn = (bank: Bank, of = world, seeds = SEEDS): string[] => [
	...new Set(askOracle(of, bank, { phrases, seeds }).found.map(toldAs))
];

describe('an oracle that reads the YAML itself agrees with every question', () => {
	it('of the core pack', () => {
		expect(objectedIn(core)).toEqual([]);
	});

	it('of the core and the context pack together, in every kind', () => {
		expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(kindNames));
		expect(objectedIn(whole)).toEqual([]);
	});

	it('of a pack on another subject', () => {
		expect(objectedIn(new Bank(packsIn(vaccinationRoot)), readWorld(vaccinationRoot), 5)).toEqual(
			[]
		);
	});
});

const ofKind = (name: KindName): Question[] => all.filter(({ kind }) => kind === name);

const optionsOn = (card: string, kind: OptionQuestion['kind']): OptionQuestion => {
	const found = all
		.filter(isOptionQuestion)
		.find((each) => each.card === card && each.kind === kind);
	if (!found) throw new Error(`no ${kind} on ${card}`);
	return found;
};
const objections = (question: Question, by: Engine = engine): readonly string[] =>
	objectionsTo(world, question, by);

/** A question with an option more, which may be right or wrong. */
const withOption = (question: OptionQuestion, option: string): Question => ({
	...question,
	options: [...question.options, option]
});

it('shares nothing with the engine but the shape of a question', () => {
	const folder = new URL('../../../tests/oracle/', import.meta.url);
	// `count.ts` is where the two meet.
	const files = readdirSync(folder).filter((name) => name !== 'count.ts');
	const imports = files.flatMap((name) =>
		[...readFileSync(new URL(name, folder), 'utf8').matchAll(/from '([^']+)'/g)].map(
			([, from = '']) => from
		)
	);
	const foreign = new Set(imports.filter((from) => !/^(\.\/|node:|yaml$)/.test(from)));
	expect(foreign).toEqual(new Set(['../../src/lib/quiz/question.ts']));
});

describe('the oracle can disagree', () => {
	it('objects to every option that is made the key in place of the right one', () => {
		const swapped = all
			.filter(isOptionQuestion)
			.flatMap((question) =>
				question.options
					.filter((option) => option !== question.key)
					.map((key): Question => ({ ...question, key }))
			);
		expect(swapped.length).toBeGreaterThan(1500);
		expect(disagreements(world, swapped, engine).found).toHaveLength(swapped.length);
	});

	it('objects to a distractor that is true: the year of a month, a range around a number', () => {
		const date = optionsOn('rabin-visit.when', 'choice');
		expect(objections(withOption(date, '1976'))).toContain('“1976” is true');
		const value = optionsOn('jews-at-march.value', 'choice');
		const figure = { ...value, card: 'jews-in-1948.value', options: ['300000'], key: '300000' };
		expect(objections(withOption(figure, '265000'))).toContain('“265000” is true');
	});

	it('objects to a distractor that nobody knows to be wrong', () => {
		const landing = optionsOn('sadat-in-jerusalem.when', 'choice');
		expect(objections(withOption(landing, '1977-11-17'))).toContain('“1977-11-17” is unclear');
		const premier = optionsOn('begin-prime-minister.from', 'choice');
		const inJune = { ...premier, card: 'rabin-prime-minister.from', key: 'yitzhak-rabin' };
		expect(objections(withOption(inJune, 'golda-meir'))).not.toContain('“golda-meir” is unclear');
		const speaker = optionsOn('segev-egyptian-spies.speaker', 'said');
		expect(objections(withOption(speaker, 'egypt'))).toContain('“egypt” is unclear');
	});

	it('objects to a man under another name beside himself', () => {
		const littman = ofKind('choice')
			.filter(isOptionQuestion)
			.find(({ key }) => key === 'david-littman');
		if (!littman) throw new Error('nobody asks for David Littman');
		expect(objections(withOption(littman, 'operation-mural'))).toContain(
			'“operation-mural” is true'
		);
	});

	it('objects to an event of the year among which the odd one is looked for', () => {
		const [odd] = ofKind('odd').filter(isOptionQuestion);
		const other = odd?.options.find((option) => option !== odd.key) ?? '';
		if (!odd) throw new Error('no odd one out');
		const twice = { ...odd, card: `${other}.when`, key: other };
		expect(objections(twice as Question)).toEqual(
			expect.arrayContaining([`“${other}” is false`, `“${odd.key}” is true`])
		);
	});

	it('objects to an effect that may well have followed', () => {
		const link = optionsOn('talks-before-visit.after', 'link');
		expect(objections(withOption(link, 'economic-summit-1994'))).toContain(
			'“economic-summit-1994” is unclear'
		);
	});

	it('objects to a statement that does not say what it is about', () => {
		const said = ofKind('truth').filter(isOptionQuestion);
		const silent: Engine = {
			...engine,
			word: (question) => ({ ...engine.word(question), stem: 'True or false?' })
		};
		for (const question of said) {
			expect(objections(question, silent)).toContain(
				`the statement does not say “${question.given[0]}”`
			);
		}
	});

	it('objects to a wrong order that is accepted, to the right one that is not, and to none at all', () => {
		const [order] = ofKind('order');
		if (order?.kind !== 'order') throw new Error('nothing to put in order');
		const always: Engine = { ...engine, grade: () => ({ outcome: 'right', score: 1 }) };
		const never: Engine = { ...engine, grade: () => ({ outcome: 'wrong', score: 0 }) };
		expect(objections(order, always).join()).toContain('is accepted');
		expect(objections(order, never).join()).toContain('is not accepted');
		const touching = { ...order, items: [...order.items, 'first-wave', 'morocco-base'] };
		expect(objections(touching)).toEqual(['two of the events cannot be put in order']);
	});

	it('objects to a match that has two solutions, or none', () => {
		const [match] = ofKind('match');
		if (match?.kind !== 'match') throw new Error('nothing to match');
		const rows = (cards: readonly string[], options: readonly string[]): MatchQuestion => ({
			...match,
			cards,
			options
		});
		const meeting = ['moshe-dayan', 'hassan-tuhami'];
		const twins = meeting.map((actor) => `dayan-tuhami-meeting.who.${actor}`);
		expect(objections(rows(twins, meeting))).toEqual(['2 ways to match may be right']);
		const terms = ['rabin-prime-minister.from', 'rabin-second-term.from'];
		expect(objections(rows(terms, ['yitzhak-rabin', 'yitzhak-rabin']))).toEqual([
			'2 ways to match are right'
		]);
		expect(objections(rows(match.cards, match.options.with(0, 'tel-aviv')))).toEqual([
			'0 ways to match are right'
		]);
	});

	it('objects to every typed question whose right answers are refused, or wrong ones accepted', () => {
		const typed = (['typed', 'cloze', 'number', 'date', 'estimate'] as const).flatMap(ofKind);
		expect(typed.length).toBeGreaterThan(300);
		for (const outcome of ['right', 'wrong'] as const) {
			const stubborn: Engine = { ...engine, grade: () => ({ outcome, score: 1 }) };
			expect(disagreements(world, typed, stubborn).found).toHaveLength(typed.length);
		}
	});

	it('objects to every question whose shown answer is that of another card', () => {
		const shown = (['flashcard', 'typed', 'cloze', 'number', 'date', 'estimate'] as const).flatMap(
			ofKind
		);
		const absent: Engine = {
			...engine,
			word: (question) => ({ ...engine.word(question), answer: 'Napoleon, 1815' })
		};
		expect(disagreements(world, shown, absent).found).toHaveLength(shown.length);
	});

	it('objects to options whose words are those of others', () => {
		const questions = all.filter(isOptionQuestion).filter(({ kind }) => kind === 'choice');
		const mixed: Engine = {
			...engine,
			word(question) {
				const wording = engine.word(question);
				const [last] = wording.options.slice(-1);
				const options = wording.options.map((option, index) => ({
					...option,
					text: (index === 0 ? last : wording.options[index - 1])?.text ?? ''
				}));
				return { ...wording, options };
			}
		};
		expect(disagreements(world, questions, mixed).found).toHaveLength(questions.length);
	});

	it('objects to a scale that does not hold the number', () => {
		const [estimate] = ofKind('estimate');
		if (estimate?.kind !== 'estimate') throw new Error('nothing to estimate');
		expect(objections({ ...estimate, high: estimate.low + 1 })).toContain(
			'the scale does not hold the number'
		);
	});
});
