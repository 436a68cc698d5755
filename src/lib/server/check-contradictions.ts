/**
 * Facts that contradict themselves or each other: a value that is right and barred at once, rivals
 * that do not know of each other, an effect before its cause.
 */
import { compareWhen, overlaps, parseWhen } from '../bank/when.ts';
import type { PackProblem } from './problem.ts';
import type { WrittenFact, WrittenPack } from './read-pack.ts';
import { reportInto, type Report } from './report.ts';

type WrittenFigure = Extract<WrittenFact, { kind: 'figure' }>;
type WrittenRelation = Extract<WrittenFact, { kind: 'relation' }>;

export function checkContradictions(packs: readonly WrittenPack[]): PackProblem[] {
	const problems: PackProblem[] = [];
	const facts = packs.flatMap((pack) => pack.facts);
	const figures = facts.filter((fact) => fact.kind === 'figure');
	for (const pack of packs) {
		const report = reportInto(problems, pack);
		for (const fact of pack.facts) {
			checkBarred(fact, report);
			if (fact.kind === 'figure') checkRivals(fact, figures, report);
			if (fact.kind === 'relation') checkCause(fact, facts, report);
		}
	}
	return problems;
}

const valuesOf = ({ value }: WrittenFigure): readonly number[] =>
	typeof value === 'number' ? [value] : [value.min, value.max];

/** What is right cannot be barred as well. */
function checkBarred(fact: WrittenFact, report: Report): void {
	const say = (path: readonly string[], value: string | number) => {
		report(fact, path, `${value} is right and barred at once: take it out of one of the two.`);
	};
	if (fact.kind === 'figure') {
		const right = [...valuesOf(fact), ...fact.also];
		const both = fact.barred.find((value) => right.includes(value));
		if (both !== undefined) say(['barred'], both);
	} else if ('when' in fact && fact.when && 'printed' in fact.when) {
		const { edtf, also = [], barred = [], printed } = fact.when;
		const right = [edtf, ...also];
		const both = barred.find((date) => right.includes(date));
		if (both !== undefined) say(['when', 'barred'], both);
		if (printed !== undefined && right.includes(printed)) say(['when', 'printed'], printed);
	}
}

/** A value that another fact gives for the same thing is a rival's: the two belong in one conflict. */
function checkRivals(
	figure: WrittenFigure,
	figures: readonly WrittenFigure[],
	report: Report
): void {
	for (const other of figures) {
		if (other === figure || !areOne(figure, other)) continue;
		const [field, value] =
			(['also', 'barred'] as const)
				.map((name) => [name, figure[name].find((each) => valuesOf(other).includes(each))] as const)
				.find(([, found]) => found !== undefined) ?? [];
		const isTold = (key: 'conflict' | 'group') =>
			figure[key] !== undefined && figure[key] === other[key];
		if (field === undefined || isTold('conflict') || isTold('group')) continue;
		report(
			figure,
			[field],
			`${value} is the value of “${other.id}”, which tells of the same thing: give both facts one conflict.`
		);
	}
}

/** Whether two figures may be about one quantity: one unit, one subject, no two different times. */
function areOne(a: WrittenFigure, b: WrittenFigure): boolean {
	if (a.unit !== b.unit) return false;
	const [one, two] = [a, b].map(({ when }) => (when ? parseWhen(when.edtf) : null));
	const isOfOneTime = !one || !two || overlaps(one, two);
	return isOfOneTime && a.about.some(({ actor }) => b.about.some((each) => each.actor === actor));
}

/** Nothing leads to what came before it. */
function checkCause(
	relation: WrittenRelation,
	facts: readonly WrittenFact[],
	report: Report
): void {
	if (relation.type !== 'cause_of' && relation.type !== 'precedes') return;
	const [from, to] = [relation.from, relation.to].map((id) => {
		const event = facts.find((fact) => fact.kind === 'event' && fact.id === id);
		return event && 'when' in event && event.when ? parseWhen(event.when.edtf) : null;
	});
	if (!from || !to || compareWhen(from, to) !== 1) return;
	report(
		relation,
		['from'],
		`“${relation.from}” (${from.edtf}) is later than “${relation.to}” (${to.edtf}): swap the two or correct a date.`
	);
}
