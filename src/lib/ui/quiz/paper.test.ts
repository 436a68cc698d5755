import { describe, expect, test } from 'vitest';
import { kindNames, type KindName, type Question, type Wording } from '#lib/quiz/question.ts';
import { keyLines, letterOf, paperForm, penHint, type PaperForm } from './paper.ts';

const wording = (part: Partial<Wording>): Wording => ({
	language: 'en',
	stem: 'When?',
	options: [],
	given: [],
	answer: '',
	marked: '',
	matched: [],
	precision: null,
	span: null,
	explanation: '',
	source: 'A paper, 2009',
	locator: 'paragraph 9',
	certainty: { text: '', language: 'en' },
	notes: [],
	status: 'ASSERT',
	flags: [],
	fact: 'fact',
	...part
});

const option = (text: string, right = false) => ({ id: text, text, right, why: '' });

/** Only the kind matters on paper. */
const asked = (kind: KindName): Question => ({ kind, card: 'fact.when' }) as Question;

test('every kind has a form for a pen, and a hint', () => {
	const forms = new Set<PaperForm>();
	for (const kind of kindNames) {
		forms.add(paperForm(asked(kind)));
		const hint = penHint(asked(kind), wording({ options: [option('a'), option('b')] }));
		expect(hint, kind).toMatch(/\.$/);
	}
	expect([...forms].sort()).toEqual(['boxes', 'figure', 'gaps', 'letters', 'line', 'numbers']);
});

test('options are lettered from A', () => {
	expect([0, 1, 6].map(letterOf)).toEqual(['A', 'B', 'G']);
});

describe('the key', () => {
	test('names an option by its letter', () => {
		const options = [option('1954'), option('1956', true), option('1961')];
		expect(keyLines(asked('choice'), wording({ options, answer: '1956' }))).toEqual(['B. 1956']);
	});

	test('tells what is true where a statement was false', () => {
		const options = [option('True'), option('False', true)];
		const lines = keyLines(asked('truth'), wording({ options, answer: 'It was in 1956.' }));
		expect(lines).toEqual(['B. False', 'It was in 1956.']);
	});

	test('names the gap of a timeline and the date that belongs there', () => {
		const options = [option('Before the war', true), option('After the war')];
		const lines = keyLines(asked('timeline'), wording({ options, answer: 'The treaty (1912)' }));
		expect(lines).toEqual(['A. Before the war', 'The treaty (1912)']);
	});

	test('numbers events in their order', () => {
		const options = [option('Second'), option('First')];
		const lines = keyLines(
			asked('order'),
			wording({ options, answer: 'First (1956)\nSecond (1961)' })
		);
		expect(lines).toEqual(['1. First (1956)', '2. Second (1961)']);
	});

	test('gives each row of a match its letter', () => {
		const options = [option('Rabin'), option('Hassan II'), option('Prince Hassan II')];
		const answer = 'Who travelled? Prince Hassan II\nWho received him? Rabin';
		const matched = ['Prince Hassan II', 'Rabin'];
		expect(keyLines(asked('match'), wording({ options, answer, matched }))).toEqual([
			'C. Who travelled? Prince Hassan II',
			'A. Who received him? Rabin'
		]);
	});

	test('is the answer itself where it was written', () => {
		expect(keyLines(asked('estimate'), wording({ answer: '3,000 people' }))).toEqual([
			'3,000 people'
		]);
	});
});
