import { randomUUIDv7 } from 'node:crypto'
import { json, sql, write } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fold } from '#values/text.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { workingTimeAt } from '#engines/calendar/index.ts'
import { findUnit, unitsTakenBack, type UnitRow } from '#engines/directory/index.ts'
import { keepFiles } from '#engines/files/index.ts'
import { dossierCode, takeNumber } from '#engines/numbering/index.ts'
import { notStarted } from '#engines/workflow/index.ts'
import { carryOut, decideAction } from '../work/apply-action.ts'
import { answerWithinMinutes } from '../deadline/clock.ts'
import type { Procedure } from '../declare.ts'
import type { Channel, Dossier } from './dossier.ts'
import type { Grant } from './dossier-access.ts'
import { filedTogetherLine, insertFiledTogether, type FiledTogether } from '../co-applicant/dossier-co-applicant.ts'
import { askExemptions } from '../fee/exemption.ts'
import { contactOf, lookUpFactOf } from './contact.ts'
import { feesOf } from '../procedure/procedure.ts'
import { countReuse, offeredTo } from '../reuse/count-reuse.ts'
import { mustStillCount } from '../reuse/stale.ts'
import { placedFileRecord, type PlacedFile } from '../reuse/provenance.ts'
import { writeHistory } from './history.ts'
import { viewFees, type DossierFee } from './view.ts'

export interface Filing {
  /** Of the draft that it comes from: an application keeps its id, so that no draft is filed twice. */
  readonly id?: string
  readonly versionId: string
  readonly procedure: Procedure
  readonly channel: Channel
  readonly applicant: {
    readonly id: string
    readonly name: string
    readonly personalId: string | null
    readonly phone: string | null
  }
  readonly submitterId: string
  readonly enterpriseName?: string | undefined
  readonly enterpriseId?: string | null
  readonly receiver: UnitRow
  /** The counter at which an officer helped to file online. */
  readonly helpedAt?: UnitRow | undefined
  readonly owner: UnitRow
  readonly place: string | null
  readonly answers: Record<string, unknown>
  readonly papers: readonly PlacedFile[]
  readonly coApplicants?: readonly FiledTogether[]
  /** Where else than here it was filed. */
  readonly filedAt?: Words
}

/** What was filed, what is owed for it, and what the applicant asks to pay less of. */
export interface Filed {
  readonly dossier: Dossier
  readonly fees: readonly DossierFee[]
  readonly exemptions: readonly { readonly fee: string; readonly amount: number }[]
}

/**
 * Files a dossier: the row, its papers, fees, first work and history in the caller's transaction. Files are durable before this
 * (they were checked when they arrived). Whoever calls answers with the code only after the commit.
 */
export async function fileDossier(ctx: Context, filing: Filing): Promise<Filed> {
  await mustStillCount(ctx, { ...filing, applicantId: filing.applicant.id })
  const at = ctx.now()
  const day = dateAt(at)
  const prefix = await codePrefix(ctx, filing.owner)
  const counter = await workingTimeAt(ctx, filing.receiver.id)
  // In one packet, the last but the commit: from the number on, everybody else waits who files in this book.
  const [takenBack, number, offered] = await Promise.all([
    unitsTakenBack(ctx.tx),
    takeNumber(ctx.tx, `dossier ${prefix}`, day),
    offeredTo(ctx, filing),
    keepFiles(
      ctx.tx,
      filing.papers.map((one) => one.fileId),
    ),
  ])
  const code = dossierCode(prefix, day, number)
  const blank = blankDossier(filing, code, at, counter.addWorkingMinutes(at, answerWithinMinutes))
  const started = await decideAction(ctx, blank, { action: 'start' })
  const dossier = started.after
  await insertDossier(ctx, dossier, filing)
  await insertPapers(ctx, dossier.id, filing.papers)
  await countReuse(ctx, dossier.id, filing, offered)
  const together = filing.coApplicants ?? []
  await insertFiledTogether(ctx.tx, dossier.id, together)
  const { fees, exemptions } = await insertFees(ctx, dossier.id, filing)
  const grants: Grant[] = [
    { key: filing.receiver.key, reason: 'receives' },
    { key: filing.owner.key, reason: 'decides' },
  ]
  await carryOut(ctx, blank, started, grants, { takenBack })
  await writeHistory(ctx, [
    {
      dossierId: dossier.id,
      kind: 'filed',
      isPublic: true,
      words: filedWords(filing),
    },
    ...(together.length > 0 ? [filedTogetherLine(dossier.id, together)] : []),
  ])
  return { dossier, fees, exemptions }
}

/** The national portal lets nobody file who has not signed in with the national e-identity. */
const isByEIdentity = ({ actor }: Context, { channel, filedAt }: Filing): boolean =>
  channel === 'online' && (filedAt !== undefined || (actor.kind === 'citizen' && actor.assurance === 3))

