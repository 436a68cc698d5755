import type { Handle } from '@sveltejs/kit';
import beforePaint from './before-paint.js?raw';
import { baseLocale, locales } from './locales.js';

/** Writes language, direction and the before-paint script into each page; runs when prerendering. */
export const handle: Handle = ({ event, resolve }) => {
	const locale = locales[event.params.lang ?? baseLocale];
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%lang%', locale?.messages ?? 'en')
				.replace('%dir%', locale?.dir ?? 'ltr')
				.replace('%before-paint%', () => beforePaint)
	});
};
