/** Whether what a learner reads says what the YAML says: names, dates and numbers within a text. */
import { actorsAsked, dateAsked, type CardId } from './card.ts';
import { rangeIn } from './sizes.ts';
import { isOpen, spanOf } from './span.ts';
import { plain, type Dated, type Quantity, type World } from './world.ts';

const MONTHS = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
const monthName = (month: string): string => MONTHS.format(Date.UTC(2000, Number(month) - 1, 1));

/** Words that a text must hold to tell a date: its years, months and days, or its label. */
function wordsOf({ texts, label }: Pick<Dated, 'texts' | 'label'>): string[] {
	if (label !== null) return [label];
	const seasons: Readonly<Record<string, string>> = {
		'21': 'spring',
		'22': 'summer',
		'23': 'autumn',
		'24': 'winter'
	};
	return texts[0].split('/').flatMap((point) => {
		const [year = '', month, day] = point.replace(/[~?%]/, '').split('-');
		if (!/^\d/.test(year)) return [];
		return [
			year.replace('X', '0s'),
			...(month === undefined ? [] : [seasons[month] ?? monthName(month)]),
			...(day === undefined ? [] : [String(Number(day))])
		];
	});
}

const numbersIn = (text: string): number[] =>
	[...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([digits]) => Number(digits.replaceAll(',', '')));

/** Whether the words stand in the text, as whole words. */
function saysAll(text: string, words: readonly string[]): boolean {
	const all = ` ${text.replace(/[^\p{L}\p{N}’']+/gu, ' ')} `;
	return words.every((word) => all.includes(` ${word.replace(/[^\p{L}\p{N}’']+/gu, ' ')} `));
}

/** Whether a text tells a date in EDTF. */
export const tellsDate = (text: string, edtf: string): boolean => {
	const isOne = saysAll(text, wordsOf({ texts: [edtf], label: null }));
	return isOne && !isOpen(spanOf(edtf));
};

/** Whether a text tells a number or a range. */
export function tellsValue(text: string, option: string): boolean {
	const range = rangeIn(option);
	return range?.every((value) => numbersIn(text).includes(value)) ?? false;
}

/** "several thousand": the value is no number in words. */
const isSeveral = ({ qualifier }: Quantity): boolean => qualifier === 'several';

/** What an answer that is shown for a card lacks of what the YAML says; null when it lacks nothing. */
export function lackIn(world: World, card: CardId, answer: string): string | null {
	const text = plain(answer);
	const { fact, facet } = card;
	const date = dateAsked(card);
	if (date) {
		const wanted = wordsOf(date);
		return saysAll(text, wanted) ? null : `“${text}” does not tell ${wanted.join(' ')}`;
	}
	if (fact.kind === 'figure' && facet === 'value') {
		const wanted = isSeveral(fact) ? /several/ : null;
		const tells = wanted ? wanted.test(text) : tellsValue(text, `${fact.min}..${fact.max}`);
		return tells ? null : `“${text}” does not tell ${fact.min} to ${fact.max}`;
	}
	if (fact.kind === 'relation' && (facet === 'before' || facet === 'after')) {
		const event = world.facts.get(facet === 'after' ? fact.to : fact.from);
		const name = event?.kind === 'event' ? event.name : '?';
		return text.toLowerCase().includes(name.toLowerCase()) ? null : `“${text}” is not “${name}”`;
	}
	const names = actorsAsked(card).map((id) => world.beings.get(id)?.name ?? '?');
	const missing = names.filter((name) => !text.includes(name));
	if (names.length === 0) return 'nobody knows what is asked';
	return missing.length > 0 ? `“${text}” does not name ${missing.join(', ')}` : null;
}

/** Whether the words of an option are those of its id: a name, an event, a quantity, a position. */
export function readsAs(world: World, id: string, text: string): boolean {
	const read = plain(text).toLowerCase();
	const being = world.beings.get(id);
	if (being) return read === being.name.toLowerCase();
	const fact = world.facts.get(id);
	if (!fact) return false;
	if (fact.kind === 'relation') return false;
	return read === (fact.kind === 'claim' ? fact.position : fact.name).toLowerCase();
}
