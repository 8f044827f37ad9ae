import { createHash } from 'node:crypto'
import type { Database } from '#kernel/database/connect.ts'
import { json, run, sql } from '#kernel/database/query.ts'
import type { AuditRecord } from '#kernel/operations/run-operation.ts'
import { entryOf } from './record.ts'
import { findLastSeal } from './seal.ts'
import { batchSize, sealEntries } from './seal-entries.ts'

/**
 * Writes the trail of a made-up past, oldest first, each batch sealed at the time of its last entry; the same records make the same trail.
 * Only for a province of demonstration whose trail is still empty: answers false where it is not.
 */
export async function fillTrail(db: Database, records: AsyncIterable<AuditRecord>): Promise<boolean> {
  if ((await findLastSeal(db)) !== undefined) return false
  let number = 0
  let batch: AuditRecord[] = []
  const keep = async () => {
    const last = batch.at(-1)
    if (last === undefined) return
    await insertEntries(db, batch, number)
    number += batch.length
    batch = []
    await sealEntries(db, true, undefined, last.at)
  }
  for await (const record of records) if (batch.push(record) === batchSize) await keep()
  await keep()
  return true
}

const insertEntries = (db: Database, records: readonly AuditRecord[], from: number): Promise<number> => {
  const entries = records.map((record, at) => {
    const { open, personal, salt, leaf } = entryOf(record, made(from + at))
    return { ...open, ...personal, salt: salt.toString('hex'), leaf: leaf.toString('hex') }
  })
  return run(
    db,
    sql`insert into audit.entry (id, at, account, operation, kind, outcome, request_id, post_id, post_title, unit_id, unit_name,
        objects, actor_name, on_behalf, purpose, address, subjects, details, salt, digest)
      select id, at, account, operation, kind, outcome, "requestId", "postId", "postTitle", "unitId", "unitName",
        objects, "actorName", "onBehalf", purpose, address, subjects, details::json, decode(salt, 'hex'), decode(leaf, 'hex')
      from jsonb_to_recordset(${json(entries)}) as g (id uuid, at timestamptz, account text, operation text, kind text, outcome text,
        "requestId" text, "postId" uuid, "postTitle" text, "unitId" uuid, "unitName" text, objects text[], "actorName" text,
        "onBehalf" text, purpose text, address text, subjects uuid[], details text, salt text, leaf text)`,
  )
}

/** In place of random bytes. */
const made = (number: number): Buffer => createHash('sha256').update(`entry ${number}`).digest()
