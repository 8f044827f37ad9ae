import type { Language } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'

export type Order = Awaited<ReturnType<Client['payments']['getOrder']>>

/** What the pages of a payment show. */
export interface ShownOrder {
  readonly language: Language
  readonly order: Order
  /** What could not be done just now. */
  readonly error: string | undefined
}
