/**
 * Makes questions from a made-up bank and says how long they took: the side of `generation.ts` that
 * is measured. It runs bundled, in a process of its own, as the app runs in a page of its own.
 *
 * Asked by messages: `warm` asks the same thousands of cards as before with a new seed, `first` asks
 * every card of a bank that was opened just now. Answers with the questions a second.
 */
import { phrasesFor } from '#lib/app/phrases.ts';
import { Bank } from '#lib/bank/bank.ts';
import { packPack, unpackPack } from '#lib/bank/pack-json.ts';
import type { Card } from '#lib/bank/card.ts';
import { kindsFor, makeQuestion, wordQuestion } from '#lib/quiz/kinds.ts';
import type { KindName } from '#lib/quiz/question.ts';
import { Random } from '#lib/quiz/random.ts';
import { syntheticPack } from '../../tests/fixtures/synthetic-bank.ts';

/** Questions in one warm round, and the fewest in one of first touches. */
const QUESTIONS = 4000;

const facts = Number(process.argv[2]);
const phrases = phrasesFor('en');
const text = JSON.stringify(packPack(syntheticPack(facts)));
const random = new Random('cards and kinds');

/** A bank as a learner's: its strings come from a file. */
const openBank = (): Bank => new Bank([unpackPack(JSON.parse(text))]);

type Wanted = { readonly card: Card; readonly kind: KindName };

const inSomeKind = (bank: Bank, card: Card): Wanted[] => {
	const kind = random.pick(kindsFor(bank, card));
	return kind === undefined ? [] : [{ card, kind }];
};

let seed = 0;
/** Characters of all texts so far: nothing that is made may be left out as unused. */
let characters = 0;

/** Makes whole questions, in words; how many there were answers for, and the time in milliseconds. */
function ask(bank: Bank, all: readonly Wanted[]): { made: number; time: number } {
	seed++;
	let made = 0;
	const start = performance.now();
	for (const { card, kind } of all) {
		const question = makeQuestion(bank, card, kind, { seed: String(seed) });
		if (!question) continue;
		const { stem, answer, explanation, options } = wordQuestion(bank, question, phrases);
		characters += stem.length + answer.length + explanation.length;
		for (const { text, why } of options) characters += text.length + why.length;
		made++;
	}
	return { made, time: performance.now() - start };
}

const perSecond = ({ made, time }: { made: number; time: number }): number => (made / time) * 1000;

const bank = openBank();
const cards = [...bank.cards.values()];
const wanted = Array.from({ length: QUESTIONS }, () => random.pick(cards)).flatMap((card) =>
	card ? inSomeKind(bank, card) : []
);

/** Every card once, in as many new banks as it takes to have something to measure. */
function first(): number {
	const sum = { made: 0, time: 0 };
	for (let asked = 0; asked < QUESTIONS; asked += cards.length) {
		const opened = openBank();
		const all = random.shuffle([...opened.cards.values()]);
		// Which kinds a card allows is part of what is asked for the first time.
		const start = performance.now();
		const each = all.flatMap((card) => inSomeKind(opened, card));
		sum.time += performance.now() - start;
		const { made, time } = ask(opened, each);
		sum.made += made;
		sum.time += time;
	}
	return perSecond(sum);
}

process.on('message', (which: 'warm' | 'first') => {
	process.send?.(which === 'warm' ? perSecond(ask(bank, wanted)) : first());
});
process.send?.(characters);
