/** Everything that can be wrong in packs whose entries are right one by one. */
import { checkContradictions } from './check-contradictions.ts';
import { checkQuotation, type Documents } from './check-quotation.ts';
import { checkReferences } from './check-references.ts';
import { checkRoles } from './check-roles.ts';
import { checkStems } from './check-stems.ts';
import { checkTense } from './check-tense.ts';
import { checkWording } from './check-wording.ts';
import type { PackProblem } from './problem.ts';
import type { WrittenPack } from './read-pack.ts';

/** Checks packs against themselves and each other; `documents` are texts that must not be copied. */
export const checkPacks = (
	packs: readonly WrittenPack[],
	documents: Documents = new Map()
): PackProblem[] => [
	...checkReferences(packs),
	...checkRoles(packs),
	...checkContradictions(packs),
	...checkWording(packs),
	...checkTense(packs),
	...checkStems(packs),
	...checkQuotation(packs, documents)
];
