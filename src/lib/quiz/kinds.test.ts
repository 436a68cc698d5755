import { describe, expect, it } from 'vitest';
import {
	actor,
	claim,
	date,
	event,
	figure,
	relation,
	sampleBank,
	when
} from '../../../tests/fixtures/sample.ts';
import { samplePhrases } from '../../../tests/fixtures/sample-phrases.ts';
import type { Bank } from '../bank/bank.ts';
import type { Card } from '../bank/card.ts';
import {
	everyQuestion,
	gradeAnswer,
	kindsFor,
	makeQuestion,
	widestQuestions,
	wordQuestion
} from './kinds.ts';
import { proveBank, proveQuestion } from './proof.ts';
import { kindNames, type KindName, type Question } from './question.ts';

const events = Array.from({ length: 12 }, (_, index) =>
	event(`e${index}`, {
		name: `event number ${index}`,
		date: date(`${1950 + index * 3}-0${(index % 9) + 1}`),
		actors: [{ actor: `p${index % 6}`, part: 'envoy', ask: 'blank' }],
		statement: `{p${index % 6}} did thing ${index}.`
	})
);
const people = Array.from({ length: 6 }, (_, index) =>
	actor(`p${index}`, {
		name: `${['Anna', 'Boris', 'Clara', 'David', 'Elena', 'Farid'][index]} Surname${index}`
	})
);
const heads = ['1950/1959', '1960/1969', '1970/1979', '1980/1989'].map((period, index) =>
	relation(`h${index}`, {
		from: `p${index}`,
		to: 'club',
		date: date(period),
		askAt: when(`${1955 + index * 10}`),
		askFrom: { text: `Who headed the club in ${1955 + index * 10}?` },
		statement: `{p${index}} headed the {club}.`
	})
);
const club = actor('club', { type: 'organisation', name: 'Club' });
const figures = [
	figure('children', { min: 530, max: 530, ask: 'How many children?' }),
	figure('others', { min: 90_000, max: 90_000, qualifier: 'about', ask: 'How many others?' }),
	figure('range', { min: 50, max: 200, unit: 'dollars', status: 'ATTRIBUTE', ask: 'How much?' })
];
const bank = sampleBank([...events, ...heads, ...figures], [...people, club]);

const cardNamed = (of: Bank, id: string): Card => {
	const card = of.card(id);
	if (!card) throw new Error(id);
	return card;
};
const make = (id: string, kind: KindName, seed = 's', of = bank): Question => {
	const question = makeQuestion(of, cardNamed(of, id), kind, { seed });
	if (!question) throw new Error(`no ${kind} on ${id}`);
	return question;
};

describe('every question of a bank', () => {
	it('passes the proof for many seeds', () => {
		const seeds = Array.from({ length: 60 }, (_, seed) => seed);
		expect(proveBank(bank, samplePhrases, seeds)).toEqual([]);
	});

	it('offers only what the proof walks, whatever the seed', () => {
		/** Options beside the card's own, and events side by side. */
		const offersOf = (question: Question): string[] => {
			const name = `${question.card} ${question.kind}`;
			/** Two of them side by side, whatever the order. */
			const pairs = (all: readonly string[]) =>
				all.flatMap((one, index) =>
					all.slice(index + 1).map((two) => `${name} ${[one, two].sort().join(' ')}`)
				);
			switch (question.kind) {
				case 'first':
					return pairs(question.options);
				case 'order':
					return pairs(question.items);
				case 'match':
					return question.cards.filter((id) => id !== question.card).map((id) => `${name} ${id}`);
				case 'timeline':
					return question.given.map((placed) => `${name} ${placed}`);
				case 'truth':
					return question.given.map((shown) => `${name} ${shown}`);
				default:
					return 'options' in question
						? question.options.map(
								(option) => `${name} ${question.direction} ${question.given.join()} ${option}`
							)
						: [name];
			}
		};
		const walked = new Set(widestQuestions(bank).flatMap(offersOf));
		const offered = new Set(
			Array.from({ length: 200 }, (_, seed) => everyQuestion(bank, seed))
				.flat()
				.flatMap(offersOf)
		);
		expect([...offered].filter((offer) => !walked.has(offer))).toEqual([]);
		// And hardly more than what is really offered.
		expect(offered.size / walked.size).toBeGreaterThan(0.9);
	});

	it('is the same for the same seed, and not for every other', () => {
		expect(everyQuestion(bank, 1)).toEqual(everyQuestion(bank, 1));
		expect(everyQuestion(bank, 1)).not.toEqual(everyQuestion(bank, 2));
	});

	it('covers every kind that its facts allow', () => {
		const kinds = new Set(everyQuestion(bank, 1).map(({ kind }) => kind));
		// It has no claim, no other name, no link between events, no conflict, one event a year.
		const others = new Set(['said', 'alias', 'link', 'estimates', 'odd']);
		expect(kinds).toEqual(new Set(kindNames.filter((name) => !others.has(name))));
	});
});

