/**
 * Roles that one person holds at a time: their periods must not overlap, and the moment that a
 * question asks about must lie in exactly one of them.
 */
import { contains, overlaps, parseWhen, type When } from '../bank/when.ts';
import type { RelationType } from '../bank/fact.ts';
import { fold } from './fold.ts';
import type { PackProblem } from './problem.ts';
import type { WrittenFact, WrittenPack } from './read-pack.ts';
import { reportInto, type Report } from './report.ts';

type WrittenRelation = Extract<WrittenFact, { kind: 'relation' }>;

/** What makes two holders of such a role rivals; null for roles that many may share. */
function exclusiveRole(relation: WrittenRelation): string | null {
	const { type, to, office, place } = relation;
	switch (type) {
		case 'head_of':
		case 'head_of_state':
		case 'head_of_government':
		case 'chair_of':
			return `${type} ${to}`;
		case 'minister_of':
			return `${type} ${to} ${fold(office?.en ?? '')}`;
		case 'station_chief':
			return `${type} ${to} ${place ?? ''}`;
		default:
			return null;
	}
}

const TITLES: Readonly<Partial<Record<RelationType, string>>> = {
	head_of: 'head',
	head_of_state: 'head of state',
	head_of_government: 'head of government',
	chair_of: 'chair',
	minister_of: 'minister',
	station_chief: 'station chief'
};

/** A period by its two ends, each no sharper than it is written; null: not known. */
type Period = { readonly whole: When; readonly from: When | null; readonly to: When | null };

function periodOf(relation: WrittenRelation): Period | null {
	const edtf = relation.when?.edtf;
	const whole = edtf === undefined ? null : parseWhen(edtf);
	if (!whole) return null;
	const [from = '', to] = whole.edtf.split('/');
	if (to === undefined) return { whole, from: whole, to: whole };
	return { whole, from: parseWhen(from), to: parseWhen(to) };
}

/** The last possible day of the beginning; one that is not known may be as late as the end. */
const begunBy = ({ whole, from, to }: Period): number =>
	from ? from.end : whole.edtf.startsWith('..') ? -Infinity : (to?.end ?? Infinity);

/** The first possible day of the end; one that is not known may be as early as the beginning. */
const mayEndOn = ({ whole, from, to }: Period): number =>
	to ? to.start : whole.edtf.endsWith('..') ? Infinity : (from?.start ?? -Infinity);

/** One may hand over to the other: the end of the first may come before the start of the second. */
const mayFollow = (first: Period, second: Period): boolean => mayEndOn(first) <= begunBy(second);

export function checkRoles(packs: readonly WrittenPack[]): PackProblem[] {
	const problems: PackProblem[] = [];
	const all = packs.flatMap((pack) =>
		pack.facts
			.filter((fact) => fact.kind === 'relation')
			.map((relation) => ({ relation, report: reportInto(problems, pack) }))
	);
	const relations = all.map(({ relation }) => relation);
	for (const [index, { relation, report }] of all.entries()) {
		checkOverlap(relation, relations.slice(0, index), report);
		checkMoment(relation, relations, report);
	}
	return problems;
}

const isRival = (a: WrittenRelation, b: WrittenRelation): boolean => {
	const role = exclusiveRole(a);
	return role !== null && a.from !== b.from && role === exclusiveRole(b);
};

function checkOverlap(
	relation: WrittenRelation,
	earlier: readonly WrittenRelation[],
	report: Report
): void {
	const period = periodOf(relation);
	if (!period) return;
	for (const rival of earlier) {
		const other = periodOf(rival);
		if (!isRival(relation, rival) || !other) continue;
		if (mayFollow(period, other) || mayFollow(other, period)) continue;
		const title = TITLES[relation.type] ?? relation.type;
		report(
			relation,
			['when'],
			`“${relation.from}” (${period.whole.edtf}) and “${rival.from}” (${other.whole.edtf}, fact “${rival.id}”) would both be ${title} of “${relation.to}” at one time: a question would have two true answers. Correct one of the periods.`
		);
	}
}

function checkMoment(
	relation: WrittenRelation,
	relations: readonly WrittenRelation[],
	report: Report
): void {
	const moment = relation.askAt === undefined ? null : parseWhen(relation.askAt);
	if (!moment) return;
	const period = periodOf(relation);
	const say = (message: string) => report(relation, ['askAt'], message);
	if (!period) {
		say('askAt needs a period to lie in: give when, such as 1952/1963.');
		return;
	}
	if (!contains(period.whole, moment)) {
		say(`${moment.edtf} does not lie within the period ${period.whole.edtf}.`);
		return;
	}
	const isWhole = moment.edtf === period.whole.edtf;
	const mayBeTooEarly = period.from && moment.start < period.from.end;
	const mayBeTooLate = period.to && moment.end > period.to.start;
	if (!isWhole && period.from !== period.to && (mayBeTooEarly || mayBeTooLate)) {
		const edge = mayBeTooEarly
			? `begins in ${period.from.edtf}`
			: `ends in ${period.to?.edtf ?? ''}`;
		say(`the period ${edge}, so ${moment.edtf} may lie outside it: choose a moment well inside.`);
		return;
	}
	for (const rival of relations) {
		const other = periodOf(rival);
		if (!isRival(relation, rival) || !other || !overlaps(other.whole, moment)) continue;
		say(
			`${moment.edtf} may also lie in the period of “${rival.from}” (${other.whole.edtf}, fact “${rival.id}”): choose a moment that lies in one period only.`
		);
	}
}
