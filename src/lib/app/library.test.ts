import { beforeEach, describe, expect, test, vi } from 'vitest';
import { event, samplePack } from '../../../tests/fixtures/sample.ts';
import { packPack } from '#lib/bank/pack-json.ts';

vi.mock('virtual:packs', () => ({
	default: [
		{
			id: 'sample',
			language: 'en',
			version: '1',
			hash: 'aaaa',
			path: 'packs/sample.en.aaaa.json',
			optional: false
		},
		{
			id: 'sample',
			language: 'fr',
			version: '1',
			hash: 'bbbb',
			path: 'packs/sample.fr.bbbb.json',
			optional: false
		},
		{
			id: 'more',
			language: 'en',
			version: '1',
			hash: 'cccc',
			path: 'packs/more.en.cccc.json',
			optional: true
		}
	]
}));
vi.mock('virtual:packs/content', () => ({ default: {} }));
vi.mock('$app/paths', () => ({
	resolve: (_route: string, { name }: { name: string }) => `/base/packs/${name}.json`
}));

/** The library of a page that has just been opened in a browser. */
async function openLibrary() {
	vi.resetModules();
	return import('./library.ts');
}

const json = JSON.stringify(packPack(samplePack([event('wreck')])));
const answers = (body: string, status = 200) =>
	vi.fn<typeof fetch>(() => Promise.resolve(new Response(body, { status })));

beforeEach(() => vi.stubEnv('SSR', false));

describe('the library', () => {
	test('fetches the pack of the locale under the base of the site, once', async () => {
		const { loadBank } = await openLibrary();
		const fetch = answers(json);
		const bank = await loadBank('fr', fetch);
		expect(fetch.mock.calls).toEqual([['/base/packs/sample.fr.bbbb.json']]);
		expect(bank.fact('wreck').statement).toBe('Statement of wreck.');
		expect(await loadBank('fr', fetch)).toBe(bank);
		expect(fetch).toHaveBeenCalledTimes(1);
	});

	test('fetches an optional pack only when it is chosen, in English where it has no other', async () => {
		const { loadBank } = await openLibrary();
		const other = JSON.stringify(
			packPack({ ...samplePack([event('treaty')]), id: 'more', optional: true })
		);
		const fetch = vi.fn<typeof globalThis.fetch>((url) =>
			Promise.resolve(new Response(url === '/base/packs/more.en.cccc.json' ? other : json))
		);
		expect((await loadBank('fr', fetch)).facts.size).toBe(1);
		const both = await loadBank('fr', fetch, ['more']);
		expect([...both.facts.keys()]).toEqual(['wreck', 'treaty']);
		expect(fetch.mock.calls.flat()).toContain('/base/packs/more.en.cccc.json');
	});

	test('gives English to a locale that it does not know', async () => {
		const { loadBank } = await openLibrary();
		const fetch = answers(json);
		await loadBank('xx', fetch);
		expect(fetch.mock.calls).toEqual([['/base/packs/sample.en.aaaa.json']]);
	});

	test.each([
		['unreachable', vi.fn<typeof fetch>(() => Promise.reject(new TypeError('no network')))],
		['unreachable', answers('', 503)],
		['missing', answers('', 404)],
		['damaged', answers('<!doctype html>')],
		['damaged', answers('{"format":2}')]
	])('says when a pack is %s, and tries again the next time', async (code, failing) => {
		const { loadBank } = await openLibrary();
		await expect(loadBank('en', failing)).rejects.toMatchObject({ name: 'LibraryError', code });
		const bank = await loadBank('en', answers(json));
		expect(bank.facts.size).toBe(1);
	});
});
