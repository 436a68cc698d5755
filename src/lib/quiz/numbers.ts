/**
 * Reading a typed number: digits of several scripts, separators of several countries, number words.
 * Never fuzzy.
 */
import type { Language } from '../bank/pack.ts';
import { foldLetters, latinDigits } from './fold.ts';
import { sumOf, tokenOf, type Token } from './number-words.ts';

export type NumberReading =
	| { readonly kind: 'number'; readonly value: number }
	/** Could be two numbers: "1.200" is one thousand two hundred, or one and a fifth. */
	| { readonly kind: 'ambiguous'; readonly readings: readonly [number, number] }
	| { readonly kind: 'none' };

const NONE: NumberReading = { kind: 'none' };

/**
 * What a run of digits can mean: one value, two where the mark in it is read in two ways, none where
 * it groups nothing. English and Hebrew group by comma only; French and Arabic know both ways.
 */
function readDigits(text: string, language: Language | undefined): readonly number[] {
	const plain = text.replace(/[ '٬]/g, '');
	if (/^\d+$/.test(text) || /^\d{1,3}([ '٬]\d{3})+$/.test(text)) return [Number(plain)];
	if (/^\d{1,3}([.,])\d{3}(\1\d{3})+$/.test(text)) return [Number(plain.replace(/[.,]/g, ''))];
	if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) {
		const grouped = Number(text.replace(/[.,]/, ''));
		const isGroup = text.includes(',') && (language === 'en' || language === 'he');
		return isGroup ? [grouped] : [grouped, Number(text.replace(',', '.'))];
	}
	const parts = /^(\d+|\d{1,3}(?:([ '٬.,])\d{3})(?:\2\d{3})*)([.,٫])(\d+)$/.exec(text);
	const [, whole = '', , mark = '', fraction = ''] = parts ?? [];
	return !parts || whole.includes(mark) ? [] : [Number(`${whole.replace(/\D/g, '')}.${fraction}`)];
}

/** Whether the word is part of a number. */
const isSaid = (word: string): boolean => tokenOf(word, undefined).kind !== 'other';

/** The text in pieces: runs of digits with the marks within them, words, and single signs. */
function piecesOf(typed: string): string[] {
	const plain = latinDigits(foldLetters(typed))
		.replace(/\s+/g, ' ')
		.replace(/[’ʼ`´]/g, "'")
		.replace(/،/g, ',')
		// ".5"; Hebrew "כ-500" and "twenty-one"
		.replace(/(^| )(?=[.,٫]\d)/, '$10')
		.replace(/(?<=[א-ת])[-־](?=\d)|(?<=\p{L})[-‐־](?=\p{L})/gu, ' ')
		// Arabic writes "five hundred" as one word, and "and" as a letter of the next one.
		.replace(
			/(?<!\p{L})(و?)(\p{L}{2,}?)(ما?يه)(?!\p{L})/gu,
			(word, and: string, ones: string, hundred: string) =>
				isSaid(ones) ? `${and} ${ones} ${hundred}` : word
		)
		.replace(/(?<!\p{L})[وו](?=(\p{L}{2,}))/gu, (letter, rest: string) =>
			isSaid(rest) ? `${letter} ` : letter
		);
	return plain.match(/\d+(?:[ .,'٬٫]\d+)*|\p{L}+|[^\s\p{L}\d]/gu) ?? [];
}

/**
 * Reads a number from what was typed in the language; units and currency signs around it are
 * ignored. What may be two numbers is `ambiguous`: without a language, also "1,200". None: two
 * numbers, bounds ("over 500"), texts of more than 100 characters.
 */
export function readNumber(typed: string, language?: Language): NumberReading {
	const text = typed.trim();
	// Raised and circled digits are no digits of the number beside them: 5² is not 52.
	if (text.length > 100 || /\p{No}/u.test(text)) return NONE;
	const pieces = piecesOf(text);
	const tokens = pieces.map((piece): Token =>
		/^\d/.test(piece)
			? { kind: 'value', values: readDigits(piece, language), word: '' }
			: tokenOf(piece, language)
	);
	const isSaying = ({ kind }: Token) => kind !== 'other' && kind !== 'and' && kind !== 'bound';
	const start = tokens.findIndex(isSaying);
	if (start < 0 || tokens.some(({ kind }) => kind === 'bound')) return NONE;
	const length = tokens.slice(start).findIndex(({ kind }) => kind === 'other');
	const end = length < 0 ? tokens.length : start + length;
	if (tokens.slice(end).some(isSaying)) return NONE;
	const said = tokens.slice(start, end);
	if (said.some((token) => token.kind === 'value' && token.values.length === 0)) return NONE;
	const sign = start > 0 && /^[-−]$/.test(pieces[start - 1] ?? '') ? -1 : 1;
	const [first, second] = [sumOf(said, 0), sumOf(said, 1)];
	if (first === null || second === null) return NONE;
	if (first === second) return { kind: 'number', value: sign * first };
	return { kind: 'ambiguous', readings: [sign * first, sign * second] };
}

/**
 * Reads the two ends of a range: "50-200", "between 50 and 200", "5 to 20 million". Null for what is
 * no range from a smaller to a larger number.
 */
export function readRange(typed: string, language?: Language): readonly [number, number] | null {
	const parts = typed.split(
		/\s*[-–—]\s*|\s+(?:to|and|à|et|إلى|الى|עד)\s+|\s+و\s*(?=\p{Nd})|\s+[לו][-־]?(?=\p{Nd})/u
	);
	const [from = '', to = ''] = parts;
	if (parts.length !== 2 || !/\p{Nd}/u.test(from) || !/\p{Nd}/u.test(to)) return null;
	const end = readNumber(to, language);
	// "5 to 20 million": what follows the second number belongs to both.
	const unit = /[^\p{Nd}]*$/u.exec(to)?.[0] ?? '';
	for (const start of [readNumber(from + unit, language), readNumber(from, language)]) {
		if (start.kind !== 'number' || end.kind !== 'number') continue;
		if (start.value < end.value) return [start.value, end.value];
	}
	return null;
}
