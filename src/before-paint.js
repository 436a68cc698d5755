/* Runs before the first paint; inlined in every page by hooks.server.ts, hashed in the CSP. */
(() => {
	const root = document.documentElement;
	try {
		const theme = localStorage.getItem('tarikh.theme');
		if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
	} catch {
		/* storage refused: the system's theme holds */
	}
})();
