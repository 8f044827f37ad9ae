import { randomUUIDv7 } from 'node:crypto'
import { json, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fold } from '#values/text.ts'
import { dateAt } from '#values/plain-date.ts'
import { workingTimeNow } from '#engines/calendar/index.ts'
import { findUnit, type UnitRow } from '#engines/directory/index.ts'
import { dossierCode, takeNumber } from '#engines/numbering/index.ts'
import { notStarted } from '#engines/workflow/index.ts'
import { applyAction } from './apply-action.ts'
import { answerWithinMinutes } from './clock.ts'
import type { Procedure } from './declare.ts'
import { lockDossier, type Channel, type Dossier } from './dossier.ts'
import { grantAccess } from './dossier-access.ts'
import { insertFiledTogether, type FiledTogether } from './dossier-co-applicant.ts'
import { feesOf } from './procedure.ts'
import { writeHistory } from './history.ts'

export interface Filing {
  readonly versionId: string
  readonly procedure: Procedure
  readonly channel: Channel
  readonly applicant: { readonly id: string; readonly name: string; readonly phone: string | null }
  readonly submitterId: string
  readonly enterpriseName?: string | undefined
  readonly receiver: UnitRow
  readonly owner: UnitRow
  readonly place: string | null
  readonly answers: Record<string, unknown>
  readonly papers: readonly { readonly paper: string; readonly position: number; readonly fileId: string }[]
  readonly coApplicants?: readonly FiledTogether[]
}

/**
 * Files a dossier: the row, its papers, fees, first work and history in the caller's transaction. Files are durable before this
 * (they were checked when they arrived). Whoever calls answers with the code only after the commit.
 */
export async function fileDossier(ctx: Context, filing: Filing): Promise<Dossier> {
  const id = randomUUIDv7()
  const at = ctx.now()
  const day = dateAt(at)
  const prefix = await codePrefix(ctx, filing.owner)
  const workingTime = await workingTimeNow(ctx.tx)
  const code = dossierCode(prefix, day, await takeNumber(ctx.tx, `dossier ${prefix}`, day))
  const due = workingTime.addWorkingMinutes(at, answerWithinMinutes)
  const names = [
    filing.applicant.name,
    filing.enterpriseName ?? '',
    ...(filing.coApplicants ?? []).map(({ name }) => name),
  ]
  const found = fold([code, ...names, filing.procedure.name.vi].join(' '))
  await run(
    ctx.tx,
    sql`insert into services.dossier (id, code, procedure_code, version_id, procedure_name, channel, applicant_id, applicant_name, submitter_id,
        enterprise_name, lookup_fact, receiver_id, owner_id, place, answers, state, status, is_open, filed_at, deadline, folded)
      values (${id}, ${code}, ${filing.procedure.code}, ${filing.versionId}, ${filing.procedure.everydayName?.vi ?? filing.procedure.name.vi},
        ${filing.channel}, ${filing.applicant.id}, ${filing.applicant.name}, ${filing.submitterId}, ${filing.enterpriseName ?? null},
        ${(filing.applicant.phone ?? '').slice(-4)}, ${filing.receiver.id}, ${filing.owner.id}, ${filing.place}, ${json(filing.answers)},
        ${json(notStarted)}, 'open', true, ${at}, ${due}, ${found})`,
  )
  await insertPapers(ctx, id, filing.papers)
  await insertFiledTogether(ctx.tx, id, filing.coApplicants ?? [])
  await insertFees(ctx, id, filing)
  await grantAccess(ctx.tx, { id }, [filing.receiver.key], 'receives')
  await grantAccess(ctx.tx, { id }, [filing.owner.key], 'decides')
  const dossier = await applyAction(ctx, await lockDossier(ctx.tx, id), { action: 'start' })
  await writeHistory(ctx, [
    {
      dossierId: id,
      kind: 'filed',
      isPublic: true,
      words:
        filing.channel === 'online'
          ? { vi: 'Người nộp gửi hồ sơ trên mạng', en: 'Filed online by the applicant' }
          : { vi: `Nộp tại ${filing.receiver.name}`, en: `Filed at ${filing.receiver.name}` },
    },
  ])
  return dossier
}

/** Papers of a dossier, each file in its place. */
export async function insertPapers(ctx: Context, dossierId: string, papers: Filing['papers']): Promise<void> {
  if (papers.length === 0) return
  const given = papers.map((paper) => ({ id: randomUUIDv7(), ...paper }))
  await run(
    ctx.tx,
    sql`insert into services.dossier_paper (id, dossier_id, paper, position, file_id, added_at)
      select id, ${dossierId}, paper, position, "fileId", ${ctx.now()}
      from jsonb_to_recordset(${json(given)}) as g (id uuid, paper text, position int, "fileId" uuid)`,
  )
}

async function insertFees(ctx: Context, dossierId: string, filing: Filing): Promise<void> {
  const facts = { answers: filing.answers, channel: filing.channel, place: filing.place }
  const fees = feesOf(filing.procedure, dateAt(ctx.now()), facts).filter((fee) => fee.amount > 0)
  if (fees.length === 0) return
  await run(
    ctx.tx,
    sql`insert into services.fee (dossier_id, fee, name, amount, pay_at)
      select ${dossierId}, id, name, amount, "payAt" from jsonb_to_recordset(${json(fees)}) as g (id text, name jsonb, amount bigint, "payAt" text)`,
  )
}

/** The organ code that a dossier's code begins with: the owner's, or its agency's above. */
async function codePrefix(ctx: Context, owner: UnitRow): Promise<string> {
  const on = dateAt(ctx.now())
  for (
    let unit: UnitRow | undefined = owner;
    unit !== undefined;
    unit = unit.parentId ? await findUnit(ctx.tx, unit.parentId, on) : undefined
  ) {
    if (unit.organCode) return unit.organCode
  }
  return owner.code
}
