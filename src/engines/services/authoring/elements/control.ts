import type { Words } from '#values/words.ts'

export interface Option {
  readonly value: string
  readonly text: Words
}

interface Common {
  /** Below the element: `label`, `signer.position`. */
  readonly path: string
  readonly label: Words
  readonly hint?: Words
  /** Only for an element that says this of itself: `['type', 'choice']`. */
  readonly only?: readonly [key: string, ...values: string[]]
}

/** One thing that an element says, and how it is asked for on screen. What is left empty is not said at all. */
export type Control = Common &
  (
    | { readonly as: 'text' | 'long-text' | 'date' | 'number' | 'tick' | 'lines' }
    /** In both languages; English left empty says the Vietnamese. */
    | { readonly as: 'words'; readonly rows?: number }
    | { readonly as: 'choice'; readonly options: readonly Option[] | ChoiceOf; readonly none?: Words }
    | { readonly as: 'choices'; readonly options: readonly Option[] | ChoiceOf }
    /** On the answers alone, or on every fact of a dossier, where answers are called `answers.<id>`. */
    | { readonly as: 'condition'; readonly on: 'answers' | 'dossier' }
    /** Documents, each with the days from and up to which it counts. */
    | { readonly as: 'laws' }
    | { readonly as: 'division' }
    | { readonly as: 'actor' }
    | { readonly as: 'next' }
    /** The first or last day that may be answered. */
    | { readonly as: 'bound' }
    | { readonly as: 'formula' }
    /** Of a person or an enterprise: what is asked, and in which words. */
    | { readonly as: 'parts' | 'part-words' }
    /** What a member of a bundle asks for, and from where it comes. */
    | { readonly as: 'member-answers' | 'member-papers' }
  )

/** Options that depend on the procedure or on the province. */
export type ChoiceOf =
  | 'functions'
  | 'agencies'
  | 'tiers'
  | 'steps'
  | 'pages'
  | 'code-lists'
  | 'procedures'
  | 'numbers'
  | 'dates'

const word = (vi: string, en: string): Words => ({ vi, en })

/** When it is asked, due or needed. */
export const whenOnAnswers: Control = {
  path: 'when',
  label: word('Chỉ khi', 'Only when'),
  as: 'condition',
  on: 'answers',
}
export const whenOnDossier: Control = { ...whenOnAnswers, on: 'dossier' }

/** The days on which a row holds. */
export const period: readonly Control[] = [
  { path: 'from', label: word('Từ ngày', 'From'), as: 'date' },
  { path: 'to', label: word('Đến trước ngày', 'Up to, not including'), as: 'date' },
]

export const option = (value: string, vi: string, en: string): Option => ({ value, text: word(vi, en) })
