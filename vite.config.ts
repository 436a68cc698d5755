import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { packsPlugin } from './src/lib/server/packs-plugin.ts';

/** Unit tests need runes and nothing else: the messages are compiled before they run. */
const plugins = process.env.VITEST
	? [svelte()]
	: [
			paraglideVitePlugin({
				project: './src/messages/project.inlang',
				outdir: './src/lib/paraglide',
				strategy: ['globalVariable', 'baseLocale'],
				emitTsDeclarations: false
			}),
			packsPlugin(),
			sveltekit()
		];

export default defineConfig({
	plugins,
	build: {
		target: ['es2022', 'safari16.4', 'chrome111', 'firefox114'],
		rolldownOptions: {
			output: {
				codeSplitting: {
					groups: [
						// What the start of every page and some parts on demand share: one chunk, not one each.
						{
							name: 'log',
							test: /src\/lib\/(memory\/(log|standing)|storage\/(canary|rows|log-state|schema))\.ts$/
						}
					]
				}
			}
		}
	},
	test: {
		include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
		environment: 'node',
		// Properties run thousands of cases; a busy machine must not fail them.
		testTimeout: 120_000
	}
});
