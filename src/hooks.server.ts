import type { Handle } from '@sveltejs/kit';
import beforePaint from './before-paint.js?raw';
import { baseLocale, locales } from './locales.js';

const PRELOADS = /<link[^>]* rel="modulepreload"[^>]*>\s*/g;
/** The framework's own, which is the last of a page. */
const START = /<script>(?=[^<]*\bkit\.start\()[^<]*<\/script>/;

/**
 * What makes the page live waits in templates until the first paint, when before-paint.js takes it
 * out: the start of the app, and the links that fetch its scripts ahead. Thirty downloads at once
 * would hold the first question up.
 */
function paintFirst(html: string): string {
	const links = html.match(PRELOADS) ?? [];
	return html
		.replace(PRELOADS, '')
		.replace('</head>', () => `${later(links.map((link) => link.trim()).join(''))}</head>`)
		.replace(START, later);
}

const later = (html: string): string => `<template data-later>${html}</template>`;

/**
 * Writes language, direction and the before-paint script into each page; runs when prerendering.
 */
export const handle: Handle = ({ event, resolve }) => {
	const locale = locales[event.params.lang ?? baseLocale];
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			paintFirst(html)
				.replace('%lang%', locale?.messages ?? 'en')
				.replace('%dir%', locale?.dir ?? 'ltr')
				.replace('%before-paint%', () => beforePaint)
	});
};
