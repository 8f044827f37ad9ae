import { find, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { getVisibleDossier } from '../dossier/dossier-access.ts'
import { subjectsOf } from '../dossier/dossier.ts'
import { procedureVersion } from '../procedure/procedure.ts'

interface PaperText {
  readonly paper: string
  readonly fileName: string
  /** Null: not read yet. */
  readonly how: 'layer' | 'ocr' | 'none' | null
  readonly text: string
}

/** What the machine read in one paper of a dossier that the caller may see; one that was replaced or is blocked is not found. */
export async function getPaperText(ctx: Context, { id, fileId }: { readonly id: string; readonly fileId: string }) {
  const dossier = await getVisibleDossier(ctx, id)
  const found =
    (await find(
      ctx.tx,
      sql<PaperText>`select p.paper, f.name as file_name, t.how, coalesce(t.text, '') as text
        from services.dossier_paper p join files.file f on f.id = p.file_id and f.state = 'accepted'
        left join files.content_text t on t.sha256 = f.sha256
        where p.dossier_id = ${id} and p.file_id = ${fileId} and p.replaced_at is null`,
    )) ?? fail('notFound')
  ctx.note({
    objectType: 'dossier',
    objectId: id,
    subjects: subjectsOf(dossier),
    facts: { code: dossier.code, file: fileId },
  })
  const { papers } = await procedureVersion(ctx.tx, dossier.versionId)
  const { paper, ...text } = found
  return { ...text, code: dossier.code, paperName: papers.find((one) => one.id === paper)?.name ?? null }
}
