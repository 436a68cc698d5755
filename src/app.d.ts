declare global {
	namespace App {
		interface PageData {
			/** The locale of the page's address: "en", "fr". */
			locale: string;
		}
	}

	interface Window {
		/** An answer to the opening question that before-paint.js took before the app was live. */
		tarikhOpening?: unknown;
	}
}

export {};
