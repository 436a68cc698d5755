/** The phrasebook of a language, made from the message catalogues. */
import { BLANK } from '#lib/bank/statement.ts';
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
	// A plural of the catalogue's own makes rules anew for each sentence, which takes longest of all.
	const rules = new Intl.PluralRules(intlLocale(language));
	const formOf = (count: number) => rules.select(count);
	return {
		language,
		format: formatWords(language),
		accordingTo: (input) => m.quiz_according_to(input, options),
		whenDid: (input) => m.quiz_when_did(input, options),
		fillBlank: (input) =>
			input.date === ''
				? m.quiz_fill_blank(input, options)
				: m.quiz_fill_blank_dated(input, options),
		completeSentence: ({ statement, date, gap, who }) => {
			const asked = gap === '' ? statement : statement.replace(BLANK, `${BLANK} (${gap})`);
			const dated =
				date === '' ? asked : m.quiz_statement_date({ statement: asked, date }, options);
			return who === ''
				? m.quiz_complete({ statement: dated }, options)
				: m.quiz_complete_as({ statement: dated, who }, options);
		},
		actorType: (input) => m.quiz_actor_type(input, options),
		inUnit: (input) => m.quiz_in_unit(input, options),
		datedStatement: (input) => m.quiz_dated_statement(input, options),
		whichHappened: (input) => m.quiz_which_happened(input, options),
		whichFigure: (input) => m.quiz_which_figure(input, options),
		whoSaid: (input) => m.quiz_who_said(input, options),
		whichPosition: (input) => m.quiz_which_position(input, options),
		whichCameFirst: () => m.quiz_which_first({}, options),
		putInOrder: () => m.quiz_put_in_order({}, options),
		inWhichYear: (input) => m.quiz_in_which_year(input, options),
		onWhichDate: (input) => m.quiz_on_which_date(input, options),
		trueOrFalse: (input) => m.quiz_true_or_false(input, options),
		isTrue: () => m.quiz_true({}, options),
		isFalse: () => m.quiz_false({}, options),
		whichIsClosest: (input) => m.quiz_closest(input, options),
		estimateIt: (input) => m.quiz_estimate(input, options),
		oddYear: (input) => m.quiz_odd_year(input, options),
		oddPosition: (input) => m.quiz_odd_position(input, options),
		whatIsLinked: ({ event, isCause, side }) =>
			m.quiz_link({ event, link: isCause ? side : `next_${side}` }, options),
		howManyYears: (input) => m.quiz_how_many_years(input, options),
		years: ({ years }) => m.quiz_years({ years, form: formOf(years) }, options),
		yearsFrom: (input) => m.quiz_years_from({ ...input, form: formOf(input.years) }, options),
		whoGives: (input) => m.quiz_who_gives(input, options),
		placeOnTimeline: (input) => m.quiz_place_on_timeline(input, options),
		gap: ({ after, before }) =>
			after === ''
				? m.quiz_gap_first({ before }, options)
				: before === ''
					? m.quiz_gap_last({ after }, options)
					: m.quiz_gap_between({ after, before }, options),
		matchThem: () => m.quiz_match({}, options),
		pair: (input) => m.quiz_pair(input, options),
		dateWas: (input) => m.quiz_date_was(input, options),
		eventWas: (input) => m.quiz_event_was(input, options),
		didHappen: (input) => m.quiz_did_happen(input, options),
		cameEarlier: (input) => m.quiz_came_earlier(input, options),
		cameLater: (input) => m.quiz_came_later(input, options),
		itsDate: (input) => m.quiz_its_date(input, options),
		figureIs: (input) => m.quiz_figure_is(input, options),
		valueIs: (input) => m.quiz_value_is(input, options),
		speakerSaid: (input) => m.quiz_speaker_said(input, options),
		notThat: () => m.quiz_not_that({}, options),
		statementWithDate: (input) => m.quiz_statement_date(input, options),
		paragraph: ({ numbers, count }) => m.quiz_paragraph({ numbers, form: formOf(count) }, options),
		periodWas: (input) => m.quiz_period_was(input, options),
		valueGap: ({ unit }) =>
			unit === '' ? m.quiz_gap_money({}, options) : m.quiz_gap_value({ unit }, options),
		rightValueIs: (input) => m.quiz_right_value_is(input, options),
		certainty: ({ kind, who, printed }) => {
			const isByNobody = kind === 'corrected' && who === '';
			return m.quiz_certainty(
				{ kind: isByNobody ? 'corrected_somewhere' : kind, who, printed },
				options
			);
		},
		list: (items) => (items.length > 1 ? list.format(items) : (items[0] ?? ''))
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
