import type { Database } from '#kernel/database/connect.ts'
import type { RunnerParts } from '#kernel/operations/run-operation.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'
import type { AccountPolicy } from '../account-policy.ts'

/** What the provider works with. */
export interface ProviderParts extends Pick<RunnerParts, 'log' | 'now' | 'record'> {
  readonly db: Database
  readonly secrets: Secrets
  readonly policy: AccountPolicy
  readonly publicUrl: string
  /** Hosts with private addresses at which systems may be told of ended sessions. */
  readonly insideHosts: readonly string[]
}

/** Where the provider answers, below the public address. */
export const providerPath = '/oidc'

/** The page on which a person signs in or agrees, by the name of what is under way. */
export const signOnPage = (uid: string): string => `/dang-nhap/he-thong/${uid}`
