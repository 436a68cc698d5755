import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Bank } from '../bank/bank.ts';
import { kindNames } from './question.ts';
import { decodeQuizLink, encodeQuizLink, unknownIn, type QuizLink } from './quiz-link.ts';
import { quizOf } from './specification.ts';

const letters = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 });
const id = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('-'));
const ids = (maxLength: number) => fc.uniqueArray(id, { maxLength });
const seed = fc
	.array(fc.string({ unit: fc.constantFrom(...letters, 'A', 'Z', '-'), minLength: 1 }), {
		minLength: 1
	})
	.map((words) => words.join(' '))
	.filter((text) => text.length <= 64);
const period = fc
	.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 }))
	.map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }));

const packs = fc
	.uniqueArray(id, { minLength: 1, maxLength: 6 })
	.chain((all) => fc.tuple(...all.map((pack) => word.map((version) => ({ id: pack, version })))));

const specificationOf = (all: readonly string[]) =>
	fc.record({
		packs: fc.subarray([...all]),
		topics: ids(8),
		period: fc.option(period),
		actors: ids(8),
		kinds: fc.uniqueArray(fc.constantFrom(...kindNames)),
		difficulty: fc.constantFrom('easy' as const, 'mixed' as const, 'hard' as const),
		length: fc.integer({ min: 1, max: 100 }),
		excludeSensitive: fc.boolean()
	});

const anyLink: fc.Arbitrary<QuizLink> = packs.chain((all) =>
	fc.record({
		generator: fc.integer({ min: 1, max: 1_000_000 }),
		packs: fc.constant(all),
		specification: specificationOf(all.map((pack) => pack.id)),
		seed
	})
);

const ten: QuizLink = {
	generator: 3,
	packs: [{ id: 'morocco-israel', version: '4f2a91c0' }],
	specification: quizOf(10),
	seed: 'day 2026-03-02'
};

/** A link whose body was written by hand, with the checksum that goes with it. */
function signed(body: string): string {
	let hash = 0x811c9dc5;
	for (const letter of body) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
	return `${body}&c=${(hash >>> 0).toString(36)}`;
}

