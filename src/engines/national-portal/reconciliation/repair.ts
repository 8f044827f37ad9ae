import { run, rows, sql, every } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Cause } from '../declare.ts'

/** What is mended: everything of one cause, or one dossier of it. */
export interface Repair {
  readonly cause: Cause
  readonly dossierId?: string | undefined
}

/**
 * Tells again what was refused or is held otherwise, whatever was acknowledged before, and has it compared afterwards. Of what the national
 * portal lost its steps are told again, too. Answers how many; done twice it changes nothing more there.
 */
export async function repair(tx: Queries, { cause, dossierId }: Repair, at: Date): Promise<number> {
  const chosen = every([
    sql`v.cause = ${cause}`,
    dossierId === undefined ? undefined : sql`v.dossier_id = ${dossierId}`,
  ])
  const again = sql`wanted = v.wanted + 1, state = 'waiting', digest = null, tries = 0, next_at = ${at}, changed_at = ${at}, cause = null, error = null`
  const mended = await rows(
    tx,
    sql<{ dossierId: string }>`update national_portal.delivery v set ${again}, is_check_due = v.kind = 'record'
      where ${chosen} returning v.dossier_id`,
  )
  const ids = mended.map((one) => one.dossierId)
  if (cause === 'lost') {
    await run(tx, sql`delete from national_portal.told_step where dossier_id = any(${ids}::uuid[])`)
    await run(
      tx,
      sql`update national_portal.delivery v set ${again} where v.dossier_id = any(${ids}::uuid[]) and v.kind <> 'record' and v.state <> 'sending'`,
    )
  }
  // Steps of what was not there go once its record is.
  if (cause === 'record-missing')
    await run(
      tx,
      sql`update national_portal.delivery v set ${again}, is_check_due = true
        where v.dossier_id = any(${ids}::uuid[]) and v.kind = 'record' and v.state <> 'sending'`,
    )
  return ids.length
}
