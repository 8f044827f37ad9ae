import { sql, write } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { papersFor, visibleAnswers } from '#engines/forms/contract.ts'
import type { Paper } from '#engines/forms/declare.ts'
import type { Filing } from '../dossier/file-dossier.ts'
import { findReusable } from './reusable.ts'

/**
 * Writes down of an application that is filed for how many of its papers the province had already what whoever files it could use again, and
 * for how many it was. What another portal took in was offered nothing here.
 */
export async function countReuse(ctx: Context, dossierId: string, filing: Filing): Promise<void> {
  const { procedure, applicant, enterpriseId = null, papers, filedAt } = filing
  if (filedAt !== undefined) return
  const found = await findReusable(ctx, {
    applicant: { personId: applicant.id, enterpriseId },
    procedureCode: procedure.code,
    asked: askedIn(filing),
  })
  const reused = new Set(papers.filter(({ sourceAt }) => sourceAt !== null).map(({ paper }) => paper))
  // A result that was shown by its code is one of them, too.
  const offered = new Set([...reused, ...found.map(({ paper }) => paper.id)])
  if (offered.size === 0) return
  await write(
    ctx.tx,
    sql`insert into services.paper_reuse (dossier_id, offered, reused) values (${dossierId}, ${offered.size}, ${reused.size})`,
  )
}

const askedIn = ({ procedure, answers }: Filing): Paper[] =>
  papersFor(procedure.papers, procedure.form === undefined ? answers : visibleAnswers(procedure.form, answers))
