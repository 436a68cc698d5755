/**
 * The floors of the house and the doors in its walls, checked by `npm test`. What a rule says is
 * why it stands. `tsPreCompilationDeps` is on: a type import binds as a value import does.
 */
const below = (/** @type {string} */ folders) => `^src/lib/(${folders})/`;
const tests = '\\.(test|contract)\\.ts$|(^|/)any-[^/]+\\.ts$';

/**
 * @param {string} name the package
 * @param {string} door the only files that may import it, as a pattern
 * @param {string} reason
 */
const oneDoor = (name, door, reason) => ({
	name: `one-door-to-${name}`,
	comment: reason,
	severity: 'error',
	from: { path: '^src/', pathNot: [door, tests] },
	to: { path: `(^|/)node_modules/${name}/` }
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: 'bank-is-the-ground',
			comment: 'What is known does not depend on what is asked, remembered, stored or shown.',
			severity: 'error',
			from: { path: below('bank') },
			to: { path: '^src/', pathNot: below('bank') }
		},
		{
			name: 'quiz-stands-on-bank',
			comment: 'A question is made from facts alone: the same one in Node, a worker and a page.',
			severity: 'error',
			from: { path: below('quiz') },
			to: { path: '^src/', pathNot: below('bank|quiz') }
		},
		{
			name: 'memory-stands-on-quiz',
			comment:
				'What is remembered is computed from the log; where the log lies is not its business.',
			severity: 'error',
			from: { path: below('memory|assignment|exchange') },
			to: { path: '^src/', pathNot: below('bank|quiz|memory|assignment|exchange') }
		},
		{
			name: 'storage-stands-on-memory',
			comment: 'The store keeps what the floors below define; it knows nothing of screens.',
			severity: 'error',
			from: { path: below('storage') },
			to: { path: '^src/', pathNot: below('bank|quiz|memory|assignment|exchange|storage') }
		},
		{
			name: 'app-does-not-draw',
			comment: 'State and screens are siblings that meet only in routes, so each can change alone.',
			severity: 'error',
			from: { path: below('app') },
			to: { path: '^src/(routes/|lib/(ui|server)/)' }
		},
		{
			name: 'ui-takes-props',
			comment:
				'A component shows what it is given and calls back: it needs no store, no session and ' +
				'no clock, so that it can be shown, tested and reused with plain values.',
			severity: 'error',
			from: { path: below('ui') },
			to: { path: '^src/', pathNot: `${below('bank|quiz|ui|paraglide')}|^src/locales\\.js$` }
		},
		{
			name: 'server-is-for-the-build',
			comment: 'Readers and proofs of packs stay out of what learners download.',
			severity: 'error',
			from: {
				path: '^src/',
				pathNot:
					'^src/lib/server/|^src/routes/.*(\\+server|\\.server)\\.ts$|^src/hooks\\.server\\.ts$'
			},
			to: { path: '^src/lib/server/' }
		},
		{
			name: 'floors-0-to-2-are-plain-typescript',
			comment: 'They run in Node, in a worker and in a test without a mock: no Svelte, no Kit.',
			severity: 'error',
			from: { path: below('bank|quiz|memory|assignment|exchange') },
			to: { path: '(^|/)node_modules/(svelte|@sveltejs)/|^\\$(app|env|service-worker)' }
		},
		oneDoor(
			'ts-fsrs',
			'^src/lib/memory/scheduler\\.ts$',
			'Importing ts-fsrs patches Date.prototype; one file lets it in and lets it be replaced.'
		),
		oneDoor('idb', below('storage'), 'Only the store knows that it is made of IndexedDB.'),
		oneDoor(
			'workbox-(core|precaching)',
			'^src/service-worker\\.ts$',
			'These run in the service worker and nowhere else.'
		),
		oneDoor(
			'zod',
			'^src/lib/(bank/fact\\.ts$|server/)',
			'Packs are validated at build time; 20 kB of validator have no place in a learner’s page.'
		),
		oneDoor('yaml', below('server'), 'YAML is read when building; learners get compact JSON.'),
		{
			name: 'no-circles',
			comment: 'Two files that need each other are one idea, or hide a third.',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/lib/paraglide/' },
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
		},
		{
			name: 'nothing-unresolved',
			comment: 'An import that cannot be found is checked by no other rule.',
			severity: 'error',
			from: { path: '^src/' },
			to: {
				couldNotResolve: true,
				pathNot: '^\\$(app|env|service-worker)|^\\./\\$types|\\?raw$|^(node:|virtual:)'
			}
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^src/lib/paraglide/messages/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'browser', 'import', 'default', 'types'],
			extensions: ['.ts', '.js', '.mjs', '.svelte', '.json', '.d.ts']
		}
	}
};
