import { z } from 'zod'
import { Letterhead, Party, PrintedProcedure, Verification } from './letterhead.ts'
import { Count, Line, Moment, Passage } from './printed-values.ts'

const Side = z.strictObject({ agency: Line, person: Line.optional() })

/** Phiếu kiểm soát quá trình giải quyết hồ sơ (Mẫu số 05): every hand-over with its time and result. */
export const ControlSlip = z.strictObject({
  formLabel: Line.default('Mẫu số 05 (Thông tư 01/2018/TT-VPCP)'),
  letterhead: Letterhead,
  dossierCode: Line,
  applicant: Party,
  procedure: PrintedProcedure,
  leadAgency: Line,
  coordinatingAgencies: z.array(Line).max(50).default([]),
  receivedAt: Moment,
  promisedAt: Moment,
  steps: z
    .array(
      z.strictObject({
        from: Side,
        to: Side,
        at: Moment,
        result: z.enum(['early', 'onTime', 'overdue']).optional(),
        note: Line.optional(),
      }),
    )
    .max(500),
  /** Empty rows for hand-overs signed on paper. */
  blankRows: Count.max(30).default(0),
  verification: Verification.optional(),
  notes: z.array(Passage).max(10).default([]),
})
export type ControlSlip = z.input<typeof ControlSlip>
