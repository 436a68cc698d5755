import content from 'virtual:packs/content';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	Object.keys(content).map((path) => ({
		name: path.slice('packs/'.length, -'.json'.length)
	}));

/** A pack under the hash of its content: the answer never changes. */
export const GET: RequestHandler = ({ params }) => {
	const json = content[`packs/${params.name}.json`];
	if (json === undefined) error(404);
	return new Response(json, {
		headers: {
			'content-type': 'application/json',
			'cache-control': 'public, max-age=31536000, immutable'
		}
	});
};
