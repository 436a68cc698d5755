/** What counts in a name, in four languages: its words without articles and titles, its numeral. */
import { tableOf, VALUES } from './number-words.ts';

export type NameParts = {
	/** Folded, in the order written; never empty for a text with letters. */
	readonly words: readonly string[];
	/** In figures: "6" for VI, "the Sixth", السادس and השישי; empty where there is none. */
	readonly numerals: string;
};

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Articles and links, folded: they never tell one name from another. */
const ARTICLES = wordSet('the an le la les l d el al de du des of ال ה אל');

/** Titles before a name, folded and without article. */
const TITLES = wordSet(
	'his majesty hm sm king queen sultan prince president general gen colonel minister prime sir mr ' +
		'mrs ms dr prof rabbi operation sidi moulay mulay ' +
		'sa majeste roi reine premier ministre monsieur madame m mme rabbin ' +
		'جلاله ملك سلطان امير رييس وزرا وزير جنرال عقيد دكتور سيد مولاي سيدي عمليه ' +
		'הוד מלכותו מלכ סולטאנ נשיא ראש ממשלה שר אלופ גנרל מר גברת דר פרופ רב מבצע'
);

/** Ordinals as they are said after a name, folded; cardinals are read as numbers. */
const ORDINALS = tableOf(
	[1, 'first اول ראשונ'],
	[2, 'second deuxieme seconde ثاني'],
	[3, 'third troisieme ثالث שלישי'],
	[4, 'fourth quatrieme رابع רביעי'],
	[5, 'fifth cinquieme خامس חמישי'],
	[6, 'sixth sixieme سادس שישי ששי'],
	[7, 'seventh septieme سابع שביעי'],
	[8, 'eighth huitieme ثامن שמיני'],
	[9, 'ninth neuvieme تاسع תשיעי'],
	[10, 'tenth dixieme عاشر עשירי']
);

/** The number that a folded word stands for, in figures; empty for a word that is none. */
function numeralOf(word: string): string {
	const bare = word.replace(/^(ال|ה)(?=.)/, '');
	const figures = /^(\d+)(?:st|[nr]?d|th|er?|nde?|eme)?$/.exec(bare)?.[1];
	if (figures !== undefined) return String(Number(figures));
	const [, roman, tens = '', ones = ''] =
		/^((x{0,3})(ix|iv|v?i{0,3}))(?:e|er|eme)?$/.exec(word) ?? [];
	if (roman) {
		const upToNine = { ix: 9, iv: 4 }[ones] ?? ones.length + (ones.startsWith('v') ? 4 : 0);
		return String(10 * tens.length + upToNine);
	}
	return String(ORDINALS.get(bare) ?? VALUES.get(bare) ?? '');
}

/** A word as it is compared: Abdel, Abdul and عبد ال in one form, no article before it. */
function bareWord(word: string, isPerson: boolean): string {
	const bare = word
		.replace(/^abd[aeou][lr]/, 'abd')
		.replace(/^עבדאל/, 'עבד')
		.replace(/(^|..)ال(?=...)/g, '$1');
	// The Hebrew article is a letter that names of persons begin with too: Harel.
	return isPerson ? bare : bare.replace(/^ה(?=...)/, '');
}

const isTitle = (word: string): boolean => TITLES.has(word) || TITLES.has(word.replace(/^ה/, ''));

/** The parts of a folded name. The Hebrew article is passed over in names of things alone. */
export function partsOf(folded: string, isPerson: boolean): NameParts {
	const numerals: string[] = [];
	const words: string[] = [];
	for (const word of folded.split(' ')) {
		if (ARTICLES.has(word)) continue;
		const numeral = words.length > 0 ? numeralOf(word) : '';
		if (numeral) numerals.push(numeral);
		else words.push(bareWord(word, isPerson));
	}
	return { words: words.length > 0 ? words : [folded], numerals: numerals.join(' ') };
}

/** Whether a title stands before the name. */
export const isTitled = ({ words }: NameParts): boolean => isTitle(words[0] ?? '');

/** The same name without the titles before it; at least `least` words and numerals are left. */
export function untitled({ words, numerals }: NameParts, least: number): NameParts {
	const needed = least - (numerals === '' ? 0 : 1);
	let start = 0;
	while (words.length - start > Math.max(needed, 1) && isTitle(words[start] ?? '')) start++;
	return { words: words.slice(start), numerals };
}

/** Words that belong to the last name behind them. */
const PARTICLES = wordSet('abd ben bin bar ibn abu بن ابن عبد ابو בנ בר עבד אבו');

/**
 * The words of a person's last name: "Ben Barka", "עבד אל-נאצר". Empty for a name of one word and
 * for one that is all last name.
 */
export function lastNameOf({ words, numerals }: NameParts): readonly string[] {
	if (numerals !== '') return [];
	const count = PARTICLES.has(words.at(-2) ?? '') ? 2 : 1;
	return words.length > count ? words.slice(-count) : [];
}
