import type { Context } from '#kernel/operations/context.ts'
import type { Act, ActName } from './contract/office.ts'
import type { Happened } from './history.ts'
import type { PetitionsParts } from './parts.ts'
import type { Petition } from './petition.ts'

type Of<Name extends ActName> = Extract<Act, { act: Name }>

/** What becomes of a petition, and what its history says; a draft that is only kept says nothing. */
export interface Outcome {
  readonly petition: Petition
  readonly happened?: Omit<Happened, 'who'>
  readonly event?: string
}

/** Does one act; whether it may be done was looked at before. */
export type Doing<Name extends ActName> = (
  ctx: Context,
  parts: PetitionsParts,
  petition: Petition,
  act: Of<Name>,
) => Promise<Outcome>