describe('a quiz link', () => {
	test('gives back the quiz that it was made of', () => {
		fc.assert(
			fc.property(anyLink, (link) => {
				expect(decodeQuizLink(encodeQuizLink(link))).toEqual({ ok: true, link });
			})
		);
	});

	test('survives what a network hangs on its end', () => {
		fc.assert(
			fc.property(
				anyLink,
				fc.constantFrom('?fbclid=IwAR0x_y', '&utm_source=a&utm_medium=b'),
				(link, tail) => {
					expect(decodeQuizLink(`#${encodeQuizLink(link)}${tail}`)).toEqual({ ok: true, link });
				}
			)
		);
	});

	test('needs no escaping in an address, and survives being escaped', () => {
		fc.assert(
			fc.property(anyLink, (link) => {
				const fragment = encodeQuizLink(link);
				expect(new URL(`#${fragment}`, 'https://example.org').hash).toBe(`#${fragment}`);
				expect(decodeQuizLink(`#${encodeURIComponent(fragment).replaceAll('%3D', '=')}`)).toEqual({
					ok: true,
					link
				});
			})
		);
	});

	test('of a plain quiz is short', () => {
		expect(encodeQuizLink(ten).length).toBeLessThan(100);
	});

	test('with one letter changed, cut off or put in is not taken for another quiz', () => {
		fc.assert(
			fc.property(
				anyLink,
				fc.nat(),
				fc.constantFrom('', 'a', '7', '&', '=', ',', '%', '\0'),
				fc.nat({ max: 2 }),
				(link, place, put, taken) => {
					const fragment = encodeQuizLink(link);
					const at = place % fragment.length;
					const changed = fragment.slice(0, at) + put + fragment.slice(at + taken);
					fc.pre(changed !== fragment);
					expect(decodeQuizLink(changed).ok).toBe(false);
				}
			)
		);
	});

	test('cut off anywhere is told from an address of something else', () => {
		const fragment = encodeQuizLink(ten);
		for (let end = 'quiz=1'.length; end < fragment.length; end++) {
			expect(decodeQuizLink(fragment.slice(0, end))).toEqual({
				ok: false,
				problem: { code: 'damaged' }
			});
		}
		expect(decodeQuizLink('#main')).toEqual({ ok: false, problem: { code: 'foreign' } });
	});

	test('of a later format says so', () => {
		const problem = { code: 'newer' };
		expect(decodeQuizLink('#quiz=2&whatever')).toEqual({ ok: false, problem });
	});

	test.each([
		['no question', 'n=0'],
		['too many questions', 'n=101'],
		['a length that is no number', 'n=ten'],
		['a length with a zero before it', 'n=010'],
		['a difficulty that does not exist', 'd=cruel'],
		['no generator', 'g=0'],
		['years that run backwards', 'y=1990-1980'],
		['a topic that is no id', 't=<b>'],
		['a topic twice', 't=leaving,leaving'],
		['a pack without a version', 'p=morocco-israel'],
		['a pack twice', 'p=morocco-israel:1,morocco-israel:2'],
		['a pack to draw from that is not there', 'o=algeria'],
		['another switch than 1', 'x=2'],
		['a seed of other letters', 's=é'],
		['an empty seed', 's='],
		[
			'more actors than can be asked for',
			`a=${Array.from({ length: 31 }, (_, at) => `a${at}`).join(',')}`
		]
	])('with %s is refused', (_, field) => {
		const link = { ...ten, specification: { ...quizOf(10), excludeSensitive: true } };
		const [key = ''] = field.split('=');
		const body = encodeQuizLink(link).replace(/&c=.*$/, '');
		const with_ = new RegExp(`&${key}=[^&]*`);
		const changed = with_.test(body)
			? body.replace(with_, `&${field}`)
			: body.replace('&d=', `&${field}&d=`);
		expect(changed).toContain(field);
		expect(decodeQuizLink(signed(body)).ok).toBe(true);
		expect(decodeQuizLink(signed(changed))).toEqual({ ok: false, problem: { code: 'damaged' } });
	});

	test('with a field that nobody knows, or in another order, is refused', () => {
		const body = encodeQuizLink(ten).replace(/&c=.*$/, '');
		for (const changed of [
			`${body}&z=1`,
			`${body}&n=10`,
			body.replace('&g=3', '').replace('&d=', '&g=3&d=')
		]) {
			expect(decodeQuizLink(signed(changed)).ok, changed).toBe(false);
		}
	});

	test('with kinds that do not exist names them', () => {
		const body = encodeQuizLink({ ...ten, specification: { ...quizOf(10), kinds: ['choice'] } })
			.replace(/&c=.*$/, '')
			.replace('k=choice', 'k=choice,charades');
		expect(decodeQuizLink(signed(body))).toEqual({
			ok: false,
			problem: { code: 'unknown', what: 'kind', ids: ['charades'] }
		});
	});

	test('may be any text at all', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.string({ unit: 'binary' }).map((rest) => `#quiz=1&${rest}`),
			fc.string({ unit: 'binary' }).map((rest) => signed(`quiz=1&${rest}`)),
			fc
				.array(
					fc.tuple(
						fc.constantFrom('g', 'p', 'o', 't', 'y', 'a', 'k', 'd', 'n', 'x', 's'),
						fc.string()
					)
				)
				.map((fields) => {
					const body = fields.map(([key, value]) => `${key}=${value}`).join('&');
					return signed(`quiz=1&${body}`);
				})
		);
		fc.assert(
			fc.property(text, (any) => {
				const decoded = decodeQuizLink(any);
				if (decoded.ok) expect(encodeQuizLink(decoded.link)).toBe(any.replace(/^#/, ''));
			}),
			{ numRuns: 1000 }
		);
	});

	test('of a million letters is refused at once', () => {
		const million = 1_000_000;
		for (const text of [
			'a'.repeat(million),
			`#quiz=1&t=${'a,'.repeat(million / 2)}`,
			`#quiz=1&s=${'a+'.repeat(million / 2)}&c=1`,
			`#quiz=1${'%'.repeat(million)}`,
			`#quiz=${'1'.repeat(million)}`
		]) {
			const before = performance.now();
			expect(decodeQuizLink(text).ok).toBe(false);
			expect(performance.now() - before).toBeLessThan(50);
		}
	});
});

describe('what a link names', () => {
	const bank = new Bank([
		{
			format: 1,
			id: 'harbour',
			version: '1.0.0',
			language: 'en',
			title: 'The harbour',
			about: '',
			licence: '',
			needs: [],
			optional: false,
			topics: [{ id: 'ships', name: 'Ships' }],
			units: [],
			sources: [],
			actors: [],
			facts: [],
			notes: [],
			glossary: [],
			retired: []
		}
	]);
	const about = (part: Partial<QuizLink['specification']>): QuizLink => ({
		...ten,
		packs: [{ id: 'harbour', version: '1.0.0' }],
		specification: { ...quizOf(10), ...part }
	});

	test('is known to a bank that has all of it', () => {
		expect(unknownIn(bank, about({ packs: ['harbour'], topics: ['ships'] }))).toBe(null);
	});

	test('is told when the bank does not have it', () => {
		const unknown = { code: 'unknown' } as const;
		expect(unknownIn(bank, ten)).toEqual({ ...unknown, what: 'pack', ids: ['morocco-israel'] });
		expect(unknownIn(bank, about({ topics: ['ships', 'trains'] }))).toEqual({
			...unknown,
			what: 'topic',
			ids: ['trains']
		});
		expect(unknownIn(bank, about({ actors: ['nobody'] }))).toEqual({
			...unknown,
			what: 'actor',
			ids: ['nobody']
		});
	});
});
