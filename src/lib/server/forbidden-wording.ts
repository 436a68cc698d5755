/**
 * Words that the app does not say in its own voice, because they take a side or wound. Notes may
 * quote them.
 */

export type ForbiddenWording = {
	readonly pattern: RegExp;
	readonly reason: string;
	/** Files in which the word may stand: a glossary explains it, a claim reports it as somebody's. */
	readonly allowedIn?: readonly string[];
};

const CLAIM_TERRITORY =
	'it takes a side on Western Sahara: write “Western Sahara” and name the state that acts';
const JUDGES = 'it judges: drop the word, or report it as somebody’s claim';
const CLAIMS = ['claims.yaml'];

export const forbiddenWording: readonly ForbiddenWording[] = [
	{ pattern: /\bmoroccan sahara\b/i, reason: CLAIM_TERRITORY },
	{ pattern: /\boccup(?:ation|ying) .{0,20}\bsahara\b/i, reason: CLAIM_TERRITORY },
	{
		pattern: /\boccupied\b/i,
		reason: 'it is a verdict on a territory: name the place and the state that acts'
	},
	{
		pattern: /\bannex(?:ed|ation|ing)\b/i,
		reason: 'it is a verdict on a territory: describe the act and name who did it'
	},
	{ pattern: /\brecover(?:ed|y of)\b.{0,30}\bsahara\b/i, reason: CLAIM_TERRITORY },
	{ pattern: /\bsouthern provinces\b/i, reason: CLAIM_TERRITORY },
	{
		pattern: /\bcapital of (?:israel|palestine)\b/i,
		reason: 'the status of Jerusalem is disputed: name the city only'
	},
	{ pattern: /\bjudea and samaria\b/i, reason: 'write “the West Bank”' },
	{
		pattern: /\brescued?\b|\brescuing\b/i,
		reason: 'it decides the motive of leaving: write “emigrated” or “left for …”'
	},
	{
		pattern: /\bransom(?:ed)?\b/i,
		reason: 'it puts a price on people: write “compensation”, with who says so'
	},
	{ pattern: /\bexodus\b/i, reason: 'it decides the motive of leaving: write “emigration”' },
	{
		pattern: /\bexpelled\b|\bexpulsion\b/i,
		reason: 'it decides the motive of leaving: write “left” and say what happened'
	},
	{
		pattern: /\breturn(?:ed|ing|s)? to zion\b/i,
		reason: 'it is a religious reading of emigration: write “emigration to Israel”'
	},
	{
		pattern: /\bmade aliyah?\b|\baliyah? (?:to|from)\b/i,
		reason: 'write “emigrated to Israel”; the word belongs in the glossary',
		allowedIn: ['glossary.yaml']
	},
	{
		pattern:
			/\b(?:jews|emigrants|people|community)\b[^.]{0,40}\bsold\b|\bsold\b[^.]{0,40}\b(?:its|their|his) jews\b/i,
		reason: 'it puts a price on people: write “compensation”, with who says so'
	},
	{
		pattern: /\bprice (?:per|for each|of a)\b|\bper jew\b/i,
		reason: 'it puts a price on people: write “the payment for each emigrant”, with who says so'
	},
	{
		pattern: /\bislam(?:ic|ist) terror(?:ism|ists?)?\b/i,
		reason: 'it blames a faith: write “Islamist militants” or name the group'
	},
	{
		pattern: /\bjewish conspiracy\b|\bzionist entity\b/i,
		reason: 'it is a hostile name: write “Israel”'
	},
	{ pattern: /\bhistoric\b(?! (?:site|quarter|centre))/i, reason: JUDGES, allowedIn: CLAIMS },
	{ pattern: /\b(?:audacious|fruitful|tragic|heroic)\b/i, reason: JUDGES, allowedIn: CLAIMS },
	{
		pattern: /\btragic fate\b|\bwise (?:king|policy|strategy|decision)\b/i,
		reason: JUDGES,
		allowedIn: CLAIMS
	}
];
