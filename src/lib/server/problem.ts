/**
 * What is wrong in a pack, and where: each problem says what to do about it.
 */

/** A position in a file; lines and columns count from 1. */
export type Place = { readonly file: string; readonly line: number; readonly column: number };

export type PackProblem = Place & {
	/** The fact, actor, source … that it is about; null for a whole file. */
	readonly id: string | null;
	/** The field: "actors.0.ask". Empty for the whole item. */
	readonly path: string;
	/** A sentence for the editor. */
	readonly message: string;
};

/** "dates.yaml:41:11 rabin-visit › when: “1976-13” is not a date …" */
export function formatProblem({ file, line, column, id, path, message }: PackProblem): string {
	const subject = [id, path].filter(Boolean).join(' › ');
	return `${file}:${line}:${column}${subject ? ` ${subject}` : ''}: ${message}`;
}

/** All problems as one report, in the order of files and lines, each once. */
export function formatReport(problems: readonly PackProblem[]): string {
	const lines = [...problems]
		.sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column)
		.map(formatProblem);
	const found = [...new Set(lines)];
	return [
		`The packs have ${found.length} ${found.length === 1 ? 'problem' : 'problems'}:`,
		...found.map((line) => `  ${line}`)
	].join('\n');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
