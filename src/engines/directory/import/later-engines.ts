import type { Scope } from '#kernel/operations/actor.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Follower } from '../reorganization/follower.ts'

/** An account that has a login or belongs to somebody of the file. */
export interface FoundAccount {
  readonly login: string
  readonly personId: string
  readonly kind: 'staff' | 'citizen'
}

/** What later engines do for an import: they keep accounts and work, which the directory does not know. */
export interface LaterEngines {
  readonly accounts: ImportedAccounts
  readonly followers: readonly Follower[]
}

/** Accounts of officials, as the engine that keeps them gives them to an import. */
export interface ImportedAccounts {
  find(tx: Queries, by: { logins: readonly string[]; persons: readonly string[] }): Promise<FoundAccount[]>
  /** The units where the caller may give accounts. */
  reach(ctx: Context): Scope
  /** Opens one as an administrator does by hand, but that no password opens it yet; refused beyond the caller's right. */
  open(ctx: Context, personId: string, login: string): Promise<string>
  /** The logins of those that somebody used or was given a password for. */
  used(tx: Queries, ids: readonly string[]): Promise<string[]>
  remove(tx: Queries, ids: readonly string[]): Promise<void>
}
