import { find, rows, run, sql } from '#kernel/database/query.ts'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import type { RunnerParts } from '#kernel/operations/run-operation.ts'
import { showDate } from '#values/show-time.ts'
import { dateAt } from '#values/plain-date.ts'
import { takeCatalogue } from '#engines/services/index.ts'
import { asCatalogueRecord } from './as-catalogue-record.ts'

/**
 * Hands what changed in the national list since the last time over to the catalogue of `services`, where people decide what of it is
 * announced; once the whole list was read, so that it comes as one. Answers whether there was anything.
 */
export async function handOverProcedures(runner: RunnerParts): Promise<boolean> {
  let isGiven = false
  const turn = { requestId: 'national-catalogue', operation: 'nationalPortal.handOver' }
  await runInBackground(runner, turn, async (ctx) => {
    const link = await find(
      ctx.tx,
      sql<{ givenAt: Date | null }>`select procedures_given_at as given_at from national_portal.link
        where not exists (select from national_portal.procedure_record p where p.is_listed and p.fetched_at < procedures_at) for update`,
    )
    if (link === undefined) return
    const changed = await rows(
      ctx.tx,
      sql<{ code: string; record: Record<string, unknown> }>`select code, record from national_portal.procedure_record
        where is_listed and digest <> '' and (${link.givenAt}::timestamptz is null or changed_at > ${link.givenAt}) order by code`,
    )
    if (changed.length === 0) return
    const lines = changed.map(({ code, record }) => JSON.stringify(asCatalogueRecord(code, record)))
    await takeCatalogue(ctx, {
      title: `Cổng quốc gia, ${showDate(dateAt(ctx.now()))}`,
      origin: 'national-portal',
      content: new TextEncoder().encode(lines.join('\n')),
    })
    await run(ctx.tx, sql`update national_portal.link set procedures_given_at = ${ctx.now()}`)
    isGiven = true
  })
  return isGiven
}
