import type { Pattern } from './pattern.ts'

/** What no name of a person has: digits, and signs that are neither written in names nor added to them in brackets. */
const foreign = /[^\p{L}\p{M}\s.,'’()-]/u

/** The full name of a person of any country; stored as typed. */
export const personName: Pattern = {
  tidy: (typed) => typed,
  wrong(text) {
    if (foreign.test(text) || !/\p{L}/u.test(text))
      return {
        vi: 'Họ tên chỉ có chữ. Bỏ chữ số và dấu khác.',
        en: 'A name has letters only. Leave out digits and other signs.',
      }
    return undefined
  },
  show: (text) => text,
  mask: (text) => `${text.slice(0, 2)}***`,
  keyboard: 'text',
  isWords: true,
}
