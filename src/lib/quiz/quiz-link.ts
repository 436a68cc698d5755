/**
 * A quiz as the fragment of a link: all that draws it again, readable and strictly checked.
 *
 * `quiz=1&g=3&p=morocco-israel:4f2a91c0&d=mixed&n=10&s=8c1f20aa63&c=1kq8z3n`: the version of this
 * format, the generator, the packs with their versions, the difficulty, the length, the seed and a
 * checksum; between them, where they are wanted, the packs (`o`) and topics (`t`) to draw from, the
 * years (`y`), actors (`a`), kinds (`k`) and `x=1` for no sensitive facts.
 */
import type { Bank } from '../bank/bank.ts';
import { kindNames, type KindName } from './question.ts';
import type { Difficulty, Period, Specification } from './specification.ts';

/** A pack and the version of it that a quiz was drawn from. */
export type PackVersion = { readonly id: string; readonly version: string };

export type QuizLink = {
	/** The version of the generator that drew the quiz. */
	readonly generator: number;
	/** Every pack of the bank that it was drawn from, those that only lent wrong answers too. */
	readonly packs: readonly PackVersion[];
	readonly specification: Specification;
	/** Letters, digits, hyphens and single spaces; at most 64. */
	readonly seed: string;
};

/** What of a link can name something that is not known here. */
export type Named = 'pack' | 'topic' | 'actor' | 'kind';

/**
 * Why a fragment gives no quiz. `foreign`: it is no quiz link. `newer`: made by a later version of
 * the app. `damaged`: something is missing or was changed on its way. `unknown`: it is whole, and
 * names what is not known here.
 */
export type QuizLinkProblem =
	| { readonly code: 'foreign' | 'newer' | 'damaged' }
	| { readonly code: 'unknown'; readonly what: Named; readonly ids: readonly string[] };

export type DecodedQuizLink =
	| { readonly ok: true; readonly link: QuizLink }
	| { readonly ok: false; readonly problem: QuizLinkProblem };

const FORMAT = 1;

/** Characters; what a link of ours never reaches is not even looked through. */
const LONGEST = 4000;

/** How many of each a link may name. */
export const MOST = { packs: 20, topics: 50, actors: 30, length: 100 } as const;

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** A pack and its version: "morocco-israel:4f2a91c0". */
const PACK = /^[a-z0-9]+(?:-[a-z0-9]+)*:[a-z0-9.]{1,24}$/;
const SEED = /^[A-Za-z0-9-]+(?: [A-Za-z0-9-]+)*$/;
const LONGEST_SEED = 64;
const WHOLE = /^(?:0|[1-9]\d{0,8})$/;
const difficulties: readonly Difficulty[] = ['easy', 'mixed', 'hard'];

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): finds what was cut or mistyped. */
function checksum(text: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	}
	return (hash >>> 0).toString(36);
}

/** The fragment of the link, without `#`. */
export function encodeQuizLink({ generator, packs, specification, seed }: QuizLink): string {
	const { topics, period, actors, kinds, difficulty, length, excludeSensitive } = specification;
	const list = (key: string, items: readonly string[]) =>
		items.length > 0 ? [`${key}=${items.join(',')}`] : [];
	const body = [
		`quiz=${FORMAT}`,
		`g=${generator}`,
		...list(
			'p',
			packs.map(({ id, version }) => `${id}:${version}`)
		),
		...list('o', specification.packs),
		...list('t', topics),
		...(period ? [`y=${period.from}-${period.to}`] : []),
		...list('a', actors),
		...list('k', kinds),
		`d=${difficulty}`,
		`n=${length}`,
		...(excludeSensitive ? ['x=1'] : []),
		`s=${seed.replaceAll(' ', '+')}`
	].join('&');
	return `${body}&c=${checksum(body)}`;
}

/** Reads the fields of a fragment, or says that they are not sound by giving null. */
class Fields {
	readonly #fields = new Map<string, string>();

	constructor(body: string) {
		for (const field of body.split('&')) {
			const equals = field.indexOf('=');
			this.#fields.set(field.slice(0, equals), field.slice(equals + 1));
		}
	}

	/** A whole number within bounds. */
	number(key: string, least: number, most: number): number | null {
		const text = this.#fields.get(key) ?? '';
		const number = WHOLE.test(text) ? Number(text) : -1;
		return number >= least && number <= most ? number : null;
	}

	/** A list of different texts of one form; empty when the field is not there. */
	list(key: string, most: number, form: RegExp): string[] | null {
		const text = this.#fields.get(key);
		if (text === undefined) return [];
		const items = text.split(',');
		const isSound =
			items.length <= most &&
			new Set(items).size === items.length &&
			items.every((item) => item.length <= 100 && form.test(item));
		return isSound ? items : null;
	}

