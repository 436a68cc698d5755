/**
 * Questions that the editors word: none gives its answer away, asks more finely than the bank knows,
 * or is too long to be read in one breath.
 */
import type { LocalText, Named } from '../bank/fact.ts';
import { endOf, parseWhen, type Precision } from '../bank/when.ts';
import { fold, mentions, wordCount } from './fold.ts';
import type { PackProblem } from './problem.ts';
import type { FieldPath, WrittenFact, WrittenPack } from './read-pack.ts';
import { reportInto, type Report } from './report.ts';
import { fillSlots, languagesOf, type TextLanguage } from './texts.ts';

const STEM_WORDS = 20;

type WrittenActor = WrittenPack['actors'][number];
type Actors = ReadonlyMap<string, WrittenActor>;

export function checkStems(packs: readonly WrittenPack[]): PackProblem[] {
	const problems: PackProblem[] = [];
	const actors: Actors = new Map(
		packs.flatMap((pack) => pack.actors.map((actor) => [actor.id, actor] as const))
	);
	for (const pack of packs) {
		const report = reportInto(problems, pack);
		for (const fact of pack.facts) {
			if (fact.status === 'HOLD') continue;
			for (const stem of stemsOf(fact, actors, packs)) {
				checkLeak(fact, stem, actors, report);
				checkLength(fact, stem, report);
			}
			if (fact.kind === 'event') checkDateWords(fact, report);
			if (fact.kind === 'relation') checkEnds(fact, report);
		}
	}
	return problems;
}

/** A question as the learner reads it, as far as the pack says. */
type Stem = {
	readonly path: FieldPath;
	readonly language: TextLanguage;
	/** Without the attribution. */
	readonly text: string;
	/** "According to …, " as it will stand before the text; empty when the fact needs none. */
	readonly prefix: string;
	/** The actors that are asked for. */
	readonly answers: readonly string[];
	/** Editors set the length of a question of their own; the statement in a blank has its own measure. */
	readonly isOwn: boolean;
};

function stemsOf(fact: WrittenFact, actors: Actors, packs: readonly WrittenPack[]): Stem[] {
	return languagesOf(fact.statement).flatMap((language) => {
		const prefix = attributionOf(fact, language, actors, packs);
		const own = (
			ask: LocalText | undefined,
			path: FieldPath,
			answers: readonly string[]
		): Stem[] => {
			const text = ask?.[language];
			return text === undefined
				? []
				: [{ path: [...path, language], language, text, prefix, answers, isOwn: true }];
		};
		const blank = (path: FieldPath, answer: string): Stem[] => {
			const text = fillSlots(fact.statement[language] ?? '', (slot, words) =>
				slot === answer ? '…' : (words ?? nameInText(actors.get(slot), language))
			);
			return [{ path, language, text, prefix, answers: [answer], isOwn: false }];
		};
		const side = (ask: LocalText | 'blank' | undefined, path: FieldPath, answer: string) =>
			ask === 'blank' ? blank(path, answer) : own(ask, path, [answer]);
		const named = (list: readonly Named[], field: string) =>
			list.flatMap(({ actor, ask }, index) => side(ask, [field, index, 'ask'], actor));
		switch (fact.kind) {
			case 'event':
				return [
					...own(fact.ask, ['ask'], []),
					...fact.actors.flatMap(({ ask, actor }, index) =>
						side(ask, ['actors', index, 'ask'], actor)
					),
					...named(fact.places, 'places')
				];
			case 'figure':
				return [...own(fact.ask, ['ask'], []), ...named(fact.about, 'about')];
			case 'relation':
				return [
					...side(fact.ask.from, ['ask', 'from'], fact.from),
					...side(fact.ask.to, ['ask', 'to'], fact.to),
					...own(fact.ask.since, ['ask', 'since'], []),
					...own(fact.ask.until, ['ask', 'until'], [])
				];
			case 'claim':
				return [
					// The text's own claims are not asked.
					...(fact.speakers.length === 0
						? []
						: fact.ask
							? own(fact.ask, ['ask'], fact.speakers)
							: own(fact.position, ['position'], fact.speakers)),
					...named(fact.about, 'about')
				];
			default:
				return fact satisfies never;
		}
	});
}

const nameInText = (actor: WrittenActor | undefined, language: TextLanguage): string =>
	actor?.inText?.[language] ?? actor?.name[language] ?? actor?.name.en ?? '';

/** The attribution that the app sets before the question on its own. */
function attributionOf(
	fact: WrittenFact,
	language: TextLanguage,
	actors: Actors,
	packs: readonly WrittenPack[]
): string {
	if (fact.status !== 'ATTRIBUTE' && fact.kind !== 'claim') return '';
	const sources = fact.support.flatMap(
		({ source }) => packs.flatMap((pack) => pack.sources).find(({ id }) => id === source) ?? []
	);
	const told = sources.find(({ kind }) => kind === 'article') ?? sources[0];
	const who = fact.saidBy?.length
		? fact.saidBy.map((id) => nameInText(actors.get(id), language)).join(', ')
		: (told?.byName[language] ?? told?.byName.en ?? '');
	return who && `According to ${who}, `;
}

const spellingsOf = (actor: WrittenActor): string[] => [
	...languagesOf(actor.name).map((language) => actor.name[language] ?? ''),
	...actor.aliases
];

