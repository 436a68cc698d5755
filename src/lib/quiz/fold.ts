/** One form for letters and digits that several keyboards and habits write in several ways. */

/** Each letter and the one that it is written for: Arabic of other countries, Hebrew final forms. */
const SAME = 'ٱا ىي یي ةه کك گك ݣك ڭك پب ڤف ڨق ךכ םמ ןנ ףפ ץצ øo łl đd ıi';
const sameAs = new Map(SAME.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]));
const variants = new RegExp(`[${[...sameAs.keys()].join('')}]`, 'g');

/**
 * Lower case, without accents, vowel points, hamza, tatweel and invisible marks; one letter for the
 * variants of a letter. Spaces and punctuation stay. Folding twice changes nothing.
 */
export function foldLetters(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[\p{M}\p{Cf}ـء]/gu, '')
		.replace(variants, (letter) => sameAs.get(letter) ?? letter)
		.replace(/œ/g, 'oe')
		.replace(/æ/g, 'ae')
		.replace(/ß/g, 'ss');
}

/** Arabic-Indic and Persian digits as plain ones. */
export function latinDigits(text: string): string {
	return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/** Accents and primes that stand alone, and the Greek sign that becomes one when it is folded. */
const STRAY = /[\u00b4\u02b9\u0374]/g;

/** One form for one spelling: no case, accents, points, hamza, tatweel or punctuation. */
export function foldName(text: string): string {
	return latinDigits(foldLetters(text.replace(STRAY, "'")))
		.replace(/(?<![\p{L}\p{N}])([ld]|qu)['’](?=\p{L})/gu, '$1 ')
		.replace(/['’`ʼʿʾ׳"״”“]|(?<![\p{L}\p{N}].)(?<=\p{L})\.(?=\p{L}(?!\p{L}))/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
