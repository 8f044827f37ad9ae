import type { Words } from '#values/words.ts'
import { systems } from '#systems/index.ts'

/** What this installation says of itself on its pages: data of the province's system. */
export const installation: {
  readonly region: Words
  readonly owner: Words
  readonly contact: readonly Words[]
  readonly helpLine: string
} = systems.portal
