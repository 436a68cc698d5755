/**
 * Reading a typed number: digits of several scripts, separators of several countries. Never fuzzy.
 */

export type NumberReading =
	| { readonly kind: 'number'; readonly value: number }
	/** Could be two numbers: "1.200" is one thousand two hundred, or one and a fifth. */
	| { readonly kind: 'ambiguous'; readonly readings: readonly [number, number] }
	| { readonly kind: 'none' };

/** Words that multiply, folded, in the four languages of the product. */
const SCALES: Readonly<Record<string, number>> = {
	k: 1e3,
	thousand: 1e3,
	thousands: 1e3,
	mille: 1e3,
	ألف: 1e3,
	الف: 1e3,
	آلاف: 1e3,
	אלף: 1e3,
	אלפים: 1e3,
	m: 1e6,
	million: 1e6,
	millions: 1e6,
	مليون: 1e6,
	ملايين: 1e6,
	מיליון: 1e6
};

/** Eastern Arabic and Persian digits and separators, in plain ones. */
function latinDigits(text: string): string {
	return text
		.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
		.replace(/٫/g, ',')
		.replace(/٬/g, '.');
}

function readDigits(text: string): NumberReading {
	if (/^\d+$/.test(text)) return { kind: 'number', value: Number(text) };
	if (/^\d{1,3}( \d{3})+$/.test(text) || /^\d{1,3}(['’]\d{3})+$/.test(text)) {
		return { kind: 'number', value: Number(text.replace(/[ '’]/g, '')) };
	}
	if (/^\d{1,3}([.,])\d{3}(\1\d{3})+$/.test(text)) {
		return { kind: 'number', value: Number(text.replace(/[.,]/g, '')) };
	}
	if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) {
		const grouped = Number(text.replace(/[.,]/g, ''));
		return { kind: 'ambiguous', readings: [grouped, Number(text.replace(',', '.'))] };
	}
	const mixed = /^(\d{1,3}(?:([., ])\d{3})+)([.,])(\d+)$/.exec(text);
	if (mixed && mixed[2] !== mixed[3]) {
		return {
			kind: 'number',
			value: Number(`${(mixed[1] ?? '').replace(/[., ]/g, '')}.${mixed[4]}`)
		};
	}
	if (/^\d+[.,]\d+$/.test(text)) return { kind: 'number', value: Number(text.replace(',', '.')) };
	return { kind: 'none' };
}

/**
 * Reads a number from what was typed; units and currency signs around it are ignored. At most 60
 * characters are read.
 */
export function readNumber(typed: string): NumberReading {
	const plain = latinDigits(typed.slice(0, 60).normalize('NFKC'))
		.replace(/[\s\u00a0\u202f]+/g, ' ')
		.trim()
		.toLowerCase();
	const match = /^[^\d-]*?(\d[\d., '’]*\d|\d)\s*(\p{L}*)/u.exec(plain);
	if (!match || /^\s*-/.test(plain) || /\d/.test(plain.slice(match[0].length))) {
		return { kind: 'none' };
	}
	const scale = SCALES[match[2] ?? ''] ?? 1;
	const reading = readDigits((match[1] ?? '').trim());
	if (scale === 1) return reading;
	switch (reading.kind) {
		case 'number':
			return { kind: 'number', value: Math.round(reading.value * scale * 1e6) / 1e6 };
		case 'ambiguous':
			// "1.200 million" can only be a decimal: nobody groups before a scale word.
			return { kind: 'number', value: Math.round(reading.readings[1] * scale * 1e6) / 1e6 };
		case 'none':
			return reading;
		default:
			return reading satisfies never;
	}
}

/**
 * Reads a year from what was typed: four digits, alone or within a date ("October 1976",
 * "27/09/1956"). Null when there is none or more than one.
 */
export function readYear(typed: string): number | null {
	const years = latinDigits(typed.slice(0, 60).normalize('NFKC')).match(/(?<!\d)[12]\d{3}(?!\d)/g);
	return years?.length === 1 ? Number(years[0]) : null;
}
