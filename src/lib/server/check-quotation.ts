/**
 * The bank tells facts, it does not copy texts: no run of seven words may stand in a document too.
 * The documents are not ours to publish; the check runs where a copy of them is at hand.
 */
import { fold } from './fold.ts';
import type { PackProblem } from './problem.ts';
import type { WrittenPack } from './read-pack.ts';
import { reportInto } from './report.ts';
import { entriesOf, fillSlots, languagesOf, textsOf } from './texts.ts';

const RUN = 7;

/** A document by its file name. */
export type Documents = ReadonlyMap<string, string>;

export function checkQuotation(packs: readonly WrittenPack[], documents: Documents): PackProblem[] {
	const problems: PackProblem[] = [];
	if (documents.size === 0) return problems;
	const actors = new Map(packs.flatMap((pack) => pack.actors.map((actor) => [actor.id, actor])));
	const names = officialNames(packs);
	const runs = new Map<string, string>();
	for (const [name, text] of documents) {
		for (const run of runsOf(text, names)) runs.set(run, name);
	}
	for (const pack of packs) {
		const report = reportInto(problems, pack);
		for (const entry of entriesOf(pack)) {
			for (const { path, text } of textsOf(entry)) {
				const said = fillSlots(text.en, (slot, words) => {
					const actor = actors.get(slot);
					return words ?? actor?.inText?.en ?? actor?.name.en ?? slot;
				});
				const copied = runsOf(said, names).find((run) => runs.has(run));
				if (copied === undefined) continue;
				report(
					entry,
					[...path, 'en'],
					`“${copied.replaceAll('-', ' ')}” stands in ${runs.get(copied) ?? 'a document'} too: say it in words of your own.`
				);
			}
		}
	}
	return problems;
}

/** Names and titles are what they are: each counts as one word. Longest first. */
const officialNames = (packs: readonly WrittenPack[]): string[] =>
	packs
		.flatMap((pack) => [
			...pack.sources.flatMap(({ title, publisher }) => [title, publisher]),
			...pack.actors.flatMap(({ name, aliases }) => [
				...languagesOf(name).map((language) => name[language] ?? ''),
				...aliases
			])
		])
		.map(fold)
		.filter((name) => name.includes(' '))
		.sort((a, b) => b.length - a.length);

function runsOf(text: string, names: readonly string[]): string[] {
	let folded = ` ${fold(text)} `;
	for (const name of names) {
		folded = folded.replaceAll(` ${name} `, ` ${name.replaceAll(' ', '-')} `);
	}
	const words = folded.trim().split(' ');
	return words.flatMap((_, index) =>
		index + RUN <= words.length ? [words.slice(index, index + RUN).join(' ')] : []
	);
}
