/**
 * Gives the packs to the app: `virtual:packs` lists them, `virtual:packs/content` holds them for
 * the server, that is for prerendering. A wrong pack stops the build; in dev it shows as an overlay
 * until the file is saved again.
 */
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin, type ViteDevServer } from 'vite';
import type { LoadedPacks } from './packs.ts';

const LIST = 'virtual:packs';
const CONTENT = 'virtual:packs/content';

/**
 * The loader is imported only when a module asks for it: it needs the compiled messages, which
 * another plugin writes when the build starts.
 */
async function loadProvenPacks(root: string): Promise<LoadedPacks['packs']> {
	const run = async <Module>(file: string) => {
		const path = fileURLToPath(new URL(file, import.meta.url));
		const { module } = await runnerImport<Module>(path, { configFile: false });
		return module;
	};
	const { loadPacks } = await run<typeof import('./packs.ts')>('packs.ts');
	const { packs, problems } = loadPacks(root);
	if (problems.length > 0) {
		const { formatReport } = await run<typeof import('./problem.ts')>('problem.ts');
		const wrong = new Error(formatReport(problems));
		// Where in the build a wrong fact was noticed helps nobody.
		wrong.stack = wrong.message;
		throw wrong;
	}
	return packs;
}

export function packsPlugin(): Plugin {
	let root = '.';
	let loading: Promise<LoadedPacks['packs']> | null = null;
	return {
		name: 'tarikh-packs',
		configResolved(config) {
			root = config.root;
		},
		resolveId: {
			filter: { id: /^virtual:packs(\/content)?$/ },
			handler: (id) => `\0${id}`
		},
		load: {
			filter: { id: /^\0virtual:packs(\/content)?$/ },
			async handler(module) {
				loading ??= loadProvenPacks(root);
				const packs = await loading;
				const data =
					module === `\0${CONTENT}`
						? Object.fromEntries(packs.map(({ path, json }) => [path, json]))
						: packs.map(({ id, language, version, hash, path, optional }) => ({
								id,
								language,
								version,
								hash,
								path,
								optional
							}));
				return `export default ${JSON.stringify(data)};`;
			}
		},
		configureServer(server) {
			const questions = resolve(root, 'questions');
			server.watcher.add(questions);
			server.watcher.on('all', (_, file) => {
				if (!file.startsWith(questions + sep)) return;
				loading = null;
				reload(server);
			});
		}
	};
}

/** Both modules are made anew in every environment, and open pages start over. */
function reload(server: ViteDevServer): void {
	for (const { moduleGraph } of Object.values(server.environments)) {
		for (const id of [LIST, CONTENT]) {
			const module = moduleGraph.getModuleById(`\0${id}`);
			if (module) moduleGraph.invalidateModule(module);
		}
	}
	server.ws.send({ type: 'full-reload' });
}
