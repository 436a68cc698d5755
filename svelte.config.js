import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { hashSources } from './scripts/sources.mjs';
import { baseLocale, locales } from './src/locales.js';

const { version } = /** @type {{ version: string }} */ (
	JSON.parse(readFileSync('package.json', 'utf8'))
);

/** The one inline script of our own; hooks.server.ts writes it into every page. */
const beforePaint = readFileSync('src/before-paint.js', 'utf8');
const hashOf = (/** @type {string} */ text) =>
	/** @type {`sha256-${string}`} */ (
		`sha256-${createHash('sha256').update(text).digest('base64')}`
	);

/** Places that exist, each in every language. */
const places = ['', 'study', 'quiz', 'explore', 'settings'];
const prefixes = Object.keys(locales).map((locale) => (locale === baseLocale ? '' : `/${locale}`));
const entries = prefixes.flatMap((prefix) =>
	places.map((place) => /** @type {`/${string}`} */ (place ? `${prefix}/${place}/` : `${prefix}/`))
);

/** The build with the right-to-left test language stands beside the real one. */
const isPseudo = Boolean(process.env.VITE_PSEUDO_LOCALE);
const site = isPseudo ? 'build-pseudo' : 'build';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter({ pages: site, assets: site, strict: true, precompress: !isPseudo }),
		...(isPseudo && { outDir: '.svelte-kit-pseudo' }),
		appDir: '_app',
		paths: { relative: true },
		prerender: { entries: ['*', ...entries], handleUnseenRoutes: 'fail' },
		serviceWorker: { register: false },
		// Same sources, same bytes; any change, a new version that workers and caches can tell apart.
		version: { name: `${version}-${hashSources('.')}`, pollInterval: 0 },
		inlineStyleThreshold: 60_000,
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', hashOf(beforePaint)],
				'style-src': ['self'],
				// The style attribute of SvelteKit's own route announcer.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'blob:', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'object-src': ['none'],
				'frame-src': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'tarikh-worker-url']
			}
		}
	}
};
