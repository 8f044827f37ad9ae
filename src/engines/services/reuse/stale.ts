import { rows, sql, json } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, type ProblemPlace } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Paper } from '#engines/forms/declare.ts'
import { servicesProblems } from '../contract/problems.ts'
import { isAbout, isInForce, isSuperseded } from './earlier.ts'
import type { PlacedFile } from './provenance.ts'
import { reusableUntil } from './reusable.ts'

/**
 * Papers whose files no longer count since they were taken into the application: replaced, blocked, too old, a result that was revoked or
 * is over, or of somebody else than who applies. What one may take was looked at when it was taken.
 */
export async function stalePapers(
  ctx: Context,
  personId: string,
  papers: readonly Paper[],
  attached: readonly PlacedFile[],
): Promise<ProblemPlace[]> {
  const again = attached.filter(({ sourceAt }) => sourceAt !== null)
  if (again.length === 0) return []
  const today = dateAt(ctx.now())
  const gone = await rows(
    ctx.tx,
    sql<{ paper: string }>`select g.paper
      from jsonb_to_recordset(${json(again)}) as g (paper text, "fileId" uuid, "sourcePaperId" uuid, "sourceResultId" uuid)
      where not exists (select from services.dossier_paper p join services.dossier d on d.id = p.dossier_id join files.file f on f.id = p.file_id
          where p.id = g."sourcePaperId" and p.file_id = g."fileId" and d.applicant_id = ${personId} and f.refusal is null and not ${isSuperseded})
        and not exists (select from services.result r join services.dossier d on d.id = r.dossier_id
          where r.id = g."sourceResultId" and ${isInForce(today)} and ${isAbout(personId)})`,
  )
  const isGone = new Set(gone.map(({ paper }) => paper))
  return papers
    .filter(
      (paper) =>
        isGone.has(paper.id) ||
        again.some(
          (one) =>
            one.paper === paper.id &&
            one.origin === 'earlier-paper' &&
            reusableUntil(paper, one.sourceAt as Date) < today,
        ),
    )
    .map(({ id, name }) => ({
      path: `papers.${id}`,
      message: {
        vi: `${name.vi}: bản dùng lại không còn giá trị. Bỏ ra rồi gửi bản khác.`,
        en: `${name.en}: what is used again no longer counts. Take it out and send another.`,
      },
    }))
}

interface Sent {
  readonly procedure: { readonly papers: readonly Paper[] }
  readonly applicantId: string
  readonly papers: readonly PlacedFile[]
}

/** Refuses what is sent with papers that are used again and no longer count: 422 with each of them. */
export async function mustStillCount(ctx: Context, { procedure, applicantId, papers }: Sent): Promise<void> {
  const places = await stalePapers(ctx, applicantId, procedure.papers, papers)
  if (places.length > 0) throw new Problem('incomplete', servicesProblems.incomplete, { places })
}
