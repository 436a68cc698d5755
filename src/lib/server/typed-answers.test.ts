/**
 * What teachers expect of typed answers: the pairs in `tests/golden/*.tsv`, graded with the packs.
 *
 * `asked` is a card, an actor, a number or a date in EDTF. In `given`, `\u200f` is a character by its
 * code and `{x*300}` a text repeated. `near` counts as right, with the spelling taught; `unclear` is
 * asked back.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { Bank } from '#lib/bank/bank.ts';
import type { Language } from '#lib/bank/pack.ts';
import { loadPacks } from './packs.ts';
import { readTypedDate } from '#lib/quiz/dates.ts';
import { number } from '#lib/quiz/kinds/number.ts';
import { typed } from '#lib/quiz/kinds/typed.ts';
import { matchName } from '#lib/quiz/names.ts';
import { readNumber } from '#lib/quiz/numbers.ts';
import type { Verdict } from '#lib/quiz/question.ts';
import { cardActors } from '#lib/quiz/wording.ts';

const FOLDER = 'tests/golden';
const languages = ['en', 'fr', 'ar', 'he'] as const satisfies readonly Language[];
const kinds = ['name', 'number', 'date'] as const;

type Outcome = Verdict['outcome'];

type Pair = {
	readonly language: Language;
	readonly kind: (typeof kinds)[number];
	readonly asked: string;
	readonly given: string;
	readonly expected: Outcome;
	readonly why: string;
	/** Where it is written. */
	readonly place: string;
};

const oneOf = <Value extends string>(values: readonly Value[], text: string, place: string) => {
	const value = values.find((each) => each === text);
	if (value === undefined) throw new Error(`${place}: “${text}” is none of ${values.join(', ')}`);
	return value;
};

function pairsIn(file: string): Pair[] {
	const [, ...lines] = readFileSync(`${FOLDER}/${file}`, 'utf8').trimEnd().split('\n');
	return lines.map((line, at) => {
		const place = `${file}:${at + 2}`;
		const cells = line.split('\t');
		if (cells.length !== 6) throw new Error(`${place}: ${cells.length} columns`);
		const [language = '', kind = '', asked = '', given = '', expected = '', why = ''] = cells;
		return {
			language: oneOf(languages, language, place),
			kind: oneOf(kinds, kind, place),
			asked,
			given: given
				.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
				.replace(/\{(.)\*(\d+)\}/gu, (_, text: string, times: string) =>
					text.repeat(Number(times))
				),
			expected: oneOf(['right', 'near', 'wrong', 'unclear'], expected, place),
			why,
			place
		};
	});
}

const pairs = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.tsv'))
	.flatMap(pairsIn);

const banks = new Map<Language, Bank>();

/** The whole bank for learners of the language; it speaks English where no pack speaks theirs. */
function bankFor(language: Language): Bank {
	const known = banks.get(language);
	if (known) return known;
	const loaded = loadPacks().bank(language, 'all');
	if (!loaded) throw new Error('the packs do not load');
	const bank = new Bank(loaded.packs.map((pack) => ({ ...pack, language })));
	banks.set(language, bank);
	return bank;
}

/** A card that asks for the actor and nobody else, by name; undefined where there is none. */
const cardFor = (bank: Bank, actor: string) =>
	bank
		.factsOf(actor)
		.flatMap((fact) => bank.cardsOf(fact.id))
		.find(
			(card) => cardActors(bank, card).join() === actor && typed.directions(bank, card).length > 0
		);

function gradeName(bank: Bank, actor: string, text: string): Outcome {
	const match = matchName(bank, text);
	const isRight = match.kind !== 'none' && match.actor === actor;
	return !isRight ? 'wrong' : match.kind === 'exact' ? 'right' : 'near';
}

function gradeCard(bank: Bank, card: string, { kind, given }: Pair): Outcome {
	return kind === 'name'
		? typed.grade(bank, { kind: 'typed', card }, { kind: 'typed', text: given }).outcome
		: number.grade(bank, { kind: 'number', card }, { kind: 'number', text: given }).outcome;
}

