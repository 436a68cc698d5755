/** Random entries and logs for the property tests of memory and storage. */
import fc from 'fast-check';
import type { Decision, Entry } from './log.ts';
import type { Review } from './review.ts';

const made = {
	id: anyId(),
	v: fc.constant(1 as const),
	card: fc.constantFrom('rabin-visit.when', 'rabin-visit.who.yitzhak-rabin', 'egoz.value'),
	at: anyTime(),
	time: anyTime(),
	offset: fc.integer({ min: -720, max: 840 }),
	device: fc.constantFrom('00000000000000000000000000000001', '0000000000000000000000000000000a'),
	sequence: fc.nat({ max: 50 })
};

/** A review of one of a few cards and devices, so that logs meet; ids come from a small set too. */
export function anyReview(): fc.Arbitrary<Review> {
	return fc.record<Review>({
		...made,
		kind: fc.constantFrom('choice', 'first', 'order', 'typed', 'number', 'flashcard'),
		place: fc.constantFrom('first', 'study', 'quiz'),
		outcome: fc.constantFrom('right', 'near', 'wrong'),
		rating: fc.constantFrom(1, 2, 3, 4),
		took: fc.nat({ max: 600_000 })
	});
}

/** A decision on one of the same cards and ids. */
export function anyDecision(): fc.Arbitrary<Decision> {
	return fc.oneof(
		{
			weight: 3,
			arbitrary: fc.record({ ...made, type: fc.constant('undo' as const), of: anyId() })
		},
		{
			weight: 2,
			arbitrary: fc.record({
				...made,
				type: fc.constant('override' as const),
				of: anyId(),
				outcome: fc.constant('right' as const),
				rating: fc.constantFrom(2 as const, 3 as const, 4 as const)
			})
		},
		fc.record({ ...made, type: fc.constantFrom('suspend' as const, 'resume' as const) }),
		fc.record({ ...made, type: fc.constant('bury' as const), until: anyTime() })
	);
}

/** A log of reviews, as every device wrote it before there were decisions. */
export function anyReviews(): fc.Arbitrary<Review[]> {
	return fc.array(anyReview(), { maxLength: 12 });
}

/** A log of reviews and decisions, many of them about each other. */
export function anyLog(): fc.Arbitrary<Entry[]> {
	return fc.array(fc.oneof<fc.Arbitrary<Entry>[]>(anyReview(), anyDecision()), { maxLength: 16 });
}

function anyId(): fc.Arbitrary<string> {
	return fc.nat({ max: 40 }).map((number) => number.toString(16).padStart(32, '0'));
}

function anyTime(): fc.Arbitrary<number> {
	const start = Date.UTC(2026, 0, 1);
	return fc.integer({ min: start, max: start + 400 * 86_400_000 });
}
