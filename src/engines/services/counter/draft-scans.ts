import { get, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail, Problem, type ProblemPlace } from '#values/errors.ts'
import { filesByIds, getUsableFile, isPaged } from '#engines/files/index.ts'
import { mostFiles } from '#engines/forms/contract.ts'
import type { Paper } from '#engines/forms/declare.ts'
import { servicesProblems } from '../contract/problems.ts'
import { mostScans } from '../contract/shapes.ts'
import { addDraftPaper, draftPapers } from '../draft/draft.ts'
import { checkPaperFile } from '../draft/paper-file.ts'
import { procedureVersion } from '../procedure/procedure.ts'
import { scanned } from '../reuse/provenance.ts'
import { findCounterDraft, lockCounterDraft, mustBeHeld, type CounterDraft } from './counter-draft.ts'

/** Files of a draft by paper, as they stand. */
export async function givenInDraft(ctx: Context, draftId: string): Promise<{ paper: string; fileIds: string[] }[]> {
  const byPaper = Map.groupBy(await draftPapers(ctx.tx, draftId), ({ paper }) => paper)
  return [...byPaper].map(([paper, files]) => ({ paper, fileIds: files.map(({ fileId }) => fileId) }))
}

/** What was scanned of one paper of the caller's draft. */
export async function viewDraftPaper(ctx: Context, id: string, paperId: string) {
  const draft = (await findCounterDraft(ctx, id)) ?? fail('notFound')
  mustBeHeld(ctx, draft)
  const paper = await paperOf(ctx, draft, paperId)
  const ids = (await draftPapers(ctx.tx, id)).filter((one) => one.paper === paperId).map(({ fileId }) => fileId)
  noteOf(ctx, draft, paperId)
  return {
    dossierId: draft.dossierId,
    name: paper.name,
    accept: [...paper.accept],
    maxFiles: mostFiles(paper),
    files: (await filesByIds(ctx.tx, ids)).map(({ id: fileId, name, mediaType, pages, isBlocked }) => ({
      id: fileId,
      name,
      mediaType,
      pages: isBlocked || !isPaged(mediaType) ? null : (pages ?? 1),
    })),
  }
}

/** Puts one more scan behind those of its paper; the same scan twice is one. */
export async function addDraftScan(ctx: Context, id: string, paperId: string, fileId: string) {
  const draft = await heldDraft(ctx, id)
  checkPaperFile(await paperOf(ctx, draft, paperId), await getUsableFile(ctx, fileId))
  const there = (await draftPapers(ctx.tx, id)).filter((one) => one.paper === paperId)
  if (there.some((one) => one.fileId === fileId)) return { revision: draft.revision }
  if (there.length >= mostScans) throw new Problem('tooManyFiles', servicesProblems.tooManyFiles)
  await addDraftPaper(ctx.tx, id, paperId, { fileId, ...scanned })
  return changed(ctx, draft, paperId)
}

/** Puts a file in the place of the pages that it was made of; what has no pages (a text, a table) stays beside it. */
export async function joinDraftScans(ctx: Context, id: string, paperId: string, fileId: string) {
  const draft = await heldDraft(ctx, id)
  checkPaperFile(await paperOf(ctx, draft, paperId), await getUsableFile(ctx, fileId))
  const ids = (await draftPapers(ctx.tx, id)).filter((one) => one.paper === paperId).map((one) => one.fileId)
  const joined = (await filesByIds(ctx.tx, ids)).filter(({ mediaType }) => isPaged(mediaType))
  await run(
    ctx.tx,
    sql`delete from services.draft_paper where draft_id = ${id} and paper = ${paperId} and file_id = any(${joined.map((file) => file.id)}::uuid[])`,
  )
  await addDraftPaper(ctx.tx, id, paperId, { fileId, ...scanned })
  return changed(ctx, draft, paperId)
}

/** Papers with more files than they may have: their pages are to be joined. */
export const overfullPapers = (
  papers: readonly Paper[],
  given: readonly { readonly paper: string; readonly fileIds: readonly string[] }[],
): ProblemPlace[] =>
  papers.flatMap((paper) => {
    const most = mostFiles(paper)
    if ((given.find((one) => one.paper === paper.id)?.fileIds.length ?? 0) <= most) return []
    return [
      {
        path: `papers.${paper.id}`,
        message: {
          vi: `${paper.name.vi}: nhận nhiều nhất ${most} tệp. Bấm Xếp trang để gộp.`,
          en: `${paper.name.en}: ${most} files at most. Join their pages.`,
        },
      },
    ]
  })

const heldDraft = async (ctx: Context, id: string): Promise<CounterDraft> =>
  (await lockCounterDraft(ctx, id)) ?? fail('notFound')

async function paperOf(ctx: Context, draft: CounterDraft, paperId: string): Promise<Paper> {
  const { papers } = await procedureVersion(ctx.tx, draft.versionId)
  const paper = papers.find((one) => one.id === paperId)
  return paper === undefined || paper.generated === true ? fail('notFound') : paper
}

/** A window that still shows the scans of before does not write over what was changed here. */
async function changed(ctx: Context, draft: CounterDraft, paper: string): Promise<{ revision: number }> {
  noteOf(ctx, draft, paper)
  return get(
    ctx.tx,
    sql<{ revision: number }>`update services.draft set revision = revision + 1, saved_at = ${ctx.now()}
      where id = ${draft.id} returning revision`,
  )
}

const noteOf = (ctx: Context, { id, code }: CounterDraft, paper: string) =>
  ctx.note({ objectType: 'draft', objectId: id, facts: { code, paper } })