	/** Two years, the earlier one first; null when the field is not there or not sound. */
	period(key: string): Period | null {
		const [, from, to] = /^(\d{1,4})-(\d{1,4})$/.exec(this.#fields.get(key) ?? '') ?? [];
		return Number(from) <= Number(to) ? { from: Number(from), to: Number(to) } : null;
	}

	text(key: string): string | undefined {
		return this.#fields.get(key);
	}
}

/** What networks hang on the end of every address that passes through them. */
const TRACKER = /[?&](?:fbclid|gclid|igshid|utm_[a-z]+)=.*$/;

/** The text of a fragment that another program may have escaped; null when that cannot be undone. */
function unescaped(text: string): string | null {
	if (!text.includes('%')) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}

const failure = (code: 'foreign' | 'newer' | 'damaged'): DecodedQuizLink => ({
	ok: false,
	problem: { code }
});

/**
 * Reads a fragment, with or without `#`. Takes any text of any length; what it gives back is sound
 * in itself, and `unknownIn` tells whether a bank knows what it names.
 */
export function decodeQuizLink(fragment: string): DecodedQuizLink {
	const head = /^#?quiz(?:=|%3D)(\d{1,4})/i.exec(fragment.slice(0, 14));
	if (!head) return failure('foreign');
	if (Number(head[1]) > FORMAT) return failure('newer');
	if (fragment.length > LONGEST) return failure('damaged');
	const text = unescaped(fragment.replace(/^#/, ''))?.replace(TRACKER, '');
	const [, body, sum] = /^(.*)&c=([a-z0-9]+)$/.exec(text ?? '') ?? [];
	if (body === undefined || sum !== checksum(body)) return failure('damaged');
	const fields = new Fields(body);
	const names = fields.list('k', 100, /^[a-z]+$/);
	const kinds = names?.filter(isKind);
	const unknown = names?.filter((name) => !isKind(name)) ?? [];
	if (unknown.length > 0) {
		return { ok: false, problem: { code: 'unknown', what: 'kind', ids: unknown } };
	}
	const link = kinds ? linkOf(fields, kinds) : null;
	// One quiz has one link: what is twice, out of order or beside the point is none of ours.
	return link && encodeQuizLink(link) === text ? { ok: true, link } : failure('damaged');
}

/** The link that the fields give; null when one of them is not sound. */
function linkOf(fields: Fields, kinds: readonly KindName[]): QuizLink | null {
	const generator = fields.number('g', 1, 1_000_000);
	const packs = fields.list('p', MOST.packs, PACK)?.map(versionOf);
	const ids = packs?.map(({ id }) => id) ?? [];
	const wanted = fields.list('o', MOST.packs, ID);
	const topics = fields.list('t', MOST.topics, ID);
	const period = fields.period('y');
	const actors = fields.list('a', MOST.actors, ID);
	const difficulty = difficulties.find((name) => name === fields.text('d'));
	const length = fields.number('n', 1, MOST.length);
	const seed = (fields.text('s') ?? '').replaceAll('+', ' ');
	const isSound =
		new Set(ids).size === ids.length && seed.length <= LONGEST_SEED && SEED.test(seed);
	if (!isSound || !generator || !packs || !topics || !actors || !difficulty || !length) return null;
	if (!wanted?.every((id) => ids.includes(id))) return null;
	const excludeSensitive = fields.text('x') === '1';
	return {
		generator,
		packs,
		specification: {
			packs: wanted,
			topics,
			period,
			actors,
			kinds,
			difficulty,
			length,
			excludeSensitive
		},
		seed
	};
}

const isKind = (name: string): name is KindName => kindNames.some((kind) => kind === name);

function versionOf(text: string): PackVersion {
	const [id = '', version = ''] = text.split(':');
	return { id, version };
}

/** What a link names that this bank does not know; null when it knows everything. */
export function unknownIn(
	bank: Bank,
	{ packs, specification }: QuizLink
): Extract<QuizLinkProblem, { readonly code: 'unknown' }> | null {
	const loaded = new Set(bank.packs.map(({ id }) => id));
	const topics = new Set(bank.topics.map(({ id }) => id));
	const named = {
		pack: [...packs.map(({ id }) => id), ...specification.packs].filter((id) => !loaded.has(id)),
		topic: specification.topics.filter((id) => !topics.has(id)),
		actor: specification.actors.filter((id) => !bank.actors.has(id))
	} as const;
	for (const what of ['pack', 'topic', 'actor'] as const) {
		const ids = [...new Set(named[what])];
		if (ids.length > 0) return { code: 'unknown', what, ids };
	}
	return null;
}
