/** Random reviews and logs for the property tests of memory and storage. */
import fc from 'fast-check';
import type { Review } from './review.ts';

/** A review of one of a few cards and devices, so that logs meet; ids come from a small set too. */
export function anyReview(): fc.Arbitrary<Review> {
	return fc.record<Review>({
		id: fc.nat({ max: 40 }).map((number) => number.toString(16).padStart(32, '0')),
		v: fc.constant(1),
		card: fc.constantFrom('rabin-visit.when', 'rabin-visit.who.yitzhak-rabin', 'egoz.value'),
		kind: fc.constantFrom('choice', 'first', 'order', 'typed', 'number', 'flashcard'),
		place: fc.constantFrom('first', 'study', 'quiz'),
		outcome: fc.constantFrom('right', 'near', 'wrong'),
		rating: fc.constantFrom(1, 2, 3, 4),
		at: anyTime(),
		time: anyTime(),
		offset: fc.integer({ min: -720, max: 840 }),
		took: fc.nat({ max: 600_000 }),
		device: fc.constantFrom('00000000000000000000000000000001', '0000000000000000000000000000000a'),
		sequence: fc.nat({ max: 50 })
	});
}

export function anyLog(): fc.Arbitrary<Review[]> {
	return fc.array(anyReview(), { maxLength: 12 });
}

function anyTime(): fc.Arbitrary<number> {
	const start = Date.UTC(2026, 0, 1);
	return fc.integer({ min: start, max: start + 400 * 86_400_000 });
}