describe('choice', () => {
	it('puts the key at every place among ascending dates, about as often', () => {
		const places = [0, 0, 0, 0];
		for (let seed = 0; seed < 4000; seed++) {
			const question = makeQuestion(bank, cardNamed(bank, 'e6.when'), 'choice', {
				seed: String(seed),
				directions: ['value']
			});
			if (question?.kind !== 'choice') throw new Error('no choice');
			const place = question.options.indexOf(question.key);
			places[place] = (places[place] ?? 0) + 1;
		}
		// χ² with 3 degrees of freedom stays below 16.27 in 999 of 1,000 fair draws.
		const chi = places.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
		expect(chi).toBeLessThan(16.27);
	});

	it('explains every wrong option from its own fact', () => {
		const question = makeQuestion(bank, cardNamed(bank, 'h1.from'), 'choice', { seed: 'x' });
		if (!question) throw new Error('no question');
		const { options } = wordQuestion(bank, question, samplePhrases);
		expect(options.filter(({ right }) => right)).toHaveLength(1);
		for (const option of options) expect(option.why === '').toBe(option.right);
	});

	it('never offers a barred date, nor one beside it', () => {
		const landing = event('landing', {
			date: date('1977-11-19', { barred: [when('1977-11-17')] })
		});
		const days = [
			'1977-11-17',
			'1977-11-20',
			'1976-03-01',
			'1978-05-05',
			'1979-06-06',
			'1975-02-02'
		].map((day, index) => event(`d${index}`, { date: date(day) }));
		const small = sampleBank([landing, ...days]);
		for (let seed = 0; seed < 200; seed++) {
			const question = makeQuestion(small, cardNamed(small, 'landing.when'), 'choice', {
				seed: String(seed),
				directions: ['value']
			});
			if (question?.kind !== 'choice') throw new Error('no choice');
			expect(question.options).not.toContain('1977-11-17');
		}
	});

	it('is not made when the bank knows too few wrong answers', () => {
		const lonely = sampleBank([event('one', { date: date('1961') })]);
		expect(makeQuestion(lonely, cardNamed(lonely, 'one.when'), 'choice', { seed: 's' })).toBeNull();
	});

	it('offers again what the learner took for right, dates and names alike', () => {
		const offered = (id: string, confused: readonly string[]) =>
			Array.from({ length: 40 }, (_, seed) => {
				const question = makeQuestion(bank, cardNamed(bank, id), 'choice', {
					seed: String(seed),
					directions: ['value'],
					confused
				});
				return question?.kind === 'choice' && question.options.some((it) => confused.includes(it));
			}).filter(Boolean).length;
		// A name always, a date wherever its side is asked from; nothing that is not wrong.
		expect(offered('h1.from', ['p3'])).toBe(40);
		expect(offered('e6.when', ['1965-06'])).toBeGreaterThan(20);
		expect(offered('h1.from', ['nobody'])).toBe(0);
	});

	it('is not made of what several say together', () => {
		const joint = claim('joint', { speakers: ['p0', 'p1'] });
		const small = sampleBank([joint], people);
		expect(kindsFor(small, cardNamed(small, 'joint.speaker'))).not.toContain('choice');
	});
});

