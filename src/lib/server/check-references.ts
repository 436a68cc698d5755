/**
 * Ids: each names one thing, for ever, and each reference names something that is there.
 */
import { foldName } from '../quiz/fold.ts';
import { suggestion } from './nearest.ts';
import type { PackProblem } from './problem.ts';
import {
	packsSeenBy,
	type FieldPath,
	type ListName,
	type WrittenFact,
	type WrittenPack
} from './read-pack.ts';
import { reportInto, type Entry, type Report } from './report.ts';
import { languagesOf } from './texts.ts';

/** Relations that join events instead of actors. */
const joinsEvents = (fact: WrittenFact): boolean =>
	fact.kind === 'relation' && (fact.type === 'cause_of' || fact.type === 'precedes');

/** Names in slots that are no actors. */
const RESERVED = ['value'];

export function checkReferences(packs: readonly WrittenPack[]): PackProblem[] {
	const problems: PackProblem[] = [];
	checkUnique(packs, problems);
	checkAliases(packs, problems);
	for (const pack of packs) {
		const report = reportInto(problems, pack);
		checkNeeds(pack, packs, report);
		checkPack(pack, packsSeenBy(pack, packs), report);
	}
	return problems;
}

/** Facts, actors, sources and glossary words share one namespace: all have addresses in Explore. */
function checkUnique(packs: readonly WrittenPack[], problems: PackProblem[]): void {
	const spaces: readonly ((pack: WrittenPack) => readonly Entry[])[] = [
		(pack) => [...pack.actors, ...pack.facts, ...pack.sources, ...pack.glossary],
		(pack) => pack.notes,
		(pack) => pack.header.units
	];
	for (const [index, entriesOf] of spaces.entries()) {
		const first = new Map<string, { pack: WrittenPack; entry: Entry }>();
		for (const pack of packs) {
			for (const entry of entriesOf(pack)) {
				const earlier = first.get(entry.id);
				if (!earlier) {
					first.set(entry.id, { pack, entry });
					continue;
				}
				const { file, line } = earlier.pack.placeOf(earlier.entry);
				const place = placeOfId(pack, entry, index === 2);
				const message = `the id “${entry.id}” is taken at ${file}:${line}: choose another.`;
				problems.push({ ...place, id: entry.id, path: 'id', message });
			}
		}
	}
	const retired = new Map(
		packs.flatMap((pack) => pack.header.retired.map((id) => [id, pack.header.id] as const))
	);
	for (const pack of packs) {
		const report = reportInto(problems, pack);
		for (const entry of [...pack.facts, ...pack.actors]) {
			const owner = retired.get(entry.id);
			if (owner === undefined) continue;
			report(
				entry,
				['id'],
				`the id “${entry.id}” was retired in the pack “${owner}”, and learners' logs still hold it: choose another.`
			);
		}
		for (const actor of pack.actors.filter(({ id }) => RESERVED.includes(id))) {
			report(actor, ['id'], `“${actor.id}” has a meaning of its own in slots: choose another id.`);
		}
		for (const [list, name] of [
			[pack.header.topics, 'topics'],
			[pack.header.retired.map((id) => ({ id })), 'retired']
		] as const) {
			for (const [index, { id }] of list.entries()) {
				if (list.findIndex((other) => other.id === id) === index) continue;
				report(pack.header, [name, index], `the id “${id}” stands twice in ${name}: keep one.`);
			}
		}
	}
	for (const [index, pack] of packs.entries()) {
		if (packs.findIndex(({ header }) => header.id === pack.header.id) === index) continue;
		reportInto(problems, pack)(
			pack.header,
			['id'],
			`another pack is called “${pack.header.id}” already.`
		);
	}
}

const placeOfId = (pack: WrittenPack, entry: Entry, isUnit: boolean) =>
	isUnit
		? pack.placeOf(pack.header, [
				'units',
				pack.header.units.findIndex((unit) => unit === entry),
				'id'
			])
		: pack.placeOf(entry, ['id']);

/** A typed name must mean one actor: no spelling belongs to two, in any language. */
function checkAliases(packs: readonly WrittenPack[], problems: PackProblem[]): void {
	const owners = new Map<string, string>();
	for (const pack of packs) {
		const report = reportInto(problems, pack);
		for (const actor of pack.actors) {
			const spellings: (readonly [string, FieldPath])[] = [
				...languagesOf(actor.name).map(
					(language) => [actor.name[language] ?? '', ['name', language]] as const
				),
				...actor.aliases.map((alias, index) => [alias, ['aliases', index]] as const)
			];
			for (const [spelling, path] of spellings) {
				const folded = foldName(spelling);
				const owner = owners.get(folded) ?? actor.id;
				owners.set(folded, owner);
				if (owner === actor.id) continue;
				report(
					actor,
					path,
					`“${spelling}” is also a spelling of “${owner}”: a typed answer could mean either. Remove it from one of the two.`
				);
			}
		}
	}
}

