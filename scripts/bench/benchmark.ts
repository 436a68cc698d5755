/** What `npm run bench` knows of each benchmark; each has a file of its own here. */
export type Benchmark = {
	/** One line for the usage. */
	readonly summary: string;
	/** Rejects with a `BenchError` when it cannot measure. */
	readonly run: (settings: Settings) => Promise<Measured>;
};

export type Settings = {
	/** How often each side is measured. */
	readonly rounds: number;
	/** Told how far it is; nothing of it belongs to the result. */
	readonly say: (line: string) => void;
};

/** Figures by name. */
export type Figures = Readonly<Record<string, number>>;

export type Measured = {
	/** What `--json` prints under the benchmark's name; a list where several things are measured. */
	readonly figures: Figures | readonly Figures[];
	/** The same for people, with all that helps to judge it. */
	readonly table: string;
};

/** A benchmark could not be run; the message says why, in a whole sentence. */
export class BenchError extends Error {}
