import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { ClockStop } from '#engines/calendar/index.ts'
import { openTasksOfMany } from '#engines/workflow/index.ts'
import { clockStopsOfMany } from './clock.ts'
import type { AskedSupplement, Counted, Dated } from './count-anew.ts'
import { dossierColumns, type Dossier } from '../dossier/dossier.ts'

/** Open dossiers in the order of their ids, at most so many, locked: to be counted anew. */
export async function countedDossiers(
  tx: Queries,
  page: { readonly after: string | null; readonly limit: number },
): Promise<Counted[]> {
  const dossiers = await rows(
    tx,
    sql<Dossier>`select ${dossierColumns} from services.dossier d
      where d.is_open and (${page.after}::uuid is null or d.id > ${page.after}::uuid)
      order by d.id limit ${page.limit} for update of d`,
  )
  if (dossiers.length === 0) return []
  const ids = dossiers.map(({ id }) => id)
  const stops = await clockStopsOfMany(tx, ids)
  const tasks = Map.groupBy(await openTasksOfMany(tx, ids), ({ subjectId }) => subjectId)
  const asked = new Map((await openSupplements(tx, ids)).map((one) => [one.dossierId, one]))
  return dossiers.map((dossier) => ({
    dossier,
    stops: stops.get(dossier.id) ?? [],
    tasks: tasks.get(dossier.id) ?? [],
    supplement: asked.get(dossier.id) ?? null,
  }))
}

/** An open dossier without what the work on it needs. */
export interface DatedDossier {
  readonly dossier: Dated & Pick<Dossier, 'id' | 'versionId'>
  readonly stops: readonly ClockStop[]
}

/** What the deadlines of these dossiers are counted from. */
export async function datedDossiers(tx: Queries, ids: readonly string[]): Promise<DatedDossier[]> {
  const found = await rows(
    tx,
    sql<
      DatedDossier['dossier']
    >`select id, version_id, answers, state, channel, place, receiver_id, filed_at, received_at, finished_at, deadline, promised
      from services.dossier where id = any(${ids}::uuid[])`,
  )
  const stops = await clockStopsOfMany(tx, ids)
  return found.map((dossier) => ({ dossier, stops: stops.get(dossier.id) ?? [] }))
}

/** Requests for a supplement that wait for an answer, due from an instant on. */
export const supplementsDueFrom = (
  tx: Queries,
  dueFrom: Date,
): Promise<(AskedSupplement & Pick<Dossier, 'receiverId'>)[]> =>
  rows(
    tx,
    sql<
      AskedSupplement & Pick<Dossier, 'receiverId'>
    >`select s.asked_at, s.days, s.due, d.receiver_id from services.supplement s
      join services.dossier d on d.id = s.dossier_id and d.is_open
      where s.answered_at is null and s.due >= ${dueFrom}`,
  )

const openSupplements = (tx: Queries, ids: readonly string[]) =>
  rows(
    tx,
    sql<AskedSupplement & { dossierId: string }>`select dossier_id, asked_at, days, due from services.supplement
      where dossier_id = any(${ids}::uuid[]) and answered_at is null order by asked_at`,
  )
