import type { Words } from '#values/words.ts'

/** Something that keeps a process from running soundly: a dotted path such as `steps.appraise.next`, and what to do. */
export interface Finding {
  readonly path: string
  readonly words: Words
}

/** What is known outside the process; what is left out is not checked. */
export interface Known {
  /** Functions that units have. */
  readonly functions?: readonly string[]
  /** Facts that conditions and places may look at, dotted: `answers.commune`. `proposal` is always known. */
  readonly fields?: readonly string[]
}

export const finding = (path: string, vi: string, en: string): Finding => ({ path, words: { vi, en } })
