/** Numbers in words of four languages: "two thousand", "quatre-vingt-dix", "خمسة آلاف", "אלף". */
import type { Language } from '../bank/pack.ts';

/** A table from rows of words that mean the same. */
export const tableOf = (
	...rows: readonly (readonly [number, string])[]
): ReadonlyMap<string, number> =>
	new Map(rows.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)));

/** Words that stand for a number, folded. */
export const VALUES = tableOf(
	[0, 'zero صفر אפס'],
	[1, 'one un une واحد واحده احد احدي אחד אחת'],
	[2, 'two deux اثنان اثنين اثنا اثنتا שניימ שני שתיימ שתי'],
	[3, 'three trois ثلاث ثلاثه שלוש שלושה שלושת'],
	[4, 'four quatre اربع اربعه ארבע ארבעה ארבעת'],
	[5, 'five cinq خمس خمسه חמש חמישה חמשת'],
	[6, 'six ست سته שש שישה ששת'],
	[7, 'seven sept سبع سبعه שבע שבעה שבעת'],
	[8, 'eight huit ثمان ثماني ثمانيه שמונה שמונת'],
	[9, 'nine neuf تسع تسعه תשע תשעה תשעת'],
	[10, 'ten dix عشر عشره עשר עשרה עשרת'],
	[11, 'eleven onze'],
	[12, 'twelve douze'],
	[13, 'thirteen treize'],
	[14, 'fourteen quatorze'],
	[15, 'fifteen quinze'],
	[16, 'sixteen seize'],
	[17, 'seventeen'],
	[18, 'eighteen'],
	[19, 'nineteen'],
	[20, 'twenty vingt vingts عشرون عشرين עשרימ'],
	[30, 'thirty trente ثلاثون ثلاثين שלושימ'],
	[40, 'forty quarante اربعون اربعين ארבעימ'],
	[50, 'fifty cinquante خمسون خمسين חמישימ'],
	[60, 'sixty soixante ستون ستين שישימ'],
	[70, 'seventy septante سبعون سبعين שבעימ'],
	[80, 'eighty huitante ثمانون ثمانين שמונימ'],
	[90, 'ninety nonante تسعون تسعين תשעימ'],
	[200, 'مايتان مايتين ميتان ميتين ميتا מאתיימ'],
	[2000, 'الفان الفين אלפיימ']
);

/** Words and letters that multiply what stands before them, folded. */
const SCALES = tableOf(
	[12, 'dozen dozens douzaine douzaines'],
	[1e3, 'k thousand thousands mille millier milliers الف الفا الاف אלפ אלפימ'],
	[1e6, 'm mn mln million millions مليون مليونا ملايين מיליונ מליונ מיליוני מיליונימ'],
	[1e9, 'b bn md mds billion billions milliard milliards مليار مليارات بليون מיליארד מיליארדימ'],
	[1e12, 'trillion trillions تريليون ترليون טריליונ']
);

/** Hundreds multiply as well, but only what is below a hundred. */
const HUNDRED = /^(hundreds?|cents?|ميه|مايه|מאה|מאות)$/;
const HALF = /^(half|demie?|نصف|חצי)$/;
const AND = /^(and|et|a|an|و|ו|&)$/;

/** Words that make another quantity of the number beside them: "over 500", "not 5", "5 or 6". */
const BOUNDS =
	/^(not|pas|or|ou|more|less|fewer|least|most|over|under|above|below|than|plus|minus|moins|before|after|sauf|ليس|غير|او|اكثر|الاكثر|اقل|الاقل|فوق|تحت|لا|לא|או|יותר|פחות|לפחות|מעל|מתחת|[<>≤≥+])$/;

/** A piece of a typed number. `values` has two entries where it can be read in two ways. */
export type Token =
	/** `word`: as it was said; empty for digits. */
	| { readonly kind: 'value'; readonly values: readonly number[]; readonly word: string }
	| { readonly kind: 'scale'; readonly values: readonly number[] }
	| { readonly kind: 'hundred' | 'half' | 'and' | 'bound' | 'other' };

/** What a folded word says of a number in the language; signs are `other`. */
export function tokenOf(text: string, language: Language | undefined): Token {
	const value = VALUES.get(text);
	if (value !== undefined) return { kind: 'value', values: [value], word: text };
	const scale = SCALES.get(text);
	if (scale !== undefined) {
		// The French billion is a million millions; many write it for the English one.
		const isFrench = language === 'fr' && /^b(n|illions?)$/.test(text);
		return { kind: 'scale', values: isFrench ? [scale, scale * 1e3] : [scale] };
	}
	if (HUNDRED.test(text)) return { kind: 'hundred' };
	if (HALF.test(text)) return { kind: 'half' };
	if (AND.test(text)) return { kind: 'and' };
	return { kind: BOUNDS.test(text) ? 'bound' : 'other' };
}

/** Whether a word for `value` may follow what was said so far: "twenty three", not "three two". */
function mayFollow(said: number, value: number, word: string): boolean {
	const [ones, tens] = [said % 10, said % 100];
	// Arabic says "three and twenty", Hebrew "three ten".
	if (ones > 0 && tens < 10 && /^[ء-يא-ת]/.test(word)) return value < 100 && value % 10 === 0;
	if (value >= 100) return said >= 1000 && said % 1000 === 0;
	// "dix-sept", and seventy and ninety in French: "soixante-dix", "quatre-vingt-onze".
	if (value < 10) return ones === 0 && (tens !== 10 || value >= 7);
	return tens === 0 || (value < 20 && (tens === 60 || tens === 80));
}

/**
 * What words and digits say together; null where they are no one number. `pick`: which of two values
 * to take.
 */
export function sumOf(tokens: readonly Token[], pick: 0 | 1): number | null {
	const choose = (values: readonly number[]): number => values[pick] ?? values[0] ?? NaN;
	let total = 0;
	let current: number | null = null;
	let lastScale = Infinity;
	for (const token of tokens) {
		if (token.kind === 'value') {
			const value = choose(token.values);
			if (current === null) current = value;
			// "quatre-vingts" is four twenties.
			else if (/^vingts?$/.test(token.word) && current % 100 === 4) current += 76;
			else if (token.word !== '' && mayFollow(current, value, token.word)) current += value;
			else return null;
		} else if (token.kind === 'hundred') {
			if (current !== null && current % 1000 >= 100) return null;
			current = (current ?? 1) * 100;
		} else if (token.kind === 'scale') {
			const scale = choose(token.values);
			if (scale < lastScale) total += (current ?? 1) * scale;
			else if (current === null) total *= scale;
			else return null;
			lastScale = scale;
			current = null;
		} else if (token.kind === 'half') {
			if (current === null && total > 0) total += lastScale / 2;
			else if (current === null || current === 1) current = 0.5;
			else return null;
		}
	}
	if (current !== null && current >= lastScale) return null;
	// 128.2 times a thousand million is a whole number.
	return Number((total + (current ?? 0)).toPrecision(15));
}
