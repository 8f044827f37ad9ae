import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { StopGround } from '#engines/calendar/index.ts'
import { openTasksOfMany } from '#engines/workflow/index.ts'
import type { Counted } from './count-anew.ts'
import { dossierColumns, type Dossier } from './dossier.ts'

/** Open dossiers, by a condition on `services.dossier d`, in the order of their ids, at most so many. */
export async function countedDossiers(
  tx: Queries,
  page: { readonly after: string | null; readonly limit: number; readonly where: Fragment; readonly lock?: boolean },
): Promise<Counted[]> {
  const dossiers = await rows(
    tx,
    sql<Dossier>`select ${dossierColumns} from services.dossier d
      where d.is_open and (${page.after}::uuid is null or d.id > ${page.after}::uuid) and ${page.where}
      order by d.id limit ${page.limit} ${page.lock ? sql`for update of d` : sql``}`,
  )
  if (dossiers.length === 0) return []
  const ids = dossiers.map(({ id }) => id)
  const stops = Map.groupBy(await stopsOf(tx, ids), ({ dossierId }) => dossierId)
  const tasks = Map.groupBy(await openTasksOfMany(tx, ids), ({ subjectId }) => subjectId)
  const dues = new Map((await openSupplements(tx, ids)).map(({ dossierId, due }) => [dossierId, due]))
  return dossiers.map((dossier) => ({
    dossier,
    stops: (stops.get(dossier.id) ?? []).map(({ from, to, ground }) => ({ from, to: to ?? undefined, ground })),
    tasks: tasks.get(dossier.id) ?? [],
    supplementDue: dues.get(dossier.id) ?? null,
  }))
}

const stopsOf = (tx: Queries, ids: readonly string[]) =>
  rows(
    tx,
    sql<{ dossierId: string; from: Date; to: Date | null; ground: StopGround }>`
      select dossier_id, stopped_at as "from", resumed_at as "to", ground from services.clock_stop
      where dossier_id = any(${ids}::uuid[]) order by stopped_at`,
  )

const openSupplements = (tx: Queries, ids: readonly string[]) =>
  rows(
    tx,
    sql<{ dossierId: string; due: Date }>`select dossier_id, due from services.supplement
      where dossier_id = any(${ids}::uuid[]) and answered_at is null order by asked_at`,
  )
