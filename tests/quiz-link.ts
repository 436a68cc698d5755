/** Links to quizzes as the built site would make them, and links that are wrong on purpose. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATOR_VERSION } from '../src/lib/quiz/draw.ts';
import { encodeQuizLink, type QuizLink } from '../src/lib/quiz/quiz-link.ts';
import { quizOf, type Specification } from '../src/lib/quiz/specification.ts';
import { built } from './site.ts';

export const CORE = 'morocco-israel';
export const CONTEXT = 'morocco-israel-context';

/** The version of a pack in English, as the site tells it from others. */
function versionOf(id: string): string {
	const file = readdirSync(join(built, 'packs')).find((name) => name.startsWith(`${id}.en.`)) ?? '';
	return file.split('.')[2]?.slice(0, 8) ?? '';
}

type Part = Partial<Specification> & {
	readonly seed?: string;
	readonly packVersions?: Readonly<Record<string, string>>;
	readonly generator?: number;
};

/** The fragment of a link to a quiz of five on the core pack, or what `part` says. */
export function quizLink(part: Part = {}): string {
	const { seed = 'abc', generator = GENERATOR_VERSION, packVersions, ...wanted } = part;
	const versions = packVersions ?? { [CORE]: versionOf(CORE) };
	const link: QuizLink = {
		generator,
		packs: Object.entries(versions).map(([id, version]) => ({ id, version })),
		specification: { ...quizOf(5), ...wanted },
		seed
	};
	return `quiz/#${encodeQuizLink(link)}`;
}

/** A link that draws on the optional pack too. */
export const contextLink = (part: Part = {}): string =>
	quizLink({
		...part,
		packVersions: { [CORE]: versionOf(CORE), [CONTEXT]: versionOf(CONTEXT) }
	});
