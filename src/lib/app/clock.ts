/** Where the app's clock is read: pure floors get the time handed in. */

/** Minutes east of UTC at a moment, here. */
export const offsetAt = (at: number): number => -new Date(at).getTimezoneOffset();
