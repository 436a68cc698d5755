/** Claims of speakers that may stand beside one another: those told by the same documents. */
import type { Bank } from '../../bank/bank.ts';
import type { ClaimFact } from '../../bank/pack.ts';
import { oncePerBank } from '../per-bank.ts';

/** How many to either side of a claim stand beside it: most documents make fewer. */
const REACH = 32;

/** What a document tells, in the order of the bank. */
type Told = {
	/** Of each claim its place among them. */
	readonly places: ReadonlyMap<string, number>;
	readonly claims: readonly ClaimFact[];
	/** What each speaker says or passes on, what they say alone first. */
	readonly bySpeaker: ReadonlyMap<string, readonly ClaimFact[]>;
};

const NOTHING: Told = { places: new Map(), claims: [], bySpeaker: new Map() };

const documents = oncePerBank(indexDocuments);

function indexDocuments(bank: Bank): ReadonlyMap<string, Told> {
	const known = new Map<string, ClaimFact[]>();
	for (const claim of bank.claims) {
		for (const source of new Set(claim.support.map((each) => each.source))) {
			const claims = known.get(source);
			if (claims) claims.push(claim);
			else known.set(source, [claim]);
		}
	}
	return new Map([...known].map(([source, claims]) => [source, tell(claims)]));
}

function tell(all: readonly ClaimFact[]): Told {
	const claims = all.filter(({ status, speakers }) => status !== 'HOLD' && speakers.length > 0);
	const bySpeaker = new Map<string, ClaimFact[]>();
	for (const claim of all.toSorted((a, b) => a.speakers.length - b.speakers.length)) {
		for (const speaker of new Set([...claim.speakers, ...claim.relayedBy])) {
			const own = bySpeaker.get(speaker);
			if (own) own.push(claim);
			else bySpeaker.set(speaker, [claim]);
		}
	}
	return { claims, places: new Map(claims.map(({ id }, place) => [id, place])), bySpeaker };
}

/** The other claims of a claim's documents, in the order of the bank; of very many the nearest. */
export function claimsBeside(bank: Bank, claim: ClaimFact): ClaimFact[] {
	const beside = claim.support.flatMap(({ source }) => {
		const { claims, places } = documents(bank).get(source) ?? NOTHING;
		const place = places.get(claim.id) ?? 0;
		return claims.slice(Math.max(0, place - REACH), place + REACH + 1);
	});
	return [...new Set(beside)].filter((other) => other !== claim);
}

/** What an actor says or passes on in a document, what is said alone first. */
export const claimsIn = (bank: Bank, source: string, speaker: string): readonly ClaimFact[] =>
	documents(bank).get(source)?.bySpeaker.get(speaker) ?? [];
