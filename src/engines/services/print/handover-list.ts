import { z } from 'zod'
import { Letterhead, SignatureMark, Verification } from './letterhead.ts'
import { Count, Line, Moment, Passage } from './printed-values.ts'

const Side = z.strictObject({ unit: Line, person: Line.optional(), signature: SignatureMark.optional() })

/** Danh sách bàn giao hồ sơ between the counter and a division, in either direction. */
export const HandoverList = z.strictObject({
  formLabel: Line.optional(),
  letterhead: Letterhead,
  from: Side,
  to: Side,
  at: Moment,
  rows: z
    .array(
      z.strictObject({
        dossierCode: Line,
        applicant: Line,
        procedure: Line,
        /** Sheets of paper handed over; 0 for a dossier that is only electronic. */
        papers: Count,
        promisedAt: Moment.optional(),
        note: Line.optional(),
      }),
    )
    .max(1_000),
  verification: Verification.optional(),
  notes: z.array(Passage).max(10).default([]),
})
export type HandoverList = z.input<typeof HandoverList>
