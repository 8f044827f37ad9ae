import { json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { releaseSteps } from '../outgoing/delivery.ts'
import type { Compared } from './compare-records.ts'

export interface ToCheck {
  readonly dossierId: string
  readonly code: string
  readonly wanted: number
}

/** Neither changed nor told since it was asked for. */
const asItWas = ({ dossierId, wanted }: ToCheck) =>
  sql`dossier_id = ${dossierId} and kind = 'record' and state in ('accepted', 'differing', 'refused') and wanted = ${wanted}`

/**
 * Writes what came of comparing one. What was refused and is there as it is here counts as acknowledged, and its steps go on; what was refused and
 * is not there stays refused, for its reason.
 */
export async function keepCompared(
  tx: Queries,
  one: ToCheck,
  { fields, cause, revision }: Compared & { readonly revision: number },
  at: Date,
): Promise<void> {
  const isSame = cause === null
  const settled = await rows(
    tx,
    sql`update national_portal.delivery set is_check_due = false, checked_at = ${at}, differences = ${json(fields)},
        ${
          isSame
            ? sql`told = wanted, revision = case when state = 'refused' then ${revision} else revision end,
                accepted_at = case when state = 'refused' then ${at} else accepted_at end, cause = null, error = null, tries = 0, state = 'accepted'`
            : sql`cause = case when state = 'refused' then cause else ${cause} end, state = case when state = 'refused' then state else 'differing' end`
        }
      where ${asItWas(one)} returning 1`,
  )
  if (isSame && settled.length > 0) await releaseSteps(tx, [one.dossierId], at)
}

/** It said nothing of this one: what is known of it stays, and the next reconciliation asks again; where it spoke of another, people see that. */
export const keepUnsaid = (tx: Queries, one: ToCheck, isOfAnother: boolean, at: Date): Promise<number> =>
  run(
    tx,
    sql`update national_portal.delivery set is_check_due = false
        ${isOfAnother ? sql`, checked_at = ${at}, cause = case when state = 'refused' then cause else 'not-compared' end, state = case when state = 'refused' then state else 'differing' end` : sql``}
      where ${asItWas(one)}`,
  )
