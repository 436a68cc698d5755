/**
 * The service worker: the whole site, in the learner's languages, from the device.
 *
 * Each version has a cache of its own. A new one is filled while the old one goes on serving, with
 * unchanged files copied instead of fetched; it waits until the learner accepts it. The version
 * before stays, because a tab may still be running it and ask for one of its files.
 */
import { base, build, files, prerendered, version } from '$service-worker';
import type { WorkboxPlugin } from 'workbox-core/types.js';
import { PrecacheController } from 'workbox-precaching';
import { baseLocale, locales } from './locales.js';
import { isForOthers, isHashed, languageOf } from './offline.js';

const sw = globalThis.self as unknown as ServiceWorkerGlobalScope;

/** Two sites of one origin (`/a/`, `/b/`) share the storage of caches: a name tells its place. */
const place = base && `@${base}`;
const cacheName = `tarikh-precache-${version}${place}`;

/** From the root of the site, whatever path it stands under. */
const pathOf = (url: string) => new URL(url, location.origin).pathname.slice(base.length);

/** Whether a cache is a precache of this site: of this version or another. */
function isPrecache(name: string): boolean {
	const parts = /^tarikh-precache-[^@]+(?<place>@.+)?$/.exec(name);
	return parts !== null && (parts.groups?.place ?? '') === place;
}

const isPage = (url: string) => url.endsWith('/');

/** Every page names the script that starts its version; one of another version does not fit in. */
const startScript = build
	.find((url) => /\/entry\/start\.[^/]+\.js$/.test(url))
	?.split('/')
	.at(-1);

/**
 * Whether an answer is a file of this version. A captive portal answers anything with its own page;
 * a host in the middle of a deployment may still give the page of the version before.
 */
async function isOurs(url: string, response: Response): Promise<boolean> {
	if (response.status !== 200 || response.type !== 'basic') return false;
	const isHtml = response.headers.get('content-type')?.startsWith('text/html') ?? false;
	if (!isPage(url)) return !isHtml;
	return isHtml && (await response.clone().text()).includes(startScript ?? '');
}

const vetted: WorkboxPlugin = {
	// A file without a hash in its name is asked for anew, but need not travel if it has not changed.
	requestWillFetch: ({ request }) =>
		Promise.resolve(
			isHashed(pathOf(request.url)) ? request : new Request(request, { cache: 'no-cache' })
		),
	cacheWillUpdate: async ({ request, response }) =>
		(await isOurs(request.url, response)) ? response : null
};

/** A precache of Workbox fetches one file at a time; several of them fetch several. */
const LANES = 4;

const precaches = new Map(
	Object.keys(locales).map((language) => {
		const entries = [...build, ...files, ...prerendered]
			.filter((url) => !isForOthers(pathOf(url)) && languageOf(pathOf(url)) === language)
			.map((url) => ({ url, revision: isHashed(pathOf(url)) ? null : version }));
		const lanes = Array.from({ length: LANES }, (_, lane) => {
			const precache = new PrecacheController({ cacheName, plugins: [vetted] });
			precache.addToCacheList(entries.filter((_, i) => i % LANES === lane));
			return precache;
		});
		return [language, lanes] as const;
	})
);

async function fromThisVersion(url: string): Promise<Response | undefined> {
	for (const precache of [...precaches.values()].flat()) {
		if (precache.getCacheKeyForURL(url)) return precache.matchPrecache(url);
	}
	return undefined;
}

async function fromAnotherVersion(url: string): Promise<Response | undefined> {
	for (const name of (await caches.keys()).filter(isPrecache)) {
		const found = name !== cacheName && (await (await caches.open(name)).match(url));
		if (found) return found;
	}
	return undefined;
}

/** What the worker remembers between versions: languages, and which version came before. */
const notes = () => caches.open(`tarikh-worker${place}`);
const note = (name: string) => `${base}/${name}`;

async function readNote(name: string): Promise<string | undefined> {
	return (await (await notes()).match(note(name)))?.text();
}

async function writeNote(name: string, text: string): Promise<void> {
	await (await notes()).put(note(name), new Response(text));
}

