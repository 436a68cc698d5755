import fc from 'fast-check';
import { expect, it } from 'vitest';
import { claim, date, event, sampleBank, when } from '../../../../tests/fixtures/sample.ts';
import type { Bank } from '../../bank/bank.ts';
import type { Fact } from '../../bank/pack.ts';
import { gapDays } from '../../bank/when.ts';
import { areContemporaries, GENERATION, isOfTheTime } from './eras.ts';

const anyYear = fc.integer({ min: 1700, max: 2000 });
const anyFact = fc.tuple(anyYear, fc.nat(15), fc.constantFrom('ann', 'bob'), fc.boolean()).map(
	([year, length, actor, isClaim]) =>
		(id: string): Fact =>
			isClaim
				? claim(id, { speakers: [actor], made: when(String(year)), about: ['ann', 'bob'] })
				: event(id, {
						date: date(`${year}/${year + length}`),
						actors: [{ actor, part: 'x', ask: null }]
					})
);
const anyBank = fc
	.array(anyFact, { maxLength: 8 })
	.map((all) => sampleBank(all.map((make, index) => make(`f${index}`))));

/** When an actor is on record, by looking through all facts. */
const timesOf = (bank: Bank, actor: string) =>
	bank.factsOf(actor).flatMap((fact) => {
		if (fact.kind !== 'claim') return fact.date ? [fact.date.when] : [];
		return fact.speakers.includes(actor) ? [fact.made] : [];
	});

it('an actor is of a time when on record within a generation of it', () => {
	fc.assert(
		fc.property(anyBank, anyYear, (bank, year) => {
			const time = when(String(year));
			const isNear = timesOf(bank, 'ann').some((own) => gapDays(own, time) <= GENERATION);
			expect(isOfTheTime(bank, 'ann', time)).toBe(isNear);
		})
	);
});

it('two are contemporaries when on record within a generation of one another, or nobody knows', () => {
	fc.assert(
		fc.property(anyBank, (bank) => {
			const [own, others] = [timesOf(bank, 'ann'), timesOf(bank, 'bob')];
			const areNear = own.some((a) => others.some((b) => gapDays(a, b) <= GENERATION));
			const isUnknown = own.length === 0 || others.length === 0;
			expect(areContemporaries(bank, 'ann', 'bob')).toBe(isUnknown || areNear);
		})
	);
});
