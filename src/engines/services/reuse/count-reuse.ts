import { sql, write } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { papersFor, visibleAnswers } from '#engines/forms/contract.ts'
import type { Paper } from '#engines/forms/declare.ts'
import type { Filing } from '../dossier/file-dossier.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { Supplement } from '../dossier/supplement.ts'
import { reusableForSupplement } from './for-supplement.ts'
import type { PlacedFile } from './provenance.ts'
import { findReusable, type Reusable } from './reusable.ts'

/** What whoever files an application could use again in it. What another portal took in was offered nothing here. */
export async function offeredTo(ctx: Context, filing: Filing): Promise<readonly Reusable[]> {
  const { procedure, applicant, enterpriseId = null, filedAt } = filing
  if (filedAt !== undefined) return []
  return findReusable(ctx, {
    applicant: { personId: applicant.id, enterpriseId },
    procedureCode: procedure.code,
    asked: askedIn(filing),
  })
}

/**
 * Writes down of an application that is filed for how many of its papers the province had already what whoever files it could use again
 * (`offered`), and for how many it was.
 */
export async function countReuse(
  ctx: Context,
  dossierId: string,
  { papers, filedAt }: Filing,
  offered: readonly Reusable[],
): Promise<void> {
  if (filedAt === undefined) await addReuse(ctx, dossierId, papers, offered)
}

/**
 * The same of a request that is answered, added to what was counted when its dossier was filed. Before what is sent takes its place: what stands in the
 * dossier is asked for because it did not do, and was offered to nobody.
 */
export async function countSupplementReuse(
  ctx: Context,
  dossier: Dossier,
  asked: Supplement,
  papers: readonly PlacedFile[],
): Promise<void> {
  await addReuse(ctx, dossier.id, papers, await reusableForSupplement(ctx, dossier, asked))
}

async function addReuse(
  ctx: Context,
  dossierId: string,
  papers: readonly PlacedFile[],
  found: readonly Reusable[],
): Promise<void> {
  const reused = new Set(papers.filter(({ sourceAt }) => sourceAt !== null).map(({ paper }) => paper))
  // A result that was shown by its code is one of them, too.
  const offered = new Set([...reused, ...found.map(({ paper }) => paper.id)])
  if (offered.size === 0) return
  await write(
    ctx.tx,
    sql`insert into services.paper_reuse as u (dossier_id, offered, reused) values (${dossierId}, ${offered.size}, ${reused.size})
      on conflict (dossier_id) do update set offered = u.offered + excluded.offered, reused = u.reused + excluded.reused`,
  )
}

const askedIn = ({ procedure, answers }: Filing): Paper[] =>
  papersFor(procedure.papers, procedure.form === undefined ? answers : visibleAnswers(procedure.form, answers))
