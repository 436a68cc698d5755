/**
 * Runs in the page before its own scripts, the same in both: taps the first option as soon as a
 * learner could, and notes when the verdict stands there. Until the first paint it only waits, so
 * that it costs the page nothing.
 */
(() => {
	const GIVE_UP_MS = 90_000;

	/** @type {Element | null} */
	let shown = null;

	/**
	 * @param {Element} option
	 * @returns {boolean} whether a finger would meet it: on the screen, and nothing over it
	 */
	const isWithinReach = (option) => {
		const { left, top, width, height } = option.getBoundingClientRect();
		const met = document.elementFromPoint(left + width / 2, top + height / 2);
		return width > 0 && height > 0 && option.contains(met);
	};

	/** Taps only what already stood there in the frame before, thus has been painted. */
	const tap = () => {
		const option = document.querySelector('[data-opening] [data-option]');
		if (!(option instanceof HTMLElement)) return;
		if (!isWithinReach(option)) option.scrollIntoView({ block: 'center', behavior: 'instant' });
		else if (option === shown) option.click();
		else shown = option;
	};

	/** The verdict of the script in the page, or that of the live app. */
	const isTold = () =>
		[...document.querySelectorAll('[data-verdict], [data-opening] .verdict')].some((verdict) =>
			verdict.textContent.trim()
		);

	const answerable = new Promise((done, failed) => {
		setTimeout(() => failed(new Error('No tap got a verdict.')), GIVE_UP_MS);
		const frame = () => {
			tap();
			if (isTold()) done(performance.now());
			else requestAnimationFrame(frame);
		};
		new PerformanceObserver((list, observer) => {
			if (list.getEntriesByName('first-contentful-paint').length === 0) return;
			observer.disconnect();
			requestAnimationFrame(frame);
		}).observe({ type: 'paint', buffered: true });
	});

	let largestPaint = 0;
	new PerformanceObserver((list) => {
		largestPaint = list.getEntries().at(-1)?.startTime ?? largestPaint;
	}).observe({ type: 'largest-contentful-paint', buffered: true });

	Object.assign(window, { benchProbe: { answerable, largestPaint: () => largestPaint } });
})();
