/** Addresses within the app, in the language of the page, right under any base path. */
import { resolve } from '$app/paths';
import { page } from '$app/state';

export type PlaceName = 'today' | 'study' | 'quiz' | 'explore' | 'settings';

const PATHS = {
	today: '/',
	study: '/study/',
	quiz: '/quiz/',
	explore: '/explore/',
	settings: '/settings/'
} as const satisfies Record<PlaceName, string>;

/** The address of a place, for a link on the current page. */
export function placeHref(place: PlaceName): string {
	const lang = page.params.lang;
	return resolve(lang ? `/${lang}${PATHS[place]}` : PATHS[place]);
}

/** The address of a fact, an actor or a source in Explore. */
export const factHref = (id: string): string => `${placeHref('explore')}#${id}`;
