import type { Page } from '@playwright/test';

/**
 * Takes chance and the passing of time out of a page before it is opened: the same questions in
 * every run, the same moment on every clock.
 */
export async function withoutChance(page: Page): Promise<void> {
	await page.clock.setFixedTime(new Date('2026-03-02T18:30:00Z'));
	await page.addInitScript(() => {
		// A page that is opened later must not repeat the ids of the one before.
		let state = Number(sessionStorage.getItem('chance') ?? 20);
		crypto.getRandomValues = <T extends ArrayBufferView | null>(array: T): T => {
			if (array) {
				const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
				for (let at = 0; at < bytes.length; at++) {
					state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
					bytes[at] = state >>> 24;
				}
			}
			sessionStorage.setItem('chance', String(state));
			return array;
		};
	});
}
