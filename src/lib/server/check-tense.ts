/**
 * What is so today may not be so when it is read: a present state is told in the past, or with the
 * year in which it was so.
 */
import type { PackProblem } from './problem.ts';
import type { FieldPath, WrittenPack } from './read-pack.ts';
import { reportInto, type Entry } from './report.ts';

/** A state, but not "would have met". */
const STATE =
	/\b(?:is|are|has|(?<!\b(?:can|could|may|might|must|never|not|should|to|will|would) )have)\b/i;

/** An office held by somebody who is named right before; "rules" and "heads" are nouns as well. */
const OFFICE =
	/(?:\}|\b(?:[Hh]e|[Ss]he|who)) (?:advises|chairs|directs|governs|heads|leads|reigns|remains|rules|runs|serves)\b|\p{Lu}[\p{L}-]+ (?:chairs|directs|governs|leads|reigns)\b/u;

/**
 * In an explanation a present tense mostly explains a word ("a convoy is a group …") or speaks of a
 * text. It tells of today when it says so, names an office or compares.
 */
const TODAY = [
	/\b(?:currently|nowadays|now|still|to this day|today)\b/i,
	/\b(?:is|are) (?:[\p{L}-]+ ){0,3}(?:adviser|ambassador|capital|chief|director|head|king|leader|member|minister|president|queen)s?\b(?!['’])/iu,
	/\b(?:biggest|largest|latest|newest)\b.*\bis\b|\b(?:is|are) (?:[\p{L}-]+ ){0,2}(?:biggest|largest|latest|newest)\b/iu
] as const;

const YEAR = /\b\d{4}\b|\bcentury\b/i;

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?;])\s+/);

/** The word that tells of today without a year, or null. */
function presentIn(text: string, isExplanation: boolean): string | null {
	for (const sentence of sentencesOf(text)) {
		if (YEAR.test(sentence)) continue;
		const office = OFFICE.exec(sentence)?.[0].split(' ')[1];
		if (office !== undefined) return office;
		const state = STATE.exec(sentence)?.[0];
		if (state === undefined) continue;
		if (!isExplanation || TODAY.some((sign) => sign.test(sentence))) return state;
	}
	return null;
}

export function checkTense(packs: readonly WrittenPack[]): PackProblem[] {
	const problems: PackProblem[] = [];
	for (const pack of packs) {
		const report = reportInto(problems, pack);
		const check = (entry: Entry, path: FieldPath, text: string | undefined) => {
			const word = presentIn(text ?? '', path[0] === 'explanation');
			if (word === null) return;
			report(entry, path, `“${word}” tells of today: use the past tense, or say in which year.`);
		};
		for (const fact of pack.facts) {
			// A claim reports what somebody said, in whatever tense.
			if (fact.kind !== 'claim') check(fact, ['statement', 'en'], fact.statement.en);
			check(fact, ['explanation', 'en'], fact.explanation?.en);
		}
		for (const actor of pack.actors) check(actor, ['about', 'en'], actor.about.en);
	}
	return problems;
}
