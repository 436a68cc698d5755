import type { CDPSession } from '@playwright/test';

/** What a page cost up to a moment. */
export type Wire = {
	/** Bytes received, heads of the answers included. */
	readonly bytes: number;
	readonly begun: number;
	/** Requests of which an answer had begun to arrive. */
	readonly answered: number;
};

type Event = {
	readonly at: number;
	readonly kind: 'begun' | 'answered' | 'data';
	readonly bytes: number;
};

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
		if (request.url.startsWith('http')) events.push({ at, kind: 'begun', bytes: 0 });
	});
	devtools.on('Network.responseReceived', ({ timestamp: at, response }) => {
		if (!response.url.startsWith('http')) return;
		events.push({ at, kind: 'answered', bytes: response.encodedDataLength });
	});
	devtools.on('Network.dataReceived', ({ timestamp: at, encodedDataLength }) => {
		events.push({ at, kind: 'data', bytes: encodedDataLength });
	});
	await devtools.send('Network.enable');
	return {
		until: (milliseconds) => {
			const past = events.filter(({ at }) => at <= start + milliseconds / 1000);
			return {
				bytes: past.reduce((sum, { bytes }) => sum + bytes, 0),
				begun: past.filter(({ kind }) => kind === 'begun').length,
				answered: past.filter(({ kind }) => kind === 'answered').length
			};
		}
	};
}
