import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { openOrder, type OrderRow } from '#engines/payments/index.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { feesOfDossiers, type DossierFee } from '../dossier/view.ts'
import { servicesProblems } from '../contract/problems.ts'
import { heldMoments } from './exemption.ts'
import { feeReference } from './fee-reference.ts'
import { obligationsOf } from './obligation-dues.ts'

/**
 * The order of what a dossier owes at one moment, locked; not found where it owes nothing then, 409 `exemptionOpen` while somebody still
 * has to say how much that is.
 */
export async function openFeeOrder(ctx: Context, dossier: Dossier, payAt: string): Promise<OrderRow> {
  const reference = feeReference(dossier.id, payAt)
  if ((await heldMoments(ctx.tx, [dossier.id])).has(reference))
    throw new Problem('exemptionOpen', servicesProblems.exemptionOpen)
  const fees = (await duesOf(ctx.tx, dossier.id)).filter((fee) => fee.payAt === payAt)
  if (fees.length === 0) fail('notFound')
  return openOrder(ctx, {
    reference,
    fileCode: dossier.code,
    serviceCode: dossier.procedureCode,
    serviceName: dossier.procedureName,
    ownerId: dossier.ownerId,
    collectorId: dossier.receiverId,
    payerId: dossier.applicantId,
    payerName: dossier.enterpriseName ?? dossier.applicantName,
    link: `/trang-cua-toi/ho-so/${dossier.id}`,
    items: fees.map(({ id, name, amount }) => ({ code: id, name, amount })),
  })
}

/** Everything that is or was to be paid of dossiers: fees, unless their exemption is still open, and what came by notices. */
export async function duesOfDossiers(tx: Queries, ids: readonly string[]): Promise<Map<string, DossierFee[]>> {
  const [fees, obligations, held] = await Promise.all([
    feesOfDossiers(tx, ids),
    obligationsOf(tx, ids),
    heldMoments(tx, ids),
  ])
  const due = (id: string) => (fees.get(id) ?? []).filter(({ payAt }) => !held.has(feeReference(id, payAt)))
  return new Map(ids.map((id) => [id, [...due(id), ...(obligations.get(id) ?? [])]]))
}

/** The same of one. */
export const duesOf = async (tx: Queries, id: string): Promise<DossierFee[]> =>
  (await duesOfDossiers(tx, [id])).get(id) ?? []

/**
 * What an applicant can pay now, whole đồng together, of one moment: fees of reception while the dossier goes on, what a notice asks
 * for, fees of the result once it is there.
 */
export function viewToPay(dossier: Pick<Dossier, 'outcome' | 'finishedAt'>, dues: readonly DossierFee[]) {
  const isOver = dossier.outcome !== null && dossier.outcome !== 'granted' && dossier.outcome !== 'refused'
  const open = isOver
    ? []
    : dues.filter((due) => due.paidAt === null && (due.payAt !== 'result' || dossier.finishedAt !== null))
  const fees = open.filter(({ payAt }) => payAt === open[0]?.payAt)
  return { total: fees.reduce((sum, { amount }) => sum + amount, 0), fees }
}
