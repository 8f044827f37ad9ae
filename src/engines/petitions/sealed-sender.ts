import { find, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { SealedColumn } from '#kernel/secrets/sealed-rows.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'

/** Who denounces, as it is sealed. */
export interface Identity {
  readonly fullName: string
  readonly phone: string
  readonly email: string | null
  readonly address: string
}

/** Bound to the one row: put into another it opens nothing. */
const about = (petitionId: string): string => `denouncer of ${petitionId}`

export const sealedSenders: SealedColumn = {
  table: 'petitions.sealed_sender',
  column: 'sealed',
  named: ['petition_id'],
  about,
}

export const sealIdentity = (secrets: Secrets, petitionId: string, identity: Identity): Buffer =>
  secrets.seal(Buffer.from(JSON.stringify(identity)), about(petitionId))

/** Opens who denounced; undefined for what is no denunciation. Only for whoever may. */
export async function findIdentity(tx: Queries, secrets: Secrets, petitionId: string): Promise<Identity | undefined> {
  const found = await find(
    tx,
    sql<{ sealed: Buffer }>`select sealed from petitions.sealed_sender where petition_id = ${petitionId}`,
  )
  return found && (JSON.parse(secrets.open(found.sealed, about(petitionId)).toString()) as Identity)
}