/** Of a date or a number that is read: right, asked back if it can be meant, or wrong. */
const gradeReading = <Value>(readings: readonly Value[], asked: Value): Outcome =>
	!readings.includes(asked) ? 'wrong' : readings.length > 1 ? 'unclear' : 'right';

function grade(pair: Pair): Outcome {
	const { language, kind, asked, given } = pair;
	const bank = bankFor(language);
	if (bank.card(asked)) return gradeCard(bank, asked, pair);
	if (kind === 'name') {
		const verdict = gradeName(bank, asked, given);
		const card = cardFor(bank, asked);
		if (card) expect(gradeCard(bank, card.id, pair), pair.place).toBe(verdict);
		return verdict;
	}
	if (kind === 'number') {
		const reading = readNumber(given, language);
		const value = reading.kind === 'number' ? [reading.value] : [];
		return gradeReading(reading.kind === 'ambiguous' ? reading.readings : value, Number(asked));
	}
	const reading = readTypedDate(given, language);
	const value = reading.kind === 'date' ? [reading.edtf] : [];
	return gradeReading(reading.kind === 'ambiguous' ? reading.readings : value, asked);
}

const isAccepted = (outcome: Outcome): boolean => outcome === 'right' || outcome === 'near';

describe('the golden pairs of typed answers', () => {
	let graded: readonly (Pair & { readonly got: Outcome })[] = [];

	beforeAll(() => {
		graded = pairs.map((pair) => ({ ...pair, got: grade(pair) }));
		// The packs are read and proven first.
	}, 120_000);

	const isFalseAccept = ({ expected, got }: { expected: Outcome; got: Outcome }) =>
		isAccepted(got) && !isAccepted(expected);
	const isFalseReject = ({ expected, got }: { expected: Outcome; got: Outcome }) =>
		!isAccepted(got) && got !== expected && expected !== 'wrong';

	it('are at least 450, and some for each language and kind', () => {
		expect(pairs.length).toBeGreaterThanOrEqual(450);
		for (const language of languages) {
			for (const kind of kinds) {
				const own = pairs.filter((pair) => pair.language === language && pair.kind === kind);
				expect(own.length, `${language} ${kind}`).toBeGreaterThan(30);
				expect(new Set(own.map(({ expected }) => expected)).size).toBeGreaterThan(2);
			}
		}
	});

	it('name actors and cards of the bank', () => {
		const isAsked = ({ language, kind, asked }: Pair) => {
			const bank = bankFor(language);
			if (kind === 'name') return bank.actors.has(asked);
			return bank.card(asked) !== undefined || /^\d[\d-]*$/.test(asked);
		};
		expect(pairs.filter((pair) => !isAsked(pair))).toEqual([]);
	});

	it('never count a wrong answer, and fail one right answer in a hundred at most', () => {
		const table = languages.flatMap((language) =>
			kinds.map((kind) => {
				const own = graded.filter((pair) => pair.language === language && pair.kind === kind);
				return {
					language,
					kind,
					pairs: own.length,
					'to accept': own.filter(({ expected }) => isAccepted(expected)).length,
					'to ask back': own.filter(({ expected }) => expected === 'unclear').length,
					'to refuse': own.filter(({ expected }) => expected === 'wrong').length,
					'false accepts': own.filter(isFalseAccept).length,
					'false rejects': own.filter(isFalseReject).length
				};
			})
		);
		console.table(table);
		const say = ({ place, given, asked, expected, got, why }: (typeof graded)[number]) =>
			`${place}: “${given}” for ${asked} is ${got}, not ${expected} (${why})`;
		const rejected = graded.filter(isFalseReject);
		if (rejected.length > 0) console.log(rejected.map(say).join('\n'));
		expect(graded.filter(isFalseAccept).map(say)).toEqual([]);
		const toAccept = graded.filter(({ expected }) => expected !== 'wrong').length;
		expect(rejected.length / toAccept, rejected.map(say).join('\n')).toBeLessThanOrEqual(0.01);
	});

	it('say right, near, wrong or unclear as written', () => {
		const others = graded.filter(
			(pair) => pair.got !== pair.expected && !isFalseAccept(pair) && !isFalseReject(pair)
		);
		expect(others.map(({ place, given, got }) => `${place}: “${given}” is ${got}`)).toEqual([]);
	});
});
