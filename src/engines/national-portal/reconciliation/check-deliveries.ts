import { json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { dateAt } from '#values/plain-date.ts'
import { isClosed, noteAnswer, noteAway, readLink } from '../client/link-state.ts'
import { PortalAway } from '../client/portal-away.ts'
import { buildRecords } from '../outgoing/build-records.ts'
import type { SendParts } from '../outgoing/send-deliveries.ts'
import { compareRecords } from './compare-records.ts'

const batch = 20

/** Marks everything that was acknowledged since it was last compared. Answers how many. */
export const wantChecked = (tx: Queries): Promise<number> =>
  run(
    tx,
    sql`update national_portal.delivery set is_check_due = true
      where kind = 'record' and (state = 'differing' or state = 'accepted' and (checked_at is null or checked_at < accepted_at))`,
  )

interface ToCheck {
  readonly dossierId: string
  readonly code: string
  readonly wanted: number
}

/**
 * Asks the national portal for some of what it acknowledged and notes where it holds something else: it may have lost what it took. Two
 * processes that ask for the same learn the same. Answers how many were compared.
 */
export async function checkDeliveries(parts: SendParts): Promise<number> {
  const { runner, client, profile } = parts
  const { db, now } = runner
  if (isClosed(await readLink(db), now())) return 0
  const due = await rows(
    db,
    sql<ToCheck>`select v.dossier_id, coalesce(i.code, d.code) as code, v.wanted from national_portal.delivery v
      join services.dossier d on d.id = v.dossier_id left join national_portal.incoming i on i.dossier_id = d.id
      where v.is_check_due and v.kind = 'record' and v.state in ('accepted', 'differing') and v.wanted = v.told
      order by v.accepted_at, v.dossier_id limit ${batch}`,
  )
  if (due.length === 0) return 0
  const ours = await buildRecords(
    db,
    due.map(({ dossierId }) => dossierId),
    parts,
    dateAt(now()),
  )
  try {
    for (const { dossierId, code, wanted } of due) {
      const own = ours.get(dossierId)
      if (own === undefined) continue
      const answer = await client.ask(profile.services.lookUp, own.unit, { mahoso: code })
      const theirs = answer.result.find((one) => one['MaHoSo'] === code)
      const { fields, cause } = compareRecords(own.record, theirs)
      await noteAnswer(db, answer.tookMs, answer.tookMs > profile.slowSeconds * 1000, now())
      await run(
        db,
        sql`update national_portal.delivery set is_check_due = false, checked_at = ${now()}, cause = ${cause}, differences = ${json(fields)},
          state = ${cause === null ? 'accepted' : 'differing'}
          where dossier_id = ${dossierId} and kind = 'record' and state in ('accepted', 'differing') and wanted = ${wanted}`,
      )
    }
    return due.length
  } catch (error) {
    if (!(error instanceof PortalAway)) throw error
    await noteAway(db, error.message, now())
    return 0
  }
}
