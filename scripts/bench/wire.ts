import type { CDPSession } from '@playwright/test';

/** What a page cost up to a moment. */
export type Wire = {
	/** Requests sent. */
	readonly begun: number;
	/** Requests of which the whole answer has arrived. */
	readonly ended: number;
	/** Bytes of these answers as they came over the wire, their heads included. */
	readonly bytes: number;
};

type Event = { readonly at: number; readonly kind: keyof Wire; readonly count: number };

/**
 * Listens to all that the page fetches from now on.
 *
 * @param url of the page: the request for it is moment 0
 * @returns `until`: the sums up to so many milliseconds after that moment
 */
export async function watchWire(
	devtools: CDPSession,
	url: string
): Promise<{ until: (milliseconds: number) => Wire }> {
	const events: Event[] = [];
	let start = Infinity;
	devtools.on('Network.requestWillBeSent', ({ timestamp: at, request }) => {
		if (request.url === url) start = Math.min(start, at);
		if (request.url.startsWith('http')) events.push({ at, kind: 'begun', count: 1 });
	});
	devtools.on('Network.loadingFinished', ({ timestamp: at, encodedDataLength }) => {
		if (encodedDataLength === 0) return;
		events.push({ at, kind: 'ended', count: 1 }, { at, kind: 'bytes', count: encodedDataLength });
	});
	await devtools.send('Network.enable');
	return {
		until: (milliseconds) => {
			const past = events.filter(({ at }) => at <= start + milliseconds / 1000);
			const sum = (wanted: keyof Wire) =>
				past.reduce((total, { kind, count }) => total + (kind === wanted ? count : 0), 0);
			return { begun: sum('begun'), ended: sum('ended'), bytes: sum('bytes') };
		}
	};
}
