import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'

/** A named shape of text. Typed text is tidied to the stored form first; `wrong` says what is wrong with that and what to do. */
export interface Pattern {
  tidy(typed: string): string
  wrong(text: string, today: PlainDate): Words | undefined
  /** As people write it: `024 168 009 123`. Tidying what is shown gives the stored form again. */
  show(text: string): string
  mask(text: string): string
  readonly keyboard: 'numeric' | 'tel' | 'email' | 'text'
  /** Written as words, not as a number or code: its box is as wide as a line. */
  readonly isWords?: true
}

/** Narrow digits, no spaces, dots or dashes: what remains of a number that was typed in groups. */
export const joined = (typed: string): string => typed.normalize('NFKC').replace(/[\s.\-–—_]/g, '')
