import { oc } from '@orpc/contract'
import type { ProblemKind } from './errors.ts'
import type { Limit } from './quota.ts'
import type { Urgency } from './urgency.ts'
import type { Words } from './words.ts'

/** What an operation says of itself beside its shapes; HTTP, audit, reference page and permission tests are made from it. */
export interface OperationMeta {
  readonly title: Words
  readonly kind: 'read' | 'write'
  /**
   * Who may call it at all: `anyone`, `signed-in`, `citizen`, `staff`, `device` (a machine of a hall), or the name of a permission that a post gives; `own-account` is
   * whoever is signed in, also while they have to change a password or add a second factor before anything else.
   * Which rows then answer is the engine's access predicate.
   */
  readonly permission: string
  /** Reads of personal data are audited like writes. */
  readonly readsPersonalData?: boolean
  /** Whoever calls it stays unknown, to its handler and to the trail: the account, the name and the address are left out. */
  readonly hidesCaller?: boolean
  /** A password or token goes in or out: neither is kept for replay, an `Idempotency-Key` is passed over. */
  readonly holdsSecret?: boolean
  /**
   * Asks for a proof of who calls that is a few minutes old at most (ASVS V7.5): by password or factor, or `factor` where the account
   * has one.
   */
  readonly stepUp?: 'proof' | 'factor'
  /** How often it may be tried, by what the tries are counted for. */
  readonly limits?: Readonly<Record<string, Limit>>
  /** The media type of the file that it answers; JSON otherwise. */
  readonly answersFile?: string
  /** So long anybody may keep its answer; only for what is the same for everyone. Otherwise nobody keeps any. */
  readonly cachedSeconds?: number
  /** How urgent it is when there is too much to do; otherwise as its kind and permission say (`urgencyOf`). */
  readonly urgency?: Urgency
  /** Errors of its own, beside the common ones. */
  readonly problems?: Readonly<Record<string, ProblemKind>>
}

export interface OperationRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: `/${string}`
}

const contract = oc.$meta<OperationMeta | Record<never, never>>({})

/** Declares one operation; `.input(schema).output(schema)` follow. Reads are GET, writes are POST, PUT or DELETE. */
export const operation = (meta: OperationMeta, route: OperationRoute) =>
  contract.meta(meta).route({ ...route, summary: `${meta.title.vi} · ${meta.title.en}` })
