import { z } from 'zod'
import { PlainDate } from '#values/plain-date.ts'
import { Letterhead, Party, PrintedProcedure, Signer, Verification } from './letterhead.ts'
import { Line, Moment, Passage } from './printed-values.ts'

/** Phiếu xin lỗi và hẹn lại ngày trả kết quả (Mẫu số 04); the agency of the letterhead is the one that is late. */
export const ApologyNotice = z.strictObject({
  formLabel: Line.default('Mẫu số 04 (Thông tư 01/2018/TT-VPCP)'),
  letterhead: Letterhead,
  dossierCode: Line,
  recipient: Party,
  procedure: PrintedProcedure,
  receivedOn: PlainDate,
  promisedAt: Moment,
  reason: Passage,
  newPromisedAt: Moment,
  resultPlace: Line.optional(),
  signer: Signer,
  recipients: z.array(Line).max(30).default([]),
  verification: Verification.optional(),
  notes: z.array(Passage).max(10).default([]),
})
export type ApologyNotice = z.input<typeof ApologyNotice>
