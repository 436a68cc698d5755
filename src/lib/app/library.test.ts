import { beforeEach, describe, expect, test, vi } from 'vitest';
import { event, samplePack } from '../../../tests/fixtures/sample.ts';
import { packPack } from '#lib/bank/pack-json.ts';

vi.mock('virtual:packs', () => ({
	default: [
		{ id: 'sample', language: 'en', version: '1', hash: 'aaaa', path: 'packs/sample.en.aaaa.json' },
		{ id: 'sample', language: 'fr', version: '1', hash: 'bbbb', path: 'packs/sample.fr.bbbb.json' }
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
