import type { Allowance } from '#values/brake.ts'
import type { Language } from '#values/words.ts'
import type { Queries } from '../database/connect.ts'
import type { Log } from '../log.ts'
import type { Actor } from './actor.ts'

/** One thing that was done or read, for the audit trail. */
export interface AuditNote {
  readonly objectType: string
  readonly objectId: string
  /** Whose personal data it touches; they see the line on "my page". */
  readonly subjects?: readonly string[]
  /** Short facts, without secrets and full personal numbers. */
  readonly facts?: Readonly<Record<string, unknown>>
}

export interface PendingEvent {
  readonly event: string
  readonly payload: unknown
}

/** What a handler gets: explicit and small. */
export interface Context {
  /** The one transaction of this call. */
  readonly tx: Queries
  readonly actor: Actor
  readonly language: Language
  readonly requestId: string
  /** Why personal data is read, as stated by the caller. */
  readonly purpose: string | undefined
  /** Where the call came from; empty for the platform's own work. */
  readonly address: string
  readonly log: Log
  /** The instant of this call; the same throughout. */
  now(): Date
  /** Writes an event with this transaction; listeners run after commit, at least once. */
  emit(event: string, payload: unknown): void
  /** Adds an object to this call's audit entry. */
  note(note: AuditNote): void
  /** Says what is left of a limit that this call counts towards; the caller is told of the one with the least left. */
  allow(limit: string, allowance: Allowance): void
}

/** A call as it comes in, before any work is done for it. */
export interface Call {
  readonly actor: Actor
  readonly language: Language
  readonly requestId: string
  readonly idempotencyKey?: string | undefined
  readonly purpose?: string | undefined
  readonly address?: string | undefined
  /** Is told what is left of each limit by name, also when the call is refused. */
  readonly onAllowance?: ((limit: string, allowance: Allowance) => void) | undefined
}
