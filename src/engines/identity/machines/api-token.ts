import { randomUUID } from 'node:crypto'
import type { Queries } from '#kernel/database/connect.ts'
import { run, sql } from '#kernel/database/query.ts'
import { hashToken, newToken } from '../session.ts'

/** Says what it is wherever it turns up, so that scanners of code and logs find it; nothing else that opens something looks like it. */
const prefix = 'lt_'

export const newApiToken = (): string => `${prefix}${newToken()}`

export const isApiToken = (token: string): boolean => /^lt_[\w-]{43}$/.test(token)

/** A fresh token of a machine; only its hash is kept. */
export async function insertApiToken(
  tx: Queries,
  given: {
    readonly serviceId: string
    readonly name: string
    readonly permissions: readonly string[]
    readonly at: Date
    readonly expiresAt: Date
  },
): Promise<{ id: string; token: string }> {
  const id = randomUUID()
  const token = newApiToken()
  await run(
    tx,
    sql`insert into identity.api_token (id, service_id, name, token_hash, permissions, created_at, expires_at)
      values (${id}, ${given.serviceId}, ${given.name}, ${hashToken(token)}, ${given.permissions}, ${given.at}, ${given.expiresAt})`,
  )
  return { id, token }
}
