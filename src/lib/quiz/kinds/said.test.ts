import { describe, expect, it } from 'vitest';
import {
	ask,
	askOften,
	canAsk,
	people,
	taking,
	tryAsk,
	worded
} from '../../../../tests/fixtures/asking.ts';
import { claim, sampleBank } from '../../../../tests/fixtures/sample.ts';
import type { ClaimFact } from '../../bank/pack.ts';

const claims = people.map(({ id }, index) =>
	claim(`c${index}`, { speakers: [id], position: `thing number ${index} is so` })
);
const first = claims[0] as ClaimFact;
const bank = sampleBank(claims, people);
const withFirst = (more: Partial<ClaimFact>, others: readonly ClaimFact[] = claims.slice(1)) =>
	sampleBank([{ ...first, ...more }, ...others], people);

const value = ['value'] as const;
const subject = ['subject'] as const;

describe('who said it', () => {
	it('has the speaker as its key beside others on record in the same document', () => {
		for (const { options, key } of askOften(bank, 'c0.speaker', 'said', value)) {
			expect(key).toBe('p0');
			expect(options).toContain('p0');
			expect(new Set(options).size).toBe(4);
		}
	});

	it('never offers who spoke on the matter, passes it on, or is spoken of', () => {
		const near = withFirst({ matter: 'one', relayedBy: ['p1'], about: ['p2'] }, [
			...claims.slice(1, 3),
			claim('c3', { speakers: ['p3'], matter: 'one' }),
			...claims.slice(4),
			claim('c6', { speakers: ['p3'] })
		]);
		const offered = askOften(near, 'c0.speaker', 'said', value).flatMap(({ options }) => options);
		expect(new Set(offered)).toEqual(new Set(['p0', 'p4', 'p5']));
	});

	it('never offers somebody of whom nothing is on record in the document', () => {
		const elsewhere = { support: [{ source: 'other', at: null, mode: 'states' }] } as const;
		const [paper] = bank.sources.values();
		if (!paper) throw new Error('no source');
		const apart = [
			...claims.slice(1, 4),
			...claims.slice(4).map((each) => ({ ...each, ...elsewhere }))
		];
		const two = withFirst({}, apart);
		const offered = askOften(two, 'c0.speaker', 'said', value).flatMap(({ options }) => options);
		expect(offered).not.toContain('p4');
		expect(offered).not.toContain('p5');
	});

	it('is not asked of what several say together, nor where nobody else speaks', () => {
		expect(canAsk(withFirst({ speakers: ['p0', 'p1'] }), 'c0.speaker', 'said')).toBe(false);
		expect(tryAsk(sampleBank([first], people), 'c0.speaker', 'said')).toBeNull();
		expect(withFirst({ speakers: [] }).card('c0.speaker')).toBeUndefined();
		expect(withFirst({ status: 'HOLD' }).card('c0.speaker')).toBeUndefined();
	});

	it('says according to whom, and tells what each of the others said', () => {
		const question = ask(bank, 'c0.speaker', 'said', { directions: value });
		const { stem, options, answer } = worded(bank, question);
		expect(stem).toBe('According to the paper, who said that thing number 0 is so?');
		expect(answer).toBe('Anna Berg');
		for (const { id, right, why } of options) {
			const name = people.find((person) => person.id === id)?.name ?? '?';
			expect(why).toBe(right ? '' : `${name} said that thing number ${id.slice(1)} is so`);
		}
	});
});

describe('which position somebody holds', () => {
	it('has the own one as its key beside those of others', () => {
		for (const { options, key } of askOften(bank, 'c0.speaker', 'said', subject)) {
			expect(key).toBe('c0');
			expect(options.filter((id) => id === 'c0')).toHaveLength(1);
			expect(new Set(options).size).toBe(4);
		}
	});

	it('never offers a position on a matter of the speaker, of their group, or a grave one', () => {
		const near = withFirst({ matter: 'one', group: 'g' }, [
			{ ...(claims[1] as ClaimFact), matter: 'one' },
			{ ...(claims[2] as ClaimFact), group: 'g' },
			{ ...(claims[3] as ClaimFact), flags: ['sensitive'] },
			...claims.slice(4),
			claim('more', { speakers: ['p4'], position: 'thing number 6 is so' })
		]);
		const offered = askOften(near, 'c0.speaker', 'said', subject).flatMap(({ options }) => options);
		expect(new Set(offered)).toEqual(new Set(['c0', 'c4', 'c5', 'more']));
	});

	it('is not asked of violence, which is asked for its speaker only', () => {
		const grave = withFirst({ flags: ['sensitive'] });
		expect(tryAsk(grave, 'c0.speaker', 'said', { directions: subject })).toBeNull();
		expect(tryAsk(grave, 'c0.speaker', 'said', { directions: value })).not.toBeNull();
	});

	it('names the speaker, and tells whose the others are', () => {
		const question = ask(bank, 'c0.speaker', 'said', { directions: subject });
		const { stem, options, answer } = worded(bank, question);
		expect(stem).toBe('According to the paper, which is what Anna Berg holds?');
		expect(answer).toBe('Thing number 0 is so');
		for (const { text, right, why } of options) {
			expect(text).toMatch(/^Thing number \d is so$/);
			if (right) expect(why).toBe('');
			else expect(why).toMatch(/said that thing number \d is so$/);
		}
	});

	it('is right when the own position is taken, and wrong else', () => {
		const question = ask(bank, 'c0.speaker', 'said', { directions: subject });
		for (const option of question.options) {
			expect(taking(bank, question, option).outcome).toBe(option === 'c0' ? 'right' : 'wrong');
		}
	});
});
