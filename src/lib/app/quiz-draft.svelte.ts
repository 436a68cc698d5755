/**
 * The quiz being chosen: what is asked for, how much there is of it, and how it would begin. Owned
 * by the Quiz place; the choice itself is kept as long as the tab, so that it is there again after
 * a look at another place.
 */
import type { Bank } from '#lib/bank/bank.ts';
import { quizOf, type Specification } from '#lib/quiz/specification.ts';
import { randomId } from '#lib/storage/random-id.ts';
import { bankFor } from './quiz-bank.ts';
import type { QuizPlan, QuizPreview } from './quiz-drawing.ts';

type Drawing = typeof import('./quiz-drawing.ts');

const KEY = 'tarikh.quiz.choice';
const USUAL = quizOf(10);
/** Milliseconds without a further change before a quiz is drawn to look at. */
const PAUSE = 150;

/** Short, for links: one in 2^40. */
const newSeed = (): string => randomId().slice(0, 10);

/** What was chosen earlier in this tab; null when nothing was, or storage is refused. */
async function keptChoice(): Promise<Specification | null> {
	try {
		if (sessionStorage.getItem(KEY) === null) return null;
		const { readSpecification } = await import('./kept-quiz.ts');
		return readSpecification(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
	} catch {
		return null;
	}
}

/** The choice without what a bank does not have: a pack was switched off, or left out. */
export function within(bank: Bank, choice: Specification): Specification {
	const packs = bank.packs.map(({ id }) => id);
	const topics = bank.topics.map(({ id }) => id);
	return {
		...choice,
		packs: choice.packs.filter((id) => packs.includes(id)),
		topics: choice.topics.filter((id) => topics.includes(id)),
		actors: choice.actors.filter((id) => bank.actors.has(id))
	};
}

export class QuizDraft {
	readonly #locale: string;
	#choice = $state.raw(USUAL);
	#seed = newSeed();
	#bank = $state.raw<Bank | null>(null);
	#drawing = $state.raw<Drawing | null>(null);
	#preview = $state.raw<QuizPreview | null>(null);
	#isDrawn = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#turn = 0;

	constructor(locale: string) {
		this.#locale = locale;
	}

	get choice(): Specification {
		return this.#choice;
	}

	get bank(): Bank | null {
		return this.#bank;
	}

	/** What a quiz begun now would be drawn by; null until there is a bank. */
	get plan(): QuizPlan | null {
		const bank = this.#bank;
		if (!bank) return null;
		const packs =
			this.#choice.packs.length > 0 ? this.#choice.packs : bank.packs.map(({ id }) => id);
		return { specification: { ...this.#choice, packs }, seed: this.#seed };
	}

	/** How many facts there are to ask about; null until that is known. */
	readonly facts = $derived.by(() =>
		this.#bank && this.#drawing ? this.#drawing.factsAskable(this.#bank, this.#choice) : null
	);

	/** How the quiz would begin, or would have begun before the last change; null before the first draw. */
	get preview(): QuizPreview | null {
		return this.#preview;
	}

	/** How many questions it would have; null until it has been drawn anew after a change. */
	get total(): number | null {
		return this.#isDrawn ? (this.#preview?.total ?? null) : null;
	}

	/** Takes the learner's bank, and another one when packs are switched on or off. */
	async useBank(bank: Bank): Promise<void> {
		if (this.#bank === bank) return;
		const kept = this.#bank ? null : await keptChoice();
		this.#choice = within(bank, kept ?? this.#choice);
		this.#bank = bank;
		this.#refresh();
	}

	choose(choice: Specification): void {
		this.#choice = choice;
		try {
			sessionStorage.setItem(KEY, JSON.stringify(choice));
		} catch {
			// Storage refused: the choice lives as long as the page.
		}
		this.#refresh();
	}

	/** Another quiz by the same choice. */
	redraw(): void {
		this.#seed = newSeed();
		this.#refresh();
	}

	/** No more drawing: the place is left. */
	close(): void {
		clearTimeout(this.#timer);
	}

	#refresh(): void {
		clearTimeout(this.#timer);
		this.#isDrawn = false;
		const turn = ++this.#turn;
		this.#timer = setTimeout(() => void this.#draw(turn), PAUSE);
	}

	async #draw(turn: number): Promise<void> {
		const { plan } = this;
		if (!plan) return;
		const parts = [
			import('./quiz-drawing.ts'),
			bankFor(this.#locale, plan.specification.packs)
		] as const;
		// Where a part cannot be had one can choose without a look ahead, and Start says what is wrong.
		const loaded = await Promise.all(parts).catch(() => null);
		// Chosen otherwise meanwhile: that draw is on its way.
		if (!loaded || turn !== this.#turn) return;
		const [drawing, bank] = loaded;
		this.#drawing = drawing;
		this.#preview = drawing.previewOf(bank, plan);
		this.#isDrawn = true;
	}
}
