/**
 * Whether a single-key shortcut may act on this press: not with a modifier, not while a key is
 * held down, not in a field, and not behind an open dialog.
 */
export function isShortcut(event: KeyboardEvent): boolean {
	if (event.defaultPrevented || event.repeat) return false;
	if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
	const target = event.target;
	if (!(target instanceof Element)) return true;
	return target.closest('input, textarea, select, [contenteditable], dialog[open]') === null;
}

/** Whether Enter or Space on this target already does something of its own. */
export const pressesItself = (target: EventTarget | null): boolean =>
	target instanceof Element && target.closest('a, button, summary') !== null;

/** Whether the reader asked for less motion. */
export const prefersStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