describe('which came first', () => {
	it('never sets two events side by side that touch', () => {
		const touching = sampleBank([
			event('year', { date: date('1961') }),
			event('month', { date: date('1961-11') }),
			event('day', { date: date('1961-11-27') })
		]);
		expect(
			makeQuestion(touching, cardNamed(touching, 'year.when'), 'first', { seed: 's' })
		).toBeNull();
	});

	it('grades the earlier event as right', () => {
		const question = make('e3.when', 'first');
		if (question.kind !== 'first') throw new Error();
		const wrong = question.options.find((id) => id !== question.key) ?? '';
		expect(gradeAnswer(bank, question, { kind: 'first', option: question.key }).outcome).toBe(
			'right'
		);
		expect(gradeAnswer(bank, question, { kind: 'first', option: wrong }).outcome).toBe('wrong');
	});
});

describe('chronological order', () => {
	const question = make('e5.when', 'order');
	if (question.kind !== 'order') throw new Error();
	const sorted = [...question.items].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
	const grade = (items: readonly string[]) => gradeAnswer(bank, question, { kind: 'order', items });

	it('is never shown already solved', () => {
		for (let seed = 0; seed < 300; seed++) {
			const made = make('e5.when', 'order', String(seed));
			if (made.kind !== 'order') throw new Error();
			const right = [...made.items].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
			expect(made.items).not.toEqual(right);
		}
	});

	it('is right in the right order, and partly right by what stands in order', () => {
		expect(grade(sorted)).toEqual({ outcome: 'right', score: 1 });
		expect(grade([...sorted].reverse())).toEqual({ outcome: 'wrong', score: 0 });
		const [a, b, c, d] = sorted as [string, string, string, string];
		expect(grade([b, a, c, d])).toEqual({ outcome: 'wrong', score: 2 / 3 });
	});

	it('a list with an item twice or missing is wrong', () => {
		expect(grade(sorted.slice(1)).outcome).toBe('wrong');
		expect(grade([sorted[0] ?? '', ...sorted.slice(0, 3)]).outcome).toBe('wrong');
	});
});

describe('typed answers', () => {
	it('accept the name in any spelling, and show a slip', () => {
		const question = make('h1.from', 'typed');
		const grade = (text: string) => gradeAnswer(bank, question, { kind: 'typed', text }).outcome;
		expect(grade('boris surname1')).toBe('right');
		expect(grade('Bori Surname1')).toBe('near');
		expect(grade('Clara Surname2')).toBe('wrong');
		expect(grade('')).toBe('wrong');
	});

	it('a typed year one off is wrong', () => {
		const question = make('e2.when', 'number');
		const grade = (text: string) => gradeAnswer(bank, question, { kind: 'number', text }).outcome;
		expect(grade('1956')).toBe('right');
		expect(grade('March 1956')).toBe('right');
		expect(grade('1957')).toBe('wrong');
		expect(grade('1965')).toBe('wrong');
	});

	it('a number that can be read in two ways is asked back only when one of them is right', () => {
		const question = make('others.value', 'number');
		const grade = (text: string) => gradeAnswer(bank, question, { kind: 'number', text });
		expect(grade('90.000')).toEqual({ outcome: 'unclear', readings: ['90000', '90'] });
		expect(grade('80.000').outcome).toBe('wrong');
		expect(grade('90000').outcome).toBe('right');
	});

	it('a name of the same man is right, the name asked for aside', () => {
		const code = relation('code', {
			type: 'code_name_of',
			from: 'mural',
			to: 'p1',
			statement: '{mural} was {p1}.',
			askFrom: { text: 'Which code name had he?' }
		});
		const named = sampleBank(
			[...events, ...heads, code],
			[...people, club, actor('mural', { name: 'Mural' })]
		);
		const grade = (card: string, text: string) =>
			gradeAnswer(named, make(card, 'typed', 's', named), { kind: 'typed', text }).outcome;
		expect(grade('h1.from', 'Mural')).toBe('right');
		expect(grade('code.from', 'Boris Surname1')).toBe('wrong');
	});

	it('both ends of a range may be typed', () => {
		const question = make('range.value', 'number');
		const grade = (text: string) => gradeAnswer(bank, question, { kind: 'number', text }).outcome;
		expect([grade('50-200'), grade('50 to 200'), grade('50–100')]).toEqual([
			'right',
			'right',
			'wrong'
		]);
	});

	it('any value inside a stored range is right', () => {
		const question = make('range.value', 'number');
		const grade = (text: string) => gradeAnswer(bank, question, { kind: 'number', text }).outcome;
		expect([grade('50'), grade('$120'), grade('200'), grade('201'), grade('49')]).toEqual([
			'right',
			'right',
			'right',
			'wrong',
			'wrong'
		]);
	});
});

