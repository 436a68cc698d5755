/**
 * New versions of the app: one object for the life of a page, made by the root layout. The worker is
 * registered when the page has nothing better to do.
 *
 * A new version is offered, never forced: it takes over when the learner says so, or when the app
 * is opened anew after all its tabs were closed.
 */
import { version } from '$app/env';
import { resolve } from '$app/paths';

export type UpdatesOptions = {
	/** The language to keep for offline use beside the base language. */
	readonly locale: string;
	/** Whether a session is open, in which no reload may happen. */
	readonly isBusy: () => boolean;
};

/** In this tab's storage: the version that has reloaded for a missing file. */
const RELOADED = 'tarikh.reloaded';

/** The part of `window.trustedTypes` used here; what it gives passes for a string. */
type UrlPolicy = { createScriptURL: (url: string) => string };
type PolicyFactory = { createPolicy: (name: string, rules: UrlPolicy) => UrlPolicy };

export class Updates {
	#ready = $state(false);
	#isIncomplete = $state(false);
	readonly #options: UpdatesOptions;

	constructor(options: UpdatesOptions) {
		this.#options = options;
	}

	/** Whether a new version waits, or has taken over from another tab: a reload shows it. */
	get ready(): boolean {
		return this.#ready;
	}

	/** Whether a part of the page could not be loaded, and will not be before it is loaded again. */
	get isIncomplete(): boolean {
		return this.#isIncomplete;
	}

	/**
	 * Starts watching; call it once, in the browser. Without service workers it only guards against
	 * files that are gone.
	 *
	 * @returns a function that stops watching
	 */
	start(): () => void {
		const ending = new AbortController();
		const { signal } = ending;
		window.addEventListener('vite:preloadError', (event) => this.#recover(event), { signal });
		if ('serviceWorker' in navigator) whenIdle(() => void this.#register(signal), signal);
		return () => ending.abort();
	}

	/** Lets the new version take over and reloads the page in it. */
	async apply(): Promise<void> {
		const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined);
		if (registration?.waiting) await takeOver(registration.waiting);
		location.reload();
	}

	async #register(signal: AbortSignal): Promise<void> {
		const workers = navigator.serviceWorker;
		const hadController = workers.controller !== null;
		workers.addEventListener('controllerchange', () => (this.#ready ||= hadController), { signal });
		// Refused in some private windows; the app then works as any page does.
		const registration = await workers
			.register(workerUrl(), { updateViaCache: 'none' })
			.catch(() => undefined);
		if (!registration || signal.aborted) return;

		// The very first worker waits for none before it; a page that none controls has one all the same.
		const isWaiting = () => registration.waiting !== null && registration.active !== null;
		const look = () => (this.#ready ||= isWaiting());
		const follow = () => registration.installing?.addEventListener('statechange', look, { signal });
		registration.addEventListener('updatefound', follow, { signal });
		follow();

		const check = () => {
			if (!look()) void registration.update().catch(() => undefined);
		};
		document.addEventListener(
			'visibilitychange',
			() => {
				if (document.visibilityState === 'visible') check();
			},
			{ signal }
		);
		check();
		const { active } = await workers.ready;
		active?.postMessage({ type: 'LANGUAGE', locale: this.#options.locale });
	}

	/**
	 * A part of the page could not be loaded, most likely because the host has a newer version only.
	 * One reload gets that; a second one would not help.
	 */
	#recover(event: Event): void {
		if (this.#options.isBusy() || !navigator.onLine || hasReloaded()) {
			this.#isIncomplete = true;
			return;
		}
		event.preventDefault();
		location.reload();
	}
}

/**
 * Ends when the worker serves in place of the one before, or never will. The worker itself is asked:
 * a page that none controls, after a forced reload, is never told of a change.
 */
function takeOver(worker: ServiceWorker): Promise<void> {
	return new Promise((done) => {
		const look = () => {
			if (worker.state === 'activated' || worker.state === 'redundant') done();
		};
		worker.addEventListener('statechange', look);
		worker.postMessage({ type: 'SKIP_WAITING' });
		look();
	});
}

/** Whether this version has reloaded for a missing file in this tab; marks that it does now. */
function hasReloaded(): boolean {
	try {
		if (sessionStorage.getItem(RELOADED) === version) return true;
		sessionStorage.setItem(RELOADED, version);
		return false;
	} catch {
		// Without a mark there is no telling a first reload from an endless row of them.
		return true;
	}
}

/**
 * The address of the service worker. Where the browser wants proof that a script address is sound,
 * the policy gives it for this one and for no other.
 */
function workerUrl(): string {
	const url = new URL(`${resolve('/')}service-worker.js`, location.href).href;
	const { trustedTypes } = window as { trustedTypes?: PolicyFactory };
	if (!trustedTypes) return url;
	const policy = trustedTypes.createPolicy('tarikh-worker-url', {
		createScriptURL(asked) {
			if (asked === url) return asked;
			throw new TypeError(`No worker of ours: ${asked}`);
		}
	});
	return policy.createScriptURL(url);
}

/** After the load event, when the browser has time; Safari, which cannot tell, after a second. */
function whenIdle(work: () => void, signal: AbortSignal): void {
	const begin = () => {
		if (signal.aborted) return;
		if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 3000 });
		else setTimeout(work, 1000);
	};
	if (document.readyState === 'complete') begin();
	else window.addEventListener('load', begin, { once: true, signal });
}
