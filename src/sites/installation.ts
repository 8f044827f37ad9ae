import type { Words } from '#values/words.ts'
import { portal } from '#systems/portal.ts'

/** What this installation says of itself on its pages: data of the province's system. */
export const installation: {
  readonly region: Words
  readonly portalName: Words
  readonly owner: Words
  readonly contact: readonly Words[]
  readonly helpLine: string
} = portal
