/** The phrasebook of a language, made from the message catalogues. */
import { intlLocale } from '#lib/bank/format.ts';
import type { Language } from '#lib/bank/pack.ts';
import * as m from '#lib/paraglide/messages.js';
import type { Phrases } from '#lib/quiz/phrases.ts';
import { formatWords } from './format-words.ts';

/** The languages that have a message catalogue. */
type MessageLanguage = 'en' | 'fr';

const hasMessages = (language: Language): language is MessageLanguage =>
	language === 'en' || language === 'fr';

function makePhrases(language: MessageLanguage): Phrases {
	const options = { locale: language };
	const list = new Intl.ListFormat(intlLocale(language), { type: 'conjunction' });
	return {
		language,
		format: formatWords(language),
		accordingTo: (input) => m.quiz_according_to(input, options),
		whenDid: (input) => m.quiz_when_did(input, options),
		fillBlank: (input) =>
			input.date === ''
				? m.quiz_fill_blank(input, options)
				: m.quiz_fill_blank_dated(input, options),
		whichHappened: (input) => m.quiz_which_happened(input, options),
		whichFigure: (input) => m.quiz_which_figure(input, options),
		whoSaid: (input) => m.quiz_who_said(input, options),
		whichCameFirst: () => m.quiz_which_first({}, options),
		putInOrder: () => m.quiz_put_in_order({}, options),
		inWhichYear: (input) => m.quiz_in_which_year(input, options),
		dateWas: (input) => m.quiz_date_was(input, options),
		eventWas: (input) => m.quiz_event_was(input, options),
		figureIs: (input) => m.quiz_figure_is(input, options),
		valueIs: (input) => m.quiz_value_is(input, options),
		speakerSaid: (input) => m.quiz_speaker_said(input, options),
		notThat: () => m.quiz_not_that({}, options),
		statementWithDate: (input) => m.quiz_statement_date(input, options),
		paragraph: (input) => m.quiz_paragraph(input, options),
		certainty: (input) => m.quiz_certainty(input, options),
		list: (items) => list.format(items)
	};
}

const made = new Map<MessageLanguage, Phrases>();

/** The phrases for text in a language; English where no catalogue exists. Made once per language. */
export function phrasesFor(language: Language): Phrases {
	const known = hasMessages(language) ? language : 'en';
	const phrases = made.get(known) ?? makePhrases(known);
	made.set(known, phrases);
	return phrases;
}
