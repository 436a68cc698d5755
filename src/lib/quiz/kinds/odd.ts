/** Odd one out: three events of one year and one of another, or three positions of one speaker. */
import type { Bank } from '../../bank/bank.ts';
import type { Card } from '../../bank/card.ts';
import type { ClaimFact, EventFact } from '../../bank/pack.ts';
import { happenedIn, makesClaim, type Truth } from '../../bank/truth.ts';
import { claimsBeside } from '../distractors/claims.ts';
import { fairNames } from '../distractors/fair.ts';
import { someOf } from '../distractors/some-of.ts';
import { nearestYears } from '../distractors/years.ts';
import { cardOf, gradeOption, type OptionKind } from '../kind.ts';
import { eventOption } from '../option-words.ts';
import { readDate } from '../options.ts';
import { perBank } from '../per-bank.ts';
import type { Phrases } from '../phrases.ts';
import type { OptionQuestion, WordedOption } from '../question.ts';
import { attributed, datedEvent, positionOf, wordCard } from '../wording.ts';
import { positionOption } from './said.ts';

/** Those that belong together. */
const ALIKE = 3;
/** How many of the nearest years and speakers are looked at. */
const NEAREST = 6;
/** Of how many events of one year those are sought that are of its topics. */
const LOOKED_AT = 96;
/** Of how many of these the others are drawn. */
const MEMBERS = 24;

/** What the others have in common (a year, or a speaker), with those that have it. */
type Company = { readonly given: string; readonly members: readonly string[] };

const companies = perBank(findCompanies, ({ id }: Card) => id);

function findCompanies(bank: Bank, card: Card): readonly Company[] {
	const fact = bank.fact(card.fact);
	const all =
		fact.kind === 'event'
			? yearsWithout(bank, fact)
			: fact.kind === 'claim'
				? speakersWithout(bank, fact)
				: [];
	return all.filter((company) => !standsOut(bank, card, company));
}

/** Years near the event's own in which other events are known to have happened, and it is not. */
function yearsWithout(bank: Bank, event: EventFact): Company[] {
	if (event.status === 'ATTRIBUTE' || /\d{4}/.test(event.name)) return [];
	return nearestYears(bank, event, NEAREST).flatMap(({ year, events }) => {
		const when = readDate(String(year));
		if (!when || happenedIn(bank, when, event) !== 'no') return [];
		// Of one topic: the odd one shows by its time alone.
		const like = someOf(events, event.id, LOOKED_AT).filter(
			({ topics, group }) =>
				topics.some((topic) => event.topics.includes(topic)) &&
				(group === null || group !== event.group)
		);
		const members = onePerStory(
			someOf(like, event.id, MEMBERS).filter((other) => happenedIn(bank, when, other) === 'yes')
		);
		return members.length >= ALIKE ? [{ given: String(year), members }] : [];
	});
}

/** The first event of each group, by id: two of one story would show that they belong together. */
const onePerStory = (events: readonly EventFact[]): string[] => [
	...new Map(events.map(({ id, group }) => [group ?? id, id])).values()
];

/** Speakers of the same documents who are known not to hold the position, with their own. */
function speakersWithout(bank: Bank, claim: ClaimFact): Company[] {
	if (claim.speakers.length !== 1) return [];
	const bySpeaker = new Map<string, ClaimFact[]>();
	for (const other of claimsBeside(bank, claim)) {
		const [speaker, ...more] = other.speakers;
		if (speaker === undefined || more.length > 0 || other.flags.includes('sensitive')) continue;
		bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), other]);
	}
	return [...bySpeaker]
		.filter(
			([speaker, claims]) => claims.length >= ALIKE && makesClaim(bank, claim, speaker) === 'no'
		)
		.slice(0, NEAREST)
		.map(([given, claims]) => ({ given, members: claims.map(({ id }) => id) }));
}

const question = (
	card: Card,
	given: string,
	options: readonly string[]
): OptionQuestion<'odd'> => ({
	kind: 'odd',
	card: card.id,
	direction: 'value',
	given: [given],
	options,
	key: card.fact
});

/** Whether the one that does not belong is longer than all others: it would stand out. */
const standsOut = (bank: Bank, card: Card, { members }: Company): boolean =>
	members.every((id) => nameOf(bank, id).length < nameOf(bank, card.fact).length);

/** What an option reads like. */
function nameOf(bank: Bank, id: string): string {
	const fact = bank.fact(id);
	return fact.kind === 'claim' ? fact.position : (fact as EventFact).name;
}

function stem(bank: Bank, card: Card, given: string, phrases: Phrases): string {
	const fact = bank.fact(card.fact);
	return fact.kind === 'claim'
		? attributed(bank, fact, phrases.oddPosition({ speaker: bank.actor(given).name }), phrases)
		: phrases.oddYear({ year: given });
}

function wordOption(bank: Bank, id: string, right: boolean, phrases: Phrases): WordedOption {
	const fact = bank.fact(id);
	return fact.kind === 'claim'
		? positionOption(bank, fact, right, phrases)
		: eventOption(fact as EventFact, right, phrases, (input) => phrases.didHappen(input));
}

export const odd: OptionKind<'odd'> = {
	name: 'odd',

	directions: (bank, card) => (companies(bank, card).length > 0 ? ['value'] : []),

	make(bank, card, { random }) {
		const company = random.pick(companies(bank, card));
		if (!company) return null;
		const pool = fairNames(
			{ id: card.fact, text: nameOf(bank, card.fact) },
			company.members.map((id) => ({ id, text: nameOf(bank, id) })),
			''
		);
		const members = pool.draw(ALIKE, random);
		if (members?.length !== ALIKE) return null;
		return question(card, company.given, random.shuffle([card.fact, ...members]));
	},

	widest: (bank, card) =>
		companies(bank, card).map(({ given, members }) =>
			question(card, given, [card.fact, ...members])
		),

	truth(bank, asked, option) {
		const [given = ''] = asked.given;
		const fact = bank.facts.get(option);
		const belongs: Truth =
			fact?.kind === 'claim'
				? makesClaim(bank, fact, given)
				: fact?.kind === 'event'
					? happenedInYear(bank, given, fact)
					: 'unknown';
		if (belongs === 'unknown') return 'unknown';
		return belongs === 'yes' ? 'no' : 'yes';
	},

	grade: gradeOption,

	word(bank, asked, phrases) {
		const card = cardOf(bank, asked);
		const fact = bank.fact(card.fact);
		const [given = ''] = asked.given;
		const answer =
			fact.kind === 'claim'
				? positionOf(bank, fact, phrases)
				: datedEvent(fact as EventFact, phrases);
		return wordCard(bank, card, phrases, {
			stem: stem(bank, card, given, phrases),
			options: asked.options.map((id) => wordOption(bank, id, id === asked.key, phrases)),
			answer,
			isAmongOthers: true
		});
	}
};

function happenedInYear(bank: Bank, year: string, event: EventFact): Truth {
	const when = readDate(year);
	return when ? happenedIn(bank, when, event) : 'unknown';
}
