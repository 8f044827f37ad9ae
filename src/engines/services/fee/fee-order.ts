import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { openOrder, type OrderRow } from '#engines/payments/index.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { feesOfDossier, type DossierFee } from '../dossier/view.ts'

/** What the order of a dossier's fees goes by in `payments`: those of one moment are paid together. */
export const feeReference = (dossierId: string, payAt: string): string => `dossier ${dossierId} ${payAt}`

/** The dossier that an order is for; undefined for what is not ours. */
export function readFeeReference(reference: string): { dossierId: string; payAt: string } | undefined {
  const [, dossierId, payAt] = /^dossier (\S+) (\S+)$/.exec(reference) ?? []
  return dossierId === undefined || payAt === undefined ? undefined : { dossierId, payAt }
}

/** The order of what a dossier owes at one moment, locked; not found where it owes nothing then. */
export async function openFeeOrder(ctx: Context, dossier: Dossier, payAt: string): Promise<OrderRow> {
  const fees = (await feesOfDossier(ctx.tx, dossier.id)).filter((fee) => fee.payAt === payAt)
  if (fees.length === 0) fail('notFound')
  return openOrder(ctx, {
    reference: feeReference(dossier.id, payAt),
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

/** The same with their sum. */
export function viewToPay(dossier: Pick<Dossier, 'outcome' | 'finishedAt'>, known: readonly DossierFee[]) {
  const fees = feesToPay(dossier, known)
  return { total: fees.reduce((sum, { amount }) => sum + amount, 0), fees }
}

/** Which fees an applicant can pay now: those of reception while it goes on, those of the result once it is there. */
export function feesToPay(dossier: Pick<Dossier, 'outcome' | 'finishedAt'>, fees: readonly DossierFee[]): DossierFee[] {
  const isOver = dossier.outcome !== null && dossier.outcome !== 'granted' && dossier.outcome !== 'refused'
  if (isOver) return []
  return fees.filter((fee) => fee.paidAt === null && (fee.payAt === 'reception' || dossier.finishedAt !== null))
}