function filedWords({ channel, helpedAt, receiver, filedAt }: Filing): Words {
  if (filedAt !== undefined) return { vi: `Nộp trên ${filedAt.vi}`, en: `Filed on ${filedAt.en}` }
  if (channel !== 'online') return { vi: `Nộp tại ${receiver.name}`, en: `Filed at ${receiver.name}` }
  if (helpedAt === undefined) return { vi: 'Người nộp gửi hồ sơ trên mạng', en: 'Filed online by the applicant' }
  return { vi: `Gửi trên mạng, được giúp tại ${helpedAt.name}`, en: `Filed online with help at ${helpedAt.name}` }
}

/** A dossier before its first step. */
const blankDossier = (filing: Filing, code: string, at: Date, due: Date): Dossier => ({
  id: filing.id ?? randomUUIDv7(),
  code,
  procedureCode: filing.procedure.code,
  versionId: filing.versionId,
  processVersionId: null,
  procedureName: filing.procedure.everydayName?.vi ?? filing.procedure.name.vi,
  channel: filing.channel,
  applicantId: filing.applicant.id,
  applicantName: filing.applicant.name,
  submitterId: filing.submitterId,
  coApplicantIds: (filing.coApplicants ?? []).map(({ personId }) => personId),
  enterpriseName: filing.enterpriseName ?? null,
  enterpriseId: filing.enterpriseId ?? null,
  receiverId: filing.receiver.id,
  ownerId: filing.owner.id,
  place: filing.place,
  answers: filing.answers,
  state: notStarted,
  status: 'open',
  outcome: null,
  isOpen: true,
  filedAt: at,
  receivedAt: null,
  promised: null,
  deadline: due,
  finishedAt: null,
  deliveredAt: null,
  revision: 0,
})

function insertDossier(ctx: Context, dossier: Dossier, filing: Filing): Promise<void> {
  const { applicant, procedure, coApplicants = [] } = filing
  const names = [dossier.applicantName, dossier.enterpriseName ?? '', ...coApplicants.map(({ name }) => name)]
  const folded = fold([dossier.code, ...names, procedure.name.vi].join(' '))
  return write(
    ctx.tx,
    sql`insert into services.dossier (id, code, procedure_code, version_id, procedure_name, channel, applicant_id, applicant_name, submitter_id,
        enterprise_name, enterprise_id, lookup_fact, receiver_id, owner_id, place, answers, state, status, is_open, filed_at, received_at, promised, deadline,
        revision, folded, by_e_identity)
      values (${dossier.id}, ${dossier.code}, ${dossier.procedureCode}, ${dossier.versionId}, ${dossier.procedureName}, ${dossier.channel},
        ${dossier.applicantId}, ${dossier.applicantName}, ${dossier.submitterId}, ${dossier.enterpriseName}, ${dossier.enterpriseId},
        ${lookUpFactOf(contactOf(procedure, filing.answers, applicant))}, ${dossier.receiverId}, ${dossier.ownerId}, ${dossier.place}, ${json(dossier.answers)},
        ${json(dossier.state)}, ${dossier.status}, ${dossier.isOpen}, ${dossier.filedAt}, ${dossier.receivedAt}, ${dossier.promised},
        ${dossier.deadline}, ${dossier.revision}, ${folded}, ${isByEIdentity(ctx, filing)})`,
  )
}

/** Papers of a dossier, each file in its place. */
export async function insertPapers(ctx: Context, dossierId: string, papers: Filing['papers']): Promise<void> {
  if (papers.length === 0) return
  const given = papers.map((paper) => ({ id: randomUUIDv7(), ...paper }))
  await write(
    ctx.tx,
    sql`insert into services.dossier_paper (id, dossier_id, paper, position, file_id, added_at, origin, source_paper_id, source_result_id, source_at)
      select id, ${dossierId}, paper, position, "fileId", ${ctx.now()}, origin, "sourcePaperId", "sourceResultId", "sourceAt"
      from jsonb_to_recordset(${json(given)}) as g (id uuid, ${placedFileRecord})`,
  )
}

async function insertFees(ctx: Context, dossierId: string, filing: Filing): Promise<Omit<Filed, 'dossier'>> {
  const facts = { answers: filing.answers, channel: filing.channel, place: filing.place }
  const viewed = viewFees(
    feesOf(filing.procedure, dateAt(ctx.now()), facts).filter((fee) => fee.amount > 0),
    facts,
  )
  const asked = viewed.flatMap(({ id, exemption, ...fee }) =>
    exemption === undefined ? [] : [{ fee: id, ...fee, ...exemption }],
  )
  const fees = viewed.filter(({ exemption }) => exemption === undefined)
  await askExemptions(ctx, dossierId, asked)
  if (fees.length > 0)
    await write(
      ctx.tx,
      sql`insert into services.fee (dossier_id, fee, name, amount, pay_at)
        select ${dossierId}, id, name, amount, "payAt" from jsonb_to_recordset(${json(fees)}) as g (id text, name jsonb, amount bigint, "payAt" text)`,
    )
  const owed = fees
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((fee) => ({ ...fee, paidAt: null, method: null, receiptNumber: null, receiptId: null }))
  return { fees: owed, exemptions: asked }
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
