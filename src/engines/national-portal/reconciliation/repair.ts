import { run, rows, sql, every } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Cause } from '../declare.ts'
import type { DeliveryKind } from '../outgoing/delivery.ts'

/** What is mended: everything of one cause, or one dossier of it. */
export interface Repair {
  readonly cause: Cause
  readonly dossierId?: string | undefined
}

/**
 * Tells again what was refused or is held otherwise, whatever was acknowledged before, and has it compared afterwards. Of what the national
 * portal lost its steps are told again, too; of what was filed there and stands otherwise, its status. Answers how many; done twice it changes nothing more there.
 */
export async function repair(tx: Queries, { cause, dossierId }: Repair, at: Date): Promise<number> {
  const chosen = every([
    sql`v.cause = ${cause}`,
    dossierId === undefined ? undefined : sql`v.dossier_id = ${dossierId}`,
  ])
  const again = sql`wanted = v.wanted + 1, state = 'waiting', digest = null, tries = 0, next_at = ${at}, changed_at = ${at}, cause = null, error = null`
  const mended = await rows(
    tx,
    sql<{
      dossierId: string
      kind: DeliveryKind
    }>`update national_portal.delivery v set ${again}, is_check_due = v.kind = 'record'
      where ${chosen} returning v.dossier_id, v.kind`,
  )
  const ids = mended.map((one) => one.dossierId)
  // Where only a status was lost, the steps are there.
  const lost = cause === 'lost' ? mended.filter(({ kind }) => kind === 'record').map((one) => one.dossierId) : []
  if (lost.length > 0) {
    await run(tx, sql`delete from national_portal.told_step where dossier_id = any(${lost}::uuid[])`)
    await run(
      tx,
      sql`update national_portal.delivery v set ${again} where v.dossier_id = any(${lost}::uuid[]) and v.kind <> 'record' and v.state <> 'sending'`,
    )
  }
  if (cause === 'status-differs')
    await run(
      tx,
      sql`update national_portal.delivery v set ${again} where v.dossier_id = any(${ids}::uuid[]) and v.kind = 'status' and v.state <> 'sending'`,
    )
  if (cause === 'record-missing')
    await run(
      tx,
      sql`update national_portal.delivery v set ${again}, is_check_due = true
        where v.dossier_id = any(${ids}::uuid[]) and v.kind = 'record' and v.state <> 'sending'`,
    )
  // Steps and statuses of what is not there go once its record is.
  await run(
    tx,
    sql`update national_portal.delivery v set next_at = 'infinity'
      where v.dossier_id = any(${ids}::uuid[]) and v.kind <> 'record' and v.state = 'waiting' and exists (
        select from national_portal.delivery r where r.dossier_id = v.dossier_id and r.kind = 'record' and r.state = 'waiting')`,
  )
  return ids.length
}