describe('certainty decides the form', () => {
	const small = (more: Parameters<typeof event>[1]) =>
		sampleBank([event('x', { date: date('1970-01'), ...more }), ...events], [...people, club]);

	it('a fact on HOLD yields no card', () => {
		expect(small({ status: 'HOLD' }).card('x.when')).toBeUndefined();
	});

	it('an inferred date yields no card, a no-date flag neither', () => {
		expect(small({ date: date('1970', { inferred: true }) }).card('x.when')).toBeUndefined();
		expect(small({ flags: ['no-date'] }).card('x.when')).toBeUndefined();
	});

	it('a sensitive fact is asked as choice or flashcard only', () => {
		const sensitive = small({ flags: ['sensitive'] });
		expect(kindsFor(sensitive, cardNamed(sensitive, 'x.when'))).toEqual(['choice', 'flashcard']);
	});

	it('an attributed fact says who says so', () => {
		const attributed = small({ status: 'ATTRIBUTE', ask: 'When did it happen?' });
		const question = make('x.when', 'choice', 's', attributed);
		expect(wordQuestion(attributed, question, samplePhrases).stem).toBe(
			'According to the paper, when did it happen?'
		);
	});
});

describe('the proof', () => {
	it('names a fact with two true options', () => {
		const rival = relation('rival', {
			from: 'p5',
			to: 'club',
			date: date('1955'),
			statement: '{p5} headed the {club}.'
		});
		const broken = sampleBank([...events, ...heads, rival], [...people, club]);
		const question: Question = {
			kind: 'choice',
			card: 'h0.from',
			direction: 'value',
			given: [],
			options: ['p0', 'p5', 'p2'],
			key: 'p0'
		};
		expect(proveQuestionRules(broken, question)).toContain('one right option');
	});

	it('finds what is wrong with an option that no seed of the build has drawn', () => {
		const silent = people.map((person) => (person.id === 'p3' ? { ...person, about: '' } : person));
		const broken = sampleBank([...events, ...heads], [...silent, club]);
		expect(proveBank(broken, samplePhrases, [])).toContainEqual(
			expect.objectContaining({ card: 'h0.from', kind: 'choice', rule: 'nothing empty' })
		);
	});

	it('refuses two facts that ask the same in the same words', () => {
		const twin = figure('twin', { min: 9000, max: 9000, ask: 'How many children?' });
		const broken = sampleBank([...events, ...figures, twin], [...people, club]);
		expect(proveBank(broken, samplePhrases, [1])).toContainEqual(
			expect.objectContaining({ fact: 'twin', rule: 'one question, one answer' })
		);
	});

	it('refuses a stem that holds its answer', () => {
		const leaky = sampleBank(
			[
				...heads.slice(1),
				{ ...(heads[0] as (typeof heads)[number]), askFrom: { text: 'Did Anna Surname0 head it?' } }
			],
			[...people, club]
		);
		const question: Question = { kind: 'typed', card: 'h0.from' };
		expect(proveQuestionRules(leaky, question)).toContain('no leak');
	});
});

function proveQuestionRules(of: Bank, question: Question): string[] {
	return proveQuestion(of, question, samplePhrases).map(({ rule }) => rule);
}
