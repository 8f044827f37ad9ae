import { find, rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Words } from '#values/words.ts'

const pageSize = 50

/** What became of the dossiers that were open when a version came into force; those that stay with the reason, a page of them. */
export async function movedDossiers(ctx: Context, draftId: string, after: string | undefined) {
  const move = await find(
    ctx.tx,
    sql<{ moved: number; left: number; finishedAt: Date | null }>`select m.finished_at,
        (select count(*)::int from services.version_move_dossier l where l.draft_id = m.draft_id and l.stays is null) as moved,
        (select count(*)::int from services.dossier o where o.procedure_code = d.code and o.is_open
          and coalesce(o.process_version_id, o.version_id) <> d.version_id
          and not exists (select from services.version_move_dossier l where l.draft_id = m.draft_id and l.dossier_id = o.id)) as "left"
      from services.version_move m join services.procedure_draft d on d.id = m.draft_id
      where m.draft_id = ${draftId} and d.state = 'published'`,
  )
  if (move === undefined) return null
  const found = await rows(
    ctx.tx,
    sql<{ id: string; code: string; why: Words }>`select d.id, d.code, l.stays as why
      from services.version_move_dossier l join services.dossier d on d.id = l.dossier_id
      where l.draft_id = ${draftId} and l.stays is not null and (${after ?? null}::uuid is null or l.dossier_id > ${after ?? null}::uuid)
      order by l.dossier_id limit ${pageSize + 1}`,
  )
  const stays = found.slice(0, pageSize)
  return { ...move, stays, next: found.length > pageSize ? (stays.at(-1)?.id ?? null) : null }
}
