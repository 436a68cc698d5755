import { describe, expect, it } from 'vitest';
import { date, event, sampleBank } from '../../../tests/fixtures/sample.ts';
import { quizOf } from '#lib/quiz/specification.ts';
import type { Answer, OptionQuestion, Question } from '#lib/quiz/question.ts';
import type { KeptQuiz } from './kept-quiz.ts';
import { mendQuiz } from './mend-quiz.ts';

const years = ['1950', '1955', '1961', '1967', '1973', '1979'];
const bankWith = (landing: string) =>
	sampleBank([
		event('landing', { name: 'the landing', date: date(landing) }),
		...years.map((year, index) => event(`e${index}`, { name: `event ${index}`, date: date(year) }))
	]);
const bank = bankWith('1964');

const choice: OptionQuestion<'choice'> = {
	kind: 'choice',
	card: 'landing.when',
	direction: 'value',
	given: [],
	options: ['1955', '1961', '1964', '1973'],
	key: '1964'
};
const first: Question = {
	kind: 'first',
	card: 'e3.when',
	direction: 'value',
	given: [],
	options: ['e3', 'landing'],
	key: 'landing'
};
const typed: Question = { kind: 'number', card: 'landing.when' };
const answer: Answer = { kind: 'choice', option: '1964' };

const kept = (questions: readonly Question[], answers: readonly Answer[] = []): KeptQuiz => ({
	version: 1,
	specification: quizOf(5),
	questions,
	answers
});

describe('a quiz that was left, after the pack was corrected', () => {
	it('goes on as it was where nothing that it asks has changed', () => {
		const quiz = kept([choice, first, typed]);
		expect(mendQuiz(bank, quiz)).toEqual(quiz);
	});

	it('does not ask a question whose key is wrong now', () => {
		const corrected = bankWith('1970');
		expect(mendQuiz(corrected, kept([choice, first, typed])).questions).toEqual([typed]);
	});

	it('does not ask a question of which another option has become right', () => {
		const moved = { ...choice, options: ['1955', '1964', '1970', '1979'] } as const;
		const corrected = sampleBank([
			event('landing', { name: 'the landing', date: date('1964', { also: [date('1970').when] }) }),
			...years.map((year, index) => event(`e${index}`, { date: date(year) }))
		]);
		expect(mendQuiz(bank, kept([moved])).questions).toEqual([moved]);
		expect(mendQuiz(corrected, kept([moved])).questions).toEqual([]);
	});

	it('keeps what was answered, with the key that it had', () => {
		const quiz = kept([choice, typed], [answer]);
		expect(mendQuiz(bankWith('1970'), quiz)).toEqual(quiz);
	});

	it('leaves out what the bank has no words for any more, answered or not', () => {
		const smaller = sampleBank(
			years.map((year, index) => event(`e${index}`, { date: date(year) }))
		);
		const number: Question = { kind: 'number', card: 'e1.when' };
		expect(mendQuiz(smaller, kept([choice, first, number], [answer]))).toEqual(kept([number]));
	});

	it('survives whatever was stored', () => {
		const wild: Question = { ...choice, options: ['e1', '1964', 'x'] };
		expect(mendQuiz(bank, kept([wild])).questions).toEqual([]);
	});
});
