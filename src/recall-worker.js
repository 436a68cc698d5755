/*
 * The way back from a service worker that does harm. Put this file in place of `service-worker.js`
 * on the host: within one visit, or a day at most, every browser runs it instead. It answers no
 * request, throws the stored site away and leaves; pages come from the network again. Answers live
 * in IndexedDB, which it does not touch. The next good build is offered as to a first visit.
 */
/**
 * @typedef {{
 *   addEventListener: (type: string, listener: (event: { waitUntil: (work: Promise<void>) => void }) => void) => void,
 *   skipWaiting: () => Promise<void>,
 *   registration: ServiceWorkerRegistration
 * }} WorkerScope
 */
const sw = /** @type {WorkerScope} */ (/** @type {unknown} */ (globalThis.self));

sw.addEventListener('install', () => void sw.skipWaiting());
sw.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
	const names = await caches.keys();
	const ours = names.filter((name) => name.startsWith('tarikh-'));
	await Promise.all(ours.map((name) => caches.delete(name)));
	await sw.registration.unregister();
}
