/**
 * The learner's settings: made once by the root layout, kept in localStorage, the same in every
 * tab. The theme has a key of its own, which `before-paint.js` reads before anything is drawn.
 */
import type { Shelf } from '#lib/storage/canary.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** New cards a day: at least, at most, and unless the learner says otherwise. */
export const NEW_PER_DAY = { least: 0, most: 100, usual: 20 } as const;

const THEME_KEY = 'tarikh.theme';
const SETTINGS_KEY = 'tarikh.settings';

type Kept = {
	readonly newPerDay: number;
	/** Whether single keys act in a session; some people press them unawares (WCAG 2.1.4). */
	readonly shortcuts: boolean;
	/** The optional packs that are switched on. */
	readonly packs: readonly string[];
	/** When a backup was last saved from this browser, in milliseconds since 1970. */
	readonly lastBackup: number | null;
};

const isTheme = (value: unknown): value is Theme => (themes as readonly unknown[]).includes(value);

const isNewPerDay = (value: unknown): value is number =>
	Number.isInteger(value) &&
	(value as number) >= NEW_PER_DAY.least &&
	(value as number) <= NEW_PER_DAY.most;

const isTexts = (value: unknown): value is string[] =>
	Array.isArray(value) && value.every((each) => typeof each === 'string');

const isMoment = (value: unknown): value is number =>
	Number.isSafeInteger(value) && Number(value) > 0;

/** Reads what was kept, field by field: a bad value is as good as none. */
function readKept(text: string | null): Kept {
	let fields: Partial<Record<keyof Kept, unknown>> = {};
	try {
		const value: unknown = JSON.parse(text ?? '{}');
		if (typeof value === 'object' && value !== null) fields = value;
	} catch {
		// Not JSON: nothing that we wrote.
	}
	return {
		newPerDay: isNewPerDay(fields.newPerDay) ? fields.newPerDay : NEW_PER_DAY.usual,
		shortcuts: fields.shortcuts !== false,
		packs: isTexts(fields.packs) ? fields.packs : [],
		lastBackup: isMoment(fields.lastBackup) ? fields.lastBackup : null
	};
}

export class Settings {
	readonly #shelf: Shelf | null;
	#theme = $state<Theme>('system');
	#kept = $state.raw<Kept>(readKept(null));

	/** `shelf` is localStorage; null where there is none, and then settings last as long as the page. */
	constructor(shelf: Shelf | null) {
		this.#shelf = shelf;
		this.#read();
	}

	get theme(): Theme {
		return this.#theme;
	}

	get newPerDay(): number {
		return this.#kept.newPerDay;
	}

	get shortcuts(): boolean {
		return this.#kept.shortcuts;
	}

	get packs(): readonly string[] {
		return this.#kept.packs;
	}

	get lastBackup(): number | null {
		return this.#kept.lastBackup;
	}

	chooseTheme(theme: Theme): void {
		this.#theme = theme;
		this.#write(THEME_KEY, theme === 'system' ? null : theme);
	}

	/** Takes a whole number of cards from 0 to 100 and says whether it was one. */
	chooseNewPerDay(count: number): boolean {
		if (!isNewPerDay(count)) return false;
		this.#keep({ ...this.#kept, newPerDay: count });
		return true;
	}

	useShortcuts(on: boolean): void {
		this.#keep({ ...this.#kept, shortcuts: on });
	}

	/** Switches an optional pack on or off. */
	usePack(id: string, on: boolean): void {
		const others = this.#kept.packs.filter((each) => each !== id);
		this.#keep({ ...this.#kept, packs: on ? [...others, id].sort() : others });
	}

	/** Remembers that a backup was saved at a moment, in milliseconds since 1970. */
	noteBackup(at: number): void {
		this.#keep({ ...this.#kept, lastBackup: at });
	}

	/** Back to how a first visit finds it. */
	reset(): void {
		this.#theme = 'system';
		this.#kept = readKept(null);
		this.#write(THEME_KEY, null);
		this.#write(SETTINGS_KEY, null);
	}

	/** Follows what other tabs choose; returns the function that stops it. */
	follow(window: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void {
		const changed = ({ key }: StorageEvent) => {
			if (key === null || key === THEME_KEY || key === SETTINGS_KEY) this.#read();
		};
		window.addEventListener('storage', changed);
		return () => window.removeEventListener('storage', changed);
	}

	#keep(kept: Kept): void {
		this.#kept = kept;
		this.#write(SETTINGS_KEY, JSON.stringify(kept));
	}

	#read(): void {
		try {
			const theme = this.#shelf?.getItem(THEME_KEY);
			this.#theme = isTheme(theme) ? theme : 'system';
			this.#kept = readKept(this.#shelf?.getItem(SETTINGS_KEY) ?? null);
		} catch {
			// Storage refused after the page began: what is known stays.
		}
	}

	#write(key: string, value: string | null): void {
		try {
			if (value === null) this.#shelf?.removeItem(key);
			else this.#shelf?.setItem(key, value);
		} catch {
			// Storage refused or full: the choice holds until the page is left.
		}
	}
}
