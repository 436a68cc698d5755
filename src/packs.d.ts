/** The packs of this build: one entry for each pack and language. */
declare module 'virtual:packs' {
	const packs: readonly {
		readonly id: string;
		readonly language: import('#lib/bank/pack.ts').Language;
		readonly version: string;
		readonly hash: string;
		/** From the root of the site: "packs/morocco-israel.en.0123456789.json". */
		readonly path: string;
		/** Whether learners switch it on themselves. */
		readonly optional: boolean;
	}[];
	export default packs;
}

/** The text of each pack by its path. Only for code that runs while pages are prerendered. */
declare module 'virtual:packs/content' {
	const content: Readonly<Record<string, string>>;
	export default content;
}
