/**
 * What runs in the browser that is going to be killed: the app's own storage, answering without a
 * pause. `acknowledge` is told of every answer the moment the app would show it as saved.
 */
import type { Rating } from '#lib/memory/review.ts';
import type { Draft } from '#lib/storage/log-state.ts';
import { note, openProgress, type Opened } from '#lib/storage/open-progress.ts';
import { randomId } from '#lib/storage/random-id.ts';

declare global {
	interface Window {
		acknowledge: (id: string) => void;
		kill: typeof page;
	}
}

/** How long the writer of the negative control waits for more answers (milliseconds). */
const DEBOUNCE = 350;

async function open(): Promise<Extract<Opened, { kind: 'ready' }>> {
	const ignore = () => undefined;
	const opened = await openProgress({
		shelf: localStorage,
		onBlocked: ignore,
		onSuperseded: ignore,
		onClosed: ignore
	});
	if (opened.kind !== 'ready') throw new Error(`the store opened as ${opened.kind}`);
	return opened;
}

function draft(): Draft {
	const at = Date.now();
	const cards = ['rabin-visit.when', 'egoz.value', 'yachin.who.mossad'];
	return {
		id: randomId(),
		card: cards[at % cards.length] ?? 'egoz.value',
		kind: 'typed',
		place: 'study',
		outcome: 'right',
		rating: ((at % 4) + 1) as Rating,
		at,
		offset: 0,
		took: 1
	};
}

const page = {
	/** The app: one transaction an answer, acknowledged when it is complete. */
	async answer(): Promise<never> {
		const { progress, generation } = await open();
		for (;;) {
			const { review, log } = await progress.record(draft());
			window.acknowledge(review.id);
			note(localStorage, generation, log);
		}
	},

	/** The negative control: the same store, but answers wait in memory to be written together. */
	async answerDebounced(): Promise<never> {
		const { progress } = await open();
		let waiting: Draft[] = [];
		setInterval(() => {
			for (const one of waiting.splice(0)) void progress.record(one);
		}, DEBOUNCE);
		for (;;) {
			const one = draft();
			waiting = [...waiting, one];
			window.acknowledge(one.id);
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
	},

	/** What is on disk after the kill, and whether memories follow from it. */
	async inspect() {
		const isBlank = localStorage.length === 0;
		const { progress, missing } = await open();
		const reviews = await progress.exportLog();
		const { repaired, unreadable } = await progress.check();
		progress.close();
		return { ids: reviews.map(({ id }) => id), isBlank, missing, repaired, unreadable };
	}
};

window.kill = page;
