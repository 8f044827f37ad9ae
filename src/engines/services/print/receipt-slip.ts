import { z } from 'zod'
import { Dong } from '#values/money.ts'
import { CounterSigner, Letterhead, Party, PrintedProcedure, Verification } from './letterhead.ts'
import { Count, Line, Moment, Passage } from './printed-values.ts'

/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu số 01). */
export const ReceiptSlip = z.strictObject({
  formLabel: Line.default('Mẫu số 01 (Thông tư 01/2018/TT-VPCP)'),
  paper: z.enum(['a4', 'a5']).default('a4'),
  /** One copy a page or pages: for who files, for the one-stop unit. */
  copies: z
    .array(z.enum(['submitter', 'file']))
    .min(1)
    .max(4)
    .default(['submitter']),
  letterhead: Letterhead,
  dossierCode: Line,
  /** The one-stop unit and the desk: `Trung tâm Phục vụ hành chính công tỉnh, quầy 7`. */
  counter: Line,
  submitter: Party,
  procedure: PrintedProcedure,
  papers: z.array(z.strictObject({ name: Line, copies: Count, form: Line })).max(300),
  sets: Count.default(1),
  /** In words of the procedure: `05 ngày làm việc`. */
  timeLimit: Line,
  receivedAt: Moment,
  promisedAt: Moment,
  resultPlace: Line,
  /** Fee (phí) and state charge (lệ phí); empty prints that nothing is charged. */
  charges: z
    .array(
      z.strictObject({ kind: z.enum(['fee', 'charge']), amount: Dong, paid: z.boolean(), receipt: Line.optional() }),
    )
    .max(20)
    .default([]),
  /** Who pays less, or nothing: `Lệ phí được miễn (Người thuộc hộ nghèo)`. */
  exemptions: z.array(Line).max(20).default([]),
  book: z.strictObject({ volume: Line, order: Line }).optional(),
  receiver: CounterSigner,
  verification: Verification.optional(),
  notes: z.array(Passage).max(10).default([]),
})
export type ReceiptSlip = z.input<typeof ReceiptSlip>
