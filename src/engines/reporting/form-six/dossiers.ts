import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import { dossierAccess, maySee } from '#engines/services/index.ts'
import type { FormSixColumn } from './columns.ts'
import { endOf, isLateAt, startOf, type DayPeriod } from './form-six.ts'

export interface FormSixDossier {
  readonly id: string
  readonly code: string
  readonly procedureName: string
  readonly receivedAt: Date
  readonly deadline: Date
  readonly finishedAt: Date | null
}

export interface FormSixDossierSearch extends DayPeriod {
  readonly column: FormSixColumn
  readonly level?: string | undefined
  readonly field?: string | undefined
  readonly procedure?: string | undefined
  readonly unit?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** The dossiers behind one figure, as far as the reader may see them: the same predicate as everywhere. */
export async function formSixDossiers(ctx: Context, search: FormSixDossierSearch) {
  const cursor = search.after === undefined ? undefined : readCursor(InstantAndId, search.after)
  const conditions = [
    countedAs(search, ctx.now())[search.column],
    maySee(dossierAccess(ctx)),
    ...(search.procedure === undefined ? [] : [sql`d.procedure_code = ${search.procedure}`]),
    ...(search.unit === undefined ? [] : [sql`d.owner_id = ${search.unit}`]),
    ...(search.level === undefined && search.field === undefined ? [] : [ofSubject(search)]),
    ...(cursor === undefined ? [] : [sql`(d.received_at, d.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`]),
  ]
  const found = await rows(
    ctx.tx,
    sql<FormSixDossier>`select d.id, d.code, d.procedure_name, d.received_at, d.deadline, d.finished_at from services.dossier d
      where d.received_at is not null and ${sql.join(conditions, sql` and `)} order by d.received_at, d.id limit ${search.limit + 1}`,
  )
  return toPage(found, search.limit, (row) => [row.receivedAt.toISOString(), row.id])
}

const ofSubject = ({ level, field, to }: FormSixDossierSearch): Fragment => {
  const asked = [
    ...(level === undefined ? [] : [sql`p.level = ${level}`]),
    ...(field === undefined ? [] : [sql`p.field = ${field}`]),
  ]
  return sql`d.procedure_code in (select p.code from (select distinct on (code) code, level, field from services.procedure
    order by code, valid_from <= ${to} desc, valid_from desc) p where ${sql.join(asked, sql` and `)})`
}

/** What each figure counts, said of one dossier as `count-days.ts` and `form-six/form-six.ts` count it. */
function countedAs(period: DayPeriod, now: Date): Readonly<Record<FormSixColumn, Fragment>> {
  const [from, until] = [startOf(period), endOf(period)]
  const received = sql`d.received_at >= ${from} and d.received_at < ${until}`
  const ended = sql`d.finished_at >= ${from} and d.finished_at < ${until}`
  const answered = sql`${ended} and coalesce(d.outcome, 'granted') in ('granted', 'refused')`
  const day = (at: Fragment) => sql`(${at} at time zone 'Asia/Ho_Chi_Minh')::date`
  const isEarly = sql`${day(sql`d.finished_at`)} < ${day(sql`d.deadline`)}`
  const goesOn = sql`d.received_at < ${until} and (d.finished_at is null or d.finished_at >= ${until})`
  return {
    carried: sql`d.received_at < ${from} and (d.finished_at is null or d.finished_at >= ${from})`,
    online: sql`${received} and d.channel = 'online'`,
    direct: sql`${received} and d.channel <> 'online'`,
    early: sql`${answered} and ${isEarly}`,
    onTime: sql`${answered} and not ${isEarly} and d.finished_at <= d.deadline`,
    late: sql`${answered} and d.finished_at > d.deadline`,
    stopped: sql`${ended} and coalesce(d.outcome, 'granted') not in ('granted', 'refused')`,
    inProgress: goesOn,
    inProgressLate: sql`${goesOn} and ${isLateAt(until, now)}`,
  }
}
