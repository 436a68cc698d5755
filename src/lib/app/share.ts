/** Sending a text on: by what the device offers, else by the clipboard. */

/** `manual`: the device does neither, the text is to be copied by hand. */
export type Shared = 'shared' | 'cancelled' | 'copied' | 'manual';

/** Shares a text from within a tap; never rejects. */
export async function shareText(text: string): Promise<Shared> {
	const device: Partial<Pick<Navigator, 'share' | 'clipboard'>> = navigator;
	if (device.share) {
		try {
			await device.share({ text });
			return 'shared';
		} catch (cause) {
			if (cause instanceof DOMException && cause.name === 'AbortError') return 'cancelled';
			// Refused, by a policy of the page it stands in for instance: the clipboard may do.
		}
	}
	try {
		if (!device.clipboard) return 'manual';
		await device.clipboard.writeText(text);
		return 'copied';
	} catch {
		return 'manual';
	}
}
