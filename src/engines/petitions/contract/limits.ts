/** How many files a sender may give, and how many an answer may have. */
export const attachmentsEach = 5

/** The largest that comes by a look-up code, in bytes; with an account files come like all others. */
export const mostBytesByCode = 10 * 1024 * 1024
