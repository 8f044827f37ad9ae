/** Vietnamese text without marks: `Đổi giấy phép` → `Doi giay phep`. */
export const unaccent = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')

/**
 * Vietnamese text without tone marks, lower case: `Đổi giấy phép` → `doi giay phep`. Decomposed (NFD) input is the same.
 * The database does the same in `kernel.fold`, so that a text folded on either side finds the other.
 */
export const fold = (text: string): string => unaccent(text).toLowerCase().replace(/\s+/g, ' ').trim()

/** The words of a text, without what stands between them. */
export const wordsIn = (text: string): string[] => text.match(/[\p{Alphabetic}0-9]+/gu) ?? []

/** A name as it stands inside a sentence: `Xã Tiên Lục` → `xã Tiên Lục`. */
export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

/** One line, composed (NFC), single spaces, no control characters: what a name or title is stored as. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Shows the ends of a personal number and hides the rest: `024168009123` → `024168***123`. */
export function mask(text: string, shownStart = 6, shownEnd = 3): string {
  if (text.length <= shownStart + shownEnd) return '*'.repeat(text.length)
  return text.slice(0, shownStart) + '***' + text.slice(text.length - shownEnd)
}

/** The family name whole, the rest by its first letters: whoever holds the paper can compare, nobody else learns the name. */
export const maskName = (name: string): string =>
  name
    .split(' ')
    .map((part, index) => (index === 0 ? part : `${part[0] ?? ''}***`))
    .join(' ')
