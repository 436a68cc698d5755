/** One of the tests' own modules, bundled with the parts of the app that it uses. */
import { build } from 'vite';

/**
 * Bundles an entry file into one script for a browser.
 *
 * @returns the script; throws when the entry makes none
 */
export async function bundle(entry: string): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: 'silent',
		build: {
			write: false,
			minify: false,
			// What the app loads later is in it too: there is one script.
			rolldownOptions: { input: entry, output: { codeSplitting: false } },
			modulePreload: false
		}
	});
	const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
		'output' in one ? one.output : []
	);
	const script = outputs.find((one) => one.type === 'chunk' && one.isEntry);
	if (script?.type !== 'chunk') throw new Error(`${entry} made no script`);
	return script.code;
}
