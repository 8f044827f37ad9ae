import { z } from 'zod'
import { PlainDate } from '#values/plain-date.ts'
import { CounterSigner, Letterhead, Party, PrintedProcedure, Verification } from './letterhead.ts'
import { Line, Passage } from './printed-values.ts'

/** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu số 02): everything that is missing, said once. */
export const SupplementRequest = z.strictObject({
  formLabel: Line.default('Mẫu số 02 (Thông tư 01/2018/TT-VPCP)'),
  letterhead: Letterhead,
  /** Absent while the dossier has not been received yet. */
  dossierCode: Line.optional(),
  submitter: Party,
  procedure: PrintedProcedure,
  requests: z
    .array(z.strictObject({ what: Passage, reason: Passage.optional() }))
    .min(1)
    .max(100),
  /** One reason for all, where the requests have none of their own. */
  reason: Passage.optional(),
  answerBy: PlainDate.optional(),
  contact: z.strictObject({ name: Line.optional(), phone: Line.optional(), website: Line.optional() }).default({}),
  guide: CounterSigner,
  verification: Verification.optional(),
  notes: z.array(Passage).max(10).default([]),
})
export type SupplementRequest = z.input<typeof SupplementRequest>
