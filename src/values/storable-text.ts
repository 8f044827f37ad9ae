/** What stands where a character cannot be kept. */
export const unreadable = '\uFFFD'

/** Whether PostgreSQL and UTF-8 hold it: neither does NUL or half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** The text with {@link unreadable} for each character that is not {@link isStorable}. */
export const storableText = (text: string): string => text.toWellFormed().replaceAll('\0', unreadable)
