import { escapeLike, rows, sql } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import { validOn } from '#engines/directory/index.ts'
import { agenciesOf } from './editor-choices.ts'

interface Editable {
  readonly code: string
  readonly name: string
  readonly number: number
  readonly origin: string
  readonly isComplete: boolean
  readonly openDossiers: number
}

const pageSize = 50

/**
 * The procedures in force that the caller may write a new version of, in the order of their codes.
 * @right
 */
export async function editableProcedures(ctx: Context, { text, after }: { text: string; after?: string | undefined }) {
  const scope = scopeOf(ctx.actor, 'procedure.write')
  const today = dateAt(ctx.now())
  const agencies = (await agenciesOf(ctx.tx, today)).filter(({ key }) => scope === 'all' || scope.includes(key))
  const found = await rows(
    ctx.tx,
    sql<Editable>`select p.code, p.name, v.number, v.origin, p.is_complete,
        (select count(*)::int from services.dossier d where d.procedure_code = p.code and d.is_open) as open_dossiers
      from services.procedure p join services.procedure_version v on v.id = p.version_id
      where ${validOn('p', today)} and p.code > ${after ?? ''} and p.folded like ${`%${escapeLike(fold(text))}%`}
        and ${scope === 'all' ? sql`true` : sql`v.declaration->'owner'->>'agency' = any(${agencies.map(({ code }) => code)})`}
      order by p.code limit ${pageSize + 1}`,
  )
  const page = found.slice(0, pageSize)
  return { rows: page, next: found.length > pageSize ? (page.at(-1)?.code ?? null) : null, agencies }
}
