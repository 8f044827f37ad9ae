import { json, rows, sql, write } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { showDong } from '#values/money.ts'
import type { Words } from '#values/words.ts'
import { waive } from '#engines/payments/index.ts'
import { servicesProblems } from '../contract/problems.ts'
import { isOwnMatter, type Dossier } from '../dossier/dossier.ts'
import { writeHistory } from '../dossier/history.ts'
import { articleNamed, sayExemption } from '../procedure/exemptions.ts'
import { feeReference } from './fee-reference.ts'

/** What somebody asked to pay less of, and what was decided of it. */
export interface FeeExemption {
  readonly fee: string
  readonly name: Words
  readonly payAt: string
  readonly ground: string
  readonly groundName: Words
  readonly basis: string | null
  readonly percent: number
  /** Whole đồng: without and with the exemption. */
  readonly fullAmount: number
  readonly amount: number
  readonly state: 'asked' | 'granted' | 'refused'
  readonly decidedBy: string | null
  readonly reason: string | null
}

const columns = sql`e.fee, e.name, e.pay_at, e.ground, e.ground_name, e.basis, e.percent, e.full_amount, e.amount, e.state, e.decided_by, e.reason`

/** The exemptions of a dossier, decided or not. */
export const exemptionsOf = (tx: Queries, dossierId: string): Promise<FeeExemption[]> =>
  rows(
    tx,
    sql<FeeExemption>`select ${columns} from services.fee_exemption e where e.dossier_id = ${dossierId} order by e.fee`,
  )

/** Keeps what is asked with an application; the fees that it is for are not owed until it is decided. */
export async function askExemptions(ctx: Context, dossierId: string, asked: readonly Asked[]): Promise<void> {
  if (asked.length === 0) return
  await write(
    ctx.tx,
    sql`insert into services.fee_exemption (dossier_id, fee, name, pay_at, ground, ground_name, basis, percent, full_amount, amount, asked_at)
      select ${dossierId}, fee, name, "payAt", ground, "groundName", basis, percent, "fullAmount", amount, ${ctx.now()}
      from jsonb_to_recordset(${json(asked)}) as g (fee text, name jsonb, "payAt" text, ground text, "groundName" jsonb, basis text, percent int,
        "fullAmount" bigint, amount bigint)`,
  )
}

/** The moments of payment, by dossier, at which something waits for a decision: nothing of such a moment is asked for meanwhile. */
export async function heldMoments(tx: Queries, dossierIds: readonly string[]): Promise<Set<string>> {
  const held = await rows(
    tx,
    sql<{ dossierId: string; payAt: string }>`select distinct dossier_id, pay_at from services.fee_exemption
      where dossier_id = any(${dossierIds}::uuid[]) and state = 'asked'`,
  )
  return new Set(held.map(({ dossierId, payAt }) => feeReference(dossierId, payAt)))
}

/** Whether an exemption of a dossier still waits to be decided. */
export const isExemptionOpen = async (tx: Queries, dossierId: string): Promise<boolean> =>
  (await heldMoments(tx, [dossierId])).size > 0

export interface ExemptionDecision {
  readonly granted: boolean
  /** Why not; said to the applicant. */
  readonly reason?: string | undefined
  /** Document and article by which it is granted; where the procedure names an article, that stays. */
  readonly basis?: string | undefined
  /** By an officer with the applicant before them: nobody has to be told. */
  readonly isHere?: boolean
}

/**
 * Decides what a locked dossier asks to pay less of: granted, only the rest is owed and the accounts say what is not collected; refused,
 * all of it is. 409 where nothing waits, or the dossier is the caller's own.
 */
export async function decideExemptions(
  ctx: Context,
  dossier: Dossier,
  { granted, reason, basis, isHere = false }: ExemptionDecision,
): Promise<FeeExemption[]> {
  if (granted && isOwnMatter(ctx.actor, dossier)) throw new Problem('ownMatter', servicesProblems.ownMatter)
  const decided = await rows(
    ctx.tx,
    sql<FeeExemption>`update services.fee_exemption e set state = ${granted ? 'granted' : 'refused'}, decided_at = ${ctx.now()},
        decided_by = ${ctx.actor.name}, reason = ${reason ?? null},
        basis = case when coalesce(e.basis, '') ~ ${articleNamed} then e.basis else coalesce(${granted && basis ? basis : null}::text, e.basis) end
      where e.dossier_id = ${dossier.id} and e.state = 'asked' returning ${columns}`,
  )
  const [first] = decided
  if (first === undefined) throw new Problem('exemptionDecided', servicesProblems.exemptionDecided)
  for (const one of decided) {
    const { name, amount } = owedAfter(one, granted)
    if (amount > 0)
      await write(
        ctx.tx,
        sql`insert into services.fee (dossier_id, fee, name, amount, pay_at)
          values (${dossier.id}, ${one.fee}, ${json(name)}, ${amount}, ${one.payAt})`,
      )
    if (granted) await writeWaived(ctx, dossier, one)
  }
  await writeHistory(ctx, [
    {
      dossierId: dossier.id,
      kind: 'exemption-decided',
      isPublic: true,
      words: sayDecided(first, granted),
      detail: { reason },
    },
  ])
  ctx.note({
    objectType: 'dossier',
    objectId: dossier.id,
    subjects: [dossier.applicantId],
    facts: { code: dossier.code, ground: first.ground, granted, reason, basis: first.basis },
  })
  if (!isHere) ctx.emit('fee.exemptionDecided', { dossierId: dossier.id, granted, reason })
  return decided
}

const writeWaived = (ctx: Context, dossier: Dossier, one: FeeExemption): Promise<void> =>
  waive(ctx, {
    reference: feeReference(dossier.id, one.payAt),
    item: one.fee,
    collectorId: dossier.receiverId,
    fileCode: dossier.code,
    name: one.name,
    ground: one.groundName,
    basis: one.basis,
    fullAmount: one.fullAmount,
    waived: one.fullAmount - one.amount,
  })

type Asked = Omit<FeeExemption, 'state' | 'decidedBy' | 'reason'>

/** What is owed once it is decided, whole đồng: nothing, a part that says why it is less, or all. */
export const owedAfter = (one: Asked, granted: boolean): { name: Words; amount: number } =>
  granted ? { name: reducedName(one), amount: one.amount } : { name: one.name, amount: one.fullAmount }

/** What is left of a fee says why it is less: on the page of payment, on the receipt, in the message to the platform. */
const reducedName = ({ name, percent, groundName, fullAmount }: Asked): Words => ({
  vi: `${name.vi}, giảm ${percent}% của ${showDong(fullAmount)} (${groundName.vi})`,
  en: `${name.en}, ${percent}% less than ${showDong(fullAmount)} (${groundName.en})`,
})

/** The line of the history that says what was decided. */
export const sayDecided = (one: Asked, granted: boolean): Words => {
  const { vi, en } = sayExemption({ ...one, name: one.groundName })
  return granted
    ? { vi: `Đã xác nhận ${one.name.vi.toLowerCase()} ${vi}`, en: `Confirmed: ${one.name.en}, ${en}` }
    : {
        vi: `Không ${one.percent === 100 ? 'miễn' : 'giảm'} ${one.name.vi.toLowerCase()} theo diện: ${one.groundName.vi}`,
        en: `Exemption refused: ${one.groundName.en}`,
      }
}
