import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { holdsOn, type PlainDate } from '#values/plain-date.ts'
import { validOn } from '#engines/directory/index.ts'
import { declaredVersion } from '../procedure/procedure.ts'

/** The codes of procedures in force on a day for which a fee is taken then; one set by a tariff that is not held here counts. */
export async function chargingProcedures(tx: Queries, on: PlainDate): Promise<ReadonlySet<string>> {
  const inForce = await rows(
    tx,
    sql<{ versionId: string }>`select version_id from services.procedure p where ${validOn('p', on)}`,
  )
  const all = await Promise.all(inForce.map(({ versionId }) => declaredVersion(tx, versionId)))
  return new Set(
    all.filter(({ fees }) => fees.some((fee) => fee.amount !== 0 && holdsOn(fee, on))).map(({ code }) => code),
  )
}