/** The answer must not stand in its own question. */
function checkLeak(fact: WrittenFact, stem: Stem, actors: Actors, report: Report): void {
	for (const answer of stem.answers) {
		const actor = actors.get(answer);
		if (!actor) continue;
		const given = spellingsOf(actor).find((spelling) =>
			mentions(stem.prefix + stem.text, spelling)
		);
		if (given === undefined) continue;
		const where = mentions(stem.text, given) ? 'the question' : `“${stem.prefix.trim()}”`;
		report(fact, stem.path, `${where} gives its own answer away: “${given}” is “${answer}”.`);
	}
	// Where the actor is asked for, the value is what is told about it.
	if (fact.kind !== 'figure' || stem.answers.length > 0) return;
	const numbers = (
		fold(stem.text.replace(/(\d)[,.\s\u202f](?=\d{3}\b)/g, '$1')).match(/\d+/g) ?? []
	).map(Number);
	const { value } = fact;
	const given = (typeof value === 'number' ? [value] : [value.min, value.max]).find((each) =>
		numbers.includes(each)
	);
	if (given !== undefined) {
		report(fact, stem.path, `the question gives its own answer away: ${given}.`);
	}
}

/** English is the measure: other languages take more words for the same sentence. */
function checkLength(fact: WrittenFact, stem: Stem, report: Report): void {
	if (stem.language !== 'en' || !stem.isOwn) return;
	// The app asks “Who said that …?” around a position.
	const frame = stem.path[0] === 'position' ? 'Who said that ' : '';
	const words = wordCount(stem.prefix + frame + stem.text);
	if (words <= STEM_WORDS) return;
	const prefix = stem.prefix ? ` with “${stem.prefix.trim()}”` : '';
	report(fact, stem.path, `the question has ${words} words${prefix}: keep it to ${STEM_WORDS}.`);
}

/** What a question asks for, and the dates that are fine enough to answer it. */
const DATE_WORDS: readonly {
	readonly pattern: RegExp;
	readonly asks: string;
	readonly enough: readonly Precision[];
}[] = [
	{ pattern: /\b(?:which|what) (?:date|day)\b|\bquel jour\b/i, asks: 'a day', enough: ['day'] },
	{ pattern: /\b(?:which|what) month\b|\bquel mois\b/i, asks: 'a month', enough: ['day', 'month'] },
	{
		pattern: /\b(?:which|what) year\b|\bquelle année\b/i,
		asks: 'a year',
		enough: ['day', 'month', 'season', 'year']
	}
];

/** Never asks more finely than the date is known, and never prints the year that it asks for. */
function checkDateWords(fact: Extract<WrittenFact, { kind: 'event' }>, report: Report): void {
	const dated = fact.when;
	const when = dated && parseWhen(dated.edtf);
	const year = when ? /\d{4}/.exec(when.edtf)?.[0] : undefined;
	const hasYear = (text: string) => year !== undefined && fold(text).split(' ').includes(year);
	for (const language of languagesOf(fact.name)) {
		if (!hasYear(fact.name[language] ?? '')) continue;
		report(
			fact,
			['name', language],
			`the name prints ${year}: questions on order and date use the name, so leave the date out.`
		);
	}
	const isAsked =
		when && !fact.flags.includes('no-date') && !('inferred' in dated && dated.inferred);
	for (const language of languagesOf(fact.ask ?? fact.statement)) {
		const ask = fact.ask?.[language];
		if (ask === undefined) {
			if (!isAsked || !hasYear(fact.statement[language] ?? '')) continue;
			report(
				fact,
				['statement', language],
				`the statement prints ${year} and is the question for the date: write an ask, or leave the year out.`
			);
			continue;
		}
		const path = ['ask', language];
		if (!when) {
			report(fact, path, 'the question asks for a date that the event does not have: give when.');
			continue;
		}
		const wanted = DATE_WORDS.find(({ pattern }) => pattern.test(ask));
		if (wanted && !wanted.enough.includes(when.precision)) {
			report(
				fact,
				path,
				`the question asks for ${wanted.asks}, but ${when.edtf} is known to the ${when.precision} only: ask “When …?”.`
			);
		} else if (wanted?.asks === 'a year' && hasYear(ask)) {
			report(fact, path, `the question gives its own answer away: ${year}.`);
		}
	}
}

/** The beginning and the end of a period are asked for only where they are known, and as finely. */
function checkEnds(fact: Extract<WrittenFact, { kind: 'relation' }>, report: Report): void {
	for (const [side, end] of [
		['since', 'first'],
		['until', 'last']
	] as const) {
		const ask = fact.ask[side];
		if (!ask) continue;
		const whole = fact.when ? parseWhen(fact.when.edtf) : null;
		const when = whole && endOf(whole, end);
		const path = ['ask', side, 'en'];
		if (!when || (fact.when && 'inferred' in fact.when && fact.when.inferred)) {
			report(fact, path, `the period has no known ${end} date: take this question out.`);
			continue;
		}
		const wanted = DATE_WORDS.find(({ pattern }) => pattern.test(ask.en));
		if (wanted && !wanted.enough.includes(when.precision)) {
			report(
				fact,
				path,
				`the question asks for ${wanted.asks}, but ${when.edtf} is known to the ${when.precision} only.`
			);
		} else if (fold(ask.en).split(' ').includes(when.edtf.slice(0, 4))) {
			report(fact, path, `the question gives its own answer away: ${when.edtf.slice(0, 4)}.`);
		}
	}
}
