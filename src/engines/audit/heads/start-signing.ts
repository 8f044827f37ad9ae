import { join } from 'node:path'
import type { Database } from '#kernel/database/connect.ts'
import type { Log } from '#kernel/log.ts'
import type { SignedHead } from './signed-head.ts'
import { openSigningKey } from './signing-key.ts'
import { signHead, type HeadParts } from './sign-heads.ts'

export interface HeadConfig {
  readonly dataDirectory: string
  /** The private key in PEM; absent = one of its own in the data directory. */
  readonly auditKeyFile: string | undefined
  /** Where heads are kept; absent = in the data directory. */
  readonly auditHeadsFile: string | undefined
}

/** The private key: as configured, or in the data directory. */
export const keyFileOf = ({ auditKeyFile, dataDirectory }: HeadConfig): string =>
  auditKeyFile ?? join(dataDirectory, 'audit', 'signing-key.pem')

/** What signing needs; makes the key at the first start. Throws when the key cannot be used. */
export const openHeads = async (config: HeadConfig): Promise<HeadParts> => ({
  key: await openSigningKey(keyFileOf(config)),
  file: config.auditHeadsFile ?? join(config.dataDirectory, 'audit', 'heads.jsonl'),
})

const everyMs = 60_000

/** Signs a head once a minute; told after each seal that there may be something to sign. */
export function createSigner(db: Database, parts: HeadParts, log: Log) {
  let known: SignedHead | undefined
  let triedAt = -everyMs

  async function sign(atOnce: boolean) {
    triedAt = performance.now()
    try {
      known = (await signHead(db, parts, log, { known, atOnce })) ?? known
    } catch (error) {
      log.error({ err: error }, 'no head of the audit trail was signed')
    }
  }

  return {
    /** By the clock that nobody sets. */
    whenDue: async () => {
      if (performance.now() - triedAt >= everyMs) await sign(false)
    },
    atOnce: () => sign(true),
  }
}
