import type { Words } from '#values/words.ts'

/** `wrong`: must not be so where people's data is; `warn`: somebody should decide whether it may be so. */
export interface Finding {
  readonly code: string
  readonly gravity: 'wrong' | 'warn'
  readonly words: Words
}

export const wrong = (code: string, vi: string, en: string): Finding => ({ code, gravity: 'wrong', words: { vi, en } })
export const warn = (code: string, vi: string, en: string): Finding => ({ code, gravity: 'warn', words: { vi, en } })

/** What of a list is there. */
export const found = (...all: readonly (Finding | false | undefined)[]): Finding[] => all.filter((one) => !!one)
