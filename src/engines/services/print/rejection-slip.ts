import { z } from 'zod'
import { CounterSigner, Letterhead, Party, PrintedProcedure, Verification } from './letterhead.ts'
import { Line, Passage } from './printed-values.ts'

/** Phiếu từ chối tiếp nhận giải quyết hồ sơ (Mẫu số 03). */
export const RejectionSlip = z.strictObject({
  formLabel: Line.default('Mẫu số 03 (Thông tư 01/2018/TT-VPCP)'),
  letterhead: Letterhead,
  dossierCode: Line.optional(),
  counter: Line,
  submitter: Party,
  procedure: PrintedProcedure,
  reasons: z
    .array(z.strictObject({ text: Passage, legalBasis: Line.optional() }))
    .min(1)
    .max(50),
  receiver: CounterSigner,
  verification: Verification.optional(),
  notes: z.array(Passage).max(10).default([]),
})
export type RejectionSlip = z.input<typeof RejectionSlip>
