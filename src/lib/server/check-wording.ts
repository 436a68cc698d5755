/**
 * Sentences of a pack: slots that can be filled, lengths that can be read on a bus, and words that
 * take no side.
 */
import type { LocalText } from '../bank/fact.ts';
import { wordCount } from './fold.ts';
import { forbiddenWording } from './forbidden-wording.ts';
import { suggestion } from './nearest.ts';
import type { PackProblem } from './problem.ts';
import { packsSeenBy, type FieldPath, type WrittenFact, type WrittenPack } from './read-pack.ts';
import { reportInto, type Report } from './report.ts';
import { entriesOf, fillSlots, languagesOf, slotsOf, textsOf, type TextLanguage } from './texts.ts';

const EXPLANATION_WORDS = 45;

export function checkWording(packs: readonly WrittenPack[]): PackProblem[] {
	const problems: PackProblem[] = [];
	for (const pack of packs) {
		const report = reportInto(problems, pack);
		const seen = packsSeenBy(pack, packs);
		const actors = new Set(seen.flatMap((each) => each.actors.map(({ id }) => id)));
		for (const fact of pack.facts) {
			checkSlots(fact, actors, seen, report);
			checkExplanation(fact, report);
		}
		checkForbidden(pack, report);
	}
	return problems;
}

function checkSlots(
	fact: WrittenFact,
	actors: ReadonlySet<string>,
	packs: readonly WrittenPack[],
	report: Report
): void {
	for (const language of languagesOf(fact.statement)) {
		const statement = fact.statement[language] ?? '';
		const path = ['statement', language];
		for (const slot of slotsOf(statement)) {
			if (slot === 'value' && fact.kind === 'figure') continue;
			if (slot === 'value') {
				report(fact, path, 'only a figure has a {value}.');
			} else if (
				!actors.has(slot) &&
				!packs.some((pack) => pack.unread.has('actors') || pack.refused.has(slot))
			) {
				const hint = suggestion(slot, actors);
				report(fact, path, `the slot {${slot}} names no actor.${hint}`);
			}
		}
		if (/[{}]/.test(fillSlots(statement, () => ''))) {
			report(fact, path, 'a brace is open or too many: a slot is {actor-id} or {actor-id|words}.');
		}
		if (fact.kind === 'figure' && !fact.ask && !slotsOf(statement).includes('value')) {
			report(
				fact,
				path,
				'without an ask the statement is the question: put {value} where the value stands.'
			);
		}
		for (const [actor, askPath] of blanksOf(fact)) {
			// An actor that is not there is a problem of its own.
			if (!actors.has(actor) || slotsOf(statement).includes(actor)) continue;
			report(
				fact,
				askPath,
				`a blank needs a gap: the ${NAMES[language]} statement has no slot {${actor}}.`
			);
		}
	}
}

const NAMES: Readonly<Record<TextLanguage, string>> = {
	en: 'English',
	fr: 'French',
	ar: 'Arabic',
	he: 'Hebrew'
};

/** The actors that are asked for by leaving them out of the statement. */
function blanksOf(fact: WrittenFact): (readonly [actor: string, path: FieldPath])[] {
	const named = (
		list: readonly { readonly actor: string; readonly ask?: LocalText | 'blank' | undefined }[],
		field: string
	) =>
		list.flatMap(({ actor, ask }, index) =>
			ask === 'blank' ? [[actor, [field, index, 'ask']] as const] : []
		);
	switch (fact.kind) {
		case 'event':
			return [...named(fact.actors, 'actors'), ...named(fact.places, 'places')];
		case 'relation':
			return (['from', 'to'] as const).flatMap((side) =>
				fact.ask[side] === 'blank' ? [[fact[side], ['ask', side]] as const] : []
			);
		case 'figure':
		case 'claim':
			return named(fact.about, 'about');
		default:
			return fact satisfies never;
	}
}

function checkExplanation(fact: WrittenFact, report: Report): void {
	const words = wordCount(fact.explanation?.en ?? '');
	if (words <= EXPLANATION_WORDS) return;
	report(
		fact,
		['explanation', 'en'],
		`the explanation has ${words} words: keep it to ${EXPLANATION_WORDS}.`
	);
}

/** Names of works and bodies are theirs, not ours: an actor's name may hold any word. */
function checkForbidden(pack: WrittenPack, report: Report): void {
	for (const entry of entriesOf(pack)) {
		for (const { path, text } of textsOf(entry)) {
			const at = [...path, 'en'];
			const file = pack.placeOf(entry, at).file.replace(/^.*\//, '');
			if (file === 'notes.yaml') continue;
			if (file === 'actors.yaml' && (path[0] === 'name' || path[0] === 'inText')) continue;
			for (const { pattern, reason, allowedIn } of forbiddenWording) {
				const word = pattern.exec(text.en)?.[0];
				if (word === undefined || allowedIn?.includes(file)) continue;
				report(entry, at, `“${word}” is not said here: ${reason}.`);
			}
		}
	}
}
