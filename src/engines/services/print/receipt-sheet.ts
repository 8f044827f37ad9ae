import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { limitText } from '../procedure/limit-words.ts'
import type { TimeLimit } from '../declare.ts'
import type { DossierFee, viewPapers } from '../dossier/view.ts'
import type { Words } from '#values/words.ts'
import type { FeeExemption } from '../fee/exemption.ts'
import { sayExemption } from '../procedure/exemptions.ts'
import type { PrintParts } from '../parts.ts'
import type { PrintedData } from './print-form.ts'
import { letterheadOf, type sheetAbout } from './sheet.ts'

interface ReceiptSubject {
  readonly code: string
  /** Of the slip; none before it is received. */
  readonly number?: string
  /** Filed online: what was attached is electronic. */
  readonly isElectronic: boolean
  readonly receiverId: string
  readonly sheet: Awaited<ReturnType<typeof sheetAbout>>
  readonly papers: Awaited<ReturnType<typeof viewPapers>>
  readonly limit: TimeLimit
  readonly receivedAt: Date
  readonly promisedAt: Date
  readonly fees: readonly Pick<DossierFee, 'name' | 'amount' | 'paidAt' | 'receiptNumber'>[]
  /** What is taken less of, or not at all. */
  readonly exemptions: readonly (Pick<FeeExemption, 'groundName' | 'basis' | 'percent'> & { readonly name: Words })[]
  readonly receiverName: string | undefined
}

const formWords = { original: 'Bản chính', copy: 'Bản sao', either: 'Bản chính hoặc bản sao' } as const

/** `Phí thẩm định…` is a fee, `Lệ phí cấp…` a charge (Law 97/2015 on fees and charges): the catalogue says which by its name. */
const isFee = ({ vi }: Words): boolean => /^phí(\s|$)/iu.test(vi)

/** Form 01 of what was received, or would be now. */
export async function receiptSheet(
  ctx: Context,
  parts: PrintParts,
  {
    code,
    number,
    isElectronic,
    receiverId,
    sheet,
    papers,
    limit,
    receivedAt,
    promisedAt,
    fees,
    exemptions,
    receiverName,
  }: ReceiptSubject,
): Promise<PrintedData<'receipt-slip'>> {
  return {
    letterhead: await letterheadOf(ctx, parts, receiverId, dateAt(receivedAt), number),
    dossierCode: code,
    counter: sheet.receiverName,
    submitter: sheet.party,
    procedure: sheet.printedProcedure,
    papers: papers.map((paper) => ({
      name: paper.name.vi,
      copies: paper.copies,
      form: isElectronic ? 'Bản điện tử' : formWords[paper.form],
    })),
    sets: sheet.procedure.sets ?? 1,
    timeLimit: limitText(limit),
    receivedAt,
    promisedAt,
    resultPlace: sheet.resultPlace,
    charges: fees.map((fee) => ({
      kind: isFee(fee.name) ? ('fee' as const) : ('charge' as const),
      amount: fee.amount,
      paid: fee.paidAt != null,
      ...(fee.receiptNumber ? { receipt: fee.receiptNumber } : {}),
    })),
    exemptions: exemptions.map(
      ({ name, groundName, ...one }) => `${name.vi} ${sayExemption({ name: groundName, ...one }).vi}`,
    ),
    receiver: receiverName === undefined ? {} : { name: receiverName },
  }
}
