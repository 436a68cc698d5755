import { describe, expect, it } from 'vitest';
import { date, event, sampleBank } from '../../../../tests/fixtures/sample.ts';
import type { EventFact } from '../../bank/pack.ts';
import { canBeOrdered, companions, companionsBeyond } from './companions.ts';

const dated = (id: string, edtf: string, more: Partial<EventFact> = {}) =>
	event(id, { date: date(edtf), ...more });
const idsOf = (events: readonly EventFact[]) => events.map(({ id }) => id);

describe('companions of an event', () => {
	const asked = dated('asked', '1961-06-15');

	it('are those that can be ordered with it, nearest first', () => {
		const bank = sampleBank([
			asked,
			dated('same-year', '1961'),
			dated('far', '1950'),
			dated('near', '1961-06-01'),
			dated('later', '1962'),
			dated('held', '1961-07', { status: 'HOLD' }),
			dated('of-one-source', '1961-07', { status: 'ATTRIBUTE' }),
			dated('grave', '1961-07', { flags: ['sensitive'] }),
			dated('long', '1962/1990')
		]);
		expect(idsOf(companions(bank, asked))).toEqual(['near', 'later', 'far']);
	});

	it('are not only those of one crowded day, so that an order can be made of them', () => {
		const crowd = Array.from({ length: 500 }, (_, index) => dated(`d${index}`, '1961-06-17'));
		const bank = sampleBank([asked, ...crowd, dated('next', '1961-08'), dated('last', '1963')]);
		const found = companions(bank, asked);
		expect(idsOf(found).slice(-2)).toEqual(['next', 'last']);
		expect(found.length).toBeLessThan(10);
	});

	it('may be asked for from a distance on', () => {
		const bank = sampleBank([
			asked,
			dated('near', '1963'),
			dated('far', '1975'),
			dated('early', '1940')
		]);
		expect(idsOf(companionsBeyond(bank, asked, 3652))).toEqual(['far', 'early']);
	});
});

describe('two events can be ordered', () => {
	it('when their dates are certainly apart, however they are printed', () => {
		const early = dated('early', '1961');
		const late = dated('late', '1963');
		expect(canBeOrdered(early, late)).toBe(true);
		expect(canBeOrdered(late, early)).toBe(true);
		const about = event('about', { date: date('1962~') });
		expect(canBeOrdered(early, about)).toBe(false);
		const misprinted = event('misprinted', { date: date('1963', { barred: [date('1960').when] }) });
		expect(canBeOrdered(early, misprinted)).toBe(false);
		expect(canBeOrdered(misprinted, early)).toBe(false);
	});

	it('unless they are of one group', () => {
		expect(
			canBeOrdered(dated('a', '1950', { group: 'g' }), dated('b', '1960', { group: 'g' }))
		).toBe(false);
	});
});
