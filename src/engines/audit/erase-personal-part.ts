import type { Database } from '#kernel/database/connect.ts'
import { run, sql } from '#kernel/database/query.ts'
import type { Call } from '#kernel/operations/context.ts'
import { leafDigest } from './canonical.ts'
import { instantOfEntry } from './entry-id.ts'
import { recordAudit } from './record.ts'
import { damaged } from './seal.ts'
import { findStoredEntry, leafTextOf, personalDigestOf } from './stored-entry.ts'

export interface Erasure {
  readonly entries: readonly string[]
  /** The decision it rests on; itself without personal data. */
  readonly reason: string
  /** Whoever orders it. */
  readonly call: Call
  readonly at: Date
}

/**
 * Takes the personal part out of entries, as law may demand (Decree 13/2023 art. 16); its digest stays, so the trail verifies
 * as before. Records itself in the trail: an erasure without a record is a finding. Needs a connection as the owner; the
 * working role may not. Throws `trailDamaged` for an entry that is not what was recorded. Answers how many it erased.
 */
export function erasePersonalPart(owner: Database, { entries, reason, call, at }: Erasure): Promise<number> {
  return owner.transaction(async (tx) => {
    const erased: string[] = []
    for (const id of entries) {
      const entry = await findStoredEntry(tx, id, sql`for update`)
      if (!entry || entry.erasedDigest !== null) continue
      const [text, digest] = [leafTextOf(entry), personalDigestOf(entry)]
      if (text === undefined || !leafDigest(text).equals(entry.digest))
        throw damaged(`entry ${id} is not what was recorded`)
      await run(
        tx,
        sql`update audit.entry set actor_name = null, on_behalf = null, purpose = null, address = null, subjects = null,
          details = null, salt = null, erased_digest = ${digest} where at = ${instantOfEntry(id)} and id = ${id}`,
      )
      erased.push(id)
    }
    if (erased.length > 0) {
      const notes = erased.map((objectId) => ({ objectType: 'audit.entry', objectId }))
      await recordAudit(tx, {
        call: { ...call, purpose: reason },
        operation: 'audit.erase',
        kind: 'write',
        outcome: 'done',
        at,
        notes,
      })
    }
    return erased.length
  })
}
