import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import { fold } from '#values/text.ts'
import { dossierAccess, maySee } from '../dossier/dossier-access.ts'
import { procedureVersion } from '../procedure/procedure.ts'

interface FoundPaper {
  readonly id: string
  readonly dossierId: string
  readonly code: string
  readonly versionId: string
  readonly applicantId: string
  readonly applicantName: string
  readonly paper: string
  readonly fileId: string
  readonly fileName: string
  readonly how: 'layer' | 'ocr'
  readonly piece: string
  readonly addedAt: Date
}

/** How many characters stand before and around what was found. */
const [before, around] = [60, 220]

/**
 * Papers of dossiers that the caller may see in whose text all of these words stand, tone marks or not; the newest first. Words between
 * quotation marks stand beside each other. Papers that were replaced, and files that are blocked, are not looked into.
 */
export async function searchPapers(
  ctx: Context,
  { text, after, limit }: { readonly text: string; readonly after?: string | undefined; readonly limit: number },
) {
  const [at, id] = after === undefined ? [undefined, undefined] : readCursor(InstantAndId, after)
  const folded = fold(text)
  const first = /[\p{L}\p{N}]+/u.exec(folded)?.[0] ?? ''
  const found = await rows(
    ctx.tx,
    sql<FoundPaper>`select p.id, p.dossier_id, d.code, d.version_id, d.applicant_id, coalesce(d.enterprise_name, d.applicant_name) as applicant_name,
        p.paper, f.id as file_id, f.name as file_name, t.how, p.added_at,
        substr(t.text, greatest(strpos(kernel.fold(t.text), ${first}) - ${before}::int, 1), ${around}::int) as piece
      from files.content_text t
      join files.file f on f.sha256 = t.sha256 and f.state = 'accepted'
      join services.dossier_paper p on p.file_id = f.id and p.replaced_at is null
      join services.dossier d on d.id = p.dossier_id
      where t.words @@ websearch_to_tsquery('simple', ${folded}) and ${maySee(dossierAccess(ctx))}
        ${at === undefined ? sql`` : sql`and (p.added_at, p.id) < (${at}::timestamptz, ${id}::uuid)`}
      order by p.added_at desc, p.id desc limit ${limit + 1}`,
  )
  const page = toPage(found, limit, (row) => [row.addedAt.toISOString(), row.id])
  ctx.note({
    objectType: 'dossier-list',
    objectId: 'papers',
    subjects: page.rows.map(({ applicantId }) => applicantId),
    facts: { text, rows: page.rows.length },
  })
  const named = page.rows.map(async (row) => {
    const { papers } = await procedureVersion(ctx.tx, row.versionId)
    return { ...row, paperName: papers.find(({ id: paper }) => paper === row.paper)?.name ?? null }
  })
  return { ...page, rows: await Promise.all(named) }
}
