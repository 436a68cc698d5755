/** A quiz link that was opened: read, its bank loaded, held against what is known here. */
import type { Bank } from '#lib/bank/bank.ts';
import { GENERATOR_VERSION } from '#lib/quiz/draw.ts';
import {
	decodeQuizLink,
	unknownIn,
	type QuizLink,
	type QuizLinkProblem
} from '#lib/quiz/quiz-link.ts';
import { LibraryError, type LibraryProblem } from './library.ts';
import { bankFor, hasPack, optionalAmong, versionsOf } from './quiz-bank.ts';
import { drawQuestions, type QuizPlan } from './quiz-drawing.ts';

export type OpenedQuiz = {
	readonly plan: QuizPlan;
	/** The packs of the link, and no others. */
	readonly bank: Bank;
	/** How many questions it has here. */
	readonly total: number;
	/** Whether they are those of the sender: neither the facts nor the generator have changed since. */
	readonly isSame: boolean;
	/** The packs that this learner has switched off. */
	readonly packsOff: readonly string[];
};

export type OpenedLink =
	| { readonly ok: true; readonly quiz: OpenedQuiz }
	| { readonly ok: false; readonly problem: QuizLinkProblem }
	| { readonly ok: false; readonly library: LibraryProblem };

/** Whether the sender drew from these very packs, with this very generator. */
function isAsSent({ generator, packs }: QuizLink, bank: Bank): boolean {
	const text = (all: QuizLink['packs']) =>
		all
			.map(({ id, version }) => `${id}:${version}`)
			.sort()
			.join();
	return generator === GENERATOR_VERSION && text(packs) === text(versionsOf(bank));
}

/**
 * Reads the fragment of an address as a quiz. `chosen`: the optional packs that the learner has
 * switched on. What is wrong with it is told by the result.
 */
export async function openQuizLink(
	fragment: string,
	{ locale, chosen }: { readonly locale: string; readonly chosen: readonly string[] }
): Promise<OpenedLink> {
	const decoded = decodeQuizLink(fragment);
	if (!decoded.ok) return decoded;
	const { link } = decoded;
	const ids = link.packs.map(({ id }) => id);
	const missing = ids.filter((id) => !hasPack(id));
	if (missing.length > 0) {
		return { ok: false, problem: { code: 'unknown', what: 'pack', ids: missing } };
	}
	try {
		const bank = await bankFor(locale, ids);
		const unknown = unknownIn(bank, link);
		if (unknown) return { ok: false, problem: unknown };
		const packs = link.specification.packs.length > 0 ? link.specification.packs : ids;
		const plan = { specification: { ...link.specification, packs }, seed: link.seed };
		return {
			ok: true,
			quiz: {
				plan,
				bank,
				total: drawQuestions(bank, plan).length,
				isSame: isAsSent(link, bank),
				packsOff: optionalAmong(ids).filter((id) => !chosen.includes(id))
			}
		};
	} catch (cause) {
		if (cause instanceof LibraryError) return { ok: false, library: cause.code };
		throw cause;
	}
}
