/** Largest file that an installation takes where nothing else is set, in bytes. */
export const largestFile = 25 * 1024 * 1024
