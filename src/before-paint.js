/*
 * Runs before the first paint; hooks.server.ts writes it into every page, its hash is in the CSP.
 *
 * Theme and "has been here before" are known before anything is drawn. A tap on the opening
 * question before the framework has run gets its verdict here, once, and is kept for the app to log.
 */
(() => {
	const root = document.documentElement;
	/** @param {string} key */
	const read = (key) => {
		try {
			return localStorage.getItem(key);
		} catch {
			return null;
		}
	};
	const theme = read('tarikh.theme');
	if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
	if (read('tarikh.returning')) root.dataset.returning = '';

	// Paint first, then make the page live; one step a task, so that a tap never waits for thirty.
	const goLive = () => {
		const later = document.querySelector('template[data-later]');
		if (!(later instanceof HTMLTemplateElement)) return;
		const next = later.content.firstElementChild;
		if (next) later.before(next);
		else later.remove();
		setTimeout(goLive);
	};
	document.addEventListener('DOMContentLoaded', () => {
		// A tab opened in the background is not painted until it is shown.
		if (document.hidden) goLive();
		else requestAnimationFrame(() => setTimeout(goLive));
	});

	document.addEventListener(
		'click',
		(event) => {
			const target = event.target instanceof Element ? event.target : null;
			const option = target?.closest('[data-opening] [data-option]');
			const opening = option?.closest('[data-opening]');
			if (!(opening instanceof HTMLElement) || !(option instanceof HTMLElement)) return;
			// Once the app is live it answers for itself.
			if (opening.dataset.opening === 'live') return;
			event.stopImmediatePropagation();
			// An answer of an earlier visit still waits for its place in the log: the app shows it.
			if (opening.dataset.opening === 'answered' || read('tarikh.opening')) return;
			opening.dataset.opening = 'answered';
			const isRight = option.dataset.option === opening.dataset.key;
			option.dataset.chosen = isRight ? 'right' : 'wrong';
			for (const each of opening.querySelectorAll('[data-option]')) {
				if (!(each instanceof HTMLElement)) continue;
				if (each.dataset.option === opening.dataset.key) each.dataset.chosen = 'right';
				each.setAttribute('aria-disabled', 'true');
			}
			const verdict = opening.querySelector('[data-verdict]');
			const told = opening.querySelector(isRight ? '[data-if-right]' : '[data-if-wrong]');
			if (verdict && told) verdict.textContent = told.textContent;
			opening.querySelector('[data-after]')?.removeAttribute('hidden');
			const bytes = crypto.getRandomValues(new Uint8Array(16));
			const answer = {
				id: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
				card: opening.dataset.card,
				option: option.dataset.option,
				right: isRight,
				at: Date.now(),
				took: Math.round(performance.now())
			};
			window.tarikhOpening = answer;
			try {
				localStorage.setItem('tarikh.opening', JSON.stringify(answer));
			} catch {
				/* storage refused: the answer lives as long as the page */
			}
		},
		true
	);
})();
