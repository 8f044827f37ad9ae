import { get, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Procedure } from '../declare.ts'
import { publishProcedures } from '../procedure/publish-procedures.ts'
import { changeDraft, type ProcedureDraft } from './procedure-draft.ts'

interface Approved {
  readonly procedure: Procedure
  readonly from: PlainDate
  /** The decision that announces it. */
  readonly document: string
}

/** Publishes what was approved as a version that counts from its day; answers its number. */
export async function publishDraft(ctx: Context, draft: ProcedureDraft, { procedure, from, document }: Approved) {
  const dated = { ...procedure, effective: { ...procedure.effective, from } }
  await publishProcedures(ctx.tx, [dated], ctx.now(), 'edited')
  const version = await get(
    ctx.tx,
    sql<{ id: string; number: number }>`select id, number from services.procedure_version
      where code = ${draft.code} order by number desc limit 1`,
  )
  await changeDraft(
    ctx,
    draft,
    sql`state = 'published', document = ${document}, decided_by_name = ${ctx.actor.name},
    decided_at = ${ctx.now()}, version_id = ${version.id}, effective_on = ${from}`,
  )
  ctx.emit('procedure.published', { code: draft.code, number: version.number, from })
  return version
}
