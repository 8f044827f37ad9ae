import { find, json, rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import { stepsTaken } from '#engines/services/index.ts'
import { measuredOf } from './known-times.ts'

/** The newest of a procedure are measured, so that a busy one costs no more than this. */
const mostDossiers = 5000

/** Only what was finished within a year says how work goes now. */
const since = (ctx: Context): Date => instantOf(addDays(dateAt(ctx.now()), -365))

/** The next procedure in the order of codes that has finished dossiers; undefined after the last. */
export const nextMeasured = async (ctx: Context, after: string): Promise<string | undefined> =>
  (
    await find(
      ctx.tx,
      sql<{ code: string }>`select p.code from services.procedure p
        where p.code > ${after} and exists (select from services.dossier d where d.procedure_code = p.code and d.finished_at >= ${since(ctx)})
        order by p.code limit 1`,
    )
  )?.code

/** Measures anew what the steps of one procedure take, by deciding body and in all; answers of how many dossiers. */
export async function measureSteps(ctx: Context, code: string): Promise<number> {
  const chosen = sql`select d.id from services.dossier d
    where d.procedure_code = ${code} and d.received_at is not null and d.finished_at >= ${since(ctx)} order by d.filed_at desc limit ${mostDossiers}`
  const owners = new Map(
    (
      await rows(
        ctx.tx,
        sql<{ id: string; ownerId: string }>`select d.id, d.owner_id from services.dossier d where d.id in (${chosen})`,
      )
    ).map(({ id, ownerId }) => [id, ownerId]),
  )
  const taken = (await stepsTaken(ctx, chosen)).map((one) => ({ ...one, ownerId: owners.get(one.dossierId) as string }))
  await run(ctx.tx, sql`delete from reporting.step_time where procedure_code = ${code}`)
  await run(
    ctx.tx,
    sql`insert into reporting.step_time (procedure_code, step, owner_id, measured, twentieths, measured_at)
      select ${code}, step, "ownerId", measured, twentieths, ${ctx.now()}
      from jsonb_to_recordset(${json(measuredOf(code, taken))}) as g (step text, "ownerId" uuid, measured integer, twentieths integer[])`,
  )
  return owners.size
}

/** Of procedures of which nothing was finished for a year nothing is known any more. */
export const forgetOldTimes = (ctx: Context) =>
  run(ctx.tx, sql`delete from reporting.step_time where measured_at < ${addDays(dateAt(ctx.now()), -7)}`)
