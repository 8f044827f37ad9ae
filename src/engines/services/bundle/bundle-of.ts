import type { Queries } from '#kernel/database/connect.ts'
import { json, rows, sql, write } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { dossierAccess, maySee } from '../dossier/dossier-access.ts'

/** Another dossier of the same filing, as those see it who have to do with this one. */
export interface FiledAtOnce {
  readonly id: string
  readonly code: string
  readonly procedureName: string
  readonly receiverName: string
  readonly ownerName: string
  readonly isFinished: boolean
  readonly resultNumber: string | null
}

/** The day of filing in Viet Nam, for the names that units had then. */
const day = sql`(d.filed_at at time zone 'Asia/Ho_Chi_Minh')::date`

const others = (dossierId: string) => sql`
  select d.id, d.code, d.procedure_name, ${nameOfUnit(sql`d.receiver_id`, day)} as receiver_name,
    ${nameOfUnit(sql`d.owner_id`, day)} as owner_name, d.finished_at is not null as is_finished, r.number as result_number, o.position
  from services.bundle_dossier me
  join services.bundle_dossier o on o.bundle_id = me.bundle_id and o.dossier_id <> me.dossier_id
  join services.dossier d on d.id = o.dossier_id
  left join services.result r on r.dossier_id = d.id
  where me.dossier_id = ${dossierId}`

/**
 * The others of one's filing, for who works on one of them: what was filed at once is part of each, and the number of a result that is
 * out is what the applicant would have to bring. No more is told of them than that.
 */
export const filedAtOnce = (tx: Queries, dossierId: string): Promise<FiledAtOnce[]> =>
  rows(tx, sql<FiledAtOnce>`${others(dossierId)} order by o.position`)

/** The same for applicants: only those that they may see. */
export const ownFiledAtOnce = (ctx: Context, dossierId: string): Promise<FiledAtOnce[]> =>
  rows(ctx.tx, sql<FiledAtOnce>`${others(dossierId)} and ${maySee(dossierAccess(ctx))} order by o.position`)

/** Keeps which dossiers one filing started, the leading one first. */
export const insertBundle = (tx: Queries, bundle: string, code: string, dossierIds: readonly string[]): Promise<void> =>
  write(
    tx,
    sql`insert into services.bundle_dossier (dossier_id, bundle_id, bundle_code, position)
      select g.id::uuid, ${bundle}, ${code}, g.position
      from jsonb_array_elements_text(${json(dossierIds)}) with ordinality as g (id, position)`,
  )