async function chosenLanguages(): Promise<string[]> {
	const languages = Object.keys(locales);
	const isChosen = await Promise.all(languages.map((language) => readNote(`language/${language}`)));
	return languages.filter((language, i) => language === baseLocale || isChosen[i] !== undefined);
}

/** Copies what has kept its name and so its content. */
async function copyFromOtherVersions(languages: readonly string[]): Promise<void> {
	const cache = await caches.open(cacheName);
	const wanted = languages.flatMap((language) => precaches.get(language) ?? []);
	const urls = wanted
		.flatMap((lane) => lane.getCachedURLs())
		.filter((url) => isHashed(pathOf(url)));
	await Promise.all(
		urls.map(async (url) => {
			if (await cache.match(url)) return;
			const found = await fromAnotherVersion(url);
			if (found) await cache.put(url, found);
		})
	);
}

/**
 * Fetches what the cache of this version lacks in these languages.
 *
 * @throws when a file cannot be had or is not ours; what has come by then stays for the next try
 */
async function fill(event: ExtendableEvent, languages: readonly string[]): Promise<void> {
	await copyFromOtherVersions(languages);
	// Workbox stores only during an event that calls itself `install`.
	const install = Object.create(event, {
		type: { value: 'install' },
		waitUntil: { value: (work: Promise<unknown>) => event.waitUntil(work) }
	}) as ExtendableEvent;
	const stored = await (await caches.open(cacheName)).keys();
	const keys = new Set(stored.map(({ url }) => url));
	const lacking = languages
		.flatMap((language) => precaches.get(language) ?? [])
		.filter((lane) => [...lane.getURLsToCacheKeys().values()].some((key) => !keys.has(key)));
	await Promise.all(lacking.map((lane) => lane.install(install)));
}

async function install(event: ExtendableEvent): Promise<void> {
	await writeNote('installing', cacheName);
	await fill(event, await chosenLanguages());
}

async function activate(): Promise<void> {
	const active = await readNote('active');
	if (active !== cacheName) {
		if (active) await writeNote('previous', active);
		await writeNote('active', cacheName);
	}
	const kept = [cacheName, await readNote('previous'), await readNote('installing')];
	const names = (await caches.keys()).filter(isPrecache);
	await Promise.all(
		names.filter((name) => !kept.includes(name)).map((name) => caches.delete(name))
	);
	// The page of a first visit came from the network, just now and in this version: serve its next
	// requests, so that one visit is enough. A later version never takes a page over by itself.
	if (!active) await sw.clients.claim();
}

async function respond(request: Request): Promise<Response> {
	const url = new URL(request.url);
	const { search } = url;
	url.search = '';
	url.hash = '';
	url.pathname = url.pathname.replace(/\/index\.html$/, '/');
	const found = await fromThisVersion(url.href);
	if (found) return found;
	if (isHashed(pathOf(url.href))) {
		const old = await fromAnotherVersion(url.href);
		if (old) return old;
	}
	if (request.mode === 'navigate' && !isPage(url.pathname)) {
		const folder = `${url.href}/`;
		if (await fromThisVersion(folder)) return Response.redirect(folder + search);
	}
	return fetch(request);
}

function readMessage(data: unknown): { type: string; locale?: unknown } | undefined {
	return typeof data === 'object' &&
		data !== null &&
		'type' in data &&
		typeof data.type === 'string'
		? (data as { type: string })
		: undefined;
}

sw.addEventListener('install', (event) => event.waitUntil(install(event)));
sw.addEventListener('activate', (event) => event.waitUntil(activate()));
sw.addEventListener('fetch', (event) => {
	const { method, url } = event.request;
	const isOfSite = url.startsWith(new URL(`${base}/`, location.origin).href);
	if (method === 'GET' && isOfSite) event.respondWith(respond(event.request));
});
sw.addEventListener('message', (event) => {
	const message = readMessage(event.data);
	if (message?.type === 'SKIP_WAITING') event.waitUntil(sw.skipWaiting());
	if (message?.type !== 'LANGUAGE') return;
	const { locale } = message;
	if (typeof locale !== 'string' || !precaches.has(locale)) return;
	const remembered = writeNote(`language/${locale}`, '');
	// Without a network now, the next visit tries again.
	event.waitUntil(remembered.then(() => fill(event, [baseLocale, locale])).catch(() => undefined));
});
