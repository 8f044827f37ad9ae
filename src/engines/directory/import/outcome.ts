import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import type { Staffing } from '../contract/quota.ts'
import type { NewPerson } from '../person.ts'
import type { GivenRow } from './read-file.ts'
import type { GivenUnit } from './understand-row.ts'

/** `aside`: not understood, contradicted by what is known, or beyond the sender's reach; nothing is done about it. */
export type RowState = 'new' | 'changed' | 'same' | 'aside'

/** What becomes of one line, in words; of one set aside, why, and what to do about it. */
export interface Outcome {
  readonly row: GivenRow
  readonly state: RowState
  readonly says: Words
  readonly act?: Act | undefined
}

/** A post that is there, or that the import makes. */
export interface Place {
  /** Undefined while it is not made. */
  id: string | undefined
  /** The key of one that is there. */
  readonly key?: number
  readonly unit: string
  readonly function: string
  readonly title: string
  readonly staffing: Staffing
  readonly from: PlainDate
  to: PlainDate | null
  readonly held: Held[]
}

export interface Held {
  /** Undefined while it is not made. */
  readonly id: string | undefined
  readonly personName: string
  readonly person: Somebody
  readonly kind: string
  readonly from: PlainDate
  readonly to: PlainDate | null
}

/** A person who is known, or whom the import makes. */
export interface Somebody {
  id: string | undefined
  readonly facts: NewPerson
}

/** What was not known of a person. */
export type AddedFacts = Partial<Pick<NewPerson, 'birthDate' | 'personalId' | 'phone' | 'email'>>

export type Act =
  | { readonly do: 'createUnit'; readonly unit: GivenUnit; readonly parent: string }
  | {
      readonly do: 'changeUnit'
      readonly id: string
      readonly before: PlainDate
      readonly unit: GivenUnit
      /** Where it goes; undefined: it stays where it is. */
      readonly parent: string | undefined
      readonly parentBefore: string | null
    }
  | { readonly do: 'createPosts'; readonly places: readonly Place[] }
  | { readonly do: 'endPosts'; readonly places: readonly Place[]; readonly on: PlainDate }
  | {
      readonly do: 'appoint'
      readonly person: Somebody
      readonly adds: AddedFacts
      readonly place: Place
      readonly kind: 'regular' | 'acting' | 'secondment'
      readonly from: PlainDate
      readonly to: PlainDate | undefined
      readonly decision: string | undefined
      readonly login: string | undefined
    }
  | {
      readonly do: 'changeHeld'
      readonly person: Somebody
      readonly adds: AddedFacts
      readonly appointment: { readonly id: string; readonly from: PlainDate }
      readonly place: Place
      readonly to: PlainDate | undefined
      readonly login: string | undefined
    }

export const aside = (row: GivenRow, vi: string, en: string): Outcome => ({ row, state: 'aside', says: { vi, en } })
