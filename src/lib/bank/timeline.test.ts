import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ALWAYS, Timeline, type Span } from './timeline.ts';

const anySpan = fc
	.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }))
	.map(([start, length]): Span => ({ start, end: start + length }));
const anyTime = fc.oneof({ weight: 9, arbitrary: anySpan }, fc.constant(ALWAYS));

const timelineOf = (spans: readonly Span[]): Timeline<Span> => {
	const timeline = new Timeline<Span>((span) => span);
	for (const span of spans.toSorted((a, b) => a.start - b.start)) timeline.add(span);
	return timeline;
};

it('finds exactly what touches a time, each thing once', () => {
	fc.assert(
		fc.property(fc.array(anyTime, { maxLength: 80 }), anyTime, (spans, time) => {
			const found: Span[] = [];
			timelineOf(spans).some(time, (span) => {
				found.push(span);
				return false;
			});
			const touching = spans.filter(({ start, end }) => start <= time.end && time.start <= end);
			expect(new Set(found)).toEqual(new Set(touching));
			expect(found).toHaveLength(touching.length);
		})
	);
});

it('asks no further when one meets the condition', () => {
	fc.assert(
		fc.property(fc.array(anySpan, { maxLength: 80 }), anyTime, (spans, time) => {
			let asked = 0;
			const timeline = timelineOf(spans);
			const isMet = timeline.some(time, () => ++asked > 0);
			expect(isMet).toBe(asked === 1);
		})
	);
});

it('looks at few of many to find the one that touches a time', () => {
	let looked = 0;
	const timeline = new Timeline<Span>((span) => span);
	for (let start = 0; start < 100_000; start++) timeline.add({ start: 2 * start, end: 2 * start });
	const touches = (time: number) =>
		timeline.some({ start: time, end: time }, () => {
			looked++;
			return true;
		});
	expect([touches(5000), touches(5001)]).toEqual([true, false]);
	expect(looked).toBe(1);
});