function checkNeeds(pack: WrittenPack, packs: readonly WrittenPack[], report: Report): void {
	const others = packs.map(({ header }) => header.id).filter((id) => id !== pack.header.id);
	for (const [index, id] of pack.header.needs.entries()) {
		const path = ['needs', index];
		if (packs.some(({ header }) => header.id === id && header.optional)) {
			report(
				pack.header,
				path,
				`“${id}” is optional: a pack can need only what every learner has.`
			);
		}
		if (others.includes(id)) continue;
		report(pack.header, path, `there is no other pack “${id}”.${suggestion(id, others)}`);
	}
}

function checkPack(pack: WrittenPack, packs: readonly WrittenPack[], report: Report): void {
	const known = (
		what: string,
		lists: readonly ListName[],
		idsOf: (pack: WrittenPack) => readonly string[]
	) => {
		const ids = new Set(packs.flatMap((each) => idsOf(each)));
		const isUnread = packs.some((each) => lists.some((name) => each.unread.has(name)));
		return (item: Entry, path: FieldPath, id: string | undefined): void => {
			if (id === undefined || ids.has(id) || isUnread) return;
			if (packs.some((each) => each.refused.has(id))) return;
			report(item, path, `there is no ${what} “${id}”.${suggestion(id, ids)}`);
		};
	};
	const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);
	const factFiles = ['dates', 'figures', 'relations', 'claims'] as const;
	const actor = known('actor', ['actors'], (each) => ids(each.actors));
	const source = known('source', ['sources'], (each) => ids(each.sources));
	const note = known('note', ['notes'], (each) => ids(each.notes));
	const unit = known('unit', [], (each) => ids(each.header.units));
	const fact = known('fact', factFiles, (each) => ids(each.facts));
	const event = known('event', ['dates'], (each) =>
		ids(each.facts.filter(({ kind }) => kind === 'event'))
	);
	const topics = packs.flatMap(({ header }) => ids(header.topics));
	const all = (
		check: typeof actor,
		item: Entry,
		field: string,
		references: readonly string[] | undefined
	) => references?.forEach((id, index) => check(item, [field, index], id));

	const named = (item: Entry, field: string, list: readonly { readonly actor: string }[]) => {
		for (const [index, { actor: id }] of list.entries()) actor(item, [field, index], id);
	};

	for (const item of [...pack.facts, ...pack.actors]) {
		all(actor, item, 'saidBy', item.saidBy);
		all(note, item, 'notes', item.notes);
		for (const [index, support] of item.support.entries()) {
			source(item, ['support', index, 'source'], support.source);
			checkLocator(item, index);
		}
	}
	const state = known('state', ['actors'], (each) =>
		ids(each.actors.filter(({ type }) => type === 'state'))
	);
	for (const item of pack.actors) state(item, ['within'], item.within);
	for (const item of pack.sources) all(note, item, 'notes', item.notes);
	for (const item of pack.facts) {
		for (const [index, topic] of item.topics.entries()) {
			if (topics.includes(topic)) continue;
			report(
				item,
				['topics', index],
				`pack.yaml has no topic “${topic}”.${suggestion(topic, topics) || ` Its topics are ${topics.join(', ')}.`}`
			);
		}
		switch (item.kind) {
			case 'event':
				item.actors.forEach((player, index) =>
					actor(item, ['actors', index, 'actor'], player.actor)
				);
				named(item, 'places', item.places);
				break;
			case 'figure':
				named(item, 'about', item.about);
				all(fact, item, 'derivedFrom', item.derivedFrom);
				unit(item, ['unit'], item.unit);
				break;
			case 'relation': {
				const side = joinsEvents(item) ? event : actor;
				side(item, ['from'], item.from);
				side(item, ['to'], item.to);
				actor(item, ['place'], item.place);
				break;
			}
			case 'claim':
				all(actor, item, 'speakers', item.speakers);
				all(actor, item, 'relayedBy', item.relayedBy);
				named(item, 'about', item.about);
				break;
			default:
				item satisfies never;
		}
	}

	/** "P40" of a document with 35 paragraphs is a slip of the pen. */
	function checkLocator(item: WrittenFact | WrittenPack['actors'][number], index: number): void {
		const support = item.support[index];
		const cited = packs.flatMap((each) => each.sources).find(({ id }) => id === support?.source);
		if (!support?.at || !cited?.paragraphs) return;
		for (const [, digits] of support.at.matchAll(/P(\d+)/g)) {
			const paragraph = Number(digits);
			if (paragraph >= 1 && paragraph <= cited.paragraphs) continue;
			report(
				item,
				['support', index, 'at'],
				`“${cited.id}” has paragraphs P1 to P${cited.paragraphs}: P${paragraph} is not one of them.`
			);
		}
	}
}
