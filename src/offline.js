/**
 * Which files of the built site are kept for offline use, and for which language. Plain JavaScript
 * over addresses from the root of the site (`/study/`, `/packs/a.en.0123456789.json`): the service
 * worker and the size gate both go by it.
 */
import { baseLocale, locales } from './locales.js';

/**
 * Its content never changes: the name carries a hash.
 *
 * @param {string} path
 */
export const isHashed = (path) =>
	path.startsWith('/_app/immutable/') || /^\/packs\/[^/]+\.json$/.test(path);

/**
 * For hosts, for installing and for sharing the app; no page of it asks for these.
 *
 * @param {string} path
 */
export const isForOthers = (path) =>
	/^\/(_headers|\.nojekyll|404\.html|service-worker\.js|_app\/version\.json)$/.test(path) ||
	/^\/icons\/(?!icon\.svg$)|^\/screenshots\//.test(path);

/**
 * The language of a page or a pack; what serves all languages goes with the base language.
 *
 * @param {string} path
 * @returns {string}
 */
export function languageOf(path) {
	const named =
		/^\/packs\/[^/]+\.([a-zA-Z-]+)\.[^./]+\.json$/.exec(path) ?? /^\/([^/]+)\//.exec(path);
	const language = named?.[1] ?? baseLocale;
	return Object.hasOwn(locales, language) ? language : baseLocale;
}
