/**
 * Runs in the page before its own scripts, the same in both: taps the first option as soon as a
 * learner could, and notes when the verdict stands there. Until the first paint it only waits, so
 * that it costs the page nothing.
 */
(() => {
	const GIVE_UP_MS = 90_000;

	/**
	 * @param {Element} option
	 * @returns {boolean} whether a finger would meet it: on the screen, and nothing over it
	 */
	const isWithinReach = (option) => {
		const { left, top, width, height } = option.getBoundingClientRect();
		const met = document.elementFromPoint(left + width / 2, top + height / 2);
		return width > 0 && height > 0 && option.contains(met);
	};

	const tap = () => {
		const option = document.querySelector('[data-opening] [data-option]');
		if (!(option instanceof HTMLElement)) return;
		if (isWithinReach(option)) option.click();
		else option.scrollIntoView({ block: 'center', behavior: 'instant' });
	};

	/** The verdict of the script in the page, or that of the live app. */
	const isTold = () =>
		[...document.querySelectorAll('[data-verdict], [data-opening] .verdict')].some((verdict) =>
			verdict.textContent.trim()
		);

	const answerable = new Promise((done, failed) => {
		setTimeout(() => failed(new Error('No tap got a verdict.')), GIVE_UP_MS);
		const tryOnce = () => {
			tap();
			if (isTold()) done(performance.now());
			else requestAnimationFrame(tryOnce);
		};
		new PerformanceObserver((list, observer) => {
			if (list.getEntriesByName('first-contentful-paint').length === 0) return;
			observer.disconnect();
			tryOnce();
		}).observe({ type: 'paint', buffered: true });
	});

	let largestPaint = 0;
	new PerformanceObserver((list) => {
		largestPaint = list.getEntries().at(-1)?.startTime ?? largestPaint;
	}).observe({ type: 'largest-contentful-paint', buffered: true });

	Object.assign(window, { benchProbe: { answerable, largestPaint: () => largestPaint } });
})();
