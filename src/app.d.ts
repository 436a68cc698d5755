declare global {
	namespace App {}

	interface Window {
		/** An answer to the opening question that before-paint.js took before the app was live. */
		tarikhOpening?: unknown;
	}
}

export {};
