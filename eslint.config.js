import { fileURLToPath } from 'node:url';
import { defineConfig, includeIgnoreFile } from 'eslint/config';
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const tests = ['**/*.test.ts', '**/*.contract.ts', '**/any-*.ts'];

const impure = [
	{
		selector: "MemberExpression[object.name='Date'][property.name='now']",
		message: 'Time is a parameter on floors 0 to 2.'
	},
	{
		selector: "NewExpression[callee.name='Date'][arguments.length=0]",
		message: 'Time is a parameter on floors 0 to 2.'
	},
	{
		selector: "CallExpression[callee.name='Date']",
		message: 'Time is a parameter on floors 0 to 2.'
	},
	{
		selector: "MemberExpression[object.name='performance']",
		message: 'Time is a parameter on floors 0 to 2.'
	},
	{
		selector: "MemberExpression[object.name='Math'][property.name='random']",
		message: 'Chance is a parameter on floors 0 to 2: take a seeded generator.'
	},
	{
		selector:
			"MemberExpression[object.name='crypto'][property.name=/^(getRandomValues|randomUUID)$/]",
		message: 'Chance is a parameter on floors 0 to 2: take a seeded generator.'
	}
];

const unrun = [
	{
		selector:
			'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|fixme|fails|skipIf|runIf)$/]',
		message: 'A test runs or does not exist.'
	}
];

export default defineConfig(
	includeIgnoreFile(fileURLToPath(new URL('.gitignore', import.meta.url))),
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	ts.configs.stylisticTypeChecked,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: {
					allowDefaultProject: ['*.config.js', 'playwright.config.ts', '.dependency-cruiser.cjs']
				},
				tsconfigRootDir: import.meta.dirname
			}
		},
		rules: {
			// TypeScript itself reports unknown names, and knows more of them.
			'no-undef': 'off',
			'@typescript-eslint/restrict-template-expressions': [
				'error',
				{ allowNumber: true, allowBoolean: true }
			],
			'@typescript-eslint/consistent-type-definitions': 'off',
			// `() => save()` as a callback is plain enough.
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			// Brackets may say that a key is not known to be there.
			'@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
			// It asks for `!`, which another rule forbids.
			'@typescript-eslint/non-nullable-type-assertion-style': 'off',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		},
		rules: {
			// State is replaced, not changed in place: a Map that is made anew is a plain value.
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},
	{
		files: ['**/*.svelte'],
		rules: {
			'svelte/no-at-html-tags': 'error',
			// Addresses are resolved in one place, app/address.ts; the rule sees only the call.
			'svelte/no-navigation-without-resolve': 'off',
			// ESLint does not know the props of another component; svelte-check does and checks them.
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},
	{
		files: ['src/service-worker.ts'],
		languageOptions: { parserOptions: { projectService: false, project: './tsconfig.sw.json' } }
	},
	{
		// The rule does not see the casts of JSDoc; what follows them is checked all the same.
		files: ['**/*.{js,mjs,cjs}'],
		rules: { '@typescript-eslint/no-unsafe-assignment': 'off' }
	},
	{
		files: ['**/*.cjs'],
		rules: { '@typescript-eslint/no-require-imports': 'off' }
	},
	{
		files: ['src/lib/{bank,quiz,memory,assignment,exchange}/**/*.ts'],
		ignores: tests,
		rules: { 'no-restricted-syntax': ['error', ...impure] }
	},
	{
		// dependency-cruiser does not see type imports of components.
		files: ['src/lib/ui/**'],
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: '^(#lib/|\\.\\./)(app|storage|memory|assignment|exchange|server)/',
							message: 'A component takes props: it may know bank and quiz only.'
						}
					]
				}
			]
		}
	},
	{
		files: [...tests, 'tests/**/*.ts'],
		rules: { 'no-restricted-syntax': ['error', ...unrun] }
	}
);
