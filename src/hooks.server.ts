import type { Handle } from '@sveltejs/kit';
import beforePaint from './before-paint.js?raw';
import { baseLocale, locales } from './locales.js';

const PRELOADS = /<link[^>]* rel="modulepreload"[^>]*>\s*/g;

/**
 * The links that fetch the app's scripts ahead wait in a template until the first paint, when
 * before-paint.js takes them out: thirty downloads at once would hold the first question up.
 */
function preloadLater(html: string): string {
	const links = html.match(PRELOADS);
	if (!links) return html;
	const template = `<template data-later>${links.map((link) => link.trim()).join('')}</template>`;
	return html.replace(PRELOADS, '').replace('</head>', () => `${template}</head>`);
}

/**
 * Writes language, direction and the before-paint script into each page; runs when prerendering.
 */
export const handle: Handle = ({ event, resolve }) => {
	const locale = locales[event.params.lang ?? baseLocale];
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			preloadLater(html)
				.replace('%lang%', locale?.messages ?? 'en')
				.replace('%dir%', locale?.dir ?? 'ltr')
				.replace('%before-paint%', () => beforePaint)
	});
};
